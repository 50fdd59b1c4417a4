/**
 * What other filings say of somebody whom an application names: an enrollment of their own, or one that names them as
 * owner, officer or manager, and what became of it. 42 CFR 424.519 (affiliations), 424.530(a)(3) and (a)(13). Pure.
 */
import type { ApplicationStatus } from '../application/lifecycle.ts'
import type { EnrollmentStatus } from '../enrollment/enrollment.ts'
import type { InterestRole } from '../ownership/roles.ts'
import { type PartyKeyKind, tellsApart } from './filed-party.ts'

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
/** The party's own filing when `as` is absent; else one of somebody else that names it. */
export interface ElsewhereFiling {
  readonly applicationId: string
  readonly enrolleeName: string
  readonly form: string
  readonly state: string
  readonly status: ApplicationStatus
  /** Sections that name the party, or "applicant". */
  readonly as?: readonly string[]
  /** By what it was found. */
  readonly by?: readonly PartyKeyKind[]
  readonly trackingNumber?: string
  /** The decision and its reasons, of a filing of the same contractor. */
  readonly decision?: string
  readonly reasons?: readonly string[]
  /** Of a filing of another contractor: its name. */
  readonly contractor?: string
}
export interface Elsewhere {
  readonly enrollments: readonly ElsewhereEnrollment[]
  readonly filings: readonly ElsewhereFiling[]
}
export const nowhereElse: Elsewhere = { enrollments: [], filings: [] }

/** Sections that name whom a provider does business with, and who answers for nothing in it. */
const incidental: readonly string[] = ['billing-agency', 'reassignments', 'nurse-registry']

/** Denied to whoever answers for it, unless only the name of an organization says that it is the same. */
const isAgainst = ({ status, as, by }: ElsewhereFiling): boolean =>
  status === 'denied' &&
  (by === undefined || tellsApart(by)) &&
  (as === undefined || as.some((section) => !incidental.includes(section)))

/** The filings that are against nobody, but that whoever decides should know of: they wait, or were returned or rejected. */
export const besideElsewhere = (e: Elsewhere): readonly ElsewhereFiling[] =>
  e.filings.filter((f) => f.as !== undefined && !isAgainst(f))

/** What a person must look at: terminations, denials, and adverse actions that were told there. */
export const adverseElsewhere = (e: Elsewhere): Elsewhere => ({
  enrollments: e.enrollments.filter((n) => n.status === 'revoked' || n.legalActions),
  filings: e.filings.filter(isAgainst),
})
export const isNowhere = (e: Elsewhere): boolean => e.enrollments.length === 0 && e.filings.length === 0
