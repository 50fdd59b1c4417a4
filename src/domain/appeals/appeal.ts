/**
 * The life of an appeal, as one table, and the rules of hearing one: which remedy is open against which decision and
 * until when, late only with good cause, and never heard by whoever made the decision. Pure.
 */
import { addDays, type Day } from '../dates.ts'
import { type AnyDecisionKind, everyDecisionKind } from '../decisions/kinds.ts'
import type { RecordReason } from '../decisions/reasons.ts'
import { ok, type Result, refuse } from '../result.ts'
import { type AppealOutcome, type Remedy, remedyFacts, windowOf } from './remedies.ts'

export const appealStates = ['filed', 'assigned', 'decided', 'withdrawn'] as const
export type AppealState = (typeof appealStates)[number]
const moves = {
  assign: { from: ['filed', 'assigned'], to: 'assigned' },
  withdraw: { from: ['filed', 'assigned'], to: 'withdrawn' },
  decide: { from: ['assigned'], to: 'decided' },
} as const satisfies Record<string, { readonly from: readonly AppealState[]; readonly to: AppealState }>
export type AppealMove = keyof typeof moves

export const appealAfter = (state: AppealState, move: AppealMove): Result<AppealState> =>
  (moves[move].from as readonly AppealState[]).includes(state)
    ? ok(moves[move].to)
    : refuse({ code: 'over-already', with: { state } })
export const appealAllows = (state: AppealState, move: AppealMove): boolean => appealAfter(state, move).ok

/** Both kinds of reasons that allow a plan: of a denial only noncompliance, of a revocation what its table says. */
const allowsPlan = (kind: AnyDecisionKind, reasons: readonly string[], on: Day): boolean => {
  const table = everyDecisionKind[kind].reasons.on(on) as Readonly<Record<string, RecordReason | undefined>>
  return kind === 'deny' ? reasons.includes('noncompliance') : reasons.some((r) => table[r]?.plan)
}

export interface OpenRemedy {
  readonly remedy: Remedy
  readonly untilOn: Day
  readonly cite: string
}

/** What may be done against a decision of this kind whose letter has this date, the strongest first. */
export const remediesAgainst = (
  kind: AnyDecisionKind,
  reasons: readonly string[],
  letterOn: Day,
): readonly OpenRemedy[] =>
  everyDecisionKind[kind].remedies
    .filter((r) => r !== 'corrective-action-plan' || allowsPlan(kind, reasons, letterOn))
    .map((remedy) => ({
      remedy,
      untilOn: addDays(letterOn, windowOf(remedy, letterOn)),
      cite: remedyFacts[remedy].cite,
    }))

export interface Filing {
  readonly untilOn: Day
  readonly filedOn: Day
  readonly lateReason: string | undefined
}

/** Shortest text that says something. */
export const GROUNDS_MIN = 20

/** In time, or late with a reason where the law hears one. Refuses with `too-late` or `late-reason-needed`. */
export function admit(remedy: Remedy, { untilOn, filedOn, lateReason }: Filing): Result<{ readonly late: boolean }> {
  if (filedOn <= untilOn) return ok({ late: false })
  if (!remedyFacts[remedy].lateWithCause) return refuse({ code: 'too-late', with: { day: untilOn } })
  if ((lateReason ?? '').trim().length < GROUNDS_MIN)
    return refuse({ code: 'late-reason-needed', at: 'lateReason', with: { min: GROUNDS_MIN } })
  return ok({ late: true })
}

export const answerBy = (remedy: Remedy, filedOn: Day): Day => addDays(filedOn, remedyFacts[remedy].answerDays)

/** Nobody hears an appeal against a decision that they prepared, recommended or made (42 CFR 498.22). */
export const mayHear = (userId: string, madeBy: readonly (string | undefined)[]): boolean => !madeBy.includes(userId)

/** A late request without good cause can only be dismissed; before that is said, nothing can be decided. */
export function admitOutcome(
  a: { readonly late: boolean; readonly goodCause: boolean | undefined },
  outcome: AppealOutcome,
): Result<null> {
  if (!a.late || a.goodCause === true) return ok(null)
  if (a.goodCause === undefined) return refuse({ code: 'good-cause-open', at: 'goodCause' })
  return outcome === 'dismissed' ? ok(null) : refuse({ code: 'not-a-choice', at: 'outcome' })
}
