/** Each night: an enrollment that ended yesterday, or an opt-out that begins today, is shown as what it is. */
import type { Db } from '#db/db.ts'
import { settleStatuses } from '#db/records/enrollment/settled-statuses.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { dayIn, siteZone } from '#domain/dates.ts'

export const settleEnrollmentStatuses = (db: Db, permit: Permit<'system.run'>, now: Date): Promise<number> =>
  transact(db, (tx) => settleStatuses(tx, permit, dayIn(siteZone, now), now))
