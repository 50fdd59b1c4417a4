/**
 * What the NPI registry API and the public look-up search by, written from the rows of a load once they are all there.
 * In steps: an import that was killed in the middle goes on after the last NPI that is written.
 */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import { nameWords } from '#domain/registry/name-words.ts'
import { searchTerms } from '#domain/registry/search-terms.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { addNearWords, writeNearWords } from './near-words.ts'

const STEP = 2_000

/** One step; false when the load has no more rows. */
export async function writeSearchRows(tx: Db, _: Permit<'registry.manage'>, id: string): Promise<boolean> {
  const k = open(tx)
  const rows = await k
    .selectFrom('registry_provider')
    .select(['npi', 'detail'])
    .where('import_id', '=', id)
    .where('npi', '>', sql<string>`coalesce((select max(npi) from registry_search where import_id = ${id}), '')`)
    .orderBy('npi')
    .limit(STEP)
    .execute()
  if (rows.length === 0) return false
  const terms = rows.map((r) => searchTerms(r.detail))
  await sql`
    insert into registry_search (import_id, npi, terms)
    select ${id}::uuid, r.npi, r.terms::tsvector
    from unnest(${rows.map((r) => r.npi)}::text[], ${terms}::text[]) as r (npi, terms)
    on conflict do nothing`.execute(k)
  await writeNearWords(tx, id, new Set(rows.filter((_, i) => terms[i] !== '').flatMap((r) => nameWords(r.detail))))
  return rows.length === STEP
}

/** In the transaction that lays an increment over the list in force. */
export async function replaceSearchTerms(tx: Db, increment: string, current: string): Promise<void> {
  await sql`
    insert into registry_search (import_id, npi, terms)
    select ${current}::uuid, npi, terms from registry_search where import_id = ${increment}
    on conflict (import_id, npi) do update set terms = excluded.terms`.execute(open(tx))
  await addNearWords(tx, increment, current)
}
