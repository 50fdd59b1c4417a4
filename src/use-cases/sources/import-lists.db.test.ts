import { existsSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { open } from '#db/kit/open.ts'
import { exclusionsFor } from '#db/queries/registry-files/exclusions.ts'
import {
  findRegistryProvider,
  listProviderTypes,
  listSpecialtiesOf,
  searchRegistry,
} from '#db/queries/registry-files/registry.ts'
import { sourceVersion } from '#db/queries/registry-files/source-imports.ts'
import { demoParties } from '#demo/accounts/people.ts'
import { loadDemoSources } from '#demo/load-demo-sources.ts'
import { nppesHeaderLine, nppesLine } from '#demo/registry/nppes-file.ts'
import { registryParties } from '#demo/registry/registry-parties.ts'
import { day } from '#domain/dates.ts'
import { HEAD, importing, line, permit } from './import-source.fixture.ts'

const at = importing()

describe('an increment', () => {
  const parties = registryParties(1)
  const nppesFile = (some: readonly (typeof parties)[number][]) => nppesHeaderLine + some.map(nppesLine).join('')
  test('adds new providers, replaces known ones, and leaves the rest', async () => {
    const [a, b, c] = [parties[1]!, parties[2]!, parties[30]!]
    await at.loaded(nppesFile([a, b]))
    const changed = { ...b, deactivatedOn: day('2026-11-01') }
    const s = await at.loaded(nppesFile([changed, c]), { increment: true })
    expect(s).toMatchObject({ rows: 2, increment: true })
    expect(await sourceVersion(at.db, 'nppes')).toMatchObject({ rows: 3 })
    expect(await findRegistryProvider(at.db, permit, a.npi)).toMatchObject({ person: a.person })
    expect(await findRegistryProvider(at.db, permit, b.npi)).toMatchObject({ deactivatedOn: '2026-11-01' })
    expect(await findRegistryProvider(at.db, permit, c.npi)).toMatchObject({ organization: c.organization })
    expect((await at.loaded(nppesFile([changed, c]), { increment: true })).outcome).toBe('already-loaded')
    expect(await at.count('registry_provider'), 'the increment leaves no rows of its own').toBe(3)
  })
  test('needs a list to be laid over', async () => {
    expect(await at.refusal(nppesFile([parties[1]!]), { increment: true })).toMatchObject({ code: 'source-no-base' })
  })
  test('is not for lists that are always full', async () => {
    expect(await at.refusal(HEAD + line(1), { increment: true })).toMatchObject({ code: 'source-no-increments' })
  })
  test('a reinstatement ends the exclusion that it names', async () => {
    const head =
      'LASTNAME,FIRSTNAME,MIDNAME,BUSNAME,GENERAL,SPECIALTY,UPIN,NPI,DOB,ADDRESS,CITY,STATE,ZIP,EXCLTYPE,EXCLDATE,REINDATE,WAIVERDATE,WVRSTATE\n'
    await at.loaded(
      `${head}DOE,JO,,,,,,0000000000,19600102,1 ELM,PEORIA,IL,61602,1128a1   ,20150120,00000000,00000000,\n`,
    )
    await at.loaded(
      `${head}DOE,JO,,,,,,0000000000,01/02/60,9 OAK,AUSTIN,TX,78701,1128a1,20150120,20200301,00000000,\n`,
      {
        increment: true,
      },
    )
    const found = await exclusionsFor(at.db, permit, { last: 'Doe', first: 'Jo', bornOn: day('1960-01-02') })
    expect(found.map((e) => [e.city, e.reinstatedOn])).toEqual(expect.arrayContaining([['PEORIA', '2020-03-01']]))
  })
})

describe('the invented sources', () => {
  test('load whole, twice without a change, and are found', async () => {
    const first = await loadDemoSources(at.db, { clock: at.clock })
    expect(first.map((s) => [s.source, s.outcome, s.quarantined])).toEqual([
      ['nppes', 'loaded', 0],
      ['leie', 'loaded', 0],
      ['order-referring', 'loaded', 0],
      ['provider-types', 'loaded', 0],
      ['taxonomy-crosswalk', 'loaded', 0],
      ['sam', 'loaded', 0],
      ['revocations', 'loaded', 0],
      ['state-ny', 'loaded', 0],
      ['death-file', 'loaded', 0],
      ['license-board', 'loaded', 0],
      ['nppes-other-names', 'loaded', 0],
      ['nppes-locations', 'loaded', 0],
      ['nppes-endpoints', 'loaded', 0],
    ])
    expect((await loadDemoSources(at.db, { clock: at.clock })).map((s) => s.outcome)).toEqual(
      Array(13).fill('already-loaded'),
    )
    const vega = demoParties.rosaVega
    const { bornOn, ssn, orders, ...registryPart } = vega
    expect(await findRegistryProvider(at.db, permit, vega.npi)).toEqual({
      ...registryPart,
      certifiedOn: vega.updatedOn,
    })
    expect([bornOn, ssn, orders].every(Boolean)).toBe(true)
    expect(await findRegistryProvider(at.db, permit, demoParties.ednaWhittaker.npi)).toEqual({
      npi: demoParties.ednaWhittaker.npi,
      otherNames: [],
      taxonomies: [],
      deactivatedOn: '2023-06-30',
    })

    const pages: string[] = []
    let after: Parameters<typeof searchRegistry>[2]['after']
    do {
      const page = await searchRegistry(at.db, permit, {
        name: 'vega',
        entityType: 1,
        limit: 7,
        ...(after && { after }),
      })
      pages.push(...page.found.map((p) => p.npi))
      after = page.next
    } while (after)
    const vegas = registryParties(855).filter(
      (p) => p.person?.last === 'VEGA' && !(p.deactivatedOn && !p.reactivatedOn),
    )
    expect(pages.toSorted()).toEqual(vegas.map((p) => p.npi).toSorted())
    expect((await searchRegistry(at.db, permit, { name: 'O’Don', limit: 5 })).found[0]?.person?.last).toBe("O'DONOVAN")
    const inPeoria = await searchRegistry(at.db, permit, { state: 'il', city: 'Peoria', name: 'prairie reg' })
    expect(inPeoria.found.map((p) => p.npi)).toEqual(['2000001778'])
    expect((await searchRegistry(at.db, permit, { name: '%' })).found).toEqual([])

    const ashgrove = demoParties.victorAshgrove
    const byNpi = await exclusionsFor(at.db, permit, { npi: ashgrove.npi })
    expect(byNpi.map((e) => [e.last, e.bornOn, e.authority])).toEqual([['ASHGROVE', ashgrove.bornOn, '1128a2']])
    const byTypo = await exclusionsFor(at.db, permit, { last: 'Ashgrave', first: 'Victor', bornOn: ashgrove.bornOn! })
    expect(byTypo.map((e) => e.npi)).toContain(ashgrove.npi)
    expect(await exclusionsFor(at.db, permit, {})).toEqual([])
  })
})

const shared = new URL('../../../../shared/data/', import.meta.url).pathname
describe.skipIf(!existsSync(shared))('published files (skipped without ../shared/data)', () => {
  const files: readonly (readonly [path: string, source: string, rows: number, quarantined: number])[] = [
    ['nppes-bulk/npidata_v2_330col_sample.csv', 'nppes', 650, 0],
    ['nppes-bulk/npidata_v1_329col_2018_sample.csv', 'nppes', 66, 0],
    ['cms-pecos-public/order_and_referring.csv', 'order-referring', 56, 0],
    ['taxonomy/pecos_provider_type.csv', 'provider-types', 180, 0],
    // Eight rows of it say again what others say, with the footnote written differently.
    ['taxonomy/medicare_specialty_taxonomy_crosswalk_partial.csv', 'taxonomy-crosswalk', 16, 8],
  ]
  test.each(files)('%s', async (path, source, rows, quarantined) => {
    const s = await at.load(await at.opened(shared + path))
    expect(s).toMatchObject({ ok: true, value: { source, rows, quarantined, unknownColumns: [] } })
  })
  test('what they hold is found', async () => {
    for (const [path] of files) await at.load(await at.opened(shared + path), { allowShrink: true })
    await at.load(await at.opened(shared + files[0]![0]), { allowShrink: true, allowOlder: true })
    const deactivated = await open(at.db)
      .selectFrom('registry_provider')
      .select('detail')
      .where('entity_type', 'is', null)
      .execute()
    expect(deactivated).toHaveLength(53)
    expect(await listProviderTypes(at.db, permit)).toContainEqual(
      expect.objectContaining({ code: '14-08', specialtyCode: '08' }),
    )
    expect(await listSpecialtiesOf(at.db, permit, '207Q00000X')).toMatchObject([{ specialtyCode: '08' }])
  })
  test('twenty monthly exclusion files, one after the other', async () => {
    const folder = `${shared}leie/monthly/`
    const names = readdirSync(folder)
    const counts = { rows: 0, quarantined: 0 }
    for (const [i, name] of names.entries()) {
      const s = await at.load(await at.opened(folder + name), { increment: i > 0 })
      if (!s.ok) throw new Error(`${name}: ${s.problem.code}`)
      counts.rows += s.value.rows
      counts.quarantined += s.value.quarantined
    }
    // 2,962 rows; one entry of August 2016 is there twice.
    expect(counts).toEqual({ rows: 2_961, quarantined: 1 })
    const undated = await open(at.db).selectFrom('exclusion').select('id').where('born_on', 'is', null).execute()
    expect(undated.length).toBeLessThan(50)
  })
  test('a file of another kind is refused', async () => {
    const file = await at.opened(`${shared}nppes-bulk/npd_fhir_data_elements.csv`)
    expect(await at.load(file)).toMatchObject({ ok: false, problem: { code: 'source-wrong-file' } })
    expect(
      await at.load(await at.opened(`${shared}cms-pecos-public/ordering_referring_2012_noheader.csv`)),
    ).toMatchObject({
      ok: false,
    })
  })
})
