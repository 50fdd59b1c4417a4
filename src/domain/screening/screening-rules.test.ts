import { describe, expect, it } from 'vitest'
import { day } from '../dates.ts'
import { isCliaNumber } from '../identifiers/clia-number.ts'
import type { SourceVersion } from '../party/registry-provider.ts'
import { addressKind } from './address-kind.ts'
import { privilegesPass } from './majority-ownership.ts'
import { fullPassOf } from './monitoring.ts'
import { moratoriaOn, pastMoratoria } from './moratorium.ts'
import { adverseElsewhere, besideElsewhere, isNowhere, nowhereElse } from './named-elsewhere.ts'
import { adverse, doubled, type OwnRecord } from './own-record.ts'
import { freshnessOf } from './source-policy.ts'

describe('how fresh a list is', () => {
  const version = { asOf: day('2026-10-01') } as SourceVersion
  const policy = { freshDays: 45, required: true }
  it.each([
    ['the last day', version, '2026-11-15', 'fresh'],
    ['the day after', version, '2026-11-16', 'stale'],
    ['never loaded', undefined, '2026-11-15', 'not-loaded'],
  ] as const)('%s', (_, v, on, expected) => expect(freshnessOf(v, policy, day(on))).toBe(expected))
})

it.each([
  ['12 Elm St', undefined, 'street'],
  ['PO Box 12', undefined, 'post-office-box'],
  ['12 Elm St', 'PMB 40', 'private-mailbox'],
  ['The UPS Store, 12 Elm St', undefined, 'private-mailbox'],
])('%s, %s is a %s', (line1, line2, kind) => {
  expect(addressKind({ line1, ...(line2 && { line2 }) })).toEqual({ kind, residential: 'unknown' })
})

it.each([
  ['05D0642290', true],
  ['05d0642290', true],
  ['05D064229', false],
  ['5D00642290', false],
])('CLIA number %s: %s', (s, is) => expect(isCliaNumber(s)).toBe(is))

describe('42 CFR 424.550(b)', () => {
  const facts = {
    supplierType: 'home-health-agency',
    firstEnrolledOn: day('2024-05-10'),
    changesOn: day('2026-05-10'),
    directPercent: 51,
    exceptions: [],
  } as const
  it.each([
    ['within 36 months', facts, false, 'within-36-months'],
    ['half is no majority', { ...facts, directPercent: 50 }, true, 'not-a-majority'],
    ['the day on which 36 months are over', { ...facts, changesOn: day('2027-05-10') }, true, 'after-36-months'],
    [
      'counted from the last change',
      { ...facts, changesOn: day('2027-05-10'), lastMajorityChangeOn: day('2025-01-01') },
      false,
      'within-36-months',
    ],
    ['an exception', { ...facts, exceptions: ['death-of-owner'] }, true, 'exception'],
    [
      'a hospice before 2024',
      { ...facts, supplierType: 'hospice', firstEnrolledOn: day('2022-01-01'), changesOn: day('2023-12-31') },
      true,
      'not-this-type',
    ],
    [
      'a hospice since',
      { ...facts, supplierType: 'hospice', firstEnrolledOn: day('2022-01-01'), changesOn: day('2024-01-01') },
      false,
      'within-36-months',
    ],
  ] as const)('%s', (_, f, passes, because) => expect(privilegesPass(f)).toMatchObject({ passes, because }))
})

describe('moratoria', () => {
  const asked = (on: string, state = 'FL') =>
    moratoriaOn(pastMoratoria, { supplierType: 'home-health-agency', state, receivedOn: day(on) })
  it.each([
    ['before it began', '2016-07-28', 0, 0],
    ['on its first day', '2016-07-29', 1, 0],
    ['on its last day', '2019-01-30', 1, 0],
    ['within six months after', '2019-07-30', 0, 1],
    ['later', '2019-07-31', 0, 0],
  ] as const)('%s', (_, on, bars, raises) => {
    const found = asked(on)
    expect([found.bars.length, found.raises.length]).toEqual([bars, raises])
  })
  it('are of a place', () => expect(asked('2017-01-01', 'WI').bars).toEqual([]))
})

describe('our own record', () => {
  const filing = {
    applicationId: 'a',
    form: 'CMS-855I',
    state: 'IL',
    reason: 'initial',
    receivedOn: day('2026-01-05'),
    statusOn: day('2026-02-01'),
    enrollmentId: undefined,
  }
  const record: OwnRecord = {
    filings: [
      { ...filing, status: 'denied' },
      { ...filing, status: 'in-review' },
    ],
    enrollments: [
      { enrollmentId: 'I1', form: 'CMS-855I', specialty: '11', state: 'WI', status: 'revoked' },
      { enrollmentId: 'I2', form: 'CMS-855I', specialty: '11', state: 'IL', status: 'approved' },
    ],
  }
  it('names denials and revocations', () => {
    expect(adverse(record)).toMatchObject({ filings: [{ status: 'denied' }], enrollments: [{ enrollmentId: 'I1' }] })
  })
  it.each([
    ['an initial one: the open one, and the enrollment that stands', 'initial', 1, 1],
    ['a change is of an enrollment', 'change', 0, 0],
  ] as const)('%s', (_, reason, filings, enrollments) => {
    const found = doubled(record, { form: 'CMS-855I', state: 'IL', reason, enrollmentId: undefined })
    expect([found.filings.length, found.enrollments.length]).toEqual([filings, enrollments])
  })
})

describe('monitoring', () => {
  it.each([
    ['2026-11-24', 1, '2026-11'],
    ['2026-11-24', 3, '2026-10'],
    ['2026-01-01', 12, '2026-01'],
  ])('the full pass of %s every %s months is %s', (on, everyMonths, pass) => {
    expect(fullPassOf(day(on), { everyMonths })).toBe(pass)
  })
})

describe('other filings that name somebody', () => {
  const enrollment = {
    enrollmentId: 'n',
    enrolleeName: 'x',
    form: 'f',
    state: 'IL',
    as: 'own',
    legalActions: false,
  } as const
  it.each([
    ['an approved enrollment', { ...enrollment, status: 'approved' }, true],
    ['a revoked one', { ...enrollment, status: 'revoked' }, false],
    ['an approved one that told of adverse actions', { ...enrollment, status: 'approved', legalActions: true }, false],
  ] as const)('%s', (_, e, nothing) =>
    expect(isNowhere(adverseElsewhere({ ...nowhereElse, enrollments: [e] }))).toBe(nothing),
  )
  it('count with their denials', () => {
    const filing = { applicationId: 'a', enrolleeName: 'x', form: 'f', state: 'IL' } as const
    const filings = [
      { ...filing, status: 'denied' },
      { ...filing, status: 'approved' },
    ] as const
    expect(adverseElsewhere({ ...nowhereElse, filings }).filings).toHaveLength(1)
  })
  it.each([
    ['its manager, by number', ['managing-employees'], ['tax-id'], true],
    ['its manager, by name and birth', ['managing-employees'], ['person'], true],
    ['its agency', ['billing-agency'], ['tax-id'], false],
    ['its agency, who also owns it', ['billing-agency', 'owner-organizations'], ['tax-id'], true],
    ['its owner, by nothing but a name', ['owner-organizations'], ['organization'], false],
  ] as const)('a denial counts against %s: %s', (_, as, by, against) => {
    const filing = { applicationId: 'a', enrolleeName: 'x', form: 'f', state: 'IL', status: 'denied', as, by } as const
    const found = { ...nowhereElse, filings: [filing] }
    expect([adverseElsewhere(found).filings.length, besideElsewhere(found).length]).toEqual(against ? [1, 0] : [0, 1])
  })
})
