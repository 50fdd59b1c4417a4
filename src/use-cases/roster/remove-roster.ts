/** Ends the watch of a roster; its list and what was noticed are deleted with it. */
import type { Db } from '#db/db.ts'
import { removeRoster } from '#db/records/enrollment/rosters.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'

export const endRoster = (db: Db, permit: Permit<'roster.manage'>): Promise<void> =>
  transact(db, (tx) => removeRoster(tx, permit))
