/** A roster as it is shown to somebody, who by that has seen it: what was noticed since their last look is new to them. */
import type { Db } from '#db/db.ts'
import { type FoundRoster, findRoster } from '#db/queries/enrollment/rosters.ts'
import { noteRosterLook } from '#db/records/enrollment/roster-looks.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'

export interface OpenedRoster extends FoundRoster {
  /** When the actor was last shown it; absent at the first look, to which everything is new. */
  readonly since?: Date
}

export const openRoster = (db: Db, permit: Permit<'roster.manage'>, now: Date): Promise<OpenedRoster | undefined> =>
  transact(db, async (tx) => {
    const found = await findRoster(tx, permit)
    const since = found && (await noteRosterLook(tx, permit, now))
    return found && { ...found, ...(since && { since }) }
  })
