/** Choosing a new password after the link or phone code and the second factor. Ends everything open; does not sign in. */
import type { Db } from '#db/db.ts'
import { namesAround } from '#db/records/access/account-safety.ts'
import { type Account, findAccount } from '#db/records/access/accounts.ts'
import { appendAuthEvent } from '#db/records/access/auth-events.ts'
import { endFlow, endFlowsOf, findFlow, insertFlow } from '#db/records/access/flows.ts'
import { contactsOf } from '#db/records/access/methods.ts'
import { endSessions } from '#db/records/access/sessions.ts'
import { transact } from '#db/records/transact.ts'
import { passwordProblem } from '#domain/access/password.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { passwordStrength } from '#outside/password-strength.ts'
import { type Caller, type EntryPermit, type Identity, newToken, type Writer } from '../identity.ts'
import { replacePassword, usedBefore } from '../methods/password-policy.ts'
import { checkTypedCode } from '../sign-in/typed-code.ts'
import { clearPasswordLock } from '../sign-in/unlock-account.ts'
import { sayInstant, warnOwner } from '../tell-owner.ts'

/** The phone code of a reset: gives the flow that goes on to the second factor. Refuses with `form-expired` or why the code does not do. */
export async function enterResetCode(
  db: Db,
  _permit: EntryPermit,
  { secrets }: Pick<Writer, 'secrets'>,
  input: { readonly flowToken: string | undefined; readonly code: string },
  now: Date,
): Promise<Result<{ readonly flowToken: string }>> {
  const flow = await findFlow(db, input.flowToken, ['reset-code'], now)
  if (!flow) return refuse({ code: 'form-expired' })
  const code = await checkTypedCode(db, secrets, flow.id, input.code, now)
  if (!code.ok) return code
  return transact(db, async (tx) => {
    if (!flow.userId || !(await code.value.take(tx)) || !(await endFlow(tx, flow.id)))
      return refuse({ code: 'form-expired' })
    const flowToken = newToken()
    await insertFlow(
      tx,
      { token: flowToken, kind: 'reset', userId: flow.userId, content: { by: 'code', verified: false } },
      now,
    )
    return ok({ flowToken })
  })
}

/** Where a reset stands; undefined when the link is used or over. */
export async function findReset(db: Db, _permit: EntryPermit, flowToken: string | undefined, now: Date) {
  const flow = await findFlow(db, flowToken, ['reset'], now)
  return flow?.userId ? flow.content : undefined
}

/** Refuses with `form-expired`, `step-up-needed` (no second factor yet), `passwords-differ`, a password problem or `busy`. */
export async function resetPassword(
  db: Db,
  _permit: EntryPermit,
  identity: Identity,
  input: { readonly flowToken: string | undefined; readonly password: string; readonly again: string },
  caller: Caller,
  now: Date,
): Promise<Result<undefined>> {
  const flow = await findFlow(db, input.flowToken, ['reset'], now)
  const account = flow?.userId ? await findAccount(db, flow.userId) : undefined
  if (!flow || account?.status !== 'active') return refuse({ code: 'form-expired' })
  if (!flow.content.verified) return refuse({ code: 'step-up-needed' })
  const hashed = await hashNewPassword(identity, input, await wordsAbout(db, account))
  if (!hashed.ok) return hashed
  const used = await usedBefore(db, identity, account.id, input.password)
  if (used) return refuse(used)
  return transact<Result<undefined>>(db, async (tx) => {
    if (!(await endFlow(tx, flow.id))) return refuse({ code: 'form-expired' })
    await replacePassword(tx, account.id, hashed.value, now)
    await endSessions(tx, { userId: account.id }, 'reset', now)
    await endFlowsOf(tx, account.id, [
      'reset',
      'reset-code',
      'unlock',
      'sign-in',
      'step-up',
      'add-app',
      'add-phone',
      'passkey',
    ])
    await clearPasswordLock(tx, identity.secrets, account.loginId, caller)
    await appendAuthEvent(tx, { type: 'password-reset', userId: account.id, caller }, now)
    const mail = identity.words.mails.passwordChanged(
      account.displayName,
      sayInstant(now),
      identity.site.helpDesk.phone,
    )
    await warnOwner(tx, identity, account.id, 'password-changed', mail, now)
    return ok(undefined)
  })
}

/** What somebody who knows a person tries first: names, addresses, NPIs and names of whom they act for. */
export const wordsAbout = async (db: Db, account: Account): Promise<readonly string[]> => [
  account.loginId,
  account.displayName,
  ...(await contactsOf(db, account.id, 'email')),
  ...(await namesAround(db, account.id)),
]

/** Judges a password that is being chosen, and hashes it. Refuses with `passwords-differ`, a password problem or `busy`. */
export async function hashNewPassword(
  { passwords, site }: Pick<Identity, 'passwords' | 'site'>,
  { password, again }: { readonly password: string; readonly again: string },
  about: readonly string[],
): Promise<Result<string>> {
  const words = [...about, site.product, site.agency, new URL(site.origin).hostname]
  const problem = passwordProblem(password, words, passwordStrength)
  if (problem) return refuse({ ...problem, at: 'password' })
  if (await passwords.isLeaked(password)) return refuse({ code: 'password-common', at: 'password' })
  return password === again ? passwords.hash(password) : refuse({ code: 'passwords-differ', at: 'again' })
}
