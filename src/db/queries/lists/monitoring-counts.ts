/** How many cases of a pass wait for each contractor. Reads only. */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { SourceKind } from '#domain/party/registry-provider.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

export async function openedByContractor(
  db: Db,
  _: Permit<'system.run'>,
  runId: string,
): Promise<readonly { readonly contractorId: string; readonly source: SourceKind; readonly count: number }[]> {
  const rows = await open(db)
    .selectFrom('monitoring_case')
    .select(['contractor_id', 'source', sql<number>`count(*)`.as('n')])
    .where('run_id', '=', runId)
    .groupBy(['contractor_id', 'source'])
    .orderBy('contractor_id')
    .execute()
  return rows.map((r) => ({ contractorId: r.contractor_id, source: r.source, count: Number(r.n) }))
}
