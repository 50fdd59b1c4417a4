/** The files beside the main one: as published, week after week, and the report of numbers out of use. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { findRegistryProvider } from '#db/queries/registry-files/registry.ts'
import { searchRegistryLegs } from '#db/queries/registry-files/search-providers.ts'
import { listSideRows } from '#db/queries/registry-files/side-rows.ts'
import { listQuarantined, sourceVersion } from '#db/queries/registry-files/source-imports.ts'
import { isNpi } from '#domain/identifiers/npi.ts'
import { searchLegs } from '#domain/registry/search-terms.ts'
import { nppesHeader } from '#outside/sources/nppes-columns.ts'
import { openSourceFile } from '#outside/sources/source-file.ts'
import { importing, npiOf, permit } from '../sources/import-source.fixture.ts'

const bulk = join(import.meta.dirname, '../../../../shared/data/nppes-bulk')
const at = importing()
const quoted = (...cells: readonly string[]) => `${cells.map((c) => `"${c}"`).join(',')}\n`

const NAMES = quoted('NPI', 'Provider Other Organization Name', 'Provider Other Organization Name Type Code')
const name = (i: number, text: string, kind = '3') => quoted(npiOf(i), text, kind)
const namesOf = async (i: number) =>
  (await listSideRows(at.db, permit, [npiOf(i)])).get(npiOf(i))!.otherNames.map((n) => n.name)

const main = (rows: readonly Readonly<Record<string, string>>[]) =>
  quoted(...nppesHeader) + rows.map((r) => quoted(...nppesHeader.map((n) => r[n] ?? ''))).join('')
const person = (i: number, last: string) => ({
  NPI: npiOf(i),
  'Entity Type Code': '1',
  'Provider Last Name (Legal Name)': last,
  'Provider First Name': 'JO',
  'Provider Enumeration Date': '01/02/2010',
})

describe('a weekly file', () => {
  test('replaces all rows of the providers it names, and leaves the others', async () => {
    await at.loaded(
      NAMES + name(1, 'OLD ONE') + name(1, 'OLD TWO') + name(2, 'STAYS'),
      {},
      'othername_pfile_20261108.csv',
    )
    const week = await at.loaded(
      NAMES + name(1, 'NEW') + name(3, 'COMES'),
      { increment: true },
      'othername_pfile_20261109-20261115.csv',
    )
    expect(week).toMatchObject({ source: 'nppes-other-names', increment: true, rows: 2, asOf: '2026-11-15' })
    expect(await namesOf(1)).toEqual(['NEW'])
    expect(await namesOf(2)).toEqual(['STAYS'])
    expect(await namesOf(3)).toEqual(['COMES'])
    expect(await sourceVersion(at.db, 'nppes-other-names')).toMatchObject({ rows: 3, asOf: '2026-11-15' })
  })
  const week = '20261109-20261115'
  const begin = async () => {
    await at.loaded(main([person(1, 'DOE'), person(2, 'ROE'), person(3, 'POE')]), {}, 'npidata_pfile_20261108.csv')
    await at.loaded(NAMES + name(1, 'ONE') + name(2, 'TWO') + name(3, 'THREE'), {}, 'othername_pfile_20261108.csv')
  }
  const mainWeek = () =>
    at.loaded(main([person(1, 'DOE'), person(2, 'ROE')]), { increment: true }, `npidata_pfile_${week}.csv`)
  const namesWeek = (dates = week) =>
    at.loaded(NAMES + name(1, 'ANOTHER'), { increment: true }, `othername_pfile_${dates}.csv`)
  const orders: readonly (readonly [title: string, files: readonly (() => Promise<unknown>)[]])[] = [
    ['after the main one of its week', [mainWeek, namesWeek]],
    ['before the main one of its week', [namesWeek, mainWeek]],
  ]
  test.each(orders)('takes away what the main file names and it does not, %s', async (_, files) => {
    await begin()
    for (const load of files) await load()
    expect([await namesOf(1), await namesOf(2), await namesOf(3)]).toEqual([['ANOTHER'], [], ['THREE']])
    expect(await sourceVersion(at.db, 'nppes-other-names')).toMatchObject({ rows: 2, asOf: '2026-11-15' })
  })
  test('takes away nothing for the main file of another week', async () => {
    await begin()
    await mainWeek()
    await namesWeek('20261116-20261122')
    expect([await namesOf(1), await namesOf(2), await namesOf(3)]).toEqual([['ANOTHER'], ['TWO'], ['THREE']])
  })
  test('needs a list to be laid over', async () => {
    expect(await at.refusal(NAMES + name(1, 'A'), { increment: true })).toMatchObject({ code: 'source-no-base' })
  })
  test('keeps the order of its rows, and a row that is there twice once', async () => {
    const s = await at.loaded(NAMES + name(1, 'B') + name(1, 'A') + name(1, 'B') + name(1, 'C'))
    expect(await namesOf(1)).toEqual(['B', 'A', 'C'])
    expect(await listQuarantined(at.db, permit, s.importId)).toMatchObject([{ line: 4, reason: 'repeated' }])
  })
})

test('what an increment of the main file changes is found by search, and what it ends is not', async () => {
  const found = async (last: string) => {
    const criteria = { last: { key: last }, limit: 10, skip: 0 }
    return (await searchRegistryLegs(at.db, permit, { ...criteria, legs: searchLegs(criteria, undefined) })).length
  }
  await at.loaded(main([person(1, 'DOE'), person(2, 'ROE')]), {}, 'npidata_pfile_20050523-20261108.csv')
  expect([await found('DOE'), await found('ROE'), await found('POE')]).toEqual([1, 1, 0])
  const ended = { NPI: npiOf(2), 'NPI Deactivation Date': '11/10/2026' }
  await at.loaded(main([person(1, 'POE'), ended]), { increment: true }, 'npidata_pfile_20261109-20261115.csv')
  expect([await found('DOE'), await found('ROE'), await found('POE')]).toEqual([0, 0, 1])
})

describe('the report of numbers out of use', () => {
  const title = 'Deactivated NPI Report as of Nov 10 2026'
  const csv = (...rows: readonly string[]) => `${title}\nNPI,NPPES Deactivation Date\n${rows.join('\n')}\n`
  const loadMain = () =>
    at.loaded(main([person(1, 'DOE'), person(2, 'ROE')]), { as: 'nppes' }, 'npidata_pfile_20050523-20261108.csv')
  const before = 'NPPES Deactivated NPI Report 20261110'

  test('is laid over the registry: such a number says nothing but its day', async () => {
    await loadMain()
    const s = await at.loaded(csv(`${npiOf(2)},11/09/2026`, `${npiOf(9)},05/01/2012`), {}, `${before}.csv`)
    expect(s).toMatchObject({ source: 'nppes', increment: true, rows: 2, quarantined: 0, asOf: '2026-11-10' })
    expect(await findRegistryProvider(at.db, permit, npiOf(2))).toEqual({
      npi: npiOf(2),
      otherNames: [],
      taxonomies: [],
      deactivatedOn: '2026-11-09',
    })
    expect(await findRegistryProvider(at.db, permit, npiOf(9))).toMatchObject({ deactivatedOn: '2012-05-01' })
    expect(await findRegistryProvider(at.db, permit, npiOf(1))).toMatchObject({ person: { last: 'DOE' } })
  })

  test('is no other file, whatever is said', async () => {
    await loadMain()
    expect(await at.refusal(csv(`${npiOf(2)},11/09/2026`), { as: 'nppes-locations' })).toMatchObject({
      code: 'source-wrong-file',
    })
    expect(await at.refusal(csv(`${npiOf(2)},11/09/2026`), {}, 'Report 20240408.csv')).toMatchObject({
      code: 'source-older',
    })
  })

  const cells = (kind: 's' | 'inline', ...texts: readonly string[]) =>
    texts.map((t, i) => {
      const r = `${'AB'[i]}1`
      return kind === 's' ? `<c r="${r}" t="s"><v>${t}</v></c>` : `<c r="${r}" t="inlineStr"><is><t>${t}</t></is></c>`
    })
  const sheet = (rows: readonly (readonly string[])[]) =>
    `<?xml version="1.0"?><worksheet><sheetData>${rows.map((c) => `<row>${c.join('')}</row>`).join('')}</sheetData></worksheet>`
  async function workbook(parts: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
    const zip = new ZipFile()
    for (const [path, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text), path)
    zip.end()
    const pieces: Buffer[] = []
    for await (const piece of zip.outputStream) pieces.push(piece as Buffer)
    return Buffer.concat(pieces)
  }
  const book = '<workbook><sheets><sheet name="DeactivatedNPIs" sheetId="1"/></sheets></workbook>'
  const strings = [title, 'NPI', 'NPPES Deactivation Date', npiOf(2), '11/09/2026', '10/01/2026']
  const xlsx = () =>
    workbook({
      'xl/workbook.xml': book,
      'xl/sharedStrings.xml': `<sst>${strings.map((s) => `<si><t>${s}</t></si>`).join('')}</sst>`,
      'xl/worksheets/sheet1.xml': sheet([
        cells('s', '0'),
        cells('s', '1', '2'),
        cells('s', '3', '4'),
        [`<c r="A4"><v>${npiOf(9)}</v></c>`, ...cells('s', '5', '5').slice(1)],
        [],
      ]),
    })

  test.each([
    ['as a workbook', xlsx, `${before}.xlsx`],
    ['as a workbook in an archive', async () => workbook({ [`${before}.xlsx`]: await xlsx() }), `${before}.zip`],
    [
      'as a workbook without shared texts',
      () =>
        workbook({
          'xl/workbook.xml': book,
          'xl/worksheets/sheet1.xml': sheet([
            cells('inline', title),
            cells('inline', 'NPI', 'NPPES Deactivation Date'),
            cells('inline', npiOf(2), '11/09/2026'),
            cells('inline', npiOf(9), '10/01/2026'),
          ]),
        }),
      `${before}.xlsx`,
    ],
  ])('%s', async (_, made, file) => {
    await loadMain()
    expect(await at.loaded(await made(), {}, file)).toMatchObject({ rows: 2, quarantined: 0, asOf: '2026-11-10' })
    expect(await findRegistryProvider(at.db, permit, npiOf(2))).toMatchObject({ deactivatedOn: '2026-11-09' })
    expect(await findRegistryProvider(at.db, permit, npiOf(9))).toMatchObject({ deactivatedOn: '2026-10-01' })
  })
  test('a workbook of two sheets, or of anything else, is refused', async () => {
    const two = await workbook({
      'xl/workbook.xml': book.replace('<sheet ', '<sheet name="x"/><sheet '),
      'xl/worksheets/sheet1.xml': sheet([cells('inline', 'NPI', 'NPPES Deactivation Date')]),
    })
    for (const file of [two, await workbook({ 'xl/workbook.xml': book, 'xl/worksheets/sheet1.xml': sheet([]) })])
      expect(await openSourceFile(await at.write(file, 'x.xlsx'))).toMatchObject({
        problem: { code: 'source-wrong-file' },
      })
  })
})

test('an archive of all files gives the one that is asked for', async () => {
  const zip = new ZipFile()
  zip.addBuffer(Buffer.from(main([person(1, 'DOE')])), 'npidata_pfile_20050523-20261108.csv')
  zip.addBuffer(Buffer.from(NAMES + name(1, 'A')), 'othername_pfile_20050523-20261108.csv')
  zip.end()
  const pieces: Buffer[] = []
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer)
  const path = await at.write(Buffer.concat(pieces), 'NPPES_Data_Dissemination_November_2026.zip')
  const nameOf = async (as?: 'nppes-other-names' | 'nppes-endpoints') => {
    const file = await openSourceFile(path, undefined, as)
    return file.ok ? file.value.name : file.problem.code
  }
  expect(await nameOf()).toMatch(/^npidata/)
  expect(await nameOf('nppes-other-names')).toMatch(/^othername/)
  expect(await nameOf('nppes-endpoints')).toBe('source-wrong-file')
})

describe.skipIf(!existsSync(bulk))('the published files (../shared/data/nppes-bulk)', () => {
  test.each([
    ['othername_pfile_20251103-20251109.csv', 'nppes-other-names', 1531, 0],
    ['pl_pfile_20251103-20251109.csv', 'nppes-locations', 6325, 59],
    ['endpoint_pfile_20251103-20251109.csv', 'nppes-endpoints', 1620, 17],
    ['npidata_v1_329col_2018_sample.csv', 'nppes', 66, 0],
    ['npidata_v2_330col_sample.csv', 'nppes', 650, 0],
  ] as const)('%s', async (file, source, rows, repeated) => {
    const s = await at.loaded(readFileSync(join(bulk, file)), {}, file)
    expect(s).toMatchObject({ source, rows, quarantined: repeated, unknownColumns: [] })
    const aside = await listQuarantined(at.db, permit, s.importId)
    expect(aside.filter((q) => q.reason !== 'repeated')).toEqual([])
  })
  test('the report of numbers out of use', async () => {
    await at.loaded(readFileSync(join(bulk, 'npidata_v2_330col_sample.csv')), {}, 'npidata_20250101.csv')
    const text = readFileSync(join(bulk, 'deactivated_npi_report_formtrue.csv'), 'utf8')
    const rows = text.split(/\r?\n/).filter((l) => isNpi(l.slice(0, 10)))
    const s = await at.loaded(text, { allowOlder: true })
    expect(s).toMatchObject({ source: 'nppes', rows: rows.length, quarantined: 0 })
  })
})
