/** A roster that somebody kept alone becomes that of a provider or organization for which they act. */
import type { Db } from '#db/db.ts'
import { countRosters } from '#db/queries/enrollment/rosters.ts'
import { giveRoster } from '#db/records/enrollment/rosters.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { rosterParties } from '#domain/roster/owners.ts'
import { MOST_ROSTERS } from './save-roster.ts'

/** Refuses with `not-a-choice` for a party whose rosters the actor may not use, and with `too-many-items`. */
export const handRosterTo = (db: Db, permit: Permit<'roster.manage'>, partyId: string): Promise<Result<null>> =>
  transact(db, async (tx) => {
    // A program's roster stays with its program, and one that is a party's already stays there.
    if (permit.subject.enrolleeId || !rosterParties(permit.actor).includes(partyId))
      return refuse({ code: 'not-a-choice', at: 'whose' })
    if ((await countRosters(tx, permit, partyId)) >= MOST_ROSTERS)
      return refuse({ code: 'too-many-items', at: 'whose', with: { max: MOST_ROSTERS } })
    await giveRoster(tx, permit, partyId)
    return ok(null)
  })
