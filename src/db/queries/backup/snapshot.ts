/**
 * The whole database as it stands at one moment (one repeatable-read transaction on one connection), table by table as
 * COPY gives it. Others read and write meanwhile. Bookkeeping of the migrator and of the job queue is not in it.
 */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { startCopying } from '../../kit/copying.ts'
import { open } from '../../kit/open.ts'
import { linesOf } from './copy-lines.ts'
import { sealedFiles } from './sealed-kinds.ts'

type Operator = Permit<'registry.manage'>

export interface SnapshotTable {
  readonly name: string
  readonly columns: readonly string[]
}

export interface DatabaseSnapshot {
  /** Name of the last migration. */
  readonly schema: string
  readonly tables: readonly SnapshotTable[]
  /** Tables that a load of the registry made and that readers find under their parents; their rows are the parents'. */
  readonly partitions: readonly string[]
  copyOut(table: SnapshotTable): AsyncIterable<Buffer>
  /** Names of all files in the document store. */
  fileNames(): AsyncIterable<string>
  close(): Promise<void>
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
/** Rows of a table, as COPY wants to be asked for them or given them. */
export const listOf = (columns: readonly string[]): string => columns.map(quoted).join(', ')
export { quoted }

/** Name of the last migration that the database has. */
export async function schemaOf(db: Db, _: Operator): Promise<string> {
  const { rows } = await sql<{ name: string }>`select max(name) as name from schema_migration`.execute(open(db))
  return rows[0]!.name
}

/** Throws when the connection is lost. `close` must follow. */
export async function openSnapshot(db: Db, permit: Operator): Promise<DatabaseSnapshot> {
  const copying = await startCopying(db)
  const k = open(copying.db)
  try {
    await sql`begin isolation level repeatable read read only`.execute(k)
    await sql`set local datestyle to 'ISO, MDY'`.execute(k)
    const { rows } = await sql<{ name: string; columns: string[]; partition: boolean }>`
      select c.relname as name, c.relispartition as partition,
        array_agg(a.attname::text order by a.attnum) as columns
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      where c.relkind in ('r', 'p') and c.relname not in ('schema_lock', 'schema_migration', 'template_lock')
      group by c.relname, c.relispartition
      order by c.relname`.execute(k)
    return {
      schema: await schemaOf(copying.db, permit),
      tables: rows.filter((r) => !r.partition).map(({ name, columns }) => ({ name, columns })),
      partitions: rows.filter((r) => r.partition && !r.name.endsWith('_rest')).map((r) => r.name),
      copyOut: (t) => copying.copyOut(`copy (select ${listOf(t.columns)} from ${quoted(t.name)}) to stdout`),
      async *fileNames() {
        for (const { table, column } of sealedFiles)
          yield* linesOf(copying.copyOut(`copy (select ${column} from ${table} where ${column} is not null) to stdout`))
      },
      close: () => end(),
    }
  } catch (fault) {
    await end()
    throw fault
  }
  async function end(): Promise<void> {
    await sql`rollback`.execute(k).catch(() => {})
    await copying.close()
  }
}
