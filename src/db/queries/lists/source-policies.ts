/** How old each list may be and which must be asked: the product's own policy, and what this installation set. */
import type { Day } from '#domain/dates.ts'
import type { SourceKind, SourceVersion } from '#domain/party/registry-provider.ts'
import { productPolicy } from '#domain/policies/desk-policy.ts'
import { type Freshness, freshnessOf, type SourcePolicy } from '#domain/screening/source-policy.ts'
import { versionOn } from '#domain/versions.ts'
import type { Db } from '../../db.ts'
import { policiesInForce } from '../policies/desk-policies.ts'
import { sourceVersions } from '../registry-files/source-imports.ts'

export interface AskedSource<S extends SourceKind = SourceKind> {
  readonly source: S
  readonly policy: SourcePolicy
  readonly version: SourceVersion | undefined
  readonly freshness: Freshness
}

/** May the lists be asked on this day, and how good are their answers? A public fact, as the lists are: no permit. */
export async function askedSources<S extends SourceKind>(
  db: Db,
  sources: readonly S[],
  on: Day,
): Promise<readonly AskedSource<S>[]> {
  const set = await policiesInForce(db, 'lists')
  const versions = await sourceVersions(db, sources)
  return sources.map((source) => {
    const policy = versionOn(set.get(source) ?? [], on)?.value ?? productPolicy('lists', source, on)
    const version = versions.get(source)
    return { source, policy, version, freshness: freshnessOf(version, policy, on) }
  })
}

/** The same of one. */
export const askedSource = async (db: Db, source: SourceKind, on: Day): Promise<AskedSource> =>
  (await askedSources(db, [source], on))[0]!
