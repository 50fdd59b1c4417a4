import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, day, daysBetween } from '../dates.ts'
import { partsOf, readPeriod } from './period.ts'

const today = day('2026-11-24')
const read = (from?: string, to?: string) => {
  const r = readPeriod(from, to, today)
  return r.ok ? `${r.value.from} ${r.value.to}` : r.problems.map((p) => `${p.at}: ${p.code}`).join(', ')
}

test.each([
  ['', '', '2026-08-27 2026-11-24'],
  [undefined, '2026-06-30', '2026-04-02 2026-06-30'],
  ['2026-11-24', '', '2026-11-24 2026-11-24'],
  ['2026-02-30', 'x', 'since: not-a-date, to: not-a-date'],
  ['2026-11-01', '2026-11-25', 'to: date-in-future'],
  ['2026-11-02', '2026-11-01', 'to: date-before'],
  ['2020-01-01', '2026-11-01', 'to: date-too-late'],
])('from %s to %s is %s', (from, to, said) => {
  expect(read(from, to)).toBe(said)
})

test('a quarter is cut into weeks that end today, a year into months of the calendar', () => {
  const weeks = partsOf({ from: day('2026-08-27'), to: today })
  expect(weeks).toHaveLength(13)
  expect(weeks.at(-1)).toEqual({ from: '2026-11-18', to: '2026-11-24' })
  expect(weeks[0]).toEqual({ from: '2026-08-27', to: '2026-09-01' })
  const months = partsOf({ from: day('2025-11-25'), to: today })
  expect(months.map((m) => m.from).slice(0, 3)).toEqual(['2025-11-25', '2025-12-01', '2026-01-01'])
  expect(months.at(-1)).toEqual({ from: '2026-11-01', to: '2026-11-24' })
})

test('every day of a period is in exactly one part', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1100 }), fc.integer({ min: 0, max: 400 }), (length, shift) => {
      const from = addDays(today, -length - shift)
      const parts = partsOf({ from, to: addDays(from, length) })
      expect(parts[0]!.from).toBe(from)
      expect(parts.at(-1)!.to).toBe(addDays(from, length))
      for (const [i, p] of parts.entries()) {
        expect(p.from <= p.to).toBe(true)
        if (i > 0) expect(daysBetween(parts[i - 1]!.to, p.from)).toBe(1)
      }
    }),
  )
})
