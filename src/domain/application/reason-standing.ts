/**
 * From which standing of the record an application may begin, as one table. Pure.
 * What is deactivated is reactivated, not changed (42 CFR 424.540(b)); a revoked enrollment takes nothing: it is
 * appealed, or applied for anew when its bar has ended (424.535(c)). Whether a withdrawn one may be reactivated
 * instead of begun again is unconfirmed.
 */
import type { EnrollmentStatus } from '../enrollment/enrollment.ts'
import { type ApplicationReason, laterReasons } from './reasons.ts'

/** Enrolled, also while a stay (424.541) holds claims back. */
const enrolled = ['approved', 'stayed'] as const satisfies readonly EnrollmentStatus[]

const standings: Readonly<Record<ApplicationReason, readonly EnrollmentStatus[]>> = {
  initial: [],
  change: [...enrolled, 'opted-out'],
  revalidation: enrolled,
  reactivation: ['deactivated', 'withdrawn'],
  'reassignment-add': enrolled,
  'reassignment-change': enrolled,
  'reassignment-end': enrolled,
  'add-location': enrolled,
  'ownership-buyer': enrolled,
  'ownership-seller': enrolled,
  merger: enrolled,
  consolidation: enrolled,
  withdrawal: [...enrolled, 'deactivated'],
  'opt-out-renewal': ['opted-out'],
  'opt-out-cancellation': ['opted-out'],
  'order-stop': enrolled,
}

/** May an application for this reason begin while the record stands so? */
export const beginsFrom = (reason: ApplicationReason, status: EnrollmentStatus): boolean =>
  standings[reason].includes(status)

/** What the form can be filed for now, in the order of the table of reasons; none for a revoked enrollment. */
export const reasonsNow = (form: string, status: EnrollmentStatus): readonly ApplicationReason[] =>
  laterReasons(form).filter((r) => beginsFrom(r, status))
