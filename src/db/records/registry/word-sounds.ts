/** The distinct words of names under what they sound like (migration 000039): once for all loads, in steps. */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import { soundOf } from '#domain/registry/sounds.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

const STEP = 5_000

/** Writes those of the words that are not there yet. */
export async function writeSounds(tx: Db, words: readonly string[]): Promise<void> {
  const pairs = words.flatMap((word) => {
    const sound = soundOf(word)
    return sound === undefined ? [] : [[sound, word] as const]
  })
  if (pairs.length === 0) return
  await sql`
    insert into word_sound (sound, word)
    select s.sound, s.word from unnest(${pairs.map((p) => p[0])}::text[], ${pairs.map((p) => p[1])}::text[]) as s (sound, word)
    on conflict do nothing`.execute(open(tx))
}

/** One step through the words of a load; false when all are written. Goes on after the last that is. */
export async function soundWords(tx: Db, _: Permit<'registry.manage'>, importId: string): Promise<boolean> {
  const k = open(tx)
  const sounded = await k
    .selectFrom('registry_sounded')
    .select(['through', 'done'])
    .where('import_id', '=', importId)
    .executeTakeFirst()
  if (sounded?.done) return false
  const { rows } = await sql<{ word: string }>`
    select word from registry_near_word
    where import_id = ${importId} and near = word and near > ${sounded?.through ?? ''} order by near limit ${STEP}`.execute(
    k,
  )
  await writeSounds(
    tx,
    rows.map((r) => r.word),
  )
  const to = { through: rows.at(-1)?.word ?? sounded?.through ?? '', done: rows.length < STEP }
  await k
    .insertInto('registry_sounded')
    .values({ import_id: importId, ...to })
    .onConflict((c) => c.column('import_id').doUpdateSet(to))
    .execute()
  return !to.done
}
