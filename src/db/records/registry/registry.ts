/**
 * Writes of a load: begin or go on, batches with their byte offset, refuse, switch, clear.
 * Rows of a load stay unseen until it is switched to in one transaction. Each function is one step of
 * use-cases/sources/import-source.ts, which says in which order.
 */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { SourceKind } from '#domain/party/registry-provider.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { taxIdIndex } from '../enrollment/enrollees.ts'
import { type SourceRows, type StoredAs, stored } from './registry-rows.ts'

type Operator = Permit<'registry.manage'>

export interface NewImport {
  readonly source: SourceKind
  readonly fileName: string
  readonly sha256: string
  readonly increment: boolean
  readonly asOf: Day
  readonly asOfStated: boolean
  readonly bytesTotal: number
  readonly unknownColumns: readonly string[]
}

export interface Loading {
  readonly id: string
  readonly rows: number
  readonly quarantined: number
  /** Byte and line at which the next batch begins; byte 0 for a new load. */
  readonly next: { readonly at: number; readonly line: number }
}

/**
 * The load of this file that was begun before and not ended, or a new one. A load of another file is given up.
 * undefined when somebody else began one at the same moment.
 */
export async function beginImport(tx: Db, _: Operator, wanted: NewImport, now: Date): Promise<Loading | undefined> {
  const begun = await open(tx)
    .selectFrom('source_import')
    .select(['id', 'sha256', 'increment', 'rows', 'quarantined', 'bytes_done', 'next_line'])
    .where('source', '=', wanted.source)
    .where('status', '=', 'loading')
    .forUpdate()
    .executeTakeFirst()
  if (begun && begun.sha256 === wanted.sha256 && begun.increment === wanted.increment) {
    return {
      id: begun.id,
      rows: begun.rows,
      quarantined: begun.quarantined,
      next: { at: begun.bytes_done, line: begun.next_line },
    }
  }
  if (begun) await endImport(tx, begun.id, 'refused', now, 'given-up')
  const id = randomUUID()
  const made = await open(tx)
    .insertInto('source_import')
    .values({
      id,
      source: wanted.source,
      file_name: wanted.fileName,
      sha256: wanted.sha256,
      increment: wanted.increment,
      status: 'loading',
      as_of: wanted.asOf,
      as_of_stated: wanted.asOfStated,
      bytes_total: wanted.bytesTotal,
      unknown_columns: JSON.stringify(wanted.unknownColumns),
      started_at: now,
      finished_at: null,
      refused_code: null,
    })
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst()
  return made && { id, rows: 0, quarantined: 0, next: { at: 0, line: 1 } }
}

export interface Quarantined {
  readonly line: number
  readonly column: string
  readonly reason: string
  readonly excerpt: string
}

/**
 * Takes the turn to write the batch that begins at `from`: false when somebody else wrote it or gave the load up.
 * Holds the load until the transaction ends, so that rows and offset are committed together.
 */
export async function advanceImport(
  tx: Db,
  _: Operator,
  id: string,
  from: number,
  next: Loading['next'],
): Promise<boolean> {
  const { numUpdatedRows } = await open(tx)
    .updateTable('source_import')
    .set({ bytes_done: next.at, next_line: next.line })
    .where('id', '=', id)
    .where('status', '=', 'loading')
    .where('bytes_done', '=', from)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Adds rows to a load; gives the indexes of those whose key the load already has, which are left out. */
export async function appendRows<K extends SourceKind>(
  tx: Db,
  _: Operator,
  id: string,
  source: K,
  rows: readonly SourceRows[K][],
): Promise<readonly number[]> {
  if (rows.length === 0) return []
  const as: StoredAs<SourceRows[K]> = stored[source]
  const names = Object.keys(as.columns)
  const key = sql.join(as.key.map((k) => sql.ref(k)))
  const values = rows.map((row) => as.columnsOf(row, (taxId) => taxIdIndex(tx, taxId)))
  const keys = values.map((row) => as.key.map((k) => row[k]).join('\u001f'))
  // One array a column: measured a fifth faster than rows as JSON; COPY could not say which keys repeat.
  const arrays = Object.entries(as.columns).map(([name, type]) => {
    const cells = values.map((row) => (type === 'jsonb' ? JSON.stringify(row[name]) : (row[name] ?? null)))
    return sql`${cells}::${sql.raw(type)}[]`
  })
  const { rows: inserted } = await sql<Record<string, string>>`
    insert into ${sql.table(as.table)} (import_id, ${sql.join(names.map((n) => sql.ref(n)))})
    select ${id}::uuid, r.* from unnest(${sql.join(arrays)}) as r
    on conflict (import_id, ${key}) do nothing
    returning ${key}`.execute(open(tx))
  if (inserted.length === rows.length) return []
  const fresh = new Set(inserted.map((row) => as.key.map((k) => row[k]).join('\u001f')))
  // Each key is taken out at its first row, so that a second row with it counts as repeated.
  return keys.flatMap((k, i) => (fresh.delete(k) ? [] : [i]))
}

/** Sets rows aside and counts what the batch brought. */
export async function countBatch(
  tx: Db,
  _: Operator,
  id: string,
  added: number,
  quarantined: readonly Quarantined[],
): Promise<void> {
  if (quarantined.length > 0) {
    await sql`
      insert into quarantined_row (import_id, line, column_name, reason, excerpt)
      select ${id}::uuid, q.* from json_to_recordset(${JSON.stringify(quarantined)}::json)
        as q (line bigint, "column" text, reason text, excerpt text)
      on conflict do nothing`.execute(open(tx))
  }
  await open(tx)
    .updateTable('source_import')
    .set((eb) => ({ rows: eb('rows', '+', added), quarantined: eb('quarantined', '+', quarantined.length) }))
    .where('id', '=', id)
    .execute()
}

/** Ends a load that cannot be used. What was in force stays in force. */
export async function refuseImport(tx: Db, _: Operator, id: string, code: string, now: Date): Promise<void> {
  await endImport(tx, id, 'refused', now, code)
}

export async function endImport(
  tx: Db,
  id: string,
  status: 'refused' | 'superseded' | 'applied' | 'current',
  now: Date,
  code?: string,
): Promise<void> {
  await open(tx)
    .updateTable('source_import')
    .set({ status, finished_at: now, refused_code: code ?? null })
    .where('id', '=', id)
    .execute()
}
