/**
 * The first half of signing in: user id and password. Gives no session, only a flow that waits for the second factor.
 * Unknown ids are treated exactly like known ones: same count, same lock, same work, same answer.
 */
import type { Db } from '#db/db.ts'
import { type Account, findAccountByLoginId, rehashPassword } from '#db/records/access/accounts.ts'
import { appendAuthEvent } from '#db/records/access/auth-events.ts'
import { clearCounter, refund, reserve } from '#db/records/access/counters.ts'
import { isKnownDevice } from '#db/records/access/devices.ts'
import { insertFlow } from '#db/records/access/flows.ts'
import { methodsOf } from '#db/records/access/methods.ts'
import { insertRecoveryRequest } from '#db/records/access/recovery-requests.ts'
import { transact } from '#db/records/transact.ts'
import { type Method, usableToEnter } from '#domain/access/assurance.ts'
import { limits, minutesUntil } from '#domain/access/limits.ts'
import { foldUserId } from '#domain/access/user-id.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import {
  type Caller,
  type EntryPermit,
  type Identity,
  keyOfLogin,
  keyOfNetwork,
  newToken,
  passwordBudget,
} from '../identity.ts'
import { sendCode, targetOf } from './send-code.ts'
import { warnOfLeak } from './warn-of-leak.ts'

export interface PasswordGiven {
  /** For the flow cookie. */
  readonly flowToken: string
  /** The method that the next page asks for; a code is on its way when it needs one. */
  readonly method: Method
}

/** Refuses with `sign-in-wrong`, `account-locked`, `too-many-tries`, `method-not-allowed` or `busy`. */
export async function signIn(
  db: Db,
  _permit: EntryPermit,
  identity: Identity,
  input: {
    readonly loginId: string
    readonly password: string
    readonly next?: string | undefined
    readonly publicComputer?: boolean
  },
  caller: Caller,
  now: Date,
): Promise<Result<PasswordGiven>> {
  const checked = await checkPassword(db, identity, input, caller, now)
  if (!checked.ok) return checked
  const account = checked.value
  await warnOfLeak(db, identity, account, input.password, caller, now)
  const held = await methodsOf(db, account.id)
  const method = usableToEnter(held, identity.site.methods)[0]
  if (!method) return refuse({ code: 'method-not-allowed' })
  const flowToken = newToken()
  const content = { ...(input.next && { next: input.next }), ...(input.publicComputer && { publicComputer: true }) }
  const flowId = await insertFlow(db, { token: flowToken, kind: 'sign-in', userId: account.id, content }, now)
  // Over the limit of codes nothing is sent; the next page offers the other methods and says when.
  const target = targetOf(held, method)
  if (target) await sendCode(db, identity, flowId, target, now)
  return ok({ flowToken, method })
}

/** Counts, then compares. Also confirms the password of somebody who is signed in. */
export async function checkPassword(
  db: Db,
  { secrets, passwords }: Pick<Identity, 'secrets' | 'passwords'>,
  input: { readonly loginId: string; readonly password: string },
  caller: Caller,
  now: Date,
): Promise<Result<Account>> {
  const loginId = foldUserId(input.loginId).slice(0, 254)
  const network = keyOfNetwork(secrets, caller.ip)
  const fromNetwork = await reserve(db, limits.signInFromNetwork, network, now)
  if (!fromNetwork.allowed)
    return refuse({ code: 'too-many-tries', with: { minutes: minutesUntil(fromNetwork.lockedUntil ?? now, now) } })
  const found = await findAccountByLoginId(db, loginId)
  const account = found?.status === 'active' ? found : undefined
  const known = await isKnownDevice(db, account?.id, caller.device)
  const { limit, key } = passwordBudget(secrets, loginId, known ? caller.device : undefined)
  const reservation = await reserve(db, limit, key, now)
  const locked = (until: Date | undefined) =>
    refuse({ code: 'account-locked', with: { minutes: minutesUntil(until ?? now, now) } })
  if (!reservation.allowed) return locked(reservation.lockedUntil)
  const right = await passwords.verify(account?.passwordHash, input.password)
  if (!right.ok) {
    await refund(db, limit, key, reservation)
    await refund(db, limits.signInFromNetwork, network, fromNetwork)
    return right
  }
  if (account?.passwordHash !== undefined && right.value) {
    await clearCounter(db, limit, key)
    await refund(db, limits.signInFromNetwork, network, fromNetwork)
    if (right.value === 'previous' || passwords.isOutdated(account.passwordHash)) {
      const hashed = await passwords.hash(input.password)
      if (hashed.ok) await rehashPassword(db, account.id, account.passwordHash, hashed.value)
    }
    return ok(account)
  }
  await transact(db, async (tx) => {
    const who = { userId: found?.id, loginIdMac: keyOfLogin(secrets, loginId), caller, outcome: 'refused' } as const
    await appendAuthEvent(tx, { type: 'password-wrong', ...who }, now)
    if (!reservation.lockedUntil) return
    const detail = { until: reservation.lockedUntil.toISOString() }
    await appendAuthEvent(tx, { type: 'account-locked', ...who, detail }, now)
    // Written for unknown ids too; the worker finds out whether there is anybody to write to.
    await insertRecoveryRequest(tx, { kind: 'unlock', name: loginId, ip: caller.ip }, now)
  })
  return reservation.lockedUntil ? locked(reservation.lockedUntil) : refuse({ code: 'sign-in-wrong' })
}
