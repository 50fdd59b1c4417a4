/**
 * The tables that a full load of the registry has for itself (migration 000033): made without indexes, given the ones
 * their parents have when all rows are there, put under their parents before readers are sent to them, dropped whole.
 * Every step may be done again after it was interrupted.
 */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { Db } from '../../../db.ts'
import { open } from '../../../kit/open.ts'
import { transact } from '../../transact.ts'

type Operator = Permit<'registry.manage'>

export const partitioned = ['registry_provider', 'registry_search', 'registry_near_word'] as const
export type Partitioned = (typeof partitioned)[number]

/** Longest name: 18 letters and 33 more, of the 63 that PostgreSQL keeps. */
export const partitionOf = (table: Partitioned, id: string): string => `${table}_${id.replaceAll('-', '')}`
/** The words of names of a load that is being read; a word may stand there more than once. */
export const wordsOf = (id: string): string => `registry_word_${id.replaceAll('-', '')}`

/** In the transaction that holds the load. */
export async function makePartitions(tx: Db, id: string): Promise<void> {
  for (const table of partitioned)
    await sql`
      create table if not exists ${sql.table(partitionOf(table, id))} (
        like ${sql.table(table)} including defaults,
        constraint of_load check (import_id = ${sql.lit(id)}::uuid)
      ) with (autovacuum_enabled = false)`.execute(open(tx))
  await sql`create table if not exists ${sql.table(wordsOf(id))} (word text collate "C" not null)`.execute(open(tx))
}

/** Builds the indexes of the load's tables and puts them under their parents: readers who follow the load find it. */
export async function attachPartitions(db: Db, _: Operator, id: string): Promise<void> {
  for (const table of partitioned) {
    await transact(db, (tx) => indexPartition(tx, table, partitionOf(table, id)))
    await transact(db, (tx) => attach(tx, table, id))
  }
}

async function indexPartition(tx: Db, table: Partitioned, partition: string): Promise<void> {
  const k = open(tx)
  await sql`set local maintenance_work_mem = '256MB'`.execute(k)
  const { rows } = await sql<{ name: string; made: string; primary: boolean }>`
    select c.relname as name, pg_get_indexdef(c.oid) as made, i.indisprimary as primary
    from pg_index i join pg_class c on c.oid = i.indexrelid
    where i.indrelid = ${table}::regclass and not exists (
      select 1 from pg_class p where p.relname = ${partition} || substr(c.relname, ${table.length + 1}::int)
        and p.relnamespace = c.relnamespace)
    order by c.relname`.execute(k)
  for (const { name, made, primary } of rows) {
    const own = partition + name.slice(table.length)
    await sql.raw(made.replace(/ INDEX \S+ ON (ONLY )?\S+ /, ` INDEX ${own} ON ${partition} `)).execute(k)
    if (primary) await sql`alter table ${sql.table(partition)} add primary key using index ${sql.ref(own)}`.execute(k)
  }
  await sql`alter table ${sql.table(partition)} reset (autovacuum_enabled)`.execute(k)
  await sql`analyze ${sql.table(partition)}`.execute(k)
}

async function attach(tx: Db, table: Partitioned, id: string): Promise<void> {
  const partition = partitionOf(table, id)
  const { rows } = await sql<{ attached: boolean }>`
    select relispartition as attached from pg_class where oid = ${partition}::regclass`.execute(open(tx))
  if (rows[0]!.attached) return
  // Instantly: the check says that no row needs to be looked at, and all indexes are there.
  await sql`
    alter table ${sql.table(table)} attach partition ${sql.table(partition)} for values in (${sql.lit(id)})`.execute(
    open(tx),
  )
  await sql`alter table ${sql.table(partition)} drop constraint of_load`.execute(open(tx))
}
