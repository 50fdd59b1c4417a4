/** A passkey alone: signing in without user ID and password, and confirming who you are in a session that is open. */
import type { Db } from '#db/db.ts'
import { findAccount } from '#db/records/access/accounts.ts'
import { appendAuthEvent } from '#db/records/access/auth-events.ts'
import { methodsOf } from '#db/records/access/methods.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import { usable, usableToEnter } from '#domain/access/assurance.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import type { Caller, EntryPermit, OwnPermit, Writer } from '../identity.ts'
import { type Opened, openSession } from '../sign-in/open-session.ts'
import { renewBy } from '../sign-in/renew-session.ts'
import { checkPasskey, type PasskeyAnswer, wrongPasskey } from './check-passkey.ts'

/** Wrong passwords do not lock this way: nobody guesses a passkey. Refuses like `checkPasskey`. */
export async function signInByPasskey(
  db: Db,
  _permit: EntryPermit,
  identity: Writer,
  input: PasskeyAnswer & { readonly publicComputer?: boolean },
  caller: Caller,
  now: Date,
): Promise<Result<Opened>> {
  const proof = await checkPasskey(db, identity, input, caller, now)
  if (!proof.ok) return proof
  return transactOrRefuse(db, async (tx) => {
    const account = await findAccount(tx, proof.value.userId)
    if (account?.status !== 'active') return wrongPasskey
    if (!usable(await methodsOf(tx, account.id), identity.site.methods).includes('passkey'))
      return refuse({ code: 'method-not-allowed' })
    if (!(await proof.value.take(tx))) return wrongPasskey
    const { publicComputer } = input
    return ok(await openSession(tx, identity, account, 'passkey', caller, now, { alone: true, publicComputer }))
  })
}

/** Gives the session's new token. Refuses like `checkPasskey`, or with `form-expired` when the session ended. */
export async function confirmByPasskey(
  db: Db,
  permit: OwnPermit,
  identity: Writer,
  input: PasskeyAnswer & { readonly sessionId: string },
  caller: Caller,
  now: Date,
): Promise<Result<{ readonly sessionToken: string }>> {
  const userId = permit.subjectId
  if (!usableToEnter(await methodsOf(db, userId), identity.site.methods).includes('passkey'))
    return refuse({ code: 'method-not-allowed' })
  const proof = await checkPasskey(db, identity, { ...input, userId }, caller, now)
  if (!proof.ok) return proof
  return transactOrRefuse(db, async (tx) => {
    if (!(await proof.value.take(tx))) return wrongPasskey
    const sessionToken = await renewBy(tx, { id: input.sessionId, userId }, 'passkey', now, true)
    if (!sessionToken) return refuse({ code: 'form-expired' })
    const detail = { method: 'passkey' }
    await appendAuthEvent(tx, { type: 'identity-confirmed', userId, sessionId: input.sessionId, caller, detail }, now)
    return ok({ sessionToken })
  })
}
