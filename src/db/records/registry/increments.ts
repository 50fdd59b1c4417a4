/**
 * Which sources come with increments, and how those are laid over what has many rows a provider: a weekly file beside
 * the main one of NPPES has all rows of each provider it names, so they take the place of all that were there.
 */
import { sql } from 'kysely'
import type { NppesFileKind, SourceKind } from '#domain/party/registry-provider.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { nppesFileRows } from './file-rows.ts'

export type IncrementalSource = 'nppes' | 'leie' | NppesFileKind

export const isNppesFile = (source: SourceKind): source is NppesFileKind =>
  source === 'nppes-other-names' || source === 'nppes-locations' || source === 'nppes-endpoints'
export const takesIncrements = (source: SourceKind): source is IncrementalSource =>
  source === 'nppes' || source === 'leie' || isNppesFile(source)

/** In the transaction that ends the increment: its rows replace all rows of the providers it names. */
export async function replaceRowsOfNpis(tx: Db, source: NppesFileKind, id: string, current: string): Promise<void> {
  const table = sql.table(nppesFileRows[source].table)
  const columns = sql.join(Object.keys(nppesFileRows[source].columns).map((c) => sql.ref(c)))
  const gone = await sql`
    delete from ${table} where import_id = ${current}
      and npi in (select npi from ${table} where import_id = ${id})`.execute(open(tx))
  const come = await sql`
    insert into ${table} (import_id, ${columns})
    select ${current}::uuid, ${columns} from ${table} where import_id = ${id} order by position`.execute(open(tx))
  const more = Number(come.numAffectedRows ?? 0n) - Number(gone.numAffectedRows ?? 0n)
  await sql`
    update source_import set rows = rows + ${more}::bigint,
      as_of = greatest(as_of, coalesce((select as_of from source_import where id = ${id} and as_of_stated), as_of))
    where id = ${current}`.execute(open(tx))
}
