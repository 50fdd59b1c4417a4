/**
 * The life of a decision on an enrollment, as one table: prepared by one person, issued with its letter and what it does
 * to the record, delivered once. It is never deleted and never goes back: a further decision takes it back. Pure.
 */
import { ok, type Result, refuse } from '../result.ts'

export const decisionStates = ['prepared', 'issued', 'delivered', 'discarded'] as const
export type DecisionState = (typeof decisionStates)[number]

const moves = {
  discard: { from: ['prepared'], to: 'discarded' },
  issue: { from: ['prepared'], to: 'issued' },
  deliver: { from: ['issued'], to: 'delivered' },
} as const satisfies Record<string, { readonly from: readonly DecisionState[]; readonly to: DecisionState }>
export type DecisionMove = keyof typeof moves

export function decisionAfter(state: DecisionState, move: DecisionMove): Result<DecisionState> {
  const { from, to } = moves[move]
  return (from as readonly DecisionState[]).includes(state) ? ok(to) : refuse({ code: 'over-already', with: { state } })
}
export const mayMove = (state: DecisionState, move: DecisionMove): boolean => decisionAfter(state, move).ok

/** Has it changed the record? */
export const isMade = (state: DecisionState): boolean => state === 'issued' || state === 'delivered'
