import { describe, expect, it } from 'vitest'
import { day } from '../dates.ts'
import { appealRights, citations, decisionKinds, decisionOf } from './decision.ts'
import { denialReasons, rejectionReasons, returnReasons } from './decision-reasons.ts'

const problem = (r: ReturnType<typeof decisionOf>) => (r.ok ? r.value : r.problem.code)

describe('making a decision', () => {
  it.each([
    ['approve', [], { kind: 'approve' }],
    ['approve', ['felony'], 'not-a-choice'],
    ['deny', [], 'reason-needed'],
    ['deny', ['felony', 'felony'], { kind: 'deny', reasons: ['felony'] }],
    ['deny', ['duplicate'], 'not-a-choice'],
    ['deny', ['toString'], 'not-a-choice'],
    ['return', ['duplicate'], { kind: 'return', reasons: ['duplicate'] }],
    ['reject', ['information-not-given'], { kind: 'reject', reasons: ['information-not-given'] }],
  ] as const)('%s for %j', (kind, reasons, expected) => expect(problem(decisionOf(kind, reasons))).toEqual(expected))
})

describe('authorities', () => {
  it('name the paragraph where it is known', () => {
    expect(citations({ kind: 'deny', reasons: ['excluded-or-debarred', 'patient-harm'] })).toEqual([
      { reason: 'excluded-or-debarred', cite: '42 CFR 424.530(a)(2)', confirmed: true },
      { reason: 'patient-harm', cite: '42 CFR 424.530(a)', confirmed: false },
    ])
  })
  it('never give a number from memory', () => {
    for (const table of [denialReasons, returnReasons, rejectionReasons]) {
      for (const { cite, evidence } of Object.values(table)) if (evidence === 'none') expect(cite).toMatch(/\(a\)$/)
    }
  })
  it('stay in the section of their kind', () => {
    for (const { cite, reasons } of Object.values(decisionKinds)) {
      for (const reason of Object.values(reasons)) expect(reason.cite.startsWith(cite)).toBe(true)
    }
  })
})

describe('appeal', () => {
  const letter = day('2026-05-01')
  it('a denial: reconsideration in 65 days', () => {
    expect(appealRights({ kind: 'deny', reasons: ['felony'] }, letter)).toEqual([
      { remedy: 'reconsideration', untilOn: '2026-07-05', cite: '42 CFR part 498' },
    ])
  })
  it('for noncompliance also a corrective action plan in 35', () => {
    expect(appealRights({ kind: 'deny', reasons: ['noncompliance'] }, letter).map((r) => r.untilOn)).toEqual([
      '2026-07-05',
      '2026-06-05',
    ])
  })
  it('none against a return, a rejection or an approval', () => {
    expect(appealRights({ kind: 'return', reasons: ['duplicate'] }, letter)).toEqual([])
    expect(appealRights({ kind: 'reject', reasons: ['wrong-form'] }, letter)).toEqual([])
    expect(appealRights({ kind: 'approve' }, letter)).toEqual([])
  })
})
