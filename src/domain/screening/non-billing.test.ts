import { describe, expect, it } from 'vitest'
import { day } from '../dates.ts'
import {
  type BillingFacts,
  isNonBilling,
  isPlausible,
  isToldOf,
  monthsWithout,
  unbilled,
  wasAsked,
} from './non-billing.ts'

const file = { source: 'last-billed', coversFrom: day('2025-11-01'), asOf: day('2026-10-31') } as const
const facts: BillingFacts = {
  form: 'CMS-855I',
  status: 'approved',
  beganOn: day('2020-02-01'),
  lastClaimOn: undefined,
  isEnding: false,
}

it.each([
  [0, 19, true],
  [9, 20, false],
  [10, 20, true],
])('a file that knows %i of %i is believed: %s', (known, enrollments, is) =>
  expect(isPlausible({ known, enrollments })).toBe(is),
)

describe('months without a claim', () => {
  it.each([
    ['six whole months', { lastClaimOn: '2026-04-01' }, 6, '2026-10-31'],
    ['the last day of a month counts as its month', { lastClaimOn: '2026-04-30' }, 6, '2026-10-31'],
    ['the first day of the next is a month less', { lastClaimOn: '2026-05-01' }, 5, '2026-11-30'],
    ['a claim after the first day of the file', { lastClaimOn: '2026-10-31' }, 0, '2027-04-30'],
    ['none known: from the first day that the file covers', {}, 12, '2026-04-30'],
    ['none known: from the first day enrolled', { beganOn: '2026-03-15' }, 7, '2026-09-30'],
    ['enrolled on the first of a month', { beganOn: '2026-05-01' }, 6, '2026-10-31'],
    ['enrolled within a month', { beganOn: '2026-05-02' }, 5, '2026-11-30'],
    ['enrolled after the file', { beganOn: '2026-11-20' }, 0, '2027-05-31'],
    ['a claim from before a reactivation', { lastClaimOn: '2025-12-01', beganOn: '2026-08-10' }, 2, '2027-02-28'],
    ['a claim from before what the file covers', { lastClaimOn: '2025-02-01' }, 20, '2025-08-31'],
  ])('%s', (_, given, months, claimBy) => {
    const found = unbilled({ ...facts, ...given } as BillingFacts, file, 6)
    expect(found).toMatchObject({ months, claimBy })
    expect(isNonBilling(found!, 6)).toBe(months >= 6)
  })

  it.each([
    ['who only orders', { form: 'CMS-855O' }],
    ['who opted out', { form: 'OPT-OUT' }],
    ['who is stayed', { status: 'stayed' }],
    ['who is being deactivated', { isEnding: true }],
  ] as const)('are not counted of those %s', (_, given) =>
    expect(unbilled({ ...facts, ...given }, file, 6)).toBeUndefined(),
  )

  it.each([
    ['CMS-855O', 'last-named', true],
    ['CMS-855O', 'last-billed', false],
    ['CMS-855I', 'last-named', false],
    ['OPT-OUT', 'last-named', false],
  ] as const)('of %s are counted by %s: %s', (form, source, is) =>
    expect(unbilled({ ...facts, form }, { ...file, source }, 12) !== undefined).toBe(is),
  )
  it('are twelve of who only orders, whatever the policy says', () => {
    const policy = { nonBillingMonths: 3 }
    expect([monthsWithout('last-billed', policy), monthsWithout('last-named', policy)]).toEqual([3, 12])
  })

  it('are not whole before the file says all of the last one', () =>
    expect(
      unbilled({ ...facts, lastClaimOn: day('2026-04-10') }, { ...file, asOf: day('2026-10-30') }, 6),
    ).toMatchObject({ months: 5 }))

  it.each([
    [6, 6, true],
    [3, 6, true],
    [2, 6, false],
    [1, 2, true],
    [0, 2, false],
  ])('%i months of %i are told of ahead: %s', (months, limit, told) => {
    const found = { lastClaimOn: undefined, countedFrom: day('2026-01-01'), months, claimBy: day('2026-07-31') }
    expect(isToldOf(found, limit)).toBe(told)
  })

  it.each([
    ['never before', undefined, false],
    ['for the same months', {}, true],
    ['when the months have not passed again', { asOf: '2026-05-01' }, true],
    ['when they have', { asOf: '2026-04-30' }, false],
    ['for another claim', { lastClaimOn: '2025-11-02' }, false],
    ['before it was reactivated', { beganOn: '2019-01-01' }, false],
  ])('asked %s', (_, given, is) => {
    const before = given && { lastClaimOn: null, beganOn: facts.beganOn, asOf: day('2026-10-31'), ...given }
    const now = { lastClaimOn: undefined, beganOn: facts.beganOn, asOf: day('2026-10-31') }
    expect(wasAsked(before as Parameters<typeof wasAsked>[0], now, 6)).toBe(is)
  })
})
