import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../dates.ts'
import { publishedRole } from '../ownership/roles.ts'
import { csvLine } from './csv-line.ts'
import { publicFileKindOf, publicFileKinds, publicFileLayouts, publicFileName } from './layouts.ts'
import { publishedRoleTexts } from './owner-cells.ts'
import { publicName } from './public-name.ts'
import { readPublicRow } from './read-row.ts'

const row = (kind: Parameters<typeof readPublicRow>[0], given: Readonly<Record<string, string>>) =>
  readPublicRow(kind, (c) => given[c] ?? '')
const base = { NPI: '1234567893', ENRLMT_ID: 'I20200101000001', PROVIDER_TYPE_CD: '14-08' }

describe('the kind of a file is known by its columns', () => {
  const told = publicFileKinds.filter((k) => !/pending|owners/.test(k))
  it.each(told)('%s, in any order and case', (kind) => {
    expect(publicFileKindOf([...publicFileLayouts[kind].columns].reverse().map((c) => c.toLowerCase()))).toBe(kind)
  })
  it.each([
    ['2024-10', ['GNDR_SW']],
    ['2025-04', []],
  ])('the enrollment file of %s, which had no flag', (_, more) => {
    const columns = publicFileLayouts.enrollment.columns.filter((c) => c !== 'MULTIPLE_NPI_FLAG')
    expect(publicFileKindOf([...columns, ...more])).toBe('enrollment')
  })
  it('an enrollment file that lost a needed column is not taken for a shorter one', () => {
    expect(
      publicFileKindOf(publicFileLayouts.enrollment.columns.filter((c) => c !== 'PROVIDER_TYPE_DESC')),
    ).toBeUndefined()
    expect(publicFileKindOf(['a', 'b'])).toBeUndefined()
  })
  it('the two pending lists look alike, and neither is taken', () => {
    const kind = publicFileKindOf(['NPI', 'LAST_NAME', 'FIRST_NAME'])
    expect(kind && publicFileLayouts[kind].derived).toBe(true)
  })
})

describe('a row', () => {
  it.each([
    ['keeps zeros in front', { PECOS_ASCT_CNTL_ID: '0042195936' }, '0042195936'],
    ['gets those back that were lost', { PECOS_ASCT_CNTL_ID: '42195936' }, '0042195936'],
  ])('%s', (_, given, associate) => {
    expect(row('enrollment', { ...base, ...given })?.[2]).toBe(associate)
  })
  it.each([
    ['no NPI', { ...base, NPI: '1234567890' }],
    ['a day that is none', { ...base, ENRLMT_ID: 'I20201301000001' }],
    ['no type', { ...base, PROVIDER_TYPE_CD: '' }],
  ])('with %s is nobody', (_, given) => {
    expect(row('enrollment', given)).toBeUndefined()
  })
  it('reads days and ZIP codes whichever way they come', () => {
    const opted = { NPI: '1427358282', 'Optout Effective Date': '2/17/2022', 'Optout End Date': '2024-02-17T00:00:00' }
    expect(row('opt-out', { ...opted, 'Zip code': '8757' })?.slice(4, 11)).toEqual([
      '2022-02-17',
      '2024-02-17',
      '',
      '',
      '',
      '',
      '08757',
    ])
  })
})

it('a line is read back as it was, whatever is in it', () => {
  const read = (line: string) =>
    [...line.slice(0, -1).matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)].map(
      (m) => m[1]?.replaceAll('""', '"') ?? m[2],
    )
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 2, maxLength: 5 }), (cells) => {
      expect(read(csvLine(['x', ...cells]))).toEqual(['x', ...cells])
    }),
  )
})

it.each(Object.entries(publishedRoleTexts))('the text of %s is read back as a role of its kind', (role, text) => {
  // A member and a chain's home office are our own words; a medical director is a director in the files.
  const known = publishedRole('', text)
  if (role !== 'member' && role !== 'chain-home-office' && role !== 'other' && role !== 'medical-director')
    expect(known).toBe(role)
})

it.each([
  ['Zoë B. Vega', [], { first: 'ZOË', middle: 'B.', last: 'VEGA' }],
  ['Cher', [], { first: '', middle: '', last: 'CHER' }],
  ['Ann de la Cruz', [null, { first: 'Ann', last: 'de la Cruz' }], { first: 'ANN', middle: '', last: 'DE LA CRUZ' }],
])('the name of %s', (display, sources, parts) => {
  expect(publicName(sources, display)).toEqual(parts)
})

it('files are called as CMS calls them', () => {
  expect(publicFileName('enrollment', day('2026-01-02'))).toBe('PPEF_Enrollment_Extract_2026.01.02.csv')
  expect(publicFileName('order-referring', day('2026-01-02'))).toBe('OrderReferring_20260102.csv')
})
