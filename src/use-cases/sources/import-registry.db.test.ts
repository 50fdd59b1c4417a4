/** A full load of the registry by COPY: interrupted, disturbed, refused, and what stands in the database afterwards. */
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { open } from '#db/kit/open.ts'
import { findRegistryProvider } from '#db/queries/registry-files/registry.ts'
import { listQuarantined, sourceVersion } from '#db/queries/registry-files/source-imports.ts'
import { nppesHeaderLine, nppesLine } from '#demo/registry/nppes-file.ts'
import { registryParties } from '#demo/registry/registry-parties.ts'
import { nameWords, nearKeys } from '#domain/registry/name-words.ts'
import { searchTerms } from '#domain/registry/search-terms.ts'
import { failingAfter, importing, inPieces, permit } from './import-source.fixture.ts'

const at = importing()
const parties = registryParties(1).slice(0, 320)
const lines = parties.map(nppesLine)
const fileOf = (rows: readonly string[]) => nppesHeaderLine + rows.join('')
/** So small that there are many. */
const PARCEL = 32_768

const inForce = sql<string>`(select id from source_import where source = 'nppes' and status = 'current')`
const providers = () =>
  open(at.db).selectFrom('registry_provider').select(['npi', 'detail']).where('import_id', '=', inForce).orderBy('npi')
const searchable = async () =>
  (
    await sql<{ npi: string; terms: string; made: string }>`
      select npi, terms::text as terms from registry_search where import_id = ${inForce} order by npi`.execute(
      open(at.db),
    )
  ).rows
const nearWords = async () =>
  (
    await sql<{ near: string; word: string }>`
      select near, word from registry_near_word where import_id = ${inForce} order by near, word`.execute(open(at.db))
  ).rows.map((r) => `${r.near} ${r.word}`)
/** Tables of loads that were made and not dropped. */
const tables = async () =>
  (
    await sql<{ n: number }>`select count(*)::int as n from pg_class where relkind = 'r'
      and relname ~ '^registry_(provider|search|near_word|word)_[0-9a-f]{32}$'`.execute(open(at.db))
  ).rows[0]!.n

describe('a full load of the registry', () => {
  test('writes what is found by search, and the words under the keys of their typing errors', async () => {
    await at.loaded(fileOf(lines))
    const rows = await providers().execute()
    expect(rows.map((r) => r.npi)).toEqual(parties.map((p) => p.npi).toSorted())
    const active = rows.map((r) => r.detail).filter((p) => searchTerms(p) !== '')
    const words = new Set(active.flatMap((p) => nameWords(p)))
    const pairs = new Set([...words].flatMap((word) => nearKeys(word).map((near) => `${near} ${word}`)))
    expect(new Set(await nearWords())).toEqual(pairs)
    const { rows: made } = await sql<{ terms: string }>`
      select t::tsvector::text as terms from unnest(${rows.map((r) => searchTerms(r.detail))}::text[])
        with ordinality as u (t, i) order by i`.execute(open(at.db))
    expect((await searchable()).map((r) => r.terms)).toEqual(made.map((r) => r.terms))
  })

  test('goes on where it was killed, and ends as if it had not been', async () => {
    const rows = [...lines.slice(0, 200), lines[3]!, 'x\n', ...lines.slice(200), lines[299]!, lines[5]!]
    const file = await at.fileOf(fileOf(rows))
    await expect(at.load(failingAfter(file, 150_000), {}, PARCEL)).rejects.toThrow('power cut')
    expect(await sourceVersion(at.db, 'nppes')).toBeUndefined()
    expect(await findRegistryProvider(at.db, permit, parties[0]!.npi), 'staged rows are not seen').toBeUndefined()
    await expect(at.load(failingAfter(file, 260_000), {}, PARCEL)).rejects.toThrow('power cut')
    const resumed = await at.load(inPieces(file), {}, PARCEL)
    expect(resumed).toMatchObject({ ok: true, value: { rows: 320, quarantined: 4 } })
    if (!resumed.ok) return
    expect(resumed.value.resumedAt).toBeGreaterThan(150_000)
    const aside = await listQuarantined(at.db, permit, resumed.value.importId)
    expect(aside.map((q) => [q.line, q.reason])).toEqual([
      [202, 'repeated'],
      [203, 'width'],
      [324, 'repeated'],
      [325, 'repeated'],
    ])
    const seen = [await providers().execute(), await searchable(), await nearWords()]

    await at.empty()
    const undisturbed = await at.load(file)
    expect([await providers().execute(), await searchable(), await nearWords()]).toEqual(seen)
    expect(undisturbed.ok && (await listQuarantined(at.db, permit, undisturbed.value.importId))).toEqual(aside)
  })

  test('two at once: one does it, the other steps back, nothing doubled', async () => {
    const file = inPieces(await at.fileOf(fileOf(lines)))
    const both = await Promise.all([at.load(file, {}, PARCEL), at.load(file, {}, PARCEL)])
    expect(both.map((r) => (r.ok ? r.value.outcome : r.problem.code)).sort()).toEqual(['loaded', 'source-in-progress'])
    expect(await providers().execute()).toHaveLength(320)
  })

  test('what takes its place leaves no tables of it, nor does one that is given up or refused', async () => {
    const before = await tables()
    await at.loaded(fileOf(lines))
    await at.loaded(fileOf(lines.slice(1)))
    expect(await tables()).toBe(before + 3)
    await expect(at.load(failingAfter(await at.fileOf(fileOf(lines.slice(2))), 150_000), {}, PARCEL)).rejects.toThrow()
    expect(await at.refusal(fileOf(lines.slice(0, 20)))).toMatchObject({ code: 'source-shrunk' })
    expect(await tables()).toBe(before + 3)
    expect(await providers().execute()).toHaveLength(319)
  })

  test('a reader sees the old list or the new one, never half', async () => {
    await at.loaded(fileOf(lines))
    const seen = new Set<number>()
    let done = false
    const reader = (async () => {
      while (!done) {
        const { rows } = await sql<{ n: number }>`
          select count(*)::int as n from registry_provider p join registry_search s using (import_id, npi)
          where p.import_id = ${inForce}`.execute(open(at.db))
        seen.add(rows[0]!.n)
      }
    })()
    await at.load(inPieces(await at.fileOf(fileOf(lines.slice(20)))), {}, PARCEL)
    await new Promise((wait) => setTimeout(wait, 20))
    done = true
    await reader
    expect([...seen].sort()).toEqual([300, 320])
  })
})
