import { describe, expect, it } from 'vitest'
import { day } from '../../dates.ts'
import { closestOccasion, type ScreeningFacts, screeningLevel } from './screening-level.ts'

const facts = (
  supplierType: ScreeningFacts['supplierType'],
  occasion: ScreeningFacts['occasion'] = 'initial',
  on = '2026-05-01',
): ScreeningFacts => ({
  supplierType,
  occasion,
  on: day(on),
})

describe('42 CFR 424.518', () => {
  it.each([
    ['a physician', facts('physician'), 'limited', 'A'],
    ['a physical therapist', facts('physical-therapist'), 'moderate', 'D'],
    ['a new DMEPOS supplier', facts('dmepos-supplier'), 'high', 'D'],
    ['a revalidating one', facts('dmepos-supplier', 'revalidation'), 'moderate', 'D'],
    ['its new owner since 2023', facts('dmepos-supplier', 'new-owner'), 'high', 'D'],
    ['its new owner before', facts('dmepos-supplier', 'new-owner', '2022-12-31'), 'moderate', 'D'],
    ['a nursing facility before 2023', facts('skilled-nursing-facility', 'initial', '2022-12-31'), 'limited', 'D'],
    ['a nursing facility since', facts('skilled-nursing-facility', 'initial', '2023-01-01'), 'high', 'D'],
    ['a hospice before 2024', facts('hospice', 'initial', '2023-12-31'), 'moderate', 'none'],
    ['a hospice since', facts('hospice', 'initial', '2024-01-01'), 'high', 'D'],
    ['a treatment program', facts('opioid-treatment-program'), 'high', 'none'],
    [
      'one certified since 2018',
      { ...facts('opioid-treatment-program'), certifiedSince2018: true },
      'moderate',
      'none',
    ],
    ['a new location of a high type is not certain', facts('home-health-agency', 'new-location'), 'high', 'none'],
  ] as const)('%s', (_, given, level, evidence) => expect(screeningLevel(given)).toMatchObject({ level, evidence }))

  it.each([
    ['nothing that is screened by level', 'hospice', [], undefined],
    ['a report of a new owner alone', 'hospice', ['new-owner'], 'new-owner'],
    ['the report, when it is screened more closely', 'hospice', ['revalidation', 'new-owner'], 'new-owner'],
    ['the revalidation, when it makes no difference', 'hospital', ['revalidation', 'new-owner'], 'revalidation'],
  ] as const)('of an application that is several: %s', (_, type, occasions, closest) =>
    expect(closestOccasion(occasions, { supplierType: type, on: day('2026-05-01') })).toBe(closest),
  )
  it.each([
    ['home-health-agency', 'high'],
    ['dmepos-supplier', 'high'],
    ['hospice', 'high'],
    ['skilled-nursing-facility', 'high'],
    ['mdpp-supplier', 'high'],
    ['opioid-treatment-program', 'high'],
    ['portable-x-ray', 'moderate'],
    ['hospital', 'limited'],
  ] as const)('a new owner of a %s: %s', (type, level) =>
    expect(screeningLevel(facts(type, 'new-owner')).level).toBe(level),
  )

  it('anything may be raised, and says by what and that the text was not seen', () => {
    expect(screeningLevel({ ...facts('physician'), elevations: ['earlier-revocation'] })).toEqual({
      level: 'high',
      cite: '42 CFR 424.518(c)(3)',
      evidence: 'none',
      raisedBy: ['earlier-revocation'],
      siteVisit: true,
      fingerprints: true,
    })
  })
  it('a level says what it adds', () => {
    const adds = (f: ScreeningFacts) => [screeningLevel(f).siteVisit, screeningLevel(f).fingerprints]
    expect([adds(facts('physician')), adds(facts('idtf')), adds(facts('hospice'))]).toEqual([
      [false, false],
      [true, false],
      [true, true],
    ])
  })
})
