/**
 * When a fee that was paid goes back: the cases that contractors publish, and the 150 days in which it is asked for.
 * Pure. Source: contractors' advice (NGS); the paragraphs of 42 CFR 424.514 for it are unconfirmed.
 */
import type { ApplicationStatus } from '../application/lifecycle.ts'
import { addDays, type Day } from '../dates.ts'
import { clocks } from '../review/queues/clocks.ts'

export const refundRules = [
  'not-required',
  'hardship-granted',
  'ended-before-review',
  'moratorium',
  'paid-twice',
  'never-sent',
] as const
export type RefundRule = (typeof refundRules)[number]
export const isRefundRule = (s: string): s is RefundRule => (refundRules as readonly string[]).includes(s)

export interface RefundFacts {
  /** Is a fee due by the answers as they are now? */
  readonly due: boolean
  readonly status: ApplicationStatus
  readonly submitted: boolean
  /** Did a review begin before it ended? */
  readonly reviewed: boolean
  readonly deniedFor: readonly string[]
  /** Were they spared the fee? */
  readonly waived: boolean
  /** The payment itself came too late to count. */
  readonly late: boolean
}

/** Every rule by which the payment goes back; none: it is kept. */
export function refundRulesFor(f: RefundFacts): readonly RefundRule[] {
  const ended = ['rejected', 'returned', 'withdrawn'].includes(f.status)
  const rules: readonly (readonly [RefundRule, boolean])[] = [
    ['paid-twice', f.late],
    ['not-required', !f.due],
    ['hardship-granted', f.waived],
    ['never-sent', f.status === 'withdrawn' && !f.submitted],
    ['ended-before-review', ended && f.submitted && !f.reviewed],
    ['moratorium', f.status === 'denied' && f.deniedFor.some((r) => r.includes('moratorium'))],
  ]
  return rules.filter(([, holds]) => holds).map(([rule]) => rule)
}

/** The last day on which the provider can ask for it. */
export const refundAskedBy = (paidOn: Day): Day => addDays(paidOn, clocks['fee-refund'].days)
