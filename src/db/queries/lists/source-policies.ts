/** How old each list may be and which must be asked: the product's own policy, and what this installation set. */
import type { Day } from '#domain/dates.ts'
import type { SourceKind, SourceVersion } from '#domain/party/registry-provider.ts'
import { type Freshness, freshnessOf, type SourcePolicy } from '#domain/screening/source-policy.ts'
import type { Db } from '../../db.ts'
import { policyOn } from '../policies/desk-policies.ts'
import { sourceVersion } from '../registry-files/source-imports.ts'

export interface AskedSource {
  readonly source: SourceKind
  readonly policy: SourcePolicy
  readonly version: SourceVersion | undefined
  readonly freshness: Freshness
}

/** May the list be asked on this day, and how good is its answer? A public fact, as the lists are: no permit. */
export async function askedSource(db: Db, source: SourceKind, on: Day): Promise<AskedSource> {
  const [policy, version] = [await policyOn(db, 'lists', source, on), await sourceVersion(db, source)]
  return { source, policy, version, freshness: freshnessOf(version, policy, on) }
}
