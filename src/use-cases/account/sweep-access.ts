/** Removes what is over: flows past their time, counters nobody touched for a month. For the worker. */
import type { Db } from '#db/db.ts'
import { sweepCounters } from '#db/records/counters.ts'
import { sweepFlows } from '#db/records/flows.ts'
import type { Permit } from '#domain/access/policy.ts'

export async function sweepAccess(db: Db, _permit: Permit<'system.run'>, now: Date): Promise<void> {
  await sweepFlows(db, now)
  await sweepCounters(db, now)
}
