/** A person of the desk has read their notices. */
import type { Db } from '#db/db.ts'
import { putNoticesAway } from '#db/records/application/case-tasks.ts'
import type { Permit } from '#domain/access/policy.ts'

/** Puts all of the visitor's own notices away; those that come later stand again. */
export const readNotices = (db: Db, permit: Permit<'worklist.view'>, now: Date): Promise<void> =>
  putNoticesAway(db, permit, now)
