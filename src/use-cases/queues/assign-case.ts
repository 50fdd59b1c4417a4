/**
 * Gives a case to a named person of the desk, or puts one back that somebody holds. Analysts take what is nobody's and
 * put back what is theirs; a supervisor does it for everybody. The history says who did it and for whom.
 */
import type { Db } from '#db/db.ts'
import { findHolderName } from '#db/queries/application/case-people.ts'
import { listColleagues } from '#db/queries/application/case-tasks.ts'
import { moveApplication } from '#db/records/application/application-events.ts'
import { lockApplication } from '#db/records/application/applications.ts'
import { changeHolder } from '#db/records/queues/holders.ts'
import { transact } from '#db/records/transact.ts'
import { can, type Permit } from '#domain/access/policy.ts'
import { allows, isOpen } from '#domain/application/lifecycle.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { openLevelTasks } from '../level/open-level-tasks.ts'
import { type DeskOffice, tellDesk } from '../tasks/tell-desk.ts'

type Reviewing = Permit<'application.review'>
/** Who held it before; undefined: nobody did. */
export interface Handed {
  readonly beforeId: string | undefined
}

const isSupervisor = (permit: Reviewing) => can(permit.actor, 'application.assign', permit.subject)

/** Refuses with `colleague-needed`, `case-taken`, `assigned-by-supervisor`, `already-so` or the status. */
export const assignCase = (
  db: Db,
  permit: Reviewing,
  toId: string,
  office: DeskOffice,
  now: Date,
): Promise<Result<Handed>> =>
  transact(db, async (tx) => {
    const to = (await listColleagues(tx, permit)).find((c) => c.userId === toId)
    if (!to) return refuse({ code: 'colleague-needed', at: 'to' })
    const locked = await lockApplication(tx, permit)
    const { assignedTo: beforeId, status } = locked
    const isTaking = toId === permit.actor.userId
    if (beforeId === toId) return refuse({ code: 'already-so' })
    if (!isSupervisor(permit)) {
      if (!isTaking) return refuse({ code: 'assigned-by-supervisor' })
      if (beforeId)
        return refuse({ code: 'case-taken', with: { name: (await findHolderName(tx, permit, beforeId)) ?? '…' } })
    }
    const detail = isTaking ? {} : { holder: to.name }
    if (allows(status, 'begin-review')) {
      const movement = { event: 'begin-review', dueOn: null, assignedTo: toId, detail } as const
      const moved = await moveApplication(tx, locked, movement, permit.actor, now)
      if (!moved.ok) return moved
    } else if (isOpen(status) && locked.trackingNumber) await changeHolder(tx, permit, toId, { holder: to.name }, now)
    else return refuse({ code: 'not-in-this-status', with: { status } })
    await openLevelTasks(tx, permit, toId, now)
    const says = office.words.desk.queues.given
    await tellDesk(tx, permit, { userId: toId, kind: 'case-given', says }, office, now)
    return ok({ beforeId })
  })

/** Refuses with `not-your-case`, `already-so` or the status. */
export const returnCase = (db: Db, permit: Reviewing, now: Date): Promise<Result<Handed>> =>
  transact(db, async (tx) => {
    const locked = await lockApplication(tx, permit)
    const { assignedTo: beforeId, status } = locked
    if (!beforeId && !allows(status, 'put-back')) return refuse({ code: 'already-so' })
    if (beforeId !== permit.actor.userId && !isSupervisor(permit)) return refuse({ code: 'not-your-case' })
    const movement = { event: 'put-back', dueOn: null, assignedTo: null } as const
    const moved = await moveApplication(tx, locked, movement, permit.actor, now)
    return moved.ok ? ok({ beforeId }) : moved
  })
