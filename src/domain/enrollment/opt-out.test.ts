import { describe, expect, test } from 'vitest'
import { day } from '../dates.ts'
import { optOutBegins, optOutCancelledAt, optOutTerm, quarterOnOrAfter } from './opt-out.ts'

describe('the first day', () => {
  test.each<[string, boolean, string, string, string]>([
    ['one who does not participate begins when it is filed', false, '2026-11-24', '2026-11-01', '2026-11-24'],
    ['or later, on the day asked for', false, '2026-11-24', '2026-12-10', '2026-12-10'],
    ['one who participates begins with a quarter', true, '2026-11-24', '2026-11-24', '2027-01-01'],
    ['30 days are enough, to the day', true, '2026-12-02', '2026-12-02', '2027-01-01'],
    ['29 are not', true, '2026-12-03', '2026-12-03', '2027-04-01'],
    ['a later quarter may be asked for', true, '2026-11-24', '2027-03-15', '2027-04-01'],
  ])('%s', (_, participates, filedOn, wantedOn, first) => {
    expect(optOutBegins({ participates, filedOn: day(filedOn), wantedOn: day(wantedOn) }).value).toBe(first)
  })
  test('a quarter begins on its first day', () => {
    expect(quarterOnOrAfter(day('2026-10-01'))).toBe('2026-10-01')
    expect(quarterOnOrAfter(day('2026-10-02'))).toBe('2027-01-01')
  })
})

test.each([
  ['2024-01-01', '2024-01-01', '2025-12-31', 1],
  ['2024-01-01', '2025-12-31', '2025-12-31', 1],
  ['2024-01-01', '2026-01-01', '2027-12-31', 2],
  ['2020-02-29', '2026-11-24', '2028-02-28', 4],
])('begun %s, on %s the term ends %s and is number %i', (begins, on, to, number) => {
  expect(optOutTerm(day(begins), day(on))).toMatchObject({ to, number })
})

describe('cancellation', () => {
  test.each<[string, string, string, boolean]>([
    ['in the first 90 days it ends at once', '2026-03-31', '2026-03-31', false],
    ['after them, long before the end, it is too early', '2026-04-01', '2027-12-31', true],
    ['in time, it ends with the term', '2027-11-01', '2027-12-31', false],
    ['30 days before is in time', '2027-12-01', '2027-12-31', false],
    ['later costs two more years', '2027-12-02', '2029-12-31', false],
  ])('%s', (_, receivedOn, lastDay, tooEarly) => {
    expect(optOutCancelledAt(day('2026-01-01'), day(receivedOn)).value).toEqual({ lastDay, tooEarly })
  })
})
