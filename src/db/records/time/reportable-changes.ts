/** Changes that happened and have to be reported, until they were. */
import { randomUUID } from 'node:crypto'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { ReportableEvent, ReportingDeadline } from '#domain/enrollment/reporting-deadline.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

/** The permit's subject is the enrollment. Entering the same event of the same day again is one. */
export async function insertReportable(
  tx: Db,
  permit: Permit<'enrollment.manage'>,
  c: { readonly event: ReportableEvent; readonly happenedOn: Day } & Pick<ReportingDeadline, 'dueOn' | 'cite'>,
  at: Date,
): Promise<void> {
  const k = open(tx)
  const there = await k
    .selectFrom('reportable_change')
    .select('id')
    .where('enrollment_id', '=', permit.subjectId)
    .where('event', '=', c.event)
    .where('happened_on', '=', c.happenedOn)
    .executeTakeFirst()
  if (there) return
  await k
    .insertInto('reportable_change')
    .values({
      id: randomUUID(),
      enrollment_id: permit.subjectId,
      event: c.event,
      happened_on: c.happenedOn,
      due_on: c.dueOn,
      cite: c.cite,
      entered_by: permit.actor.userId,
      entered_at: at,
      reported_at: null,
    })
    .execute()
}

export async function markReported(tx: Db, permit: Permit<'enrollment.manage'>, id: string, at: Date): Promise<void> {
  await open(tx)
    .updateTable('reportable_change')
    .set({ reported_at: at })
    .where('id', '=', id)
    .where('enrollment_id', '=', permit.subjectId)
    .where('reported_at', 'is', null)
    .execute()
}
