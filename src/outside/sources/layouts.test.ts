import { describe, expect, test } from 'vitest'
import type { Exclusion } from '#domain/party/exclusion.ts'
import type { RegistryProvider } from '#domain/party/registry-provider.ts'
import { readHeader, readRows } from './csv-source.ts'
import type { RowFault, SourceLayout } from './layout.ts'
import { shapeOf } from './layout.ts'
import { kindOf } from './layouts.ts'
import { leie, leieHeader } from './leie.ts'
import { nppes } from './nppes.ts'
import { nppesHeader } from './nppes-columns.ts'
import { compactDate, dateInName, slashDate } from './source-dates.ts'
import { specialtyCode } from './specialty-code.ts'

async function read<Row>(layout: SourceLayout<Row>, header: readonly string[], values: Record<string, string>) {
  const quoted = (cells: readonly string[]) => `${cells.map((c) => `"${c}"`).join(',')}\n`
  const text = quoted(header) + quoted(header.map((n) => values[n] ?? ''))
  const chunks = async function* () {
    yield Buffer.from(text)
  }
  const names = await readHeader(chunks())
  if (!names.ok) throw new Error(names.problem.code)
  const rows: Row[] = []
  const faults: RowFault[] = []
  for await (const batch of readRows(chunks(), names.value, layout, { at: 0, line: 1 })) {
    rows.push(...batch.rows.map((r) => r.row))
    faults.push(...batch.faults)
  }
  return { row: rows[0], faults: faults.map((f) => `${f.column}: ${f.reason}`) }
}

describe('a registry row', () => {
  const person = {
    NPI: '1234567893',
    'Entity Type Code': '1',
    'Provider Last Name (Legal Name)': ' DOE ',
    'Provider First Name': 'JO',
  }
  const cases: readonly (readonly [
    title: string,
    values: Record<string, string>,
    expected: Partial<RegistryProvider> | string,
  ])[] = [
    ['name, trimmed', {}, { person: { last: 'DOE', first: 'JO' }, entityType: 1 }],
    ['day of enumeration', { 'Provider Enumeration Date': '05/23/2005' }, { enumeratedOn: '2005-05-23' as never }],
    ['sex by the newer column', { 'Provider Sex Code': 'F' }, { sex: 'F' }],
    ['"<UNAVAIL>" is nothing', { 'Provider Other Last Name': '<UNAVAIL>' }, { otherNames: [] }],
    [
      'deactivated: number and day only',
      { 'Entity Type Code': '', 'NPI Deactivation Date': '02/29/2024' },
      { entityType: undefined, deactivatedOn: '2024-02-29' as never },
    ],
    ['no entity type and not deactivated', { 'Entity Type Code': '' }, 'Entity Type Code: missing'],
    ['an unknown entity type', { 'Entity Type Code': '3' }, 'Entity Type Code: not-a-choice'],
    ['a day that is none', { 'Last Update Date': '02/30/2024' }, 'Last Update Date: not-a-date'],
    ['a person without a name', { 'Provider Last Name (Legal Name)': '' }, 'Provider Last Name (Legal Name): missing'],
    [
      'an organization without a name',
      { 'Entity Type Code': '2' },
      'Provider Organization Name (Legal Business Name): missing',
    ],
    ['a wrong check digit', { NPI: '1234567890' }, 'NPI: not-an-npi'],
    [
      'a value of a book',
      { 'Provider Credential Text': 'x'.repeat(1_001) },
      'Provider Credential Text: too-long-value',
    ],
  ]
  test.each(cases)('%s', async (_, values, expected) => {
    const { row, faults } = await read(nppes, nppesHeader, { ...person, ...values })
    if (typeof expected === 'string') expect(faults).toEqual([expected])
    else expect(row).toMatchObject(expected)
  })
  test('the older header says gender', async () => {
    const header = nppesHeader
      .filter((n) => n !== 'Certification Date')
      .map((n) => (n === 'Provider Sex Code' ? 'Provider Gender Code' : n))
    expect(header).toHaveLength(329)
    expect((await read(nppes, header, { ...person, 'Provider Gender Code': 'M' })).row?.sex).toBe('M')
  })
})

describe('an exclusion row', () => {
  const entry = {
    LASTNAME: 'DOE',
    FIRSTNAME: 'JO',
    NPI: '0000000000',
    DOB: '19600102',
    EXCLTYPE: '1128a1   ',
    EXCLDATE: '20150120',
    REINDATE: '00000000',
  }
  const cases: readonly (readonly [
    title: string,
    values: Record<string, string>,
    expected: Partial<Exclusion> | string,
  ])[] = [
    ['padded authority, no NPI, no reinstatement', {}, { authority: '1128a1', bornOn: '1960-01-02' as never }],
    ['birth date of the supplements', { DOB: '01/02/60' }, { bornOn: '1960-01-02' as never }],
    ['a business', { LASTNAME: '', BUSNAME: 'ACME CLINIC' }, { business: 'ACME CLINIC' }],
    ['neither person nor business', { LASTNAME: '' }, 'LASTNAME: missing'],
    ['no exclusion date', { EXCLDATE: '00000000' }, 'EXCLDATE: missing'],
    ['a birth date that is none', { DOB: '19601302' }, 'DOB: not-a-date'],
  ]
  test.each(cases)('%s', async (_, values, expected) => {
    const { row, faults } = await read(leie, leieHeader, { ...entry, ...values })
    if (typeof expected === 'string') expect(faults).toEqual([expected])
    else {
      expect(row).toMatchObject(expected)
      expect(row).not.toHaveProperty('reinstatedOn')
      expect(row).not.toHaveProperty('npi')
    }
  })
  test('the same entry has the same id, reinstated or not', async () => {
    const ids = await Promise.all(
      ['00000000', '20200301'].map((REINDATE) => read(leie, leieHeader, { ...entry, REINDATE })),
    )
    expect(ids[0]!.row?.id).toBe(ids[1]!.row?.id)
    expect((await read(leie, leieHeader, { ...entry, FIRSTNAME: 'JAN' })).row?.id).not.toBe(ids[0]!.row?.id)
  })
})

test('dates as files write them', () => {
  expect([slashDate('12/31/2025'), slashDate('1/2/2025'), slashDate('13/01/2025')]).toEqual(['2025-12-31', null, null])
  expect([compactDate('20240229'), compactDate('20230229'), compactDate('00000000')]).toEqual([
    '2024-02-29',
    null,
    undefined,
  ])
  expect(compactDate('06/01/05', '2026-01-01' as never)).toBe('2005-06-01')
  expect(compactDate('06/01/30', '2026-01-01' as never)).toBe('1930-06-01')
  expect(dateInName('npidata_pfile_20050523-20250608.csv')).toBe('2025-06-08')
  expect(dateInName('PPEF_Enrollment_Extract_2025.10.01.csv')).toBe('2025-10-01')
  expect([dateInName('1601EXCL.csv'), dateInName('UPDATED.csv'), dateInName('x_20251399.csv')]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})

test('specialty codes without their footnotes', () => {
  expect(['2', '08', 'B4[14]', 'B4\\[14\\]', 'a5', 'ABC', '[1]'].map(specialtyCode)).toEqual([
    '02',
    '08',
    'B4',
    'B4',
    'A5',
    undefined,
    undefined,
  ])
})

test('the shape of a value tells nobody who it was', () => {
  expect(shapeOf("O'Brien 12/31/1960")).toBe("a'aaaaa 99/99/9999")
  expect(shapeOf(`José${'x'.repeat(60)}`)).toBe(`${'a'.repeat(40)}...`)
})

test('a header that fits nothing names what the nearest kind misses', () => {
  expect(kindOf(['NPI', 'LAST_NAME', 'FIRST_NAME', 'PARTB', 'DME', 'HHA'])).toMatchObject({
    problem: { code: 'source-wrong-file', with: { kind: 'order-referring', columns: 'PMD' } },
  })
})
