/**
 * What this installation's own record says against a new application: a revocation, a denial, an application that is
 * still open, an enrollment that does already what is asked. 42 CFR 424.530(a)(3), 424.535(c), 424.526(a). Pure.
 */
import type { ApplicationStatus } from '../application/lifecycle.ts'
import type { Day } from '../dates.ts'
import type { EnrollmentStatus } from '../enrollment/enrollment.ts'

export interface EarlierFiling {
  readonly applicationId: string
  readonly form: string
  readonly state: string
  readonly reason: string
  readonly status: ApplicationStatus
  readonly receivedOn: Day | undefined
  readonly statusOn: Day
  readonly enrollmentId: string | undefined
}
export interface EarlierEnrollment {
  readonly enrollmentId: string
  readonly form: string
  readonly specialty: string
  readonly state: string
  readonly status: EnrollmentStatus
}

export interface OwnRecord {
  readonly filings: readonly EarlierFiling[]
  readonly enrollments: readonly EarlierEnrollment[]
}

/** What a person must look at: denials, and enrollments that were revoked. */
export const adverse = (r: OwnRecord): OwnRecord => ({
  filings: r.filings.filter((f) => f.status === 'denied'),
  enrollments: r.enrollments.filter((e) => e.status === 'revoked'),
})

interface Asked {
  readonly form: string
  readonly state: string
  readonly reason: string
  readonly enrollmentId: string | undefined
}
const OPEN: readonly ApplicationStatus[] = ['held', 'submitted', 'in-review', 'in-development', 'recommended']

/** Another application for the same that is still with us, or an enrollment that makes an initial one unneeded. */
export const doubled = (r: OwnRecord, asked: Asked): OwnRecord => ({
  filings: r.filings.filter(
    (f) =>
      OPEN.includes(f.status) &&
      f.form === asked.form &&
      f.state === asked.state &&
      f.enrollmentId === asked.enrollmentId &&
      f.reason === asked.reason,
  ),
  enrollments: r.enrollments.filter(
    (e) => asked.reason === 'initial' && e.status === 'approved' && e.form === asked.form && e.state === asked.state,
  ),
})
