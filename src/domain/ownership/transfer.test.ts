/** A sale: when the number passes, when the buyer enrolls anew, and what differs between the two sides. */
import { describe, expect, test } from 'vitest'
import { day } from '../dates.ts'
import { organizationTypeOf } from '../enrollment/organization-types.ts'
import { firstFilingDay, lastSaleDay, saidTwice, saleFinding } from './transfer.ts'

const base = { enrolledOn: day('2025-01-10'), saleOn: day('2026-12-31'), agreement: 'accepted' } as const

describe('42 CFR 489.18 and 424.550(b)', () => {
  test.each([
    ['a nursing home', { ...base, supplierType: 'skilled-nursing-facility' }, 'ownership-buyer', 'not-this-type'],
    [
      'a home health agency within 36 months',
      { ...base, supplierType: 'home-health-agency' },
      'initial',
      'within-36-months',
    ],
    [
      'its exception',
      { ...base, supplierType: 'home-health-agency', exception: 'death-of-owner' },
      'ownership-buyer',
      'exception',
    ],
    [
      'a hospice after 36 months',
      { ...base, supplierType: 'hospice', saleOn: day('2028-01-10') },
      'ownership-buyer',
      'after-36-months',
    ],
    [
      'one that was sold since',
      { ...base, supplierType: 'hospice', saleOn: day('2028-01-10'), lastMajorityChangeOn: day('2027-01-01') },
      'initial',
      'within-36-months',
    ],
    [
      'an agreement that is refused',
      { ...base, supplierType: 'hospital', agreement: 'refused' },
      'initial',
      'not-this-type',
    ],
  ] as const)('%s', (_, facts, reason, because) => {
    const found = saleFinding(facts)
    expect([found.reason, found.majority.because]).toEqual([reason, because])
    expect(found.numberCarriesOver).toBe(reason === 'ownership-buyer')
  })
})

test('a sale is filed for at most 90 days ahead', () => {
  expect(lastSaleDay(day('2026-11-24'))).toBe('2027-02-22')
  expect(firstFilingDay(day('2027-02-22'))).toBe('2026-11-24')
})

test('the sides differ only in what both said, and not in hyphens', () => {
  expect(saidTwice('number', '14-5977', '145977').differs).toBe(false)
  expect(saidTwice('number', '14-5977', undefined).differs).toBe(false)
  expect(saidTwice('on', '2026-12-31', '2026-12-30').differs).toBe(true)
})

test('types of organizations by their public code', () => {
  expect(organizationTypeOf('00-06')).toEqual({ name: 'home-health', dated: 'home-health-agency' })
  expect(organizationTypeOf('12-49')?.name).toBe('asc')
  expect([organizationTypeOf('14-06'), organizationTypeOf('00-xx'), organizationTypeOf('')]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})
