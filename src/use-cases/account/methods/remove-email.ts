/**
 * Taking an e-mail address away. The last one stays, because notices must reach somebody: another is put in its place
 * instead (change-email.ts). The address that goes is told with the others, with a link that puts it back.
 */
import type { Db } from '#db/db.ts'
import { deleteEmail, emailsOf } from '#db/records/access/account-safety.ts'
import { findAccount } from '#db/records/access/accounts.ts'
import { appendAuthEvent } from '#db/records/access/auth-events.ts'
import { endFlowsOf } from '#db/records/access/flows.ts'
import { methodsOf } from '#db/records/access/methods.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import { waysIn } from '#domain/access/assurance.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import type { Caller, SecurePermit, Writer } from '../identity.ts'
import { sayInstant, warnOwner } from '../tell-owner.ts'
import { factorsLock } from './factors-lock.ts'

/** Refuses with `factors-locked`, `not-found`, `last-email`, or `too-few-items` when its codes are the last way to sign in. */
export async function removeEmail(
  db: Db,
  permit: SecurePermit,
  identity: Writer,
  { id, sessionId }: { readonly id: string; readonly sessionId: string },
  caller: Caller,
  now: Date,
): Promise<Result<undefined>> {
  const userId = permit.subjectId
  const locked = await factorsLock(db, permit, now)
  if (locked) return refuse(locked)
  return transactOrRefuse(db, async (tx) => {
    // Holds the account, so that two removals at once cannot take the last two addresses.
    const account = await findAccount(tx, userId, 'locked')
    const before = await emailsOf(tx, userId)
    const gone = before.find((e) => e.id === id)
    if (!account || !gone) return refuse({ code: 'not-found' })
    if (before.length === 1) return refuse({ code: 'last-email' })
    await deleteEmail(tx, userId, gone.value)
    if (waysIn(await methodsOf(tx, userId), identity.site.methods) === 0)
      return refuse({ code: 'too-few-items', with: { min: 1 } })
    // Links that went to it open nothing any more.
    await endFlowsOf(tx, userId, ['reset', 'unlock'])
    await appendAuthEvent(tx, { type: 'email-removed', userId, sessionId, caller }, now)
    const mail = identity.words.mails.emailRemoved(account.displayName, gone.value, sayInstant(now))
    await warnOwner(tx, identity, userId, 'email-removed', mail, now, {
      recipients: before.map((e) => e.value),
      email: { removed: { value: gone.value, useForMfa: gone.useForMfa } },
    })
    return ok(undefined)
  })
}
