/** Notes what becomes known of a notice: it came back, so that the next one goes to somebody else, or it was opened. */
import type { Db } from '#db/db.ts'
import { markBounced, markOpened } from '#db/records/time/due-notices.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { readBounces } from '#domain/time/bounce-report.ts'

/** Returns how many addresses the report named and how many notices they were of. */
export const noteBounces = (
  db: Db,
  permit: Permit<'system.run'>,
  report: string,
  now: Date,
): Promise<{ readonly addresses: number; readonly notices: number }> =>
  transact(db, async (tx) => {
    const bounces = readBounces(report)
    let notices = 0
    for (const b of bounces) notices += await markBounced(tx, permit, b, b.reason, now)
    return { addresses: bounces.length, notices }
  })

/** The permit's subject is the notice; only who it went to opens it. */
export const openNotice = (db: Db, permit: Permit<'letter.view'>, now: Date): Promise<void> =>
  transact(db, (tx) => markOpened(tx, permit, now))
