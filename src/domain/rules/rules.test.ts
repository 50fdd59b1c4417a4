/** Trying rules on files of the past: what each parameter does to kept evidence, and which changes cannot be tried. */
import { describe, expect, test } from 'vitest'
import { day } from '../dates.ts'
import { differences, failedRules, outcomeUnder, type PastCheck, type PastFile } from './judge-past.ts'
import { inForce, readRules } from './parameters.ts'

const check: PastCheck = {
  kind: 'exclusion',
  subject: 'applicant',
  outcome: 'possible',
  disposition: undefined,
  source: 'leie',
  sourceAsOf: day('2026-11-01'),
  ranOn: day('2026-11-25'),
  hit: {
    score: 14,
    fields: [
      { code: 'last:equal', bits: 9 },
      { code: 'first:nickname', bits: 8 },
      { code: 'bornOn:differs', bits: -3 },
    ],
    ended: false,
  },
}
const file: PastFile = {
  id: 'a',
  trackingNumber: 'T-1',
  status: 'approved',
  receivedOn: day('2026-11-24'),
  signedOn: day('2026-11-20'),
  checks: [check],
}

describe('a change', () => {
  test.each([
    [['match.possible=16'], 'clear'],
    [['match.possible=13'], 'possible'],
    [['fresh-days=10'], 'unavailable'],
    [['fresh-days=30'], 'possible'],
    [[], 'possible'],
  ] as const)('%j makes a hit of 14 points "%s"', (changes, outcome) => {
    const rules = readRules(changes)
    expect(rules.ok && outcomeUnder(check, rules.value)).toBe(outcome)
  })
  test.each([
    ['unknown=1', 'not-a-choice'],
    ['match.match=high', 'not-a-number'],
    ['site-visit-level=extreme', 'not-a-choice'],
    ['match.possible=3', 'lower-than-kept'],
  ])('%s is refused', (change, code) => {
    expect(readRules([change])).toMatchObject({ ok: false, problem: { code } })
  })
  test('that makes a finding go away leaves nothing to fail, and says so', () => {
    const then = readRules(['match.possible=16'])
    const [d] = differences([file], inForce, then.ok ? then.value : inForce)
    expect(d?.noLonger).toMatchObject([{ rule: 'exclusion', why: 'disposition', cite: '42 CFR 424.530(a)(2)' }])
    expect(d?.newly).toEqual([])
  })
  test('of the age of a signature and of the level fails files that passed', () => {
    const calm = { ...file, checks: [] }
    const then = readRules(['signature-age=2'])
    expect(differences([calm], inForce, then.ok ? then.value : inForce)[0]?.newly).toMatchObject([
      { rule: 'signature-age', cite: '42 CFR 424.525(a)(1)(iv)' },
    ])
    const level = {
      level: 'limited',
      cite: 'x',
      evidence: 'A',
      raisedBy: [],
      siteVisit: false,
      fingerprints: false,
    } as const
    const levelled: PastFile = {
      ...file,
      checks: [{ ...check, kind: 'screening-level', outcome: 'recorded', source: undefined, level }],
    }
    const visits = readRules(['site-visit-level=limited'])
    expect(differences([levelled], inForce, visits.ok ? visits.value : inForce)[0]?.newly).toMatchObject([
      { rule: 'site-visit', why: 'missing' },
    ])
  })
  test('that changes nothing lists no file', () => {
    expect(differences([file], inForce, inForce)).toEqual([])
    expect(failedRules({ ...file, checks: [{ ...check, disposition: 'not-the-same' }] }, inForce)).toEqual([])
  })
})
