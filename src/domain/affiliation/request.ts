/**
 * A request to disclose affiliations: where it can stand, what moves it, its last day, and when its people are reminded.
 * No answer is nobody's decision: it leads to a person of the desk (42 CFR 424.519). Pure.
 */
import type { ApplicationStatus } from '../application/lifecycle.ts'
import { addDays, type Day } from '../dates.ts'
import { ok, type Result, refuse } from '../result.ts'
import { clocks } from '../review/queues/clocks.ts'

export const requestStates = ['asked', 'answered', 'closed'] as const
export type RequestState = (typeof requestStates)[number]

export const requestAnswers = ['none', 'disclosed'] as const
export type RequestAnswer = (typeof requestAnswers)[number]

export const requestOutcomes = ['no-undue-risk', 'undue-risk', 'not-answered', 'taken-back'] as const
export type RequestOutcome = (typeof requestOutcomes)[number]

const moves = {
  asked: { answer: 'answered', 'more-time': 'asked', 'not-answered': 'closed', 'take-back': 'closed' },
  answered: { determine: 'closed', 'take-back': 'closed' },
  closed: {},
} as const satisfies Record<RequestState, Readonly<Record<string, RequestState>>>
export type RequestMove = 'answer' | 'more-time' | 'not-answered' | 'take-back' | 'determine'

const after = (state: RequestState, move: RequestMove): RequestState | undefined =>
  (moves[state] as Readonly<Partial<Record<RequestMove, RequestState>>>)[move]

export const requestAllows = (state: RequestState, move: RequestMove): boolean => after(state, move) !== undefined

/** Refuses with `over-already`. */
export function requestAfter(state: RequestState, move: RequestMove): Result<RequestState> {
  const next = after(state, move)
  return next ? ok(next) : refuse({ code: 'over-already' })
}

/** Whoever applies has the days of every other request about an application; whoever is enrolled those of 424.535. */
export const clockOf = (about: { readonly applicationId?: string | undefined }) =>
  clocks[about.applicationId ? 'affiliations-applicant' : 'affiliations-enrolled']

export const answerUntil = (about: { readonly applicationId?: string | undefined }, askedOn: Day): Day =>
  addDays(askedOn, clockOf(about).days)

/** Of an application that came to nothing, nobody is reminded to answer any more; the desk may still take it back. */
export const mootWith: readonly ApplicationStatus[] = ['withdrawn', 'denied', 'rejected', 'returned']

export const isLate = (r: { readonly state: RequestState; readonly dueOn: Day }, today: Day): boolean =>
  r.state === 'asked' && r.dueOn < today

/** The desk may move the last day by so many days at most, as often as it has a reason. */
export const MOST_MORE_DAYS = 60

/** Days before the last day on which the provider is reminded. */
const before = [21, 7, 2] as const

/** The latest reminder that has been reached on a day; older ones that were missed are not sent in a heap. */
export const reminderReached = (r: { readonly askedOn: Day; readonly dueOn: Day }, today: Day): number | undefined =>
  before.findLast((n) => addDays(r.dueOn, -n) <= today && addDays(r.dueOn, -n) > r.askedOn)

/** How the desk sorts them: to look at first, then those without an answer past their day. */
export const affiliationQueues = ['answered', 'late', 'waiting', 'closed'] as const
export type AffiliationQueue = (typeof affiliationQueues)[number]
export const isAffiliationQueue = (s: string | undefined): s is AffiliationQueue =>
  (affiliationQueues as readonly (string | undefined)[]).includes(s)
