/** An analyst takes an application from the queue, or puts it back. Two can never hold one. */
import type { Db } from '#db/db.ts'
import { findHolderName } from '#db/queries/application/case-people.ts'
import { moveApplication } from '#db/records/application/application-events.ts'
import { lockApplication } from '#db/records/application/applications.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { openLevelTasks } from '../level/open-level-tasks.ts'

type Reviewing = Permit<'application.review'>

/** Refuses with `case-taken` when somebody else was quicker. Taking one's own case again is fine. */
export const takeCase = (db: Db, permit: Reviewing, now: Date): Promise<Result<null>> =>
  transact(db, async (tx) => {
    const locked = await lockApplication(tx, permit)
    if (locked.assignedTo === permit.actor.userId) return ok(null)
    if (locked.assignedTo) {
      const name = await findHolderName(tx, permit, locked.assignedTo)
      return refuse({ code: 'case-taken', with: { name: name ?? '…' } })
    }
    const moved = await moveApplication(
      tx,
      locked,
      { event: 'begin-review', dueOn: null, assignedTo: permit.actor.userId },
      permit.actor,
      now,
    )
    if (!moved.ok) return moved
    await openLevelTasks(tx, permit, permit.actor.userId, now)
    return ok(null)
  })

/** Refuses with `not-your-case`, or when the application cannot go back to the queue now. */
export const putBackCase = (db: Db, permit: Reviewing, now: Date): Promise<Result<null>> =>
  transact(db, async (tx) => {
    const locked = await lockApplication(tx, permit)
    if (locked.assignedTo !== permit.actor.userId) return refuse({ code: 'not-your-case' })
    const movement = { event: 'put-back', dueOn: null, assignedTo: null } as const
    const moved = await moveApplication(tx, locked, movement, permit.actor, now)
    return moved.ok ? ok(null) : moved
  })
