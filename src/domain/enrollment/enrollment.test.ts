import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day } from '../dates.ts'
import {
  type EnrollmentPeriod,
  enrollmentStatuses,
  gaps,
  insertPeriod,
  isEnrollmentStatus,
  statusOn,
} from './enrollment.ts'

const approved = (from: string, to?: string): EnrollmentPeriod =>
  to === undefined ? { status: 'approved', from: day(from) } : { status: 'approved', from: day(from), to: day(to) }
const as = (status: EnrollmentPeriod['status'], p: EnrollmentPeriod): EnrollmentPeriod => ({ ...p, status })

describe('periods', () => {
  const record = [
    approved('2020-01-01', '2021-06-30'),
    as('deactivated', approved('2021-07-01', '2021-12-31')),
    approved('2022-01-01'),
  ]
  it.each([
    ['2019-12-31', undefined],
    ['2020-01-01', 'approved'],
    ['2021-06-30', 'approved'],
    ['2021-07-01', 'deactivated'],
    ['2030-01-01', 'approved'],
  ])('on %s: %s', (on, status) => expect(statusOn(record, day(on))).toBe(status))

  it('finds the lost days between payable periods', () => {
    expect(gaps(record)).toEqual([{ from: '2021-07-01', to: '2021-12-31' }])
    expect(gaps([approved('2020-01-01', '2020-01-31'), approved('2020-02-01')])).toEqual([])
  })
})

describe('inserting a period', () => {
  const insert = (old: readonly EnrollmentPeriod[], fresh: EnrollmentPeriod) => {
    const done = insertPeriod(old, fresh)
    return done.ok ? done.value : done.problem.code
  }
  it.each([
    [
      'a deactivation ends what ran',
      [approved('2020-01-01')],
      as('deactivated', approved('2024-05-01')),
      [approved('2020-01-01', '2024-04-30'), as('deactivated', approved('2024-05-01'))],
    ],
    [
      'a stay inside leaves both ends',
      [approved('2020-01-01')],
      as('stayed', approved('2024-05-01', '2024-06-29')),
      [
        approved('2020-01-01', '2024-04-30'),
        as('stayed', approved('2024-05-01', '2024-06-29')),
        approved('2024-06-30'),
      ],
    ],
    [
      'an equal neighbor is joined',
      [approved('2020-01-01', '2020-12-31')],
      approved('2021-01-01'),
      [approved('2020-01-01')],
    ],
    [
      'a period covered whole goes away',
      [as('stayed', approved('2020-02-01', '2020-02-10'))],
      as('revoked', approved('2020-01-01')),
      [as('revoked', approved('2020-01-01'))],
    ],
    [
      'after an end',
      [approved('2020-01-01', '2020-12-31')],
      approved('2022-01-01'),
      [approved('2020-01-01', '2020-12-31'), approved('2022-01-01')],
    ],
  ] as const)('%s', (_, old, fresh, expected) => expect(insert(old, fresh)).toEqual(expected))

  it('refuses one that ends before it begins', () => {
    expect(insert([], approved('2020-01-02', '2020-01-01'))).toBe('date-before')
  })

  it('has the new status on its days and the old one elsewhere, and never two periods on a day', () => {
    const period = fc.record({
      status: fc.constantFrom('approved', 'stayed', 'revoked'),
      from: fc.integer({ min: 0, max: 60 }),
      length: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
    })
    const made = (p: {
      status: 'approved' | 'stayed' | 'revoked'
      from: number
      length: number | undefined
    }): EnrollmentPeriod => {
      const from = addDays(day('2024-01-01'), p.from)
      return p.length === undefined
        ? { status: p.status, from }
        : { status: p.status, from, to: addDays(from, p.length) }
    }
    fc.assert(
      fc.property(fc.array(period as fc.Arbitrary<Parameters<typeof made>[0]>, { maxLength: 6 }), (list) => {
        let record: readonly EnrollmentPeriod[] = []
        for (const fresh of list.map(made)) {
          const before = record
          const done = insertPeriod(before, fresh)
          if (!done.ok) throw new Error(done.problem.code)
          record = done.value
          for (let i = -2; i < 90; i++) {
            const on = addDays(day('2024-01-01'), i)
            expect(statusOn(record, on)).toBe(statusOn([fresh], on) ?? statusOn(before, on))
            expect(record.filter((p) => p.from <= on && (p.to === undefined || on <= p.to)).length).toBeLessThan(2)
          }
        }
      }),
      { numRuns: 60 },
    )
  })
})

it('every status says what becomes of a claim and by which law', () => {
  expect(isEnrollmentStatus('toString')).toBe(false)
  for (const facts of Object.values(enrollmentStatuses)) expect(facts.cite).toMatch(/^42 CFR /)
  expect(enrollmentStatuses.stayed.claims).toBe('rejected-may-resubmit')
})
