/** Typing errors, through the import itself and an increment; and over 50,000 providers no search walks a table. */
import { type RawBuilder, sql } from 'kysely'
import { expect, test } from 'vitest'
import { open } from '#db/kit/open.ts'
import { currentImports, searching } from '#db/queries/registry-files/search-providers.ts'
import { namesStatement, nearStatement, soundStatement } from '#db/queries/registry-files/similar-names.ts'
import { writeNearWords } from '#db/records/registry/near-words.ts'
import { nppesHeaderLine, nppesLine } from '#demo/registry/nppes-file.ts'
import { registryParties } from '#demo/registry/registry-parties.ts'
import { anonymous, authorize } from '#domain/access/policy.ts'
import { day } from '#domain/dates.ts'
import { registryName } from '#domain/party/registry-provider.ts'
import { askedWords, nearKeys, nearWords, similarQuery, wordsQuery } from '#domain/registry/name-words.ts'
import { heardQuery, heardWord } from '#domain/registry/names-heard.ts'
import { soundOf } from '#domain/registry/sounds.ts'
import { en } from '#words/index.ts'
import { createEligibilityKeeper } from '../eligibility/keep-snapshot.ts'
import { importing } from '../sources/import-source.fixture.ts'
import { listNamesAlike } from './find-names-alike.ts'

const at = importing()
const parties = registryParties(10)
const someone = parties.find((p) => p.person && !p.deactivatedOn)!
const business = parties.find((p) => p.organization && !p.deactivatedOn)!
const person = (last: string, first: string, i: number) => ({
  ...someone,
  npi: parties[i]!.npi,
  person: { last, first },
  otherNames: [],
  practice: { ...someone.practice!, state: i % 2 ? 'WI' : 'IL' },
})
const vega = person('VEGA', 'ROSA', 0)
const rosas = person('ROSAS', 'VEGA MARIA', 1)
const whittaker = person('WHITTAKER', 'EDNA', 2)
const cruz = person('DE LA CRUZ', 'ANA', 3)
const clinic = { ...business, npi: parties[4]!.npi, organization: 'PRAIRIE REGIONAL HEALTH, INC.', otherNames: [] }
const file = (...some: Parameters<typeof nppesLine>[0][]) => nppesHeaderLine + some.map(nppesLine).join('')

const schmidt = person('SCHMIDT', 'MARGARET', 5)
type Case = readonly [
  last: string,
  first: string,
  byWords: string[],
  similar: string[],
  state?: string | undefined,
  heard?: string[],
]
const cases: readonly Case[] = [
  ['vega', '', ['ROSAS, VEGA MARIA'], []],
  ['rosa vega', '', ['ROSAS, VEGA MARIA', 'VEGA, ROSA'], []],
  ['vega, rosa', '', ['ROSAS, VEGA MARIA', 'VEGA, ROSA'], []],
  ['rosa', 'vega', ['VEGA, ROSA'], []],
  ['rosa vega', '', ['VEGA, ROSA'], [], 'IL'],
  ['regional prairie', '', ['PRAIRIE REGIONAL HEALTH, INC.'], []],
  ['health', '', ['PRAIRIE REGIONAL HEALTH, INC.'], []],
  ['delacruz', '', ['DE LA CRUZ, ANA'], []],
  // One letter changed, missing, doubled, too many, swapped; at the beginning, in the middle, at the end.
  ['whitteker', '', [], ['WHITTAKER, EDNA']],
  ['phittaker', '', [], ['WHITTAKER, EDNA']],
  ['whitaker', '', [], ['WHITTAKER, EDNA']],
  ['hittaker', '', [], ['WHITTAKER, EDNA']],
  ['whittakerr', '', [], ['WHITTAKER, EDNA']],
  ['whitttaker', '', [], ['WHITTAKER, EDNA']],
  ['whitxtaker', '', [], ['WHITTAKER, EDNA']],
  ['hwittaker', '', [], ['WHITTAKER, EDNA']],
  ['whittakre', '', [], ['WHITTAKER, EDNA']],
  ['Whíttaker-', 'edan', [], ['WHITTAKER, EDNA']],
  ['edna whitaker', '', [], ['WHITTAKER, EDNA']],
  ['whitaker', '', [], [], 'WI'],
  ['priarie regional', '', [], ['PRAIRIE REGIONAL HEALTH, INC.']],
  ['vegga', 'rosa', [], ['ROSAS, VEGA MARIA', 'VEGA, ROSA']],
  ['whiteker', '', [], [], undefined, ['WHITTAKER, EDNA: WHITTAKER sounds like WHITEKER']],
  ['smyth', '', [], [], undefined, ['SCHMIDT, MARGARET: SCHMIDT sounds like SMYTH']],
  ['smyth', '', [], [], 'IL', []],
  ['schmidt', 'peggy', [], [], undefined, ['SCHMIDT, MARGARET: PEGGY is a nickname of MARGARET']],
  [
    'peggy smyth',
    '',
    [],
    [],
    undefined,
    ['SCHMIDT, MARGARET: PEGGY is a nickname of MARGARET; SCHMIDT sounds like SMYTH'],
  ],
  // A last name alone has no short form.
  ['peggy', '', [], []],
  ['vega whittaker', '', [], []],
  ["x' | 'w:VEGA", '', [], []],
  ['%', '', [], []],
]
test('a name is found by its words in any order, with one typing error a word, by short forms and by sound', async () => {
  await at.loaded(file(vega, rosas, clinic))
  await at.loaded(file(whittaker, cruz, schmidt), { increment: true })
  const permit = authorize(anonymous, 'public.view', { id: 'public' })
  if (!permit.ok) throw new Error(permit.problem.code)
  const keeper = await createEligibilityKeeper(at.db, at.clock)
  const ask = (last: string, first: string, state?: string) =>
    listNamesAlike(at.db, permit.value, keeper.current(), {
      last,
      ...(first && { first }),
      ...(state && { state }),
      on: day('2026-11-24'),
    })
  for (const [last, first, byWords, similar, state, heard = []] of cases) {
    const found = await ask(last, first, state)
    const names = (list: typeof found.similar) => list.found.map((f) => registryName(f.registry))
    const reasons = found.heard.found.map(({ registry, why }) => {
      const said = why.map((r) => en.lookup.why[r.kind](r.asked, r.found, 'of' in r ? r.of : ''))
      return `${registryName(registry)}: ${said.join('; ')}`
    })
    const seen = [names(found.byWords), names(found.similar), reasons]
    expect.soft(seen, `${last}, ${first}`).toEqual([byWords, similar, heard])
  }
  await at.loaded(file(vega), { allowShrink: true })
  expect(await ask('whitaker', '')).toEqual({
    byWords: { found: [], more: false },
    similar: { found: [], more: false },
    heard: { found: [], more: false },
  })
  const { rows } = await sql<{ loads: number }>`
    select count(distinct import_id)::int as loads from registry_near_word`.execute(open(at.db))
  expect(rows[0]?.loads, 'words of old loads are cleared').toBe(1)
  keeper.stop()
})

test('over 50,000 providers no search walks a table', async () => {
  const k = open(at.db)
  await sql`insert into source_import (id, source, file_name, sha256, increment, status, as_of, as_of_stated, bytes_total, started_at)
    values (gen_random_uuid(), 'nppes', 'x', 'x', false, 'current', '2026-11-01', true, 1, now())`.execute(k)
  const { nppes } = await currentImports(k)
  const id = nppes!
  // 1,000 last and 300 first names; every fifth provider has the same last name. Indexes built at once cost less.
  await sql`drop index registry_search_terms`.execute(k)
  const letters = (number: ReturnType<typeof sql>) => sql`translate((${number})::text, '0123456789', 'ABCDEFGHIJ')`
  await sql`
    insert into registry_provider (import_id, npi, name_key, first_key, state, city_key, detail)
    select ${id}::uuid, (2000000000 + i)::text, 'LAST' || ${letters(sql`case when i % 5 = 0 then 7 else i * 7919 % 1000 end`)},
      'FIRST' || ${letters(sql`i % 300`)}, '', '', '{}' from generate_series(1, 50000) i`.execute(k)
  await sql`
    insert into registry_search
    select import_id, npi, (concat('''k:1'' ''ps:WI'' ''l:', name_key, ''' ''w:', name_key, ''' ''w:', first_key, ''''))::tsvector
    from registry_provider where import_id = ${id}`.execute(k)
  await sql`create index registry_search_terms on registry_search using gin (terms)`.execute(k)
  const { rows: words } = await sql<{ word: string }>`
    select distinct name_key as word from registry_provider where import_id = ${id}`.execute(k)
  await writeNearWords(at.db, id, new Set(words.map((r) => r.word)))
  await sql`analyze registry_provider, registry_search, registry_near_word, word_sound`.execute(k)

  await searching(at.db, async (tx) => {
    const once = async (statement: RawBuilder<unknown>) => {
      const { rows } = await sql<{ 'QUERY PLAN': string }>`explain (analyze, timing off) ${statement}`.execute(tx)
      const plan = rows.map((r) => r['QUERY PLAN']).join('\n')
      return { plan, milliseconds: Number(/Execution Time: ([\d.]+)/.exec(plan)?.[1]) }
    }
    // The best of three: a busy machine must not fail what is quick.
    const explained = async (statement: RawBuilder<unknown>) => {
      const seen = [await once(statement), await once(statement), await once(statement)]
      return seen.toSorted((a, b) => a.milliseconds - b.milliseconds)[0]!
    }
    for (const last of ['LASTH', 'LSATBCD', 'LASTHH FIRSTAB', 'NOBODY', 'LASTBC FIRTSB']) {
      const words = askedWords({ last })
      const nearby = nearStatement(id, words.flatMap(nearKeys))
      const { plan, milliseconds } = await explained(nearby)
      expect(plan).toMatch(/Scan (using|on) registry_near_word_rest_pkey/)
      expect(plan).not.toContain('Seq Scan')
      expect(milliseconds, plan).toBeLessThan(50)
      const found = (await nearby.execute(tx)).rows.map((r) => r.word)
      const near = words.map((word) => ({ word, near: nearWords(word, found).slice(0, 30) }))
      const similar = similarQuery(near, { last, state: 'WI' })
      const sounding = await explained(soundStatement(words.flatMap((w) => soundOf(w) ?? [])))
      expect(sounding.plan).toMatch(/Scan (using|on) word_sound_pkey/)
      expect(sounding.milliseconds, sounding.plan).toBeLessThan(50)
      const heardWords = near.map((n) => heardWord({ last }, n.word, n.near, found))
      const heard = heardQuery(heardWords, { last, state: 'WI' })
      for (const terms of [wordsQuery(words, { last }), ...(similar ? [similar] : []), ...(heard ? [heard] : [])]) {
        const { plan, milliseconds } = await explained(namesStatement(id, terms))
        expect(plan).toContain('Bitmap Index Scan on registry_search_rest_terms')
        expect(plan).not.toContain('Seq Scan')
        expect(milliseconds, plan).toBeLessThan(50)
      }
    }
  })
})
