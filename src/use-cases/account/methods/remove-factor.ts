/** Removing a way to verify, and making new recovery codes. One way always stays; the owner is told by mail. */
import type { Db } from '#db/db.ts'
import { findAccount } from '#db/records/access/accounts.ts'
import { appendAuthEvent } from '#db/records/access/auth-events.ts'
import { deleteApp, deletePhone, replaceRecoveryCodes, stopCodesTo } from '#db/records/access/factors.ts'
import { endFlow, findFlow, insertFlow } from '#db/records/access/flows.ts'
import { methodsOf } from '#db/records/access/methods.ts'
import { deletePasskey, renameFactor } from '#db/records/access/passkeys.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import { waysIn } from '#domain/access/assurance.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { type Caller, newToken, type OwnPermit, type SecurePermit, type Writer } from '../identity.ts'
import { warnOwner } from '../tell-owner.ts'
import { factorsLock } from './factors-lock.ts'
import { newRecoveryCodes, recoveryMac } from './recovery-codes.ts'

/** Refuses with `factors-locked`, `not-found`, or `too-few-items` when it is the last way to sign in. */
export async function removeFactor(
  db: Db,
  permit: SecurePermit,
  identity: Writer,
  factor: { readonly method: 'passkey' | 'app' | 'phone' | 'email'; readonly id: string },
  caller: Caller,
  now: Date,
): Promise<Result<undefined>> {
  const userId = permit.subjectId
  const { words, site } = identity
  const locked = await factorsLock(db, permit, now)
  if (locked) return refuse(locked)
  return transactOrRefuse(db, async (tx) => {
    // Holds the account, so that two removals at once cannot take the last two ways.
    const account = await findAccount(tx, userId, 'locked')
    const gone = await remove[factor.method](tx, userId, factor.id)
    if (!gone || !account) return refuse({ code: 'not-found' })
    if (waysIn(await methodsOf(tx, userId), site.methods) === 0)
      return refuse({ code: 'too-few-items', with: { min: 1 } })
    await appendAuthEvent(tx, { type: 'factor-removed', userId, caller, detail: { method: factor.method } }, now)
    const mail = words.mails.factorRemoved(
      account.displayName,
      words.account.methodNames[factor.method],
      site.helpDesk.phone,
    )
    await warnOwner(tx, identity, userId, 'factor-removed', mail, now)
    return ok(undefined)
  })
}

const remove = { passkey: deletePasskey, app: deleteApp, phone: deletePhone, email: stopCodesTo }

/** Gives a passkey or an app another name. Refuses with `not-found` or `required`. */
export async function renameMethod(
  db: Db,
  permit: SecurePermit,
  factor: { readonly method: 'passkey' | 'app'; readonly id: string; readonly label: string },
  caller: Caller,
  now: Date,
): Promise<Result<undefined>> {
  const label = factor.label.trim().slice(0, 40)
  if (!label) return refuse({ code: 'required', at: 'label' })
  return transactOrRefuse(db, async (tx) => {
    if (!(await renameFactor(tx, permit.subjectId, factor.method, factor.id, label)))
      return refuse({ code: 'not-found' })
    const detail = { method: factor.method }
    await appendAuthEvent(tx, { type: 'factor-renamed', userId: permit.subjectId, caller, detail }, now)
    return ok(undefined)
  })
}

/** Makes new recovery codes, shown by the page of the flow; the old ones stop working at once. */
export async function renewRecoveryCodes(
  db: Db,
  permit: SecurePermit,
  identity: Writer,
  caller: Caller,
  now: Date,
): Promise<Result<{ readonly flowToken: string }>> {
  const userId = permit.subjectId
  const { secrets, words, site } = identity
  const locked = await factorsLock(db, permit, now)
  if (locked) return refuse(locked)
  return transactOrRefuse(db, async (tx) => {
    const account = await findAccount(tx, userId, 'locked')
    if (!account) return refuse({ code: 'not-found' })
    const codes = newRecoveryCodes()
    await replaceRecoveryCodes(
      tx,
      userId,
      codes.map((c) => recoveryMac(secrets, userId, c)),
      now,
    )
    const flowToken = newToken()
    await insertFlow(tx, { token: flowToken, kind: 'recovery-codes', userId, content: { codes } }, now)
    await appendAuthEvent(tx, { type: 'recovery-codes-replaced', userId, caller }, now)
    await warnOwner(
      tx,
      identity,
      userId,
      'recovery-codes',
      words.mails.recoveryCodesReplaced(account.displayName, site.helpDesk.phone),
      now,
    )
    return ok({ flowToken })
  })
}

/** The codes that were just made; undefined once their owner said they are kept, or after 15 minutes. */
export async function findNewRecoveryCodes(
  db: Db,
  permit: OwnPermit,
  flowToken: string | undefined,
  now: Date,
): Promise<readonly string[] | undefined> {
  const flow = await findFlow(db, flowToken, ['recovery-codes'], now)
  return flow?.userId === permit.subjectId ? flow.content.codes : undefined
}

/** Their owner has kept the codes: nobody can see them again. */
export async function forgetNewRecoveryCodes(
  db: Db,
  permit: OwnPermit,
  flowToken: string | undefined,
  now: Date,
): Promise<void> {
  const flow = await findFlow(db, flowToken, ['recovery-codes'], now)
  if (flow?.userId === permit.subjectId) await endFlow(db, flow.id)
}
