/** Removes what is over and of no use: half-finished sign-ups and sign-ins, and counters that nobody touched for a month. */
import type { Db } from '#db/db.ts'
import { sweepCounters } from '#db/records/access/counters.ts'
import { sweepFlows } from '#db/records/access/flows.ts'
import type { Permit } from '#domain/access/policy.ts'

export async function sweepAccess(db: Db, _: Permit<'system.run'>, now: Date): Promise<void> {
  await sweepFlows(db, now)
  await sweepCounters(db, now)
}
