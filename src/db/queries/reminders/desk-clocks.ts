/** Reads of what the desk has let stand: tasks past their day, appeals to answer. For a job, across contractors. */
import type { Permit } from '#domain/access/policy.ts'
import type { ApplicationStatus } from '#domain/application/lifecycle.ts'
import type { Day } from '#domain/dates.ts'
import type { TaskKind } from '#domain/review/queues/case-tasks.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

type SystemPermit = Permit<'system.run'>

export interface DeskClock {
  readonly id: string
  /** Whose move it is; undefined when nobody has it. */
  readonly ownerId: string | undefined
  readonly lastDay: Day
  readonly zone: string
  readonly contractorId: string
  readonly contractorEmail: string
}
export interface LateTask extends DeskClock {
  readonly kind: TaskKind
  readonly applicationId: string
  readonly trackingNumber: string | undefined
}

/** Open tasks due before a day, in applications in one of these statuses. */
export async function listLateTasks(
  db: Db,
  _: SystemPermit,
  among: readonly ApplicationStatus[],
  before: Day,
): Promise<readonly LateTask[]> {
  const rows = await open(db)
    .selectFrom('case_task as t')
    .innerJoin('application as a', 'a.id', 't.application_id')
    .innerJoin('contractor as c', 'c.id', 'a.contractor_id')
    .select(['t.id', 't.kind', 't.owner_id', 't.due_on', 't.application_id', 'a.tracking_number'])
    .select(['c.id as contractor_id', 'c.time_zone', 'c.email'])
    .where('t.state', '=', 'open')
    .where('t.due_on', '<', before)
    .where('a.status', 'in', among)
    .orderBy('t.due_on')
    .orderBy('t.id')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    kind: r.kind,
    ownerId: r.owner_id,
    lastDay: r.due_on,
    zone: r.time_zone,
    contractorId: r.contractor_id,
    contractorEmail: r.email,
    applicationId: r.application_id,
    trackingNumber: r.tracking_number ?? undefined,
  }))
}

/** Appeals without an answer that must be answered by a day or earlier. */
export async function listAppealsToAnswer(db: Db, _: SystemPermit, by: Day): Promise<readonly DeskClock[]> {
  const rows = await open(db)
    .selectFrom('appeal as a')
    .innerJoin('contractor as c', 'c.id', 'a.contractor_id')
    .select(['a.id', 'a.assigned_to', 'a.answer_by', 'c.id as contractor_id', 'c.time_zone', 'c.email'])
    .where('a.state', 'in', ['filed', 'assigned'])
    .where('a.answer_by', '<=', by)
    .orderBy('a.answer_by')
    .orderBy('a.id')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    ownerId: r.assigned_to ?? undefined,
    lastDay: r.answer_by,
    zone: r.time_zone,
    contractorId: r.contractor_id,
    contractorEmail: r.email,
  }))
}
