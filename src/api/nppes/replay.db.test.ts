/** Recorded answers of the original, loaded by the importer and asked again. What differs is what `comparable` levels. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Services } from '#outside/services.ts'
import { filesOf, type Recorded } from '#use-cases/registry/recorded.fixture.ts'
import { importing } from '#use-cases/sources/import-source.fixture.ts'
import type { ApiParts } from '../kit/route.ts'
import { nppesRoutes } from './index.ts'

const data = join(import.meta.dirname, '../../../../shared/data')
const here = existsSync(join(data, 'nppes-api'))
const read = (file: string) => JSON.parse(readFileSync(join(data, 'nppes-api', file), 'utf8'))
const current: readonly Recorded[] = here
  ? [...read('provider/nppes_page200_split.json').results, ...read('provider/nppes_ao.json').results]
  : []
/** Of 2018 to 2020: numbers instead of texts, and other names for some keys. */
const older: Readonly<Record<string, readonly Recorded[]>> = here
  ? Object.fromEntries(
      ['1f9cef', '6b1573', 'f7d8ea', 'f62abe', '8bdc8b'].map((f) => [f, read(`ropensci/api-${f}.json`).results]),
    )
  : {}

const at = importing()
let app: FastifyInstance

beforeAll(async () => {
  app = Fastify()
  const parts = { db: at.db, services: {} as Services } as unknown as ApiParts
  nppesRoutes(
    app,
    parts,
    () => {},
    () => false,
  )
  await app.ready()
})
afterAll(() => app.close())

const ask = async (query: Readonly<Record<string, string>>) => {
  const reply = await app.inject({ url: '/api/', query: { version: '2.1', ...query } })
  expect(reply.statusCode).toBe(200)
  return reply.json() as { result_count: number; results: Recorded[] }
}

/** Two surgical specialties have no words in the original; ours have them. */
const wordless = new Set(current.flatMap((r) => r.taxonomies.filter((t) => t.desc === null).map((t) => t.code)))

/**
 * Levels what differs: the files have no hour of the epochs and no "--" for a prefix that was not chosen; the original
 * gives its addresses in no order, repeats a location that was entered twice, and ends one description with a comma.
 */
function comparable(r: Recorded): unknown {
  const hourless = (epoch: unknown) => /^\d{12,13}$/.test(String(epoch)) && 'an epoch'
  const whole = JSON.parse(JSON.stringify(r, (_, v) => (typeof v === 'string' ? v.trim() : v))) as never
  const all = whole as Record<string, unknown> & Recorded
  const withoutDashes = (o: object) => Object.fromEntries(Object.entries(o).filter(([, v]) => v !== '--'))
  return {
    ...all,
    created_epoch: hourless(all.created_epoch),
    last_updated_epoch: hourless(all.last_updated_epoch),
    basic: withoutDashes(all.basic),
    other_names: all.other_names.map(withoutDashes),
    taxonomies: all.taxonomies.map((t) => ({
      ...t,
      desc: wordless.has(t.code) ? 'words' : t.desc?.replace(/,$/, ''),
    })),
    practiceLocations: [...new Map(all.practiceLocations!.map((a) => [JSON.stringify(a), a])).values()],
    addresses: all.addresses.toSorted((a, b) => String(a.address_purpose).localeCompare(String(b.address_purpose))),
  }
}

async function loadAll(records: readonly Recorded[]) {
  const once = [...new Map(records.map((r) => [String(r.number), r])).values()]
  const files = filesOf(once)
  await at.loaded(files.main, {}, 'npidata_pfile_20050523-20261108.csv')
  // A file of column names only is refused as empty, as it should be.
  for (const [as, text] of [
    ['nppes-other-names', files.otherNames],
    ['nppes-locations', files.locations],
    ['nppes-endpoints', files.endpoints],
  ] as const)
    if (text.indexOf('\n') < text.length - 1) await at.loaded(text, { as })
  await at.loaded(readFileSync(join(data, 'taxonomy/nucc_codes_names_only.csv')), { as: 'nucc-taxonomy' })
  return once
}

describe.skipIf(!here)('recorded answers (../shared/data/nppes-api)', () => {
  test('of today: every provider comes back as it was, asked by number', async () => {
    const records = await loadAll(current)
    const differing = await Promise.all(
      records.map(
        async (r) => [(await ask({ number: String(r.number) })).results.map(comparable), [comparable(r)]] as const,
      ),
    )
    expect(differing.map(([ours]) => ours)).toEqual(differing.map(([, theirs]) => theirs))
    expect(records.length).toBeGreaterThan(100)
  })

  test('of today: every provider is among those found by what it says of itself', async () => {
    const records = await loadAll(current)
    for (const r of records.slice(0, 12)) {
      const [a] = r.addresses
      const queries = [
        { last_name: r.basic.last_name ?? '', organization_name: r.basic.organization_name ?? '', state: a!.state! },
        { city: a!.city!, limit: '200' },
        { postal_code: a!.postal_code!.slice(0, 5), enumeration_type: r.enumeration_type },
        { taxonomy_description: r.taxonomies[0]!.desc!, limit: '200' },
      ]
      for (const query of queries) {
        const { results } = await ask(query)
        expect(
          results.map((x) => x.number),
          JSON.stringify(query),
        ).toContain(String(r.number))
      }
    }
  })

  test('of 2018: the searches that were recorded find what they found', async () => {
    await loadAll(Object.values(older).flat())
    const numbers = (rs: readonly Recorded[]) => rs.map((r) => String(r.number)).toSorted()
    const atlanta = await ask({ city: 'Atlanta', limit: '200' })
    const everywhere = (rs: readonly Recorded[]) =>
      rs.filter((r) => [...r.addresses, ...(r.practiceLocations ?? [])].some((a) => a.city === 'ATLANTA'))
    expect(numbers(atlanta.results)).toEqual(
      [...new Set(Object.values(older).flatMap((rs) => numbers(everywhere(rs))))].toSorted(),
    )
    const { results: organizations } = await ask({ city: 'ATLANTA', enumeration_type: 'NPI-2', limit: '200' })
    expect(organizations.every((r) => r.enumeration_type === 'NPI-2')).toBe(true)
    const one = await ask({ number: '1568946812' })
    expect(one).toMatchObject({
      result_count: 1,
      results: [{ basic: { organization_name: 'CSP ANESTHESIA LLC', authorized_official_credential: 'CRNA' } }],
    })
  })

  test('errors', async () => {
    await loadAll(current.slice(0, 1))
    for (const { case: name, body } of read('error_responses.json')) {
      const query = { 'no criteria': {}, 'enumeration_type alone': { enumeration_type: 'NPI-1' } }[name as string]
      expect(await ask(query ?? { first_name: 'n*' }), name).toMatchObject(body)
    }
    expect(await ask({ first_name: 'Zzyzx' })).toEqual(read('ropensci/api-a2f836.json'))
    expect(await ask({})).toEqual(read('ropensci/api-8d2d52.json'))
  })
})
