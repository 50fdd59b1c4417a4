/**
 * Every count of days that a review runs on, in one table with its authority. Calendar days; a clock
 * starts on the civil day in the contractor's zone and its last day still counts. Pure data.
 */
import type { Evidence } from '../../evidence.ts'

interface Clock {
  readonly days: number
  readonly cite: string
  readonly evidence: Evidence
}

export const clocks = {
  /** To give missing information, from the contractor's request. */
  development: { days: 30, cite: '42 CFR 424.525(a)(1)', evidence: 'A' },
  /** To give supporting documents, from submitting the application. */
  'supporting-documents': { days: 30, cite: '42 CFR 424.525(a)(2)', evidence: 'A' },
  /** To disclose affiliations while an application is under review: as every other information that is asked for. */
  'affiliations-applicant': { days: 30, cite: '42 CFR 424.525(a)(1)', evidence: 'A' },
  /** To disclose them while enrolled; that 424.519 itself names no days is unconfirmed. */
  'affiliations-enrolled': { days: 60, cite: '42 CFR 424.535(a)(1)(ii)', evidence: 'A' },
  /** To decide a request to be spared the application fee, from the day it was asked; paragraph unconfirmed. */
  'fee-hardship': { days: 60, cite: '42 CFR 424.514', evidence: 'B' },
  /** To pay after such a request was refused, or after a payment was taken back. */
  'fee-after-refusal': { days: 30, cite: '42 CFR 424.514', evidence: 'B' },
  /** To ask for a fee back, from its payment. */
  'fee-refund': { days: 150, cite: 'Contractors’ advice (NGS)', evidence: 'B' },
  /** A signature older than this on the day of receipt is a reason to reject. */
  'signature-age': { days: 120, cite: '42 CFR 424.525(a)(1)(iv)', evidence: 'C' },
  /** A draft that nobody touches is deleted. */
  'idle-draft': { days: 120, cite: 'CMS MLN9658742 (December 2025)', evidence: 'C' },
  'opened-for-corrections': { days: 20, cite: 'CMS MLN9658742 (December 2025)', evidence: 'C' },
  /** A rejected application may be reopened as a new submission. */
  reopen: { days: 60, cite: 'CMS MLN9658742 (December 2025)', evidence: 'C' },
  /** To complete a revalidation, from the notice. */
  revalidation: { days: 60, cite: '42 CFR 424.515(a)(2)', evidence: 'C' },
  /** No complete answer to a notice: may be deactivated. */
  'deactivation-no-answer': { days: 90, cite: '42 CFR 424.540(a)(3)', evidence: 'A' },
  /** The longest stay, from the postmark of the notice. */
  stay: { days: 60, cite: '42 CFR 424.541', evidence: 'C' },
  /** To rebut a stay or a deactivation. */
  rebuttal: { days: 15, cite: '42 CFR 424.546(a)', evidence: 'C' },
  /** A revocation takes effect, unless an exception applies. */
  'revocation-effective': { days: 30, cite: '42 CFR 424.535(g)(1)', evidence: 'C' },
  /** A reassignment that one side has not signed is over. No rule sets a time (42 CFR 424.80). */
  'reassignment-proposal': { days: 90, cite: 'Policy of this portal', evidence: 'ours' },
  /** To ask for reconsideration, from the date of the letter: 60 and 5 for the mail. */
  reconsideration: { days: 65, cite: '42 CFR part 498', evidence: 'B' },
  /** Corrective action plan, from the date of the letter: 30 and 5. Only for noncompliance. */
  'corrective-action-plan': { days: 35, cite: '42 CFR part 498', evidence: 'D' },
} as const satisfies Record<string, Clock>

export type ClockName = keyof typeof clocks

/** Days before the last day of a development request on which we remind. */
export const developmentReminders = { daysBefore: [21, 7, 2], evidence: 'ours' } as const

/** No claims for so many whole calendar months in a row: may be deactivated (42 CFR 424.540(a)(1)). */
export const nonBillingMonths = { months: 6, cite: '42 CFR 424.540(a)(1)', evidence: 'C' } as const
