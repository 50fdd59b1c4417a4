import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../dates.ts'
import { buildSnapshot } from '../eligibility/build-snapshot.ts'
import { withChanges } from '../eligibility/changes.ts'
import { dayNumber, dayOfNumber, npiKey } from '../eligibility/packing.ts'
import { scanRoster } from './scan.ts'
import { revalidationAfter, rosterStanding } from './standing.ts'
import { rosterColumns } from './write-row.ts'

const known = { knownFrom: day('2020-01-15') }
const person = { type: 'I', name: { last: 'Vega', first: 'Rosa' } } as const
const snapshot = buildSnapshot(
  {
    enrollments: [
      {
        ...person,
        npi: '2000001000',
        enrollmentId: 'I20200110000001',
        specialty: '14-08',
        periods: [{ status: 'approved', from: day('2020-01-10'), ...known }],
      },
      {
        ...person,
        npi: '2000001117',
        enrollmentId: 'I20200110000002',
        specialty: '14-35',
        periods: [{ status: 'revoked', from: day('2024-03-01'), ...known }],
      },
    ],
    registry: ['2000001000', '2000001117', '2000001224'].map((npi) => ({ npi })),
    exclusions: [
      { npi: '2000001117', from: day('2024-02-01') },
      { npi: '2000001000', from: day('2010-01-01'), to: day('2011-01-01') },
    ],
    orderListLoaded: true,
  },
  { sequence: 1, asOf: day('2026-01-01') },
)
const on = dayNumber(day('2026-01-01'))
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

function check(csv: string, pieces: readonly number[] = []) {
  const scan = scanRoster(snapshot, on)
  const bytes = new TextEncoder().encode(csv)
  let out = ''
  let at = 0
  for (const size of [...pieces, bytes.length]) {
    out += text(scan.feed(bytes.subarray(at, at + size)))
    at += size
  }
  out += text(scan.end())
  return { lines: out.split('\n').slice(0, -1), summary: scan.summary }
}

const vega = '2000001000,yes,all-held,approved,2020-01-10,,2030-01-31,part-b dme home-health power-mobility hospice,,'
const revoked = '2000001117,no,revoked,revoked,2024-03-01,,,,2024-02-01,'
const absent = '2000001224,no,not-enrolled,,,,,,,'

describe('a roster', () => {
  it.each([
    ['NPIs alone', '2000001000\n2000001117\n', [`1,${vega}`, `2,${revoked}`]],
    ['no line break at the end', 'NPI\n2000001224', [`2,${absent}`]],
    ['a header, other columns, CRLF', 'Name,NPI,City\r\n"Vega, R",2000001000,X\r\n', [`2,${vega}`]],
    ['quotes with a line break inside', 'npi,note\n2000001000,"a\nb"\n2000001117,x\n', [`3,${vega}`, `4,${revoked}`]],
    ['semicolons, quotes, spaces, a byte order mark', '\ufeffNPI;x\n" 2000001000 ";1\n', [`2,${vega}`]],
    ['blank lines', '2000001000\n\n\n2000001117\n', [`1,${vega}`, `4,${revoked}`]],
    ['nothing', '', []],
    ['a header only', 'npi\n', []],
  ])('%s', (_, csv, lines) => expect(check(csv).lines).toEqual(lines))

  it.each([
    ['2000001001', '2,2000001001,,,,,,,,,check-digit'],
    ['200000100', '2,200000100,,,,,,,,,not-ten-digits'],
    ['20000010000', '2,20000010000,,,,,,,,,not-ten-digits'],
    [',x', '2,,,,,,,,,,no-npi'],
    ['=1+1', `2,"'=1+1",,,,,,,,,not-ten-digits`],
    ['"a ""b"" , c"', '2,ab"",c,,,,,,,,,not-ten-digits'],
  ])('the row %s is named, not dropped', (row, line) => {
    const { lines, summary } = check(`npi,more\n${row}\n2000001000,\n`)
    expect(lines).toHaveLength(2)
    if (!row.startsWith('"')) expect(lines[0]).toBe(line)
    expect(lines[0]?.endsWith(line.split(',').at(-1)!)).toBe(true)
    expect(lines[1]).toBe(`3,${vega}`)
    expect([summary.rows, summary.bad, summary.yes]).toEqual([2, 1, 1])
  })

  it('is the same in whatever pieces it comes, and no row is lost', () => {
    const cell = fc.constantFrom('2000001000', '2000001117', '2000001224', '2000001001', 'x', '', '"2000001000"')
    const row = fc.tuple(cell, fc.constantFrom('', ',a', ',"b,\nc"'))
    const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 30 })
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 80 }), sizes, (rows, pieces) => {
        const csv = `npi,more\n${rows.map((r) => r.join('')).join('\n')}\n`
        const whole = check(csv)
        expect(check(csv, pieces).lines).toEqual(whole.lines)
        expect(whole.lines).toHaveLength(rows.filter((r) => r.join('') !== '').length)
        expect(whole.lines.every((l) => l.split(',').length >= rosterColumns.length)).toBe(true)
      }),
    )
  })

  it('sums up', () => {
    const { summary } = check('2000001000\n2000001117\n2000001224\nx\n')
    expect(summary).toMatchObject({ rows: 4, yes: 1, no: 2, bad: 1, excluded: 1, orders: 1 })
    expect([...summary.reasons]).toEqual([
      ['revoked', 1],
      ['not-enrolled', 1],
    ])
  })
})

it.each([
  ['2020-01-10', '2026-01-01', '14-08', '2030-01-31'],
  ['2020-02-10', '2025-02-28', '14-08', '2025-02-28'],
  ['2020-02-10', '2025-03-01', '14-08', '2030-02-28'],
  ['2020-12-05', '2021-01-01', '30-54', '2023-12-31'],
])('effective %s, on %s, type %s: revalidation expected %s', (from, at, type, due) =>
  expect(dayOfNumber(revalidationAfter(dayNumber(day(from)), dayNumber(day(at)), type))).toBe(due),
)

it('says the date on record where the source has dates, and none where it has none for the enrollment', () => {
  const of = (npi: string, n: number, due?: string) => ({
    ...person,
    npi,
    enrollmentId: `I2020011000000${n}`,
    specialty: '14-08',
    periods: [{ status: 'approved' as const, from: day('2020-01-10'), ...known }],
    ...(due && { due: day(due) }),
  })
  const enrollments = [of('2000001000', 1, '2027-03-31'), of('2000001117', 2), of('2000001224', 3, '2026-12-31')]
  const version = { sequence: 1, asOf: day('2026-01-01') }
  const whole = buildSnapshot({ enrollments, orderListLoaded: false, duesKnown: true }, version)
  const due = (s: typeof whole, npi: string) => rosterStanding(s, npiKey(npi), on).revalidation
  const days = (s: typeof whole) => enrollments.map((e) => due(s, e.npi))
  expect(days(whole)).toEqual([dayNumber(day('2027-03-31')), -1, dayNumber(day('2026-12-31'))])
  const moved = { npis: ['2000001117'], enrollments: [of('2000001117', 2, '2029-06-30')], reassignments: [] }
  expect(due(withChanges(whole, moved, version), '2000001117')).toBe(dayNumber(day('2029-06-30')))
})
