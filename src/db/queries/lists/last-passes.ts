/** When everybody was last compared with each list. Reads only. */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { SourceKind } from '#domain/party/registry-provider.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

/** By list; one that never went through all of them is missing. */
export async function lastPasses(db: Db, _: Permit<'monitoring.view'>): Promise<ReadonlyMap<SourceKind, Date>> {
  const rows = await open(db)
    .selectFrom('monitoring_run')
    .select(['source', sql<Date>`max(finished_at)`.as('at')])
    .where('finished_at', 'is not', null)
    .groupBy('source')
    .execute()
  return new Map(rows.map((r) => [r.source, r.at]))
}
