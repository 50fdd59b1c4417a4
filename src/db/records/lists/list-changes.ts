/** What a load brings that the one in force did not have, or had otherwise: kept, because the old rows are cleared. */
import { type RawBuilder, sql } from 'kysely'
import type { SourceKind } from '#domain/party/registry-provider.ts'
import { type MonitoredSource, monitoredSources } from '#domain/screening/monitoring.ts'
import { isClaimSource } from '#domain/screening/non-billing.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { stored } from '../registry/registry-rows.ts'

/**
 * Of the registry only deactivations are watched; of lists, every entry that is new or says something else. Who has not
 * billed is found by what a file does not say: all of it is asked at every load.
 */
const differs = (source: MonitoredSource): RawBuilder<unknown> =>
  source === 'nppes'
    ? sql`n.deactivated_on is not null and (n.reactivated_on is null or n.reactivated_on < n.deactivated_on)
        and o.deactivated_on is distinct from n.deactivated_on`
    : isClaimSource(source)
      ? sql`false`
      : sql`o.import_id is null or o.detail is distinct from n.detail`

/** The key of a row as one text: "IL 12345 MD" for a license. Also what monitoring cases call a row. */
export const rowIdOf = (source: SourceKind, alias: string): RawBuilder<string> =>
  sql<string>`${sql.join(
    stored[source].key.map((k) => sql.ref(`${alias}.${k}`)),
    sql` || ' ' || `,
  )}`

/** In the transaction that switches to the load `id`, before the one in force ends. */
export async function noteChanges(tx: Db, source: SourceKind, id: string, before: string): Promise<void> {
  if (!Object.hasOwn(monitoredSources, source)) return
  const table = sql.table(stored[source].table)
  const sameKey = sql.join(
    stored[source].key.map((k) => sql`${sql.ref(`o.${k}`)} = ${sql.ref(`n.${k}`)}`),
    sql` and `,
  )
  await sql`
    insert into list_change (import_id, row_id)
    select ${id}::uuid, ${rowIdOf(source, 'n')}
    from ${table} n left join ${table} o on o.import_id = ${before} and ${sameKey}
    where n.import_id = ${id} and (${differs(source as MonitoredSource)})
    on conflict do nothing`.execute(open(tx))
  // What the load before changed and nobody has been compared with yet.
  await sql`
    insert into list_change (import_id, row_id)
    select ${id}::uuid, c.row_id from list_change c
    where c.import_id = ${before} and not exists (select 1 from monitoring_run r
      where r.import_id = ${before} and r.pass = 'load' and r.finished_at is not null)
    on conflict do nothing`.execute(open(tx))
  await open(tx).updateTable('source_import').set({ compared_with: before }).where('id', '=', id).execute()
}
