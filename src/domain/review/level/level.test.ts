/** What does for a visit or fingerprints that a level asks for, and on which grounds one goes without. */
import { describe, expect, test } from 'vitest'
import { day } from '../../dates.ts'
import { exceptionGrounds, groundOf, isExceptionGround, reliedProblem } from './exception-grounds.ts'
import { askedBy, type Brought, type LevelAsk, notBrought } from './level-asks.ts'

const high = { siteVisit: true, fingerprints: true }
const visit = (result: string, disposition?: Brought['disposition']): Brought => ({
  kind: 'site-visit',
  outcome: result === 'operational' ? 'recorded' : 'different',
  result,
  disposition,
  isException: false,
})
const prints = (result: string, disposition?: Brought['disposition']): Brought => ({
  ...visit(result, disposition),
  kind: 'fingerprints',
})
const exception = (kind: LevelAsk): Brought => ({ ...visit(''), kind, result: undefined, isException: true })

describe('a level', () => {
  test('asks for what it adds, and nothing when nothing is screened by level', () => {
    expect(askedBy({ siteVisit: true, fingerprints: false })).toEqual(['site-visit'])
    expect(notBrought(undefined, [])).toEqual([])
    expect(notBrought({ siteVisit: false, fingerprints: false }, [])).toEqual([])
    expect(notBrought(high, []).map((n) => `${n.kind} ${n.why}`)).toEqual([
      'site-visit missing',
      'fingerprints missing',
    ])
  })
  test.each<[string, readonly Brought[], string | undefined]>([
    ['an operational place', [visit('operational')], undefined],
    ['a place that is not, though somebody accepts it', [visit('not-operational', 'acceptable')], 'not-passed'],
    ['a visitor who was refused', [visit('refused')], 'not-passed'],
    ['a second visit that passes', [visit('not-there', 'acceptable'), visit('operational')], undefined],
    ['an exception', [exception('site-visit')], undefined],
    [
      'an exception, and a visit after it that fails',
      [exception('site-visit'), visit('not-there', 'acceptable')],
      'not-passed',
    ],
    ['the other thing', [prints('no-record'), exception('fingerprints')], 'missing'],
  ])('%s', (_, brought, why) => expect(notBrought({ siteVisit: true, fingerprints: false }, brought)[0]?.why).toBe(why))
  test.each<[string, Brought, boolean]>([
    ['no record', prints('no-record'), true],
    ['a record nobody judged', prints('record-found'), false],
    ['a record that is no bar', prints('record-found', 'acceptable'), true],
    ['fingerprints never given', prints('not-given', 'acceptable'), false],
  ])('takes of fingerprints: %s', (_, brought, passes) =>
    expect(notBrought({ siteVisit: false, fingerprints: true }, [brought]).length === 0).toBe(passes),
  )
})

describe('a ground', () => {
  test.each([
    ['2025-11-25', undefined],
    ['2025-11-24', 'too-old'],
    ['2026-11-26', 'date-in-future'],
    [undefined, 'required'],
  ] as const)('that relies on a visit of %s: %s', (on, problem) => {
    const relied = on === undefined ? undefined : day(on)
    expect(reliedProblem(groundOf('visited-lately'), relied, day('2026-11-25'))).toBe(problem)
    expect(reliedProblem(groundOf('homes-only'), relied, day('2026-11-25'))).toBeUndefined()
  })
  test('has an authority, and no other word is one', () => {
    expect(
      Object.values(exceptionGrounds)
        .map((g) => g.cite)
        .join(' '),
    ).not.toMatch(/^ | {2}/)
    expect(isExceptionGround('toString')).toBe(false)
  })
})
