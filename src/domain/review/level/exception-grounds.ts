/**
 * On which grounds a case may go without the visit or the fingerprints that its level asks for: one table with the
 * authority of each. One person asks, another grants. What was not seen in a text is graded. Pure.
 */
import { addMonths, type Day } from '../../dates.ts'
import type { Evidence } from '../../evidence.ts'
import type { LevelAsk } from './level-asks.ts'

interface Ground {
  readonly of: LevelAsk
  readonly cite: string
  readonly evidence: Evidence
  /** The ground names an earlier visit or fingerprints, not older than so many months. */
  readonly months?: number
}

export const exceptionGrounds = {
  /** The contractor's or the national site visit contractor's own visit of the same place. */
  'visited-lately': { of: 'site-visit', cite: 'CMS Pub. 100-08, chapter 10, 10.6.20', evidence: 'none', months: 12 },
  /** A visit for another Medicare enrollment of the same place, or the survey of a state agency or accreditor. */
  'other-medicare-visit': {
    of: 'site-visit',
    cite: 'CMS Pub. 100-08, chapter 10, 10.6.20',
    evidence: 'none',
    months: 12,
  },
  /** Services are given in the homes of patients only: there is no place to see. */
  'homes-only': { of: 'site-visit', cite: '42 CFR 424.517(a)', evidence: 'D' },
  /** The same persons gave them for another enrollment. */
  'fingerprinted-before': { of: 'fingerprints', cite: '42 CFR 424.518(c)(2)', evidence: 'none', months: 12 },
  /** Nobody holds five percent or more, directly or through others. */
  'no-such-owner': { of: 'fingerprints', cite: '42 CFR 424.518(c)(2)', evidence: 'C' },
} as const satisfies Record<string, Ground>
export type ExceptionGround = keyof typeof exceptionGrounds
export const isExceptionGround = (s: string | undefined): s is ExceptionGround =>
  Object.hasOwn(exceptionGrounds, s ?? '')
export const groundsOf = (kind: LevelAsk): readonly ExceptionGround[] =>
  (Object.keys(exceptionGrounds) as ExceptionGround[]).filter((g) => exceptionGrounds[g].of === kind)
export const groundOf = (g: ExceptionGround): Ground => exceptionGrounds[g]

/** What is wrong with the day that a ground relies on; undefined when it does. */
export function reliedProblem(
  ground: Ground,
  on: Day | undefined,
  today: Day,
): 'required' | 'date-in-future' | 'too-old' | undefined {
  if (ground.months === undefined) return undefined
  if (on === undefined) return 'required'
  if (on > today) return 'date-in-future'
  return addMonths(on, ground.months) < today ? 'too-old' : undefined
}
