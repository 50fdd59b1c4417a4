/**
 * What other filings say of somebody whom an application names: an enrollment of their own, or one that names them as
 * owner, officer or manager, and what became of it. 42 CFR 424.519 (affiliations), 424.530(a)(3) and (a)(13). Pure.
 */
import type { ApplicationStatus } from '../application/lifecycle.ts'
import type { EnrollmentStatus } from '../enrollment/enrollment.ts'
import type { InterestRole } from '../ownership/roles.ts'

export interface ElsewhereEnrollment {
  readonly enrollmentId: string
  readonly enrolleeName: string
  readonly form: string
  readonly state: string
  readonly status: EnrollmentStatus
  /** "own" when the enrollment is the party's; else what the party is there. */
  readonly as: InterestRole | 'own'
  /** The answers in force there name adverse legal actions. */
  readonly legalActions: boolean
}
export interface ElsewhereFiling {
  readonly applicationId: string
  readonly enrolleeName: string
  readonly form: string
  readonly state: string
  readonly status: ApplicationStatus
}
export interface Elsewhere {
  readonly enrollments: readonly ElsewhereEnrollment[]
  readonly filings: readonly ElsewhereFiling[]
}
export const nowhereElse: Elsewhere = { enrollments: [], filings: [] }

/** What a person must look at: terminations, denials, and adverse actions that were told there. */
export const adverseElsewhere = (e: Elsewhere): Elsewhere => ({
  enrollments: e.enrollments.filter((n) => n.status === 'revoked' || n.legalActions),
  filings: e.filings.filter((f) => f.status === 'denied'),
})
export const isNowhere = (e: Elsewhere): boolean => e.enrollments.length === 0 && e.filings.length === 0
