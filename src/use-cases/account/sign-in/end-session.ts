/** Signing out, here or elsewhere. */
import type { Db } from '#db/db.ts'
import { appendAuthEvent } from '#db/records/access/auth-events.ts'
import { endSessionOf, endSessions } from '#db/records/access/sessions.ts'
import { transact } from '#db/records/transact.ts'
import type { Caller, EntryPermit, OwnPermit } from '../identity.ts'

/** Ends the session that the request came with, if there is one. */
export async function signOut(db: Db, _permit: EntryPermit, caller: Caller, now: Date): Promise<void> {
  const { session } = caller
  if (!session) return
  await transact(db, async (tx) => {
    const ended = await endSessionOf(tx, session, 'sign-out', now)
    if (ended) await appendAuthEvent(tx, { type: 'signed-out', userId: ended.userId, sessionId: ended.id, caller }, now)
  })
}

/** Ends one of the owner's sessions, or all but one; returns how many. */
export async function endOwnSessions(
  db: Db,
  permit: OwnPermit,
  which: { readonly only: string } | { readonly except: string },
  caller: Caller,
  now: Date,
): Promise<number> {
  return transact(db, async (tx) => {
    const ended = await endSessions(tx, { userId: permit.subjectId, ...which }, 'ended-by-owner', now)
    if (ended > 0)
      await appendAuthEvent(tx, { type: 'session-ended', userId: permit.subjectId, caller, detail: { ended } }, now)
    return ended
  })
}
