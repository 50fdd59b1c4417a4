/** The rows from which a snapshot is built, as the database or a file gives them. Both ends of a span are days of it. */
import type { Day } from '../dates.ts'
import type { EnrollmentPeriod } from '../enrollment/enrollment.ts'
import type { OrderedService } from './question.ts'

/** One version of a span: what we knew from `knownFrom` until the day before `knownTo`; current without one. */
export interface Known {
  readonly knownFrom: Day
  readonly knownTo?: Day
}

export interface EnrollmentRow {
  readonly npi: string
  /** `[IO]` and fourteen digits. */
  readonly enrollmentId: string
  /** Provider type or specialty code, e.g. "14-08". */
  readonly specialty: string
  readonly type: 'I' | 'O'
  readonly name: { readonly last: string; readonly first: string } | { readonly organization: string }
  readonly periods: readonly (EnrollmentPeriod & Known)[]
  /** What the order-and-referring list allows this NPI; absent: not on the list. */
  readonly orderRefer?: readonly OrderedService[]
  /** Enrolled by CMS-855O: may order, never bill. */
  readonly ordersOnly?: boolean
  /** USPS code of the state it is for. */
  readonly state?: string
  /** The day until which it has to be revalidated; absent: it is not. Means nothing without `duesKnown`. */
  readonly due?: Day
}

/** An NPI on the order-and-referring list that has no enrollment here. */
export interface ListedRow {
  readonly npi: string
  readonly name: { readonly last: string; readonly first: string }
  readonly orderRefer: readonly OrderedService[]
}

export interface ReassignmentRow extends Known {
  readonly fromEnrollmentId: string
  /** One of the two says to whom. */
  readonly toEnrollmentId?: string
  readonly toNpi?: string
  readonly from: Day
  readonly to?: Day
}

export interface RegistryRow {
  readonly npi: string
  readonly entityType?: 1 | 2
  readonly deactivatedOn?: Day
  readonly reactivatedOn?: Day
}

/** An NPI on a list of those excluded from federal programs; both ends are days of it. */
export interface ExclusionRow {
  readonly npi: string
  readonly from: Day
  readonly to?: Day
}

/** A source left out was never loaded: questions that need it are answered "unknown". */
export interface SnapshotRows {
  readonly enrollments?: Iterable<EnrollmentRow>
  readonly reassignments?: Iterable<ReassignmentRow>
  /** Read after the enrollments: those of the order-and-referring list whom nobody enrolled here. */
  readonly listed?: Iterable<ListedRow>
  readonly registry?: Iterable<RegistryRow>
  readonly exclusions?: Iterable<ExclusionRow>
  /** True when `orderRefer` of the enrollments comes from a list that was loaded. */
  readonly orderListLoaded: boolean
  /** True when the enrollments carry their dates of revalidation; a source without dates has them counted by the cycle. */
  readonly duesKnown?: boolean
}
