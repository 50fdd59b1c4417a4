/** Over a hundred thousand providers no search walks a table, and every shape of search finds who it should. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readNppesRequest } from '#domain/registry/nppes-request.ts'
import { searchLegs } from '#domain/registry/search-terms.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { currentImports, searching, searchStatement } from './search-providers.ts'

const ROWS = 100_000
let t: TestDatabase

beforeAll(async () => {
  t = await testDatabase()
  for (const source of ['nppes', 'nppes-other-names', 'nppes-locations'])
    await t.pool.query(
      `insert into source_import (id, source, file_name, sha256, increment, status, as_of, as_of_stated, bytes_total, started_at)
       values (gen_random_uuid(), $1, 'x', 'x', false, 'current', '2026-11-01', true, 1, now())`,
      [source],
    )
  const id = (source: string) => `(select id from source_import where source = '${source}')`
  const { rows: indexes } = await t.pool.query<{ indexname: string; indexdef: string }>(
    `select indexname, indexdef from pg_indexes where indexname in ('registry_search_terms', 'registry_provider_name', 'registry_provider_place')`,
  )
  // Built at once they cost a tenth of what they cost row by row.
  for (const { indexname } of indexes) await t.pool.query(`drop index ${indexname}`)
  // 400 surnames, 60 given names, 500 cities in 50 states, 1000 ZIP codes, 90 taxonomies.
  await t.pool.query(`
    insert into registry_search
    select ${id('nppes')}, (2000000000 + i)::text, (
      '''k:' || (i % 5 / 4 + 1) || ''' ''l:LAST' || i % 400 || ''' ''f:FIRST' || i % 60 || ''' ''o:ORG ' || i % 7000
      || ''' ''pc:CITY' || i % 500 || ''' ''ps:S' || chr(65 + i % 25) || ''' ''pz:' || lpad((i % 1000)::text, 5, '7') || '1234'
      || ''' ''pn:US'' ''mn:US'' ''mc:CITY' || i % 491 || ''' ''ms:S' || chr(65 + i % 25) || ''' ''mz:' || lpad((i % 997)::text, 5, '7') || '0000'
      || ''' ''t:207Q0' || lpad((i % 90)::text, 4, '0') || 'X''')::tsvector
    from generate_series(1, ${ROWS}) i;
    insert into registry_provider (import_id, npi, name_key, first_key, state, city_key, detail)
    select ${id('nppes')}, (2000000000 + i)::text, 'LAST' || i % 400, '', '', '', jsonb_build_object('npi', (2000000000 + i)::text)
    from generate_series(1, ${ROWS}) i;
    insert into registry_other_name (import_id, npi, id, name_key, name, kind)
    select ${id('nppes-other-names')}, (2000000000 + i)::text, 'x', 'ALSO ' || i, 'ALSO', '3' from generate_series(4, ${ROWS}, 5) i;
    insert into registry_location (import_id, npi, id, state, city_key, zip, country, detail)
    select ${id('nppes-locations')}, (2000000000 + i)::text, 'x', 'SA', 'FAR' || i % 800, lpad((i % 900)::text, 5, '8') || '0000', 'US', '{}'
    from generate_series(3, ${ROWS}, 3) i;
    ${indexes.map((i) => i.indexdef.replace(' ON ONLY ', ' ON ')).join(';')};
    analyze registry_search, registry_provider, registry_other_name, registry_location, source_import`)
}, 60_000)
afterAll(() => t.close())

const searches: readonly (readonly [query: string, found: number])[] = [
  ['last_name=last7', 200],
  ['last_name=last7&first_name=first7&use_first_name_alias=false', 84],
  ['first_name=first1*&last_name=last2*', 200],
  ['first_name=first9', 200],
  ['organization_name=org 77', 15],
  ['organization_name=also 54', 1],
  ['organization_name=also 4*&state=SE&enumeration_type=NPI-2', 200],
  ['city=city3', 200],
  ['city=far7', 42],
  ['city=far7&address_purpose=SECONDARY', 42],
  ['city=far7&address_purpose=MAILING', 0],
  ['postal_code=77123', 200],
  ['postal_code=8*', -1],
  ['postal_code=88*&state=SA', 200],
  ['postal_code=771231234', 100],
  ['last_name=nobody', 0],
  ['last_name=last7&state=SH&city=city7', 50],
  ['last_name=last7&skip=200', 50],
  ['number=2000000007&last_name=last7', 1],
  ['number=2000000007&last_name=last8', 0],
]
test.each(searches)('%s', async (query, found) => {
  const read = readNppesRequest(new Map(new URLSearchParams(`version=2.1&limit=200&${query}`)))
  if ('errors' in read) return expect([read.errors[0]!.number, found]).toEqual(['03', -1])
  const { limit, skip, number } = read.criteria
  const [plan, rows] = await searching(t.db, async (k) => {
    const statement = searchStatement(
      { legs: searchLegs(read.criteria, undefined), ...(number && { number }), limit, skip },
      await currentImports(k),
    )
    const explained = await sql<{ 'QUERY PLAN': string }>`explain ${statement}`.execute(k)
    return [explained.rows.map((r) => r['QUERY PLAN']).join('\n'), (await statement.execute(k)).rows]
  })
  expect(plan).not.toContain('Seq Scan')
  expect(rows).toHaveLength(found)
})
