/** Works out until when a change has to be reported, keeps it for the calendar, and forgets it when it was reported. */
import type { Db } from '#db/db.ts'
import { insertReportable, markReported } from '#db/records/time/reportable-changes.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { type Day, isDay } from '#domain/dates.ts'
import { partBTypes } from '#domain/enrollment/organization-types.ts'
import {
  type ReportableEvent,
  type ReportingDeadline,
  reportableEvents,
  reportingDeadline,
} from '#domain/enrollment/reporting-deadline.ts'
import type { SupplierType } from '#domain/enrollment/supplier-types.ts'
import { ok, type Result, refuse } from '#domain/result.ts'

type Managing = Permit<'enrollment.manage'>

/** By form; suppliers on the CMS-855B by the code of their type ("12-47"). Institutions follow the common rules. */
function typeOf({ form, specialty }: { readonly form: string; readonly specialty: string }): SupplierType {
  if (form === 'CMS-855A') return 'hospital'
  if (form === 'CMS-855S') return 'dmepos-supplier'
  if (form === 'CMS-20134') return 'mdpp-supplier'
  if (form !== 'CMS-855B') return 'physician'
  return Object.values(partBTypes).find((t) => specialty === `12-${t.code}`)?.dated ?? 'hospital'
}

/** Refuses with `required`, `not-a-date`, `not-a-choice` or `date-in-future`. */
export async function reportChange(
  db: Db,
  permit: Managing,
  enrollment: { readonly form: string; readonly specialty: string },
  input: { readonly event: string; readonly happenedOn: string },
  today: Day,
  now: Date,
): Promise<Result<ReportingDeadline>> {
  const event = reportableEvents.find((e): e is ReportableEvent => e === input.event)
  if (!event) return refuse({ code: input.event ? 'not-a-choice' : 'required', at: 'event' })
  const on = input.happenedOn
  if (!on) return refuse({ code: 'required', at: 'happenedOn' })
  if (!isDay(on) || on < '2009-01-01') return refuse({ code: 'not-a-date', at: 'happenedOn' })
  if (on > today) return refuse({ code: 'date-in-future', at: 'happenedOn' })
  const deadline = reportingDeadline(typeOf(enrollment), event, on)
  await transact(db, (tx) => insertReportable(tx, permit, { event, happenedOn: on, ...deadline }, now))
  return ok(deadline)
}

export const changeReported = (db: Db, permit: Managing, id: string, now: Date): Promise<void> =>
  transact(db, (tx) => markReported(tx, permit, id, now))
