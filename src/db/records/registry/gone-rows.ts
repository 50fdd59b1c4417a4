/**
 * What a week took away. A weekly file beside the main one of NPPES has all rows of the providers that the main one of
 * the same week names; it cannot name one that has none left. So whoever the main file names and the other does not has
 * no rows any more. Whichever of the two comes later finds that out. That the files of a week are of the same providers
 * is how CMS describes them ("NPPES Data Dissemination" readme); unconfirmed against a complete week.
 */
import { sql } from 'kysely'
import type { NppesFileKind } from '#domain/party/registry-provider.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { nppesFileRows } from './file-rows.ts'

type WeeklySource = 'nppes' | NppesFileKind
const sideFiles = ['nppes-other-names', 'nppes-locations', 'nppes-endpoints'] as const satisfies NppesFileKind[]

/** Files of a week come within days; whom an older one named is forgotten. */
const KEPT_DAYS = 35

/** In the transaction that applies the increment `id`, when its rows stand in the list in force. */
export async function dropGoneRows(tx: Db, source: WeeklySource, id: string): Promise<void> {
  const k = open(tx)
  const named = sql.table(source === 'nppes' ? 'registry_provider' : nppesFileRows[source].table)
  await sql`
    insert into registry_increment_npi (import_id, npi)
    select distinct import_id, npi from ${named} where import_id = ${id}`.execute(k)
  await sql`
    delete from registry_increment_npi n using source_import old, source_import this
    where old.id = n.import_id and this.id = ${id} and old.as_of < this.as_of - ${sql.lit(KEPT_DAYS)}`.execute(k)
  for (const side of source === 'nppes' ? sideFiles : [source])
    for (const pair of await pairsOf(tx, side, id)) await dropRows(tx, side, pair)
}

interface Pair {
  readonly main: string
  readonly side: string
  /** The list that both were laid over. */
  readonly list: string
}

/** The increment with those of the other file that are of the same day, unless the list has gone on since. */
async function pairsOf(tx: Db, side: NppesFileKind, id: string): Promise<readonly Pair[]> {
  const { rows } = await sql<Pair>`
    select m.id as main, s.id as side, c.id as list
    from source_import m
    join source_import s on s.source = ${side} and s.increment and s.as_of_stated and s.as_of = m.as_of
    join source_import c on c.source = ${side} and c.status = 'current' and c.as_of = m.as_of
    where m.source = 'nppes' and m.increment and m.as_of_stated and ${id} in (m.id, s.id)
      and (m.status = 'applied' or m.id = ${id}) and (s.status = 'applied' or s.id = ${id})
    order by m.id, s.id`.execute(open(tx))
  return rows
}

async function dropRows(tx: Db, side: NppesFileKind, { main, side: week, list }: Pair): Promise<void> {
  const { numAffectedRows } = await sql`
    delete from ${sql.table(nppesFileRows[side].table)} where import_id = ${list}
      and npi in (select npi from registry_increment_npi where import_id = ${main}
        except select npi from registry_increment_npi where import_id = ${week})`.execute(open(tx))
  await sql`update source_import set rows = rows - ${numAffectedRows ?? 0n}::bigint where id = ${list}`.execute(
    open(tx),
  )
}
