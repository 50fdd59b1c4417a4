/** Changes that happened and are not reported yet. Reads only. */
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { ReportableEvent } from '#domain/enrollment/reporting-deadline.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

export interface ReportableChange {
  readonly id: string
  readonly enrollmentId: string
  readonly event: ReportableEvent
  readonly happenedOn: Day
  readonly dueOn: Day
  readonly cite: string
}

/** Those of these enrollments that are not reported yet, the sooner first. */
export async function listReportable(
  db: Db,
  _: Permit<'dashboard.view' | 'enrollment.manage'>,
  enrollmentIds: readonly string[],
): Promise<readonly ReportableChange[]> {
  if (enrollmentIds.length === 0) return []
  const rows = await open(db)
    .selectFrom('reportable_change')
    .selectAll()
    .where('enrollment_id', 'in', enrollmentIds)
    .where('reported_at', 'is', null)
    .orderBy('due_on')
    .orderBy('id')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    enrollmentId: r.enrollment_id,
    event: r.event,
    happenedOn: r.happened_on,
    dueOn: r.due_on,
    cite: r.cite,
  }))
}
