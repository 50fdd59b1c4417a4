import { describe, expect, it } from 'vitest'
import { day } from '../dates.ts'
import { admit, admitOutcome, answerBy, appealAfter, appealStates, mayHear } from './appeal.ts'

const code = (r: { ok: true } | { ok: false; problem: { code: string } }) => (r.ok ? 'ok' : r.problem.code)
const until = day('2026-12-10')
const why = 'I was in hospital until last week.'

describe('filing', () => {
  it.each([
    ['on the last day', 'rebuttal', '2026-12-10', undefined, 'ok'],
    ['a day later without a reason', 'rebuttal', '2026-12-11', undefined, 'late-reason-needed'],
    ['a day later with a word', 'reconsideration', '2026-12-11', 'ill', 'late-reason-needed'],
    ['a day later with a reason', 'reconsideration', '2026-12-11', why, 'ok'],
    ['a plan is never heard late', 'corrective-action-plan', '2026-12-11', why, 'too-late'],
  ] as const)('%s', (_, remedy, on, lateReason, expected) =>
    expect(code(admit(remedy, { untilOn: until, filedOn: day(on), lateReason }))).toBe(expected),
  )
  it('is answered in ninety days when it is a reconsideration', () =>
    expect(answerBy('reconsideration', day('2026-12-01'))).toBe('2027-03-01'))
})

describe('hearing', () => {
  it('is for somebody who had no part in the decision', () => {
    expect(mayHear('c', ['a', 'b', undefined])).toBe(true)
    expect(mayHear('b', ['a', 'b', undefined])).toBe(false)
  })
  it.each([
    [false, undefined, 'reversed', 'ok'],
    [true, undefined, 'dismissed', 'good-cause-open'],
    [true, false, 'dismissed', 'ok'],
    [true, false, 'reversed', 'not-a-choice'],
    [true, true, 'reversed', 'ok'],
  ] as const)('late %s with cause %s: %s is %s', (late, goodCause, outcome, expected) =>
    expect(code(admitOutcome({ late, goodCause }, outcome))).toBe(expected),
  )
  it('is decided once, and only by whoever has it', () =>
    expect(appealStates.filter((s) => appealAfter(s, 'decide').ok)).toEqual(['assigned']))
})
