/**
 * What may be done against a decision: rebuttal, corrective action plan, reconsideration; how long there is to file, who
 * answers by when, and what may come of it. 42 CFR 405.809, 424.541, 424.545, 424.546, part 498. Pure data.
 * The days to answer are known from memory only: unconfirmed.
 */
import { type Day, day } from '../dates.ts'
import type { Evidence } from '../evidence.ts'
import { clocks } from '../review/queues/clocks.ts'
import { type Dated, dated } from '../rule.ts'

export const remedies = ['rebuttal', 'corrective-action-plan', 'reconsideration'] as const
export type Remedy = (typeof remedies)[number]
export const isRemedy = (s: string | undefined): s is Remedy =>
  (remedies as readonly (string | undefined)[]).includes(s)

interface RemedyFacts {
  readonly cite: string
  readonly evidence: Evidence
  /** Calendar days from the date of the letter; the last one still counts. */
  readonly fileDays: Dated<number>
  /** Calendar days to answer, from the filing. */
  readonly answerDays: number
  /** May a request that came late be heard when there was good cause? */
  readonly lateWithCause: boolean
}

export const remedyFacts: Readonly<Record<Remedy, RemedyFacts>> = {
  rebuttal: {
    cite: clocks.rebuttal.cite,
    evidence: clocks.rebuttal.evidence,
    // CMS may extend the days (424.546(a)).
    fileDays: dated(clocks.rebuttal.cite, [day('2009-01-01'), clocks.rebuttal.days]),
    answerDays: 30,
    lateWithCause: true,
  },
  'corrective-action-plan': {
    cite: '42 CFR 405.809',
    evidence: clocks['corrective-action-plan'].evidence,
    fileDays: dated('42 CFR 405.809', [day('2009-01-01'), clocks['corrective-action-plan'].days]),
    answerDays: 60,
    lateWithCause: false,
  },
  reconsideration: {
    cite: clocks.reconsideration.cite,
    evidence: clocks.reconsideration.evidence,
    fileDays: dated(clocks.reconsideration.cite, [day('2009-01-01'), clocks.reconsideration.days]),
    answerDays: 90,
    // 42 CFR 498.22(d).
    lateWithCause: true,
  },
}

export const appealOutcomes = ['upheld', 'reversed', 'dismissed'] as const
export type AppealOutcome = (typeof appealOutcomes)[number]
export const isAppealOutcome = (s: string | undefined): s is AppealOutcome =>
  (appealOutcomes as readonly (string | undefined)[]).includes(s)

/** The dates of a remedy against a letter of a day. */
export const windowOf = (remedy: Remedy, letterOn: Day): number => remedyFacts[remedy].fileDays.on(letterOn)
