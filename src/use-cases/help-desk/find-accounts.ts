/** Searching for accounts. Who searched for whom is written down with what was found. */
import type { Db } from '#db/db.ts'
import { type FoundAccount, findAccounts } from '#db/queries/staff/found-accounts.ts'
import { appendStaffEvent } from '#db/records/staff/staff-events.ts'
import type { Permit } from '#domain/access/policy.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import type { Caller } from '#use-cases/account/identity.ts'

const SHORTEST = 3

/** Refuses with `search-short`: nobody leafs through everybody. */
export async function searchAccounts(
  db: Db,
  permit: Permit<'account.find'>,
  typed: string,
  caller: Caller,
  now: Date,
): Promise<Result<readonly FoundAccount[]>> {
  const text = typed.trim().slice(0, 200)
  if (text.length < SHORTEST) return refuse({ code: 'search-short', at: 'find', with: { min: SHORTEST } })
  const found = await findAccounts(db, permit, text)
  const event = {
    actorId: permit.actor.userId,
    action: 'account.search',
    subjectId: 'accounts',
    caller,
    detail: { text, found: found.length },
  }
  await appendStaffEvent(db, event, now)
  return ok(found)
}
