import { describe, expect, it } from 'vitest'
import { day } from '../dates.ts'
import { isWithinLookBack, lookBackFrom } from './affiliation.ts'
import { answerUntil, isLate, type RequestMove, reminderReached, requestAfter, requestStates } from './request.ts'
import { judge, type TypedJudgment, undueRiskFactors } from './undue-risk.ts'

const today = day('2026-11-25')

describe('five years back', () => {
  it.each([
    ['it goes on', undefined, true],
    ['it ended on the first day that counts', '2021-11-25', true],
    ['it ended a day earlier', '2021-11-24', false],
    ['it ended yesterday', '2026-11-24', true],
  ] as const)('%s', (_, ended, counts) => expect(isWithinLookBack(ended && day(ended), today)).toBe(counts))
  it('from a leap day it is the last of February', () => expect(lookBackFrom(day('2028-02-29'))).toBe('2023-02-28'))
  it('before the rule nobody could be asked', () => expect(() => lookBackFrom(day('2019-11-03'))).toThrow(RangeError))
})

describe('a request', () => {
  it.each([
    ['about an application', { applicationId: 'a' }, '2026-12-25'],
    ['about an enrollment', {}, '2027-01-24'],
  ] as const)('%s is due', (_, about, due) => expect(answerUntil(about, today)).toBe(due))
  it('its last day still counts', () => {
    expect(isLate({ state: 'asked', dueOn: today }, today)).toBe(false)
    expect(isLate({ state: 'asked', dueOn: day('2026-11-24') }, today)).toBe(true)
    expect(isLate({ state: 'answered', dueOn: day('2026-11-24') }, today)).toBe(false)
  })
  const moves: readonly RequestMove[] = ['answer', 'more-time', 'not-answered', 'take-back', 'determine']
  it('moves by the table, and never out of closed', () =>
    expect(requestStates.map((s) => [s, ...moves.filter((m) => requestAfter(s, m).ok)].join(' '))).toEqual([
      'asked answer more-time not-answered take-back',
      'answered take-back determine',
      'closed',
    ]))
  it.each([
    ['2026-12-03', undefined],
    ['2026-12-04', 21],
    ['2026-12-17', 21],
    ['2026-12-18', 7],
    ['2026-12-23', 2],
    ['2026-12-25', 2],
  ] as const)('on %s the reminder of %s days before is reached', (on, reached) =>
    expect(reminderReached({ askedOn: today, dueOn: day('2026-12-25') }, day(on))).toBe(reached),
  )
  it('does not remind on the day on which it is asked', () =>
    expect(reminderReached({ askedOn: today, dueOn: day('2026-12-02') }, today)).toBeUndefined())
})

describe('an undue risk', () => {
  const why = 'They owned it together for nine years.'
  const all = (finding: string, reason = '') =>
    Object.fromEntries(undueRiskFactors.map((f) => [f, { finding, reason }]))
  const typed = (t: Partial<TypedJudgment>): TypedJudgment => ({
    outcome: 'no-undue-risk',
    reason: 'Nothing of it concerns this provider.',
    risky: [],
    factors: all('says-nothing'),
    ...t,
  })
  const codes = (t: Partial<TypedJudgment>, items: readonly string[] = ['one']) => {
    const judged = judge(typed(t), items, today)
    return judged.ok ? [] : judged.problems.map((p) => `${p.at} ${p.code}`)
  }
  it.each<readonly [string, Partial<TypedJudgment>, readonly string[]]>([
    ['every factor judged and no risk', {}, []],
    ['a risk with a factor that raises it', { outcome: 'undue-risk', risky: ['one'], factors: all('raises', why) }, []],
    ['nothing is found', { outcome: '' }, ['outcome required']],
    ['no reason', { reason: 'no' }, ['reason reason-needed']],
    ['a risk that nothing raises', { outcome: 'undue-risk', risky: ['one'] }, ['outcome factor-against']],
    [
      'a risk from no affiliation',
      { outcome: 'undue-risk', risky: ['other'], factors: all('raises', why) },
      ['risky required'],
    ],
    [
      'a factor without a finding',
      { factors: { ...all('lowers'), debt: { finding: 'maybe', reason: '' } } },
      ['finding-debt required'],
    ],
    [
      'a factor that raises it without a word',
      { factors: { ...all('lowers'), debt: { finding: 'raises', reason: 'so' } } },
      ['why-debt reason-needed'],
    ],
  ])('%s', (_, t, problems) => expect(codes(t)).toEqual(problems))
  it('of an answer that nothing was disclosed, no affiliation has to be named', () =>
    expect(codes({ outcome: 'undue-risk', factors: all('raises', why) }, [])).toEqual([]))
  it('without a risk keeps no affiliation as risky', () => {
    const judged = judge(typed({ risky: ['one'] }), ['one'], today)
    expect(judged.ok && judged.value.risky).toEqual([])
  })
})
