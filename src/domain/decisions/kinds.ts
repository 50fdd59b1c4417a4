/**
 * Every kind of decision as one table: on what, from where, who makes it, with which reasons, what the record shows
 * afterwards and what may be done against it. Pages, letters, records and docs read it from here. Pure.
 */
import type { Remedy } from '../appeals/remedies.ts'
import { type Day, day } from '../dates.ts'
import type { EnrollmentStatus } from '../enrollment/enrollment.ts'
import type { Evidence } from '../evidence.ts'
import { denialReasons, type Reason, rejectionReasons, returnReasons } from '../review/decision-reasons.ts'
import { decisionNeedsSecondPerson } from '../review/queues/two-person.ts'
import { type Dated, dated } from '../rule.ts'
import {
  barReasons,
  deactivationReasons,
  effectiveDateReasons,
  type RecordReason,
  reactivationReasons,
  rescissionReasons,
  revocationReasons,
  stayReasons,
} from './reasons.ts'

interface Facts {
  readonly on: 'application' | 'enrollment'
  readonly cite: string
  readonly evidence: Evidence
  /** The right that issues it; who else may prepare it has 'enrollment.prepare-decision'. */
  readonly issuedBy: 'application.decide' | 'enrollment.decide'
  readonly twoPerson: boolean
  readonly reasons: Dated<Readonly<Record<string, Reason>>>
  /** What may be done against it; a corrective action plan only where its reason allows one. */
  readonly remedies: readonly Remedy[]
}
interface RecordFacts extends Facts {
  readonly on: 'enrollment'
  readonly issuedBy: 'enrollment.decide'
  readonly reasons: Dated<Readonly<Record<string, RecordReason>>>
  /** The statuses of the enrollment in which it can be made. */
  readonly from: readonly EnrollmentStatus[]
  /** What the record shows from its effective date; undefined leaves the periods or moves their first day. */
  readonly shows: EnrollmentStatus | undefined
  /** What the preparer fills in besides reasons and findings. */
  readonly asks: readonly ('event-day' | 'days' | 'bar')[]
}

const always = (table: Readonly<Record<string, Reason>>, cite: string) => dated(cite, [day('2009-01-01'), table])
const ofApplication = { on: 'application', issuedBy: 'application.decide', remedies: [] } as const
const ofEnrollment = { on: 'enrollment', issuedBy: 'enrollment.decide' } as const

export const kindsOnApplications = {
  approve: {
    ...ofApplication,
    cite: '42 CFR 424.510',
    evidence: 'A',
    twoPerson: decisionNeedsSecondPerson,
    reasons: always({}, '42 CFR 424.510'),
    // Of the effective date, which is an initial determination of its own.
    remedies: ['reconsideration'],
  },
  deny: {
    ...ofApplication,
    cite: '42 CFR 424.530',
    evidence: 'C',
    twoPerson: false,
    reasons: always(denialReasons, '42 CFR 424.530(a)'),
    remedies: ['reconsideration', 'corrective-action-plan'],
  },
  return: {
    ...ofApplication,
    cite: '42 CFR 424.526',
    evidence: 'C',
    twoPerson: false,
    reasons: always(returnReasons, '42 CFR 424.526(a)'),
  },
  reject: {
    ...ofApplication,
    cite: '42 CFR 424.525',
    evidence: 'A',
    twoPerson: false,
    reasons: always(rejectionReasons, '42 CFR 424.525(a)'),
  },
} as const satisfies Record<string, Facts>

export const kindsOnEnrollments = {
  revoke: {
    ...ofEnrollment,
    cite: '42 CFR 424.535',
    evidence: 'C',
    twoPerson: true,
    reasons: revocationReasons,
    remedies: ['reconsideration', 'corrective-action-plan'],
    from: ['approved', 'stayed', 'deactivated', 'opted-out'],
    shows: 'revoked',
    asks: ['event-day', 'bar'],
  },
  deactivate: {
    ...ofEnrollment,
    cite: '42 CFR 424.540',
    evidence: 'C',
    twoPerson: true,
    reasons: deactivationReasons,
    remedies: ['rebuttal'],
    from: ['approved', 'stayed'],
    shows: 'deactivated',
    asks: ['event-day'],
  },
  reactivate: {
    ...ofEnrollment,
    cite: '42 CFR 424.540(b), (d)(2)',
    evidence: 'C',
    twoPerson: true,
    reasons: reactivationReasons,
    remedies: [],
    from: ['deactivated', 'stayed'],
    shows: 'approved',
    asks: ['event-day'],
  },
  stay: {
    ...ofEnrollment,
    cite: '42 CFR 424.541',
    evidence: 'C',
    twoPerson: false,
    reasons: stayReasons,
    remedies: ['rebuttal'],
    from: ['approved'],
    shows: 'stayed',
    asks: ['days'],
  },
  bar: {
    ...ofEnrollment,
    cite: '42 CFR 424.535(c)',
    evidence: 'C',
    twoPerson: true,
    reasons: barReasons,
    remedies: [],
    from: ['revoked'],
    shows: undefined,
    asks: ['bar'],
  },
  'effective-date': {
    ...ofEnrollment,
    cite: '42 CFR 424.520',
    evidence: 'A',
    twoPerson: true,
    reasons: effectiveDateReasons,
    remedies: ['reconsideration'],
    from: ['approved', 'stayed', 'deactivated'],
    shows: undefined,
    asks: ['event-day'],
  },
  rescind: {
    ...ofEnrollment,
    cite: '42 CFR 424.545',
    evidence: 'none',
    twoPerson: true,
    reasons: rescissionReasons,
    remedies: [],
    from: ['approved', 'stayed', 'deactivated', 'revoked', 'withdrawn', 'opted-out'],
    shows: undefined,
    asks: [],
  },
} as const satisfies Record<string, RecordFacts>

export type ApplicationDecisionKind = keyof typeof kindsOnApplications
export type RecordDecisionKind = keyof typeof kindsOnEnrollments
export type AnyDecisionKind = ApplicationDecisionKind | RecordDecisionKind

/** All of them; an enrollment that its owner ends is an application of its own (reason "withdrawal"). */
export const everyDecisionKind: Readonly<Record<AnyDecisionKind, Facts>> = {
  ...kindsOnApplications,
  ...kindsOnEnrollments,
}

export const recordDecisionKinds = Object.keys(kindsOnEnrollments) as readonly RecordDecisionKind[]
export const isRecordDecisionKind = (s: string | undefined): s is RecordDecisionKind =>
  Object.hasOwn(kindsOnEnrollments, s ?? '')
export const recordFacts = (kind: RecordDecisionKind): RecordFacts => kindsOnEnrollments[kind]

/** The reasons in force on a day. Throws for a day before the table begins. */
export const recordReasonsOn = (kind: RecordDecisionKind, on: Day): Readonly<Record<string, RecordReason>> =>
  recordFacts(kind).reasons.on(on)

/** Decisions that can be made of an enrollment as it stands; taking one back starts from that one. */
export const kindsFrom = (status: EnrollmentStatus): readonly RecordDecisionKind[] =>
  recordDecisionKinds.filter((k) => k !== 'rescind' && recordFacts(k).from.includes(status))
