import { describe, expect, it, test } from 'vitest'
import { remediesAgainst } from '../appeals/appeal.ts'
import { day } from '../dates.ts'
import type { EnrollmentPeriod } from '../enrollment/enrollment.ts'
import { isConfirmed } from '../evidence.ts'
import { everyDecisionKind, kindsFrom, recordDecisionKinds, recordReasonsOn } from './kinds.ts'
import { type AskedDecision, barredOn, periodsBefore, planDecision, type RecordStanding } from './plan.ts'
import { decisionAfter, decisionStates } from './states.ts'

const letterOn = day('2026-11-25')
const enrolled: readonly EnrollmentPeriod[] = [{ status: 'approved', from: day('2020-01-01') }]
const standing: RecordStanding = { periods: enrolled, revokedBefore: false }
const plan = (asked: AskedDecision, s: RecordStanding = standing) => planDecision(asked, s, letterOn)
const code = (r: ReturnType<typeof plan>) => (r.ok ? 'ok' : r.problem.code)
const made = (asked: AskedDecision, s?: RecordStanding) => {
  const r = plan(asked, s)
  if (!r.ok) throw new Error(JSON.stringify(r.problem))
  return r.value
}

describe('a revocation', () => {
  it('takes effect 30 days after the letter, with a bar that begins with it', () => {
    const r = made({ kind: 'revoke', reasons: ['noncompliance'], barYears: 3 })
    expect(r).toMatchObject({ effectiveOn: '2026-12-25', bar: { from: '2026-12-25', until: '2029-12-24' } })
    expect(r.periods).toEqual([
      { status: 'approved', from: '2020-01-01', to: '2026-12-24' },
      { status: 'revoked', from: '2026-12-25' },
    ])
    expect(r.because).toEqual(['42 CFR 424.535(a)(1)'])
    expect([barredOn(r.bar!, day('2029-12-24')), barredOn(r.bar!, day('2029-12-25'))]).toEqual([true, false])
  })
  it('reaches back to the event for an exclusion, but not before the enrollment', () => {
    expect(made({ kind: 'revoke', reasons: ['felony'], eventOn: day('2026-06-01'), barYears: 10 }).effectiveOn).toBe(
      '2026-06-01',
    )
    expect(made({ kind: 'revoke', reasons: ['felony'], eventOn: day('2019-06-01'), barYears: 10 }).effectiveOn).toBe(
      '2020-01-01',
    )
  })
  it.each<[string, AskedDecision, RecordStanding | undefined, string]>([
    ['no reason', { kind: 'revoke', reasons: [], barYears: 1 }, undefined, 'reason-needed'],
    ['a reason of another kind', { kind: 'revoke', reasons: ['not-billing'], barYears: 1 }, undefined, 'not-a-choice'],
    ['no length of the bar', { kind: 'revoke', reasons: ['noncompliance'] }, undefined, 'out-of-range'],
    ['more than ten years', { kind: 'revoke', reasons: ['noncompliance'], barYears: 11 }, undefined, 'out-of-range'],
    [
      'twenty years the second time',
      { kind: 'revoke', reasons: ['noncompliance'], barYears: 20 },
      { ...standing, revokedBefore: true },
      'ok',
    ],
    [
      'a bar for a late revalidation',
      { kind: 'revoke', reasons: ['revalidation-not-answered'], barYears: 1 },
      undefined,
      'no-bar',
    ],
    ['none for a late revalidation', { kind: 'revoke', reasons: ['revalidation-not-answered'] }, undefined, 'ok'],
    [
      'both reasons: the other one bars',
      { kind: 'revoke', reasons: ['revalidation-not-answered', 'noncompliance'] },
      undefined,
      'out-of-range',
    ],
    [
      'back for a reason that does not reach back',
      { kind: 'revoke', reasons: ['noncompliance'], eventOn: day('2026-06-01'), barYears: 1 },
      undefined,
      'effective-date-impossible',
    ],
    [
      'an event that is still to come',
      { kind: 'revoke', reasons: ['felony'], eventOn: day('2026-12-01'), barYears: 1 },
      undefined,
      'date-in-future',
    ],
    [
      'while one is under way',
      { kind: 'deactivate', reasons: ['not-billing'] },
      { ...standing, periods: [...enrolled, { status: 'revoked', from: day('2026-12-20') }] },
      'decision-under-way',
    ],
    [
      'of what is revoked',
      { kind: 'revoke', reasons: ['noncompliance'], barYears: 1 },
      { ...standing, periods: [{ status: 'revoked', from: day('2025-01-01') }] },
      'not-in-this-status',
    ],
  ])('%s', (_, asked, s, expected) => expect(code(plan(asked, s))).toBe(expected))
})

describe('other decisions', () => {
  const deactivated: RecordStanding = {
    ...standing,
    periods: [
      { status: 'approved', from: day('2020-01-01'), to: day('2026-09-30') },
      { status: 'deactivated', from: day('2026-10-01') },
    ],
  }
  it('a deactivation begins on the day of the letter', () =>
    expect(made({ kind: 'deactivate', reasons: ['not-billing'] }).periods.at(-1)).toEqual({
      status: 'deactivated',
      from: letterOn,
    }))
  it('a stay lasts sixty days at most and the enrollment goes on after it', () => {
    const r = made({ kind: 'stay', reasons: ['noncompliance'] })
    expect([r.effectiveOn, r.untilOn]).toEqual(['2026-11-25', '2027-01-23'])
    expect(r.periods.map((p) => p.status)).toEqual(['approved', 'stayed', 'approved'])
    expect(code(plan({ kind: 'stay', reasons: ['noncompliance'], days: 61 }))).toBe('out-of-range')
  })
  it('a reactivation counts from the receipt, never from before the deactivation', () => {
    const asked = { kind: 'reactivate', reasons: ['recertified'] } as const
    expect(made({ ...asked, eventOn: day('2026-11-20') }, deactivated).periods.at(-1)).toEqual({
      status: 'approved',
      from: '2026-11-20',
    })
    expect(code(plan(asked, deactivated))).toBe('required')
    expect(code(plan({ ...asked, eventOn: day('2026-09-30') }, deactivated))).toBe('date-before-start')
  })
  it('a corrected date moves the first day only', () => {
    expect(made({ kind: 'effective-date', reasons: ['wrong-receipt'], eventOn: day('2019-12-01') }).periods).toEqual([
      { status: 'approved', from: '2019-12-01' },
    ])
    expect(code(plan({ kind: 'effective-date', reasons: ['wrong-receipt'], eventOn: day('2020-01-01') }))).toBe(
      'nothing-changed',
    )
  })
  it('a bar is made longer by up to three years', () => {
    const revoked: RecordStanding = {
      ...standing,
      periods: [{ status: 'revoked', from: day('2026-01-01') }],
      bar: { from: day('2026-01-01'), until: day('2028-12-31') },
    }
    const asked = { kind: 'bar', reasons: ['circumvented'] } as const
    expect(made({ ...asked, barYears: 3 }, revoked).bar).toEqual({ from: '2026-01-01', until: '2031-12-31' })
    expect(code(plan({ ...asked, barYears: 4 }, revoked))).toBe('out-of-range')
  })
  it('is taken back only while nothing came after it', () => {
    const { periods } = made({ kind: 'deactivate', reasons: ['not-billing'] })
    expect(periodsBefore({ before: enrolled, after: periods }, periods)).toMatchObject({ ok: true, value: enrolled })
    const moved = periodsBefore({ before: enrolled, after: periods }, deactivated.periods)
    expect(moved.ok === false && moved.problem.code).toBe('record-moved-on')
  })
})

describe('the table', () => {
  it('quotes no paragraph from memory', () => {
    for (const kind of recordDecisionKinds)
      for (const [, table] of everyDecisionKind[kind].reasons.values)
        for (const { cite, evidence } of Object.values(table)) {
          if (evidence === 'none') expect(cite).not.toContain('(')
          expect(isConfirmed(evidence) || evidence === 'D' || evidence === 'none').toBe(true)
        }
  })
  it('has reasons by date: orders that no claim named, from 2026', () => {
    expect(Object.hasOwn(recordReasonsOn('deactivate', day('2025-12-31')), 'not-named-on-claims')).toBe(false)
    expect(Object.hasOwn(recordReasonsOn('deactivate', day('2026-01-01')), 'not-named-on-claims')).toBe(true)
    expect(recordReasonsOn('revoke', day('2023-12-31'))['false-information']?.goesBack).toBeUndefined()
    expect(recordReasonsOn('revoke', day('2024-01-01'))['false-information']?.goesBack).toBe(true)
  })
  it('offers what the status allows', () => {
    expect(kindsFrom('approved')).toEqual(['revoke', 'deactivate', 'stay', 'effective-date'])
    expect(kindsFrom('revoked')).toEqual(['bar'])
    expect(kindsFrom('withdrawn')).toEqual([])
  })
  it.each([
    ['revoke', ['noncompliance'], ['reconsideration 2027-01-29', 'corrective-action-plan 2026-12-30']],
    ['revoke', ['felony'], ['reconsideration 2027-01-29']],
    ['deactivate', ['not-billing'], ['rebuttal 2026-12-10']],
    ['stay', ['noncompliance'], ['rebuttal 2026-12-10']],
    ['effective-date', ['wrong-receipt'], ['reconsideration 2027-01-29']],
    ['approve', [], ['reconsideration 2027-01-29']],
    ['return', ['duplicate'], []],
    ['reactivate', ['recertified'], []],
  ] as const)('%s for %j may be answered by %j', (kind, reasons, expected) =>
    expect(remediesAgainst(kind, reasons, letterOn).map((r) => `${r.remedy} ${r.untilOn}`)).toEqual(expected),
  )
})

test('a decision goes forward once and never back', () => {
  const next = decisionStates.map((s) =>
    (['discard', 'issue', 'deliver'] as const).flatMap((m) => {
      const r = decisionAfter(s, m)
      return r.ok ? [r.value] : []
    }),
  )
  expect(next).toEqual([['discarded', 'issued'], ['delivered'], [], []])
})
