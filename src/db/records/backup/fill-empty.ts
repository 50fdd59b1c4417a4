/**
 * Puts a backup into a database that has nothing but its schema, in one transaction: everything or nothing. Foreign
 * keys are taken off meanwhile and put back at the end, so that PostgreSQL checks all of them over the rows restored.
 */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { startCopying } from '../../kit/copying.ts'
import { open } from '../../kit/open.ts'
import { listOf, openSnapshot, quoted, type SnapshotTable } from '../../queries/backup/snapshot.ts'
import { makePartitions, partitioned } from '../registry/bulk/partitions.ts'

type Operator = Permit<'registry.manage'>

/** Tables in which migrations or a start put rows; a database with rows in any other is in use. */
const FILLED_BEFORE_USE = ['audit_chain', 'feed_head', 'fee_amount', 'form_edition', 'desk_policy', 'sealing_key']
const BATCH = 1 << 20
const OF_LOAD =
  /^registry_(provider|search|near_word|word)_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/
const loadOf = (table: string): string | undefined => OF_LOAD.exec(table)?.slice(2).join('-')

export interface Filling {
  readonly tables: readonly SnapshotTable[]
  readonly partitions: readonly string[]
  /** The text of a table as COPY gave it. */
  textOf(table: string): AsyncIterable<Buffer>
}

/** Name of a table that has rows already, or undefined when the database is as migrations leave it. */
export async function firstInUse(db: Db, permit: Operator): Promise<string | undefined> {
  const snapshot = await openSnapshot(db, permit)
  const names = snapshot.tables.map((t) => t.name)
  await snapshot.close()
  for (const name of names.filter((n) => !FILLED_BEFORE_USE.includes(n))) {
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(open(db))
    if (rows.length > 0) return name
  }
  return undefined
}

/** Throws, with everything rolled back, when a row does not fit. The caller has asked `firstInUse`. */
export async function fillEmpty(db: Db, _: Operator, f: Filling): Promise<void> {
  const copying = await startCopying(db)
  const k = open(copying.db)
  try {
    await sql`begin`.execute(k)
    await sql`set local datestyle to 'ISO, MDY'`.execute(k)
    const keys = await sql<{ table: string; name: string; made: string }>`
      select c.conrelid::regclass::text as table, c.conname as name, pg_get_constraintdef(c.oid) as made
      from pg_constraint c join pg_namespace n on n.oid = c.connamespace and n.nspname = 'public'
      where c.contype = 'f' and c.conparentid = 0 order by 1, 2`.execute(k)
    const run = (statement: string) => sql.raw(statement).execute(k)
    for (const c of keys.rows) await run(`alter table ${c.table} drop constraint ${quoted(c.name)}`)
    for (const name of FILLED_BEFORE_USE) await sql`delete from ${sql.table(name)}`.execute(k)
    for (const name of f.partitions) {
      const [parent, id] = [partitioned.find((p) => name.startsWith(`${p}_`)), loadOf(name)]
      if (!parent || !id) throw new Error(`not a partition of this program: ${name}`)
      await sql`create table ${sql.table(name)} partition of ${sql.table(parent)} for values in (${sql.lit(id)})`.execute(
        k,
      )
    }
    // Of loads that are being read: whatever is not a partition yet.
    for (const id of new Set(f.tables.flatMap((t) => loadOf(t.name) ?? []))) await makePartitions(copying.db, id)
    for (const t of f.tables)
      for await (const text of batches(f.textOf(t.name)))
        await copying.copyIn(`copy ${quoted(t.name)} (${listOf(t.columns)}) from stdin`, text)
    for (const c of keys.rows) await run(`alter table ${c.table} add constraint ${quoted(c.name)} ${c.made}`)
    const counters = await sql<{ table: string; column: string }>`
      select c.relname as table, a.attname as column from pg_attribute a
      join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p') and not c.relispartition
      join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
      where a.attidentity <> ''`.execute(k)
    for (const { table, column } of counters.rows)
      await sql`select setval(pg_get_serial_sequence(${table}, ${column}), m.n) from (
        select max(${sql.ref(column)}) as n from ${sql.table(table)}) m where m.n is not null`.execute(k)
    await sql`commit`.execute(k)
  } catch (fault) {
    await sql`rollback`.execute(k).catch(() => {})
    throw fault
  } finally {
    await copying.close()
  }
}

/** Whole rows, about a mebibyte at once. */
async function* batches(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let kept: Buffer[] = []
  let size = 0
  for await (const piece of pieces) {
    const end = piece.lastIndexOf(10) + 1
    const full = end > 0 && size + end >= BATCH
    if (full) yield Buffer.concat([...kept, piece.subarray(0, end)])
    const rest = full ? piece.subarray(end) : piece
    kept = full ? [rest] : [...kept, rest]
    size = full ? rest.length : size + rest.length
  }
  if (size > 0) yield Buffer.concat(kept)
}
