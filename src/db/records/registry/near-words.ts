/**
 * The distinct words of names of a load under the keys of their typing errors (migration 000027). A word that is there
 * is not written again, so that the later steps of a load write next to nothing.
 */
import { sql } from 'kysely'
import { nearKeys } from '#domain/registry/name-words.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { writeSounds } from './word-sounds.ts'

const STEP = 50_000

/** Writes those of the words that the load has not yet. */
export async function writeNearWords(tx: Db, id: string, words: ReadonlySet<string>): Promise<void> {
  const { rows } = await sql<{ word: string }>`
    select w.word from unnest(${[...words]}::text[]) as w (word) where not exists (
      select 1 from registry_near_word n where n.import_id = ${id} and n.near = w.word and n.word = w.word)`.execute(
    open(tx),
  )
  await writeSounds(
    tx,
    rows.map((r) => r.word),
  )
  const pairs = rows.flatMap(({ word }) => nearKeys(word).map((near) => [near, word] as const))
  for (let from = 0; from < pairs.length; from += STEP) {
    const some = pairs.slice(from, from + STEP)
    await sql`
      insert into registry_near_word (import_id, near, word)
      select ${id}::uuid, n.near, n.word
      from unnest(${some.map((p) => p[0])}::text[], ${some.map((p) => p[1])}::text[]) as n (near, word)
      on conflict do nothing`.execute(open(tx))
  }
}

/** In the transaction that lays an increment over the list in force. A word that no name has any more finds nobody. */
export async function addNearWords(tx: Db, increment: string, current: string): Promise<void> {
  await sql`
    insert into registry_near_word (import_id, near, word)
    select ${current}::uuid, near, word from registry_near_word where import_id = ${increment}
    on conflict do nothing`.execute(open(tx))
}

/** Removes one step of the words of a load that no reader follows; false when all are gone. */
export async function clearNearWords(tx: Db, id: string): Promise<boolean> {
  const { rows } = await sql<{ near: string }>`
    select near from registry_near_word where import_id = ${id} order by near offset ${STEP} limit 1`.execute(open(tx))
  const bound = rows[0] ? sql`and near <= ${rows[0].near}` : sql``
  const { numAffectedRows } = await sql`
    delete from registry_near_word where import_id = ${id} ${bound}`.execute(open(tx))
  return (numAffectedRows ?? 0n) > 0n
}
