/** The analyst recommends approval; the supervisor decides or sends the case back. */
import type { Db } from '#db/db.ts'
import { listEvents } from '#db/queries/application/application-events.ts'
import type { ApplicationPermit } from '#db/queries/application/applications.ts'
import { moveApplication } from '#db/records/application/application-events.ts'
import { lockApplication } from '#db/records/application/applications.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { ok, type Problem, type Result, refuse } from '#domain/result.ts'
import { REASON_MIN } from '#domain/review/screening/screening.ts'
import { findCaseFile } from '../case/case-file.ts'
import { conflictsOpen } from '../reconcile/reconcile-application.ts'
import { findOpenChecks, openTasks } from './open-work.ts'

/**
 * Refuses with `screening-open` (one problem a check, `with` kind, subject and why), `conflicts-open`, `tasks-open`, `not-your-case` or
 * the status.
 */
export async function recommendApplication(
  db: Db,
  permit: Permit<'application.review'>,
  note: string,
  now: Date,
): Promise<Result<null>> {
  const found = await findCaseFile(db, permit)
  return transact(db, async (tx) => {
    const locked = await lockApplication(tx, permit)
    if (locked.assignedTo !== permit.actor.userId) return refuse({ code: 'not-your-case' })
    const open = await findOpenChecks(tx, permit, found)
    const [first, ...more]: readonly Problem[] = [
      ...open.map(({ kind, subject, why }) => ({ code: 'screening-open', with: { kind, subject, why } }) as const),
      ...conflictsOpen(found),
      ...(await openTasks(tx, permit)),
    ]
    if (first) return refuse(first, ...more)
    const detail = note.trim() === '' ? {} : { note: note.trim() }
    const moved = await moveApplication(tx, locked, { event: 'recommend', dueOn: null, detail }, permit.actor, now)
    return moved.ok ? ok(null) : moved
  })
}

/** The supervisor wants more from the analyst. Refuses with `reason-needed` or the status. */
export const sendBack = (
  db: Db,
  permit: Permit<'application.decide'>,
  reason: string,
  now: Date,
): Promise<Result<null>> =>
  transact(db, async (tx) => {
    const locked = await lockApplication(tx, permit)
    if (reason.trim().length < REASON_MIN)
      return refuse({ code: 'reason-needed', at: 'sendBackReason', with: { min: REASON_MIN } })
    const detail = { note: reason.trim() }
    const moved = await moveApplication(tx, locked, { event: 'send-back', dueOn: null, detail }, permit.actor, now)
    return moved.ok ? ok(null) : moved
  })

/** The person who recommended last; undefined when nobody did. */
export async function recommenderOf(db: Db, permit: ApplicationPermit): Promise<string | undefined> {
  return (await listEvents(db, permit)).findLast((e) => e.event === 'recommend')?.actorId
}
