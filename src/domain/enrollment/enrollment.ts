/**
 * The standing record: what an enrollment may be on a day, what that means for claims, and the
 * periods in which it was so. Pure. Both ends of a period are days of it; no `to` means still running.
 * A payment suspension (42 CFR 405.371) is not here: it holds money back and leaves the enrollment as it is.
 */
import { addDays, type Day } from '../dates.ts'
import { ok, type Result, refuse } from '../result.ts'

interface StatusFacts {
  /** What becomes of a claim for a service on such a day. */
  readonly claims: 'payable' | 'rejected-may-resubmit' | 'not-payable'
  /** May the person still order, refer and certify (42 CFR 424.507)? */
  readonly mayOrder: boolean
  readonly cite: string
  /** False where the paragraph or its wording was not seen. */
  readonly confirmed: boolean
}

export const enrollmentStatuses = {
  approved: { claims: 'payable', mayOrder: true, cite: '42 CFR 424.510', confirmed: true },
  /** Still enrolled; claims may be sent again once the stay ends in compliance. Ordering meanwhile: taken as no, text not seen. */
  stayed: { claims: 'rejected-may-resubmit', mayOrder: false, cite: '42 CFR 424.541', confirmed: true },
  deactivated: { claims: 'not-payable', mayOrder: false, cite: '42 CFR 424.540(e), 424.555(b)', confirmed: true },
  revoked: { claims: 'not-payable', mayOrder: false, cite: '42 CFR 424.535, 424.555(b)', confirmed: true },
  withdrawn: { claims: 'not-payable', mayOrder: false, cite: '42 CFR 424.540', confirmed: false },
  /** Bills nobody but may order, with SSN and NPI on the affidavit. */
  'opted-out': { claims: 'not-payable', mayOrder: true, cite: '42 CFR 405.400-405.455', confirmed: false },
} as const satisfies Record<string, StatusFacts>

export type EnrollmentStatus = keyof typeof enrollmentStatuses
export const enrollmentStatusNames = Object.keys(enrollmentStatuses) as readonly EnrollmentStatus[]
export const isEnrollmentStatus = (s: string): s is EnrollmentStatus => Object.hasOwn(enrollmentStatuses, s)

export interface EnrollmentPeriod {
  readonly status: EnrollmentStatus
  readonly from: Day
  /** The last day of it; absent while it runs. */
  readonly to?: Day
}

/** Is a claim for a service on a day of this status payable? */
export const isPayable = (status: EnrollmentStatus | undefined): boolean =>
  status !== undefined && enrollmentStatuses[status].claims === 'payable'

/** The period that covers a day, if one does. */
export const periodOn = <P extends EnrollmentPeriod>(periods: readonly P[], on: Day): P | undefined =>
  periods.find((p) => p.from <= on && (p.to === undefined || on <= p.to))

export const statusOn = (periods: readonly EnrollmentPeriod[], on: Day): EnrollmentStatus | undefined =>
  periodOn(periods, on)?.status

/** Lost days: between two payable periods, but of neither. */
export function gaps(periods: readonly EnrollmentPeriod[]): readonly { readonly from: Day; readonly to: Day }[] {
  const payable = inOrder(periods).filter((p) => isPayable(p.status))
  return payable.flatMap((p, i) => {
    const next = payable[i + 1]
    if (!next || p.to === undefined || addDays(p.to, 1) >= next.from) return []
    return [{ from: addDays(p.to, 1), to: addDays(next.from, -1) }]
  })
}

/**
 * The periods after a new one takes its days: what it covers is cut away from the older ones, and
 * neighbors of equal status become one. Refuses a period that ends before it begins (`date-before`).
 */
export function insertPeriod(
  periods: readonly EnrollmentPeriod[],
  fresh: EnrollmentPeriod,
): Result<readonly EnrollmentPeriod[]> {
  if (fresh.to !== undefined && fresh.to < fresh.from) return refuse({ code: 'date-before', at: 'to' })
  return ok(joined(inOrder([...periods.flatMap((p) => cut(p, fresh)), fresh])))
}

/** What is left of a period when the days of another are taken out of it: nothing, one or two pieces. */
function cut(p: EnrollmentPeriod, by: EnrollmentPeriod): readonly EnrollmentPeriod[] {
  const endsBefore = p.to !== undefined && p.to < by.from
  const beginsAfter = by.to !== undefined && p.from > by.to
  if (endsBefore || beginsAfter) return [p]
  const before = p.from < by.from ? [{ status: p.status, from: p.from, to: addDays(by.from, -1) }] : []
  if (by.to === undefined || (p.to !== undefined && p.to <= by.to)) return before
  const rest = { status: p.status, from: addDays(by.to, 1) }
  return [...before, p.to === undefined ? rest : { ...rest, to: p.to }]
}

const inOrder = (periods: readonly EnrollmentPeriod[]): readonly EnrollmentPeriod[] =>
  [...periods].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))

function joined(periods: readonly EnrollmentPeriod[]): readonly EnrollmentPeriod[] {
  const done: EnrollmentPeriod[] = []
  for (const p of periods) {
    const last = done.at(-1)
    const goesOn = last?.to !== undefined && last.status === p.status && addDays(last.to, 1) === p.from
    done.splice(goesOn ? -1 : done.length, 1, goesOn ? { ...p, from: last.from } : p)
  }
  return done
}
