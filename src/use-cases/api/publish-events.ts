/** Numbers everything that happened into the feed of events, in batches; whoever else does so at the time waits. */
import type { Db } from '#db/db.ts'
import { publishBatch } from '#db/records/api/feed.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'

const BATCH = 1_000

/** Returns how many events were looked at. */
export async function publishEvents(db: Db, permit: Permit<'system.run'>): Promise<number> {
  let total = 0
  for (;;) {
    const n = await transact(db, (tx) => publishBatch(tx, permit, BATCH))
    total += n
    if (n < BATCH) return total
  }
}
