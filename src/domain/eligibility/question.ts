/**
 * What may be asked of the eligibility snapshot, and what it answers. Types and closed code sets, no
 * words: `src/words/en/eligibility.ts` has a sentence for every link. Pure.
 */
import type { Day } from '../dates.ts'
import type { EnrollmentStatus } from '../enrollment/enrollment.ts'

export const claimRoles = [
  'billing',
  'rendering',
  'supervising',
  'operating',
  'ordering',
  'referring',
  'certifying',
  'attending',
] as const
/** In which capacity the NPI stands on the claim. */
export type ClaimRole = (typeof claimRoles)[number]

/** What is ordered or certified, as the columns of the order-and-referring file divide it. */
export const orderedServices = ['part-b', 'dme', 'home-health', 'power-mobility', 'hospice'] as const
export type OrderedService = (typeof orderedServices)[number]

export interface Question {
  /** As typed; ten digits. A wrong check digit is an answer ("no"), not a fault. */
  readonly npi: string
  /** The date of service. */
  readonly on: Day
  /** Answer as the record stood at the end of this day; absent: as it stands now. */
  readonly knownOn?: Day
  readonly role: ClaimRole
  /** As on the claim: compared as the order-and-referring edit compares (4 letters of last, 1 of first). */
  readonly name?: { readonly last: string; readonly first: string }
  /** NPI of the group that is paid. With it, a rendering NPI needs a reassignment to that group on the day. */
  readonly payee?: string
  /**
   * Narrows an ordering, referring, certifying or attending question (absent: any service of that role); of
   * a billing NPI it asks whether its provider type bills that kind. Other roles are not asked.
   */
  readonly service?: OrderedService
  /** USPS code of the state of the service. Enrollments are for one state each; those who order need none there. */
  readonly place?: string
}

/** The link of the chain that decided. Those of `unknownLinks` mean that a source was not there to be asked. */
export const brokenLinks = [
  'npi-not-valid',
  'npi-not-in-registry',
  'npi-deactivated',
  'not-enrolled',
  'before-effective-date',
  'between-periods',
  'after-last-period',
  'stayed',
  'deactivated',
  'revoked',
  'withdrawn',
  'opted-out',
  'enrolled-to-order-only',
  'enrolled-in-other-state',
  'service-not-billable',
  'payee-not-valid',
  'payee-not-enrolled',
  'no-reassignment',
  'reassignment-not-on-date',
  'organization-cannot-order',
  'not-on-order-list',
  'specialty-cannot-order',
  'service-not-orderable',
  'name-differs',
] as const
export const unknownLinks = [
  'registry-not-loaded',
  'enrollments-not-loaded',
  'reassignments-not-loaded',
  'order-list-not-loaded',
  'history-not-loaded',
  'state-not-recorded',
] as const
export type BrokenLink = (typeof brokenLinks)[number]
export type UnknownLink = (typeof unknownLinks)[number]
/** "all-held" is the link of a yes. */
export type Link = 'all-held' | BrokenLink | UnknownLink

/** A code a remittance would carry, how sure we are of the pairing, and who says so. */
export interface ClaimCode {
  readonly code: string
  readonly confidence: 'confirmed' | 'unconfirmed'
  readonly source: string
}

/** What mends it: a form or a place, and who must act. "cms855" is whichever form fits the enrollee. Words elsewhere. */
export const fixForms = ['cms855', 'cms855i', 'cms855b', 'cms855o', 'nppes', 'claim', 'appeal', 'load-source'] as const
export const fixers = ['enrollee', 'group', 'biller', 'operator'] as const
export interface Fix {
  readonly form: (typeof fixForms)[number]
  readonly who: (typeof fixers)[number]
}

/** Which state of the record answered. */
export interface SnapshotVersion {
  /** Last number of the change feed that is contained. */
  readonly sequence: number
  readonly asOf: Day
}

export interface Verdict {
  /** "yes" only when every link was checked and held. */
  readonly answer: 'yes' | 'no' | 'unknown'
  readonly link: Link
  readonly role: ClaimRole
  readonly on: Day
  /** Of the enrollment that was judged: the best of the NPI's on that day. Absent when there is none. */
  readonly enrollmentId?: string
  readonly specialty?: string
  /** Its status on the day; absent when no period covers the day. */
  readonly status?: EnrollmentStatus
  /** The period that covers the day, or the one nearest to it. */
  readonly effectiveFrom?: Day
  readonly effectiveTo?: Day
  readonly carc?: ClaimCode
  readonly rarc?: ClaimCode
  readonly fix?: Fix
  readonly version: SnapshotVersion
}
