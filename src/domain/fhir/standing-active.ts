/**
 * Is a published resource in force on a day? Asked of the eligibility snapshot, so that the directory and an
 * eligibility answer cannot disagree, also on the days on which a period begins or ends by itself. Pure.
 */
import type { Day } from '../dates.ts'
import type { Snapshot } from '../eligibility/snapshot.ts'
import { standingsOf } from '../eligibility/standing.ts'
import { check } from '../eligibility/verdict.ts'
import { enrollmentStatuses } from '../enrollment/enrollment.ts'
import type { FhirResource, FhirType, Standing } from './resource.ts'

/** What was verified stays verified; what nobody's standing decides is in force. */
export const inForceOf = (snapshot: Snapshot, type: FhirType, s: Standing | undefined, on: Day): boolean =>
  s === undefined || type === 'VerificationResult' || isInForce(snapshot, s, on)

function isInForce(snapshot: Snapshot, s: Standing, on: Day): boolean {
  if ((s.from && on < s.from) || (s.to && on > s.to)) return false
  if (!mayWork(snapshot, s.npi, on)) return false
  if (s.enrollmentId === undefined) return true
  const status = standingsOf(snapshot, s.npi, on).find((x) => x.enrollmentId === s.enrollmentId)?.status
  if (!status || !(enrollmentStatuses[status].claims === 'payable' || enrollmentStatuses[status].mayOrder)) return false
  if (s.payee === undefined) return true
  return check(snapshot, { npi: s.npi, on, role: 'rendering', payee: s.payee }).answer !== 'no'
}

/** May bill, or may at least order: what was not asked does not say no. */
function mayWork(snapshot: Snapshot, npi: string, on: Day): boolean {
  const billing = check(snapshot, { npi, on, role: 'billing' })
  if (billing.answer !== 'no' || billing.link === 'enrolled-to-order-only') return true
  return billing.link === 'opted-out' || check(snapshot, { npi, on, role: 'ordering' }).answer !== 'no'
}

/** The resource as it is served: "active" as the record stands. Locations and endpoints say it by their status. */
export function withStanding(r: FhirResource, inForce: boolean): FhirResource {
  if (r.resourceType === 'Location') return { ...r, status: inForce ? 'active' : 'inactive' }
  return 'active' in r ? { ...r, active: inForce } : r
}
