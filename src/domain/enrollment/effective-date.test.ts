import { describe, expect, it } from 'vitest'
import { day } from '../dates.ts'
import {
  billingWindow,
  checkEffectiveDate,
  type Delay,
  effectiveDateAuthority,
  laterOfFilingOrService,
  setsEffectiveDate,
} from './effective-date.ts'
import { type SupplierType, supplierTypeFacts, supplierTypes } from './supplier-types.ts'

const facts = (
  filedOn: string,
  firstServiceOn: string,
  delay: Delay = 'none',
  supplierType: SupplierType = 'physician',
) => ({
  supplierType,
  filedOn: day(filedOn),
  firstServiceOn: day(firstServiceOn),
  delay,
})

describe('42 CFR 424.520(d), 424.521(a)', () => {
  it.each([
    [
      'opens Mar 1, files May 1, circumstances: effective May 1, bills from Apr 1',
      facts('2026-05-01', '2026-03-01', 'circumstances'),
      '2026-05-01',
      '2026-04-01',
    ],
    [
      'ambulance received and approved 2019-11-06: bills from 2019-10-07',
      facts('2019-11-06', '2019-01-01', 'circumstances', 'ambulance-supplier'),
      '2019-11-06',
      '2019-10-07',
    ],
    [
      'nothing kept it from enrolling in advance: no day back',
      facts('2026-05-01', '2026-03-01'),
      '2026-05-01',
      '2026-05-01',
    ],
    [
      'opens later than it files: effective when it opens',
      facts('2026-05-01', '2026-06-15'),
      '2026-06-15',
      '2026-06-15',
    ],
    [
      'opens later, so there is nothing to bill before',
      facts('2026-05-01', '2026-06-15', 'circumstances'),
      '2026-06-15',
      '2026-06-15',
    ],
    [
      'opened ten days before: never before the first service',
      facts('2026-05-01', '2026-04-21', 'circumstances'),
      '2026-05-01',
      '2026-04-21',
    ],
    [
      'declared disaster: ninety days',
      facts('2026-05-01', '2025-01-01', 'declared-disaster'),
      '2026-05-01',
      '2026-01-31',
    ],
    ['files on the day it opens', facts('2026-05-01', '2026-05-01', 'circumstances'), '2026-05-01', '2026-05-01'],
    [
      'a speech-language pathologist',
      facts('2026-05-01', '2026-03-01', 'none', 'speech-language-pathologist'),
      '2026-05-01',
      '2026-05-01',
    ],
  ])('%s', (_, given, effectiveOn, mayBillFrom) => {
    expect(billingWindow(given).value).toEqual({ effectiveOn, mayBillFrom })
  })
  it('gives its authority, the second only when days are given back', () => {
    expect(billingWindow(facts('2026-05-01', '2026-03-01')).because).toEqual(['42 CFR 424.520(d)(1)'])
    expect(billingWindow(facts('2026-05-01', '2026-03-01', 'circumstances')).because).toContain('42 CFR 424.521(a)')
  })
})

describe('types', () => {
  it('are sixteen, and the table of types agrees', () => {
    const now = laterOfFilingOrService.on(day('2026-04-05'))
    expect(now).toHaveLength(16)
    expect([...now].sort()).toEqual(
      supplierTypes.filter((t) => supplierTypeFacts[t].effectiveBy === '42 CFR 424.520(d)').sort(),
    )
  })
  it.each([
    ['dmepos-supplier', '42 CFR 424.57(b)'],
    ['idtf', '42 CFR 410.33(i)'],
    ['hospice', '42 CFR 424.520(a), 489.13'],
  ] as const)('%s has its date from %s', (type, cite) => {
    expect(setsEffectiveDate(type, day('2026-05-01'))).toBe(false)
    expect(effectiveDateAuthority(type)).toBe(cite)
    expect(() => billingWindow(facts('2026-05-01', '2026-05-01', 'none', type))).toThrow(type)
  })
  it('by the day of filing', () => {
    expect(setsEffectiveDate('mammography-center', day('2021-12-31'))).toBe(false)
    expect(setsEffectiveDate('mammography-center', day('2022-01-01'))).toBe(true)
    expect(setsEffectiveDate('physician', day('2008-12-31'))).toBe(false)
  })
})

it('a date set by hand may be later than the rule, not earlier', () => {
  expect(checkEffectiveDate(day('2026-05-02'), facts('2026-05-01', '2026-03-01')).ok).toBe(true)
  const refused = checkEffectiveDate(day('2026-04-30'), facts('2026-05-01', '2026-03-01', 'circumstances'))
  expect(refused.ok === false && refused.problem.code).toBe('effective-date-impossible')
})
