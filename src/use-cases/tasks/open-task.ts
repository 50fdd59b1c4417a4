/** Gives somebody of the desk a task in a case, with a day; and calls one off. */
import type { Db } from '#db/db.ts'
import { findTask, listColleagues } from '#db/queries/application/case-tasks.ts'
import { appendEvent } from '#db/records/application/application-events.ts'
import { lockApplication } from '#db/records/application/applications.ts'
import { closeTask, insertTask } from '#db/records/application/case-tasks.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { isOpen } from '#domain/application/lifecycle.ts'
import type { Day } from '#domain/dates.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import type { TaskKind } from '#domain/review/queues/case-tasks.ts'
import { calledOffByAnother } from '#domain/review/queues/two-person.ts'
import { REASON_MIN } from '#domain/review/screening/screening.ts'
import { type DeskOffice, tellDesk } from './tell-desk.ts'

export interface TaskToOpen {
  readonly kind: TaskKind
  /** In the analyst's words: what, where. */
  readonly what: string
  readonly ownerId: string
  readonly dueOn: Day
}
type Reviewing = Permit<'application.review'>

/** Returns the task's id. Refuses with `required`, `owner-needed`, or when the application is not open. */
export const openTask = (
  db: Db,
  permit: Reviewing,
  task: TaskToOpen,
  office: DeskOffice,
  now: Date,
): Promise<Result<string>> =>
  transact(db, async (tx) => {
    const what = task.what.trim()
    if (what === '') return refuse({ code: 'required', at: 'what' })
    const owner = (await listColleagues(tx, permit)).find((c) => c.userId === task.ownerId)
    if (!owner) return refuse({ code: 'owner-needed', at: 'owner' })
    const locked = await lockApplication(tx, permit)
    if (!isOpen(locked.status) || !locked.trackingNumber)
      return refuse({ code: 'not-in-this-status', with: { status: locked.status } })
    const id = await insertTask(tx, permit, { ...task, what }, now)
    const detail = { task: id, kind: task.kind, act: 'opened', what, owner: owner.name, dueOn: task.dueOn }
    await appendEvent(tx, permit.subjectId, 'task', permit.actor, now, detail)
    const says = office.words.desk.tasks.given(office.words.desk.tasks.kinds[task.kind], what)
    await tellDesk(tx, permit, { userId: owner.userId, kind: 'task-given', says }, office, now)
    return ok(id)
  })

/** Refuses with `reason-needed`, `same-person` for what another has to call off, `already-so` or `not-found`. */
export const callOffTask = (db: Db, permit: Reviewing, id: string, reason: string, now: Date): Promise<Result<null>> =>
  transact(db, async (tx) => {
    await lockApplication(tx, permit)
    const task = await findTask(tx, permit, id)
    if (!task) return refuse({ code: 'not-found' })
    const why = reason.trim()
    if (why.length < REASON_MIN) return refuse({ code: 'reason-needed', at: 'reason', with: { min: REASON_MIN } })
    if (calledOffByAnother.includes(task.kind) && task.ownerId === permit.actor.userId)
      return refuse({ code: 'called-off-by-another', at: 'reason' })
    if (!(await closeTask(tx, permit, id, { result: undefined, report: { reason: why } }, now)))
      return refuse({ code: 'already-so' })
    const detail = { task: id, kind: task.kind, act: 'cancelled', what: task.what, note: why }
    await appendEvent(tx, permit.subjectId, 'task', permit.actor, now, detail)
    return ok(null)
  })
