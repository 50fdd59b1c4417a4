/** Takes an application back before it is decided. */
import type { Db } from '#db/db.ts'
import { moveApplication } from '#db/records/application/application-events.ts'
import { lockApplication } from '#db/records/application/applications.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { ok, type Result } from '#domain/result.ts'

/** Refuses with `not-in-this-status` once somebody decided. */
export const withdrawApplication = (db: Db, permit: Permit<'application.withdraw'>, now: Date): Promise<Result<null>> =>
  transact(db, async (tx) => {
    const locked = await lockApplication(tx, permit)
    const moved = await moveApplication(tx, locked, { event: 'withdraw', dueOn: null }, permit.actor, now)
    return moved.ok ? ok(null) : moved
  })
