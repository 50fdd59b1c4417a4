/**
 * The moment at which readers see a load: a full list takes the place of the last one, an increment is
 * laid over it. Each in one transaction, so that nobody ever sees half. Old rows are cleared afterwards.
 */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { SourceKind } from '#domain/party/registry-provider.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { noteChanges } from '../lists/list-changes.ts'
import { ownTable } from './bulk/old-loads.ts'
import { dropGoneRows } from './gone-rows.ts'
import { type IncrementalSource, isNppesFile, replaceRowsOfNpis } from './increments.ts'
import { clearNearWords } from './near-words.ts'
import { endImport } from './registry.ts'
import { type StoredAs, stored } from './registry-rows.ts'
import { replaceSearchTerms } from './search-rows.ts'

type Operator = Permit<'registry.manage'>

/** The full list just loaded is the one in force from the commit on. False when somebody else ended the load. */
export async function switchToImport(tx: Db, _: Operator, source: SourceKind, id: string, now: Date): Promise<boolean> {
  if (!(await lockLoading(tx, id))) return false
  const before = await lockCurrent(tx, source)
  if (before) await noteChanges(tx, source, id, before.id)
  if (before) await endImport(tx, before.id, 'superseded', now)
  await endImport(tx, id, 'current', now)
  return true
}

/** Lays the increment over the list in force: new rows are added, known ones replaced. False when somebody else did. */
export async function applyIncrement(
  tx: Db,
  _: Operator,
  source: IncrementalSource,
  id: string,
  now: Date,
): Promise<boolean> {
  if (!(await lockLoading(tx, id))) return false
  const current = await lockCurrent(tx, source)
  if (!current) return false
  if (isNppesFile(source)) {
    await replaceRowsOfNpis(tx, source, id, current.id)
    await dropGoneRows(tx, source, id)
    await endImport(tx, id, 'applied', now)
    return true
  }
  const as: StoredAs<never> = stored[source]
  const table = sql.table(as.table)
  await noteChanges(tx, source, id, current.id)
  if (source === 'leie') await reinstate(tx, current.id, id)
  const key = sql.join(as.key.map((k) => sql.ref(k)))
  const sameKey = sql.join(
    as.key.map((k) => sql`${sql.ref(`c.${k}`)} = ${sql.ref(`s.${k}`)}`),
    sql` and `,
  )
  const columns = sql.join(Object.keys(as.columns).map((c) => sql.ref(c)))
  const replaced = sql.join(
    Object.keys(as.columns)
      .filter((c) => !as.key.includes(c))
      .map((c) => sql`${sql.ref(c)} = excluded.${sql.ref(c)}`),
  )
  // The list's date moves only when the increment states one; its rows grow by those that are new.
  await sql`
    update source_import set
      rows = rows + (select count(*) from ${table} s where s.import_id = ${id} and not exists (
        select 1 from ${table} c where c.import_id = ${current.id} and ${sameKey})),
      as_of = greatest(as_of, coalesce((select as_of from source_import where id = ${id} and as_of_stated), as_of))
    where id = ${current.id}`.execute(open(tx))
  await sql`
    insert into ${table} (import_id, ${columns})
    select ${current.id}::uuid, ${columns} from ${table} where import_id = ${id}
    on conflict (import_id, ${key}) do update set ${replaced}`.execute(open(tx))
  if (source === 'nppes') {
    await replaceSearchTerms(tx, id, current.id)
    await dropGoneRows(tx, source, id)
  }
  await endImport(tx, id, 'applied', now)
  return true
}

/**
 * A reinstatement names an entry of the list by person and exclusion date; city or NPI may have changed since,
 * so it is found by those and not by the entry's id.
 */
async function reinstate(tx: Db, current: string, increment: string): Promise<void> {
  await sql`
    update exclusion c set reinstated_on = s.reinstated_on,
      detail = c.detail || jsonb_build_object('reinstatedOn', s.reinstated_on)
    from exclusion s
    where s.import_id = ${increment} and s.reinstated_on is not null
      and c.import_id = ${current} and c.last_key = s.last_key and c.first_key = s.first_key
      and c.business_key = s.business_key and c.born_on is not distinct from s.born_on
      and c.excluded_on = s.excluded_on`.execute(open(tx))
}

const lockLoading = (tx: Db, id: string) =>
  open(tx)
    .selectFrom('source_import')
    .select(['id'])
    .where('id', '=', id)
    .where('status', '=', 'loading')
    .forUpdate()
    .executeTakeFirst()

const lockCurrent = (tx: Db, source: SourceKind) =>
  open(tx)
    .selectFrom('source_import')
    .select(['id'])
    .where('source', '=', source)
    .where('status', '=', 'current')
    .forUpdate()
    .executeTakeFirst()

const STEP = 20_000

/** Removes one step of rows that no reader follows any more; false when all is clear. */
export async function clearOldRows(tx: Db, _: Operator, source: SourceKind): Promise<boolean> {
  const old = await open(tx)
    .selectFrom('source_import')
    .select('id')
    .where('source', '=', source)
    .where('status', 'not in', ['loading', 'current'])
    .where('cleared', '=', false)
    // What has tables of its own is dropped, not cleared.
    .$if(source === 'nppes', (q) => q.where(ownTable, 'is', null))
    .limit(1)
    .executeTakeFirst()
  if (!old) return false
  const as: StoredAs<never> = stored[source]
  const table = sql.table(as.table)
  const key = sql.join(as.key.map((k) => sql.ref(k)))
  const { rows } = await sql<Record<string, string>>`
    select ${key} from ${table} where import_id = ${old.id} order by ${key} offset ${STEP} limit 1`.execute(open(tx))
  // Up to a key, so that each step is one range of the index whatever the planner believes.
  const bound = rows[0] && sql`and (${key}) < (${sql.join(as.key.map((k) => rows[0]![k]))})`
  await sql`delete from ${table} where import_id = ${old.id} ${bound ?? sql``}`.execute(open(tx))
  if (source === 'nppes')
    await sql`delete from registry_search where import_id = ${old.id} ${bound ?? sql``}`.execute(open(tx))
  if (bound || (source === 'nppes' && (await clearNearWords(tx, old.id)))) return true
  await open(tx).updateTable('source_import').set({ cleared: true }).where('id', '=', old.id).execute()
  return true
}

/** Tells the planner what the table holds now; without it a search may be planned for the list of last month. */
export async function refreshStatistics(tx: Db, _: Operator, source: SourceKind): Promise<void> {
  await sql`analyze ${sql.table(stored[source].table)}`.execute(open(tx))
}
