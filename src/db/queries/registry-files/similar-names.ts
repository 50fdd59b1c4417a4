/**
 * Names by their words in any order, and names that one typing error a word makes of what was asked. Reads only.
 * Two statements over indexes, within the time of a search; names that begin as asked are left out, they are shown before.
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
import type { Db } from '../../db.ts'
import type { Tables } from '../../kit/tables.ts'
import { currentImports, searching } from './search-providers.ts'

export interface NamesAlike {
  /** Every word asked stands in the name. */
  readonly byWords: readonly RegistryProvider[]
  /** At least one word is a typing error away. */
  readonly similar: readonly RegistryProvider[]
}

/** So many are found and ranked; the page shows fewer. */
const MOST = 200
/** Of one word so many near ones are looked for. */
const NEAR = 30

export const findNamesAlike = (db: Db, _: Permit<Action>, asked: AskedName): Promise<NamesAlike> =>
  searching(db, async (tx) => {
    const { nppes } = await currentImports(tx)
    const words = askedWords(asked)
    if (!nppes || words.length === 0) return { byWords: [], similar: [] }
    const similar = similarQuery(await nearOf(tx, nppes, words), asked)
    const run = async (terms: string) => (await namesStatement(nppes, terms).execute(tx)).rows.map((r) => r.detail)
    return { byWords: await run(wordsQuery(words, asked)), similar: similar ? await run(similar) : [] }
  })

async function nearOf(k: Kysely<Tables>, id: string, words: readonly string[]) {
  const { rows } = await nearStatement(id, words.flatMap(nearKeys)).execute(k)
  const found = rows.map((r) => r.word)
  return words.map((word) => ({ word, near: nearWords(word, found).slice(0, NEAR) }))
}

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
