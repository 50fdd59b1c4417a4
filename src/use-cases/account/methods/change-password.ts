/** Changing the password while signed in: the current one is needed, other sessions end unless the owner keeps them. */
import type { Db } from '#db/db.ts'
import { findAccount } from '#db/records/access/accounts.ts'
import { appendAuthEvent } from '#db/records/access/auth-events.ts'
import { endFlowsOf } from '#db/records/access/flows.ts'
import { endSessions } from '#db/records/access/sessions.ts'
import { transact } from '#db/records/transact.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import type { Caller, Identity, SecurePermit } from '../identity.ts'
import { hashNewPassword, wordsAbout } from '../recovery/reset-password.ts'
import { checkPassword } from '../sign-in/sign-in.ts'
import { sayInstant, warnOwner } from '../tell-owner.ts'
import { replacePassword, usedBefore } from './password-policy.ts'

export interface ChangePasswordInput {
  readonly current: string
  readonly password: string
  readonly again: string
  readonly endOthers: boolean
  readonly sessionId: string
}

/** Refuses with `sign-in-wrong` (at "current"), `account-locked`, a password problem, `passwords-differ` or `busy`. */
export async function changePassword(
  db: Db,
  permit: SecurePermit,
  identity: Identity,
  input: ChangePasswordInput,
  caller: Caller,
  now: Date,
): Promise<Result<undefined>> {
  const account = await findAccount(db, permit.subjectId)
  if (!account) return refuse({ code: 'not-found' })
  const checked = await checkPassword(db, identity, { loginId: account.loginId, password: input.current }, caller, now)
  if (!checked.ok) return refuse({ ...checked.problem, at: 'current' })
  const hashed = await hashNewPassword(identity, input, await wordsAbout(db, account))
  if (!hashed.ok) return hashed
  const used = await usedBefore(db, identity, account.id, input.password)
  if (used) return refuse(used)
  return transact(db, async (tx) => {
    await replacePassword(tx, account.id, hashed.value, now)
    await endFlowsOf(tx, account.id, ['reset', 'reset-code', 'sign-in'])
    if (input.endOthers) await endSessions(tx, { userId: account.id, except: input.sessionId }, 'password-changed', now)
    await appendAuthEvent(tx, { type: 'password-changed', userId: account.id, sessionId: input.sessionId, caller }, now)
    const mail = identity.words.mails.passwordChanged(
      account.displayName,
      sayInstant(now),
      identity.site.helpDesk.phone,
    )
    await warnOwner(tx, identity, account.id, 'password-changed', mail, now)
    return ok(undefined)
  })
}
