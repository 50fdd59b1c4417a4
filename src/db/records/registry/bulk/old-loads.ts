/** Loads of the registry that no reader follows any more and that have tables of their own: those are dropped. */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { Db } from '../../../db.ts'
import { open } from '../../../kit/open.ts'
import { transact } from '../../transact.ts'
import { partitionOf, wordsOf } from './partitions.ts'

/** The table of a load's providers, or null when they stand among others. Asked of `source_import`. */
export const ownTable = sql<
  string | null
>`to_regclass('registry_provider_' || replace(source_import.id::text, '-', ''))`

/** A load of which a reader who is long at it still holds a table is left to the next import of the source. */
export async function dropOldLoads(db: Db, _: Permit<'registry.manage'>): Promise<void> {
  const old = await open(db)
    .selectFrom('source_import')
    .select('id')
    .where('source', '=', 'nppes')
    .where('status', 'not in', ['loading', 'current'])
    .where('cleared', '=', false)
    .where(ownTable, 'is not', null)
    .execute()
  for (const { id } of old)
    if (await dropTables(db, id))
      await open(db).updateTable('source_import').set({ cleared: true }).where('id', '=', id).execute()
}

/** Providers last: while they are there, the load is known to have tables. */
async function dropTables(db: Db, id: string): Promise<boolean> {
  const tables = [
    wordsOf(id),
    partitionOf('registry_near_word', id),
    partitionOf('registry_search', id),
    partitionOf('registry_provider', id),
  ]
  for (const table of tables) {
    const dropped = await transact(db, async (tx) => {
      // Whoever reads the parent waits as long as we do.
      await sql`set local lock_timeout = '2s'`.execute(open(tx))
      await sql`drop table if exists ${sql.table(table)}`.execute(open(tx))
      return true
    }).catch((fault: unknown) => {
      if ((fault as { code?: string }).code === LOCK_NOT_AVAILABLE) return false
      throw fault
    })
    if (!dropped) return false
  }
  return true
}

const LOCK_NOT_AVAILABLE = '55P03'
