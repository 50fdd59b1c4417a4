/**
 * The decisions an application may end in, what each needs to be made, and what the applicant may do
 * against it. Six verbs with six citations: this file has the four that end an application. Pure.
 */
import { remediesAgainst } from '../appeals/appeal.ts'
import type { Remedy } from '../appeals/remedies.ts'
import type { Day } from '../dates.ts'
import { kindsOnApplications } from '../decisions/kinds.ts'
import { type Evidence, isConfirmed } from '../evidence.ts'
import { ok, type Result, refuse } from '../result.ts'
import {
  type DenialReason,
  denialReasons,
  type Reason,
  type RejectionReason,
  type ReturnReason,
  rejectionReasons,
  returnReasons,
} from './decision-reasons.ts'

export type Decision =
  | { readonly kind: 'approve' }
  | { readonly kind: 'deny'; readonly reasons: readonly DenialReason[] }
  | { readonly kind: 'return'; readonly reasons: readonly ReturnReason[] }
  | { readonly kind: 'reject'; readonly reasons: readonly RejectionReason[] }
export type DecisionKind = Decision['kind']

interface KindFacts {
  readonly cite: string
  readonly reasons: Readonly<Record<string, Reason>>
  /** Against the decision itself, under 42 CFR part 498; the date of an approval is another matter. */
  readonly appeal: boolean
  readonly evidence: Evidence
}

/** From the table of all kinds (domain/decisions/kinds.ts). */
const of = (kind: DecisionKind, reasons: Readonly<Record<string, Reason>>): KindFacts => ({
  cite: kindsOnApplications[kind].cite,
  evidence: kindsOnApplications[kind].evidence,
  reasons,
  appeal: kind !== 'approve' && kindsOnApplications[kind].remedies.length > 0,
})
export const decisionKinds: Readonly<Record<DecisionKind, KindFacts>> = {
  approve: of('approve', {}),
  deny: of('deny', denialReasons),
  return: of('return', returnReasons),
  reject: of('reject', rejectionReasons),
}

/** A decision from what was chosen on a page; refuses one without a reason or with one of another kind. */
export function decisionOf(kind: DecisionKind, reasons: readonly string[]): Result<Decision> {
  const table = decisionKinds[kind].reasons
  if (kind === 'approve') return reasons.length === 0 ? ok({ kind }) : refuse({ code: 'not-a-choice', at: 'reasons' })
  if (reasons.length === 0) return refuse({ code: 'reason-needed', at: 'reasons' })
  if (reasons.some((r) => !Object.hasOwn(table, r))) return refuse({ code: 'not-a-choice', at: 'reasons' })
  return ok({ kind, reasons: [...new Set(reasons)] } as Decision)
}

export interface CitedReason {
  readonly reason: string
  readonly cite: string
  /** Print "unconfirmed" beside the paragraph, or leave the paragraph out. */
  readonly confirmed: boolean
}

/** The authorities of a decision: its section, then the paragraph of each reason. */
export function citations(decision: Decision): readonly CitedReason[] {
  if (decision.kind === 'approve') return []
  const table = decisionKinds[decision.kind].reasons
  return decision.reasons.map((reason) => {
    const { cite, evidence } = table[reason]!
    return { reason, cite, confirmed: isConfirmed(evidence) }
  })
}

export interface AppealRights {
  readonly remedy: Remedy
  readonly untilOn: Day
  readonly cite: string
}

/** What may be done against a decision whose letter has this date; nothing against a return or a rejection. */
export const appealRights = (decision: Decision, letterOn: Day): readonly AppealRights[] =>
  decision.kind === 'approve' ? [] : remediesAgainst(decision.kind, decision.reasons, letterOn)
