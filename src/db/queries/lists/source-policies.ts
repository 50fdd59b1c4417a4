/** How old each list may be and which must be asked: the product's own policy, and what this installation changed. */
import type { Day } from '#domain/dates.ts'
import type { SourceKind, SourceVersion } from '#domain/party/registry-provider.ts'
import { type Freshness, freshnessOf, type SourcePolicy, sourcePolicies } from '#domain/screening/source-policy.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { sourceVersion } from '../registry-files/source-imports.ts'

/** A public fact, as the lists are: no permit. */
export async function sourcePolicy(db: Db, source: SourceKind): Promise<SourcePolicy> {
  const row = await open(db)
    .selectFrom('source_policy')
    .select(['fresh_days', 'required'])
    .where('source', '=', source)
    .executeTakeFirst()
  return row ? { freshDays: row.fresh_days, required: row.required } : sourcePolicies[source]
}

export interface AskedSource {
  readonly source: SourceKind
  readonly policy: SourcePolicy
  readonly version: SourceVersion | undefined
  readonly freshness: Freshness
}

/** May the list be asked on this day, and how good is its answer? */
export async function askedSource(db: Db, source: SourceKind, on: Day): Promise<AskedSource> {
  const [policy, version] = [await sourcePolicy(db, source), await sourceVersion(db, source)]
  return { source, policy, version, freshness: freshnessOf(version, policy, on) }
}
