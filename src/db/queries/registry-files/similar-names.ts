/**
 * Names by their words in any order, names that one typing error a word makes of what was asked, and names that are
 * short forms of it or sound like it. Reads only. Three statements over indexes, and two for their words, within the time of a search; names that begin as asked are left out, they are shown before.
 */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Action, Permit } from '#domain/access/policy.ts'
import type { RegistryProvider } from '#domain/party/registry-provider.ts'
import {
  type AskedName,
  askedWords,
  nearKeys,
  nearWords,
  similarQuery,
  wordsQuery,
} from '#domain/registry/name-words.ts'
import { type HeardWord, heardQuery, heardWord } from '#domain/registry/names-heard.ts'
import { soundOf } from '#domain/registry/sounds.ts'
import type { Db } from '../../db.ts'
import type { Tables } from '../../kit/tables.ts'
import { currentImports, searching } from './search-providers.ts'

export interface NamesAlike {
  /** Every word asked stands in the name. */
  readonly byWords: readonly RegistryProvider[]
  /** At least one word is a typing error away. */
  readonly similar: readonly RegistryProvider[]
  /** At least one word is a short form of the asked one, or sounds like it. */
  readonly heard: readonly RegistryProvider[]
}

/** So many are found and ranked; the page shows fewer. */
const MOST = 200
/** Of one word so many near ones are looked for. */
const NEAR = 30

export const findNamesAlike = (db: Db, _: Permit<Action>, asked: AskedName): Promise<NamesAlike> =>
  searching(db, async (tx) => {
    const { nppes } = await currentImports(tx)
    const words = askedWords(asked)
    if (!nppes || words.length === 0) return { byWords: [], similar: [], heard: [] }
    const near = await nearOf(tx, nppes, words)
    const heard = await heardOf(tx, asked, near)
    const run = async (terms: string | undefined) =>
      terms === undefined ? [] : (await namesStatement(nppes, terms).execute(tx)).rows.map((r) => r.detail)
    return {
      byWords: await run(wordsQuery(words, asked)),
      similar: await run(similarQuery(near, asked)),
      heard: await run(heardQuery(heard, asked)),
    }
  })

async function nearOf(k: Kysely<Tables>, id: string, words: readonly string[]) {
  const { rows } = await nearStatement(id, words.flatMap(nearKeys)).execute(k)
  const found = rows.map((r) => r.word)
  return words.map((word) => ({ word, near: nearWords(word, found).slice(0, NEAR) }))
}

async function heardOf(
  k: Kysely<Tables>,
  asked: AskedName,
  words: readonly { readonly word: string; readonly near: readonly string[] }[],
): Promise<readonly HeardWord[]> {
  const sounds = words.flatMap(({ word }) => soundOf(word) ?? [])
  const found = sounds.length === 0 ? [] : (await soundStatement(sounds).execute(k)).rows.map((r) => r.word)
  return words.map(({ word, near }) => heardWord(asked, word, near, found))
}

/** Words that sound so. */
export const soundStatement = (sounds: readonly string[]): RawBuilder<{ word: string }> =>
  sql`select word from word_sound where sound = any(${sounds}::text[]) order by word`

/** Words under one of the keys. */
export const nearStatement = (id: string, keys: readonly string[]): RawBuilder<{ word: string }> =>
  sql`select distinct word from registry_near_word where import_id = ${id} and near = any(${keys}::text[]) order by word`

/**
 * Providers whose words fit. The load is compared as text so that only the index of words can serve: how rare a rare
 * word is the planner cannot know, and it would walk all providers of the load for it. The first rows are enough, they
 * stand as they were loaded: by NPI.
 */
export const namesStatement = (id: string, terms: string): RawBuilder<{ detail: RegistryProvider }> => sql`
  select p.detail from registry_search s cross join lateral (
    select detail from registry_provider where import_id = ${id} and npi = s.npi offset 0) p
  where s.terms @@ ${terms}::tsquery and s.import_id::text = ${id}
  limit ${MOST}`
