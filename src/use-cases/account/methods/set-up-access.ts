/**
 * The mailed link of an invitation, or of somebody who lost every way to verify: a new authenticator app, with the
 * password they know or, when the link says so, a new one. Takes the place of whatever was set up before.
 */
import type { Db } from '#db/db.ts'
import { findAccount, savePassword } from '#db/records/access/accounts.ts'
import { appendAuthEvent } from '#db/records/access/auth-events.ts'
import { clearCounter } from '#db/records/access/counters.ts'
import { insertApp } from '#db/records/access/factors.ts'
import { endFlow, endFlowsOf, findFlow } from '#db/records/access/flows.ts'
import { endSessions } from '#db/records/access/sessions.ts'
import { removeEveryFactor } from '#db/records/staff/accounts.ts'
import { endRequest } from '#db/records/staff/lost-factors.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import { limits } from '#domain/access/limits.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { checkTotp } from '#outside/totp.ts'
import type { Caller, EntryPermit, Identity } from '../identity.ts'
import { hashNewPassword, wordsAbout } from '../recovery/reset-password.ts'
import { checkPassword } from '../sign-in/sign-in.ts'
import { sayInstant, warnOwner } from '../tell-owner.ts'

const kinds = ['set-up-access', 'invitation'] as const

export interface AccessToSetUp {
  readonly loginId: string
  readonly seed: string
  readonly choosesPassword: boolean
}

/** What the page of the link shows; undefined when the link was used or is over. */
export async function findAccessToSetUp(
  db: Db,
  _permit: EntryPermit,
  token: string | undefined,
  now: Date,
): Promise<AccessToSetUp | undefined> {
  const flow = await findFlow(db, token, kinds, now)
  const account = flow?.userId ? await findAccount(db, flow.userId) : undefined
  if (!flow || account?.status !== 'active') return undefined
  return { loginId: account.loginId, seed: flow.content.seed, choosesPassword: flow.content.choosesPassword }
}

export interface AccessInput {
  readonly token: string | undefined
  readonly password: string
  readonly again: string
  readonly code: string
}

/** Refuses with `form-expired`, why the password does not do, or `app-code-wrong`. */
export async function setUpAccess(
  db: Db,
  _permit: EntryPermit,
  identity: Identity,
  input: AccessInput,
  caller: Caller,
  now: Date,
): Promise<Result<undefined>> {
  const flow = await findFlow(db, input.token, kinds, now)
  const account = flow?.userId ? await findAccount(db, flow.userId) : undefined
  if (!flow || account?.status !== 'active') return refuse({ code: 'form-expired' })
  const { choosesPassword, seed, requestId } = flow.content
  const userId = account.id
  let hash: string | undefined
  if (choosesPassword) {
    const hashed = await hashNewPassword(identity, input, await wordsAbout(db, account))
    if (!hashed.ok) return hashed
    hash = hashed.value
  } else {
    const checked = await checkPassword(
      db,
      identity,
      { loginId: account.loginId, password: input.password },
      caller,
      now,
    )
    if (!checked.ok) return refuse({ ...checked.problem, at: 'password' })
  }
  const step = checkTotp(seed, input.code.replace(/[\s-]/g, ''), now)
  if (step === undefined) return refuse({ code: 'app-code-wrong', at: 'code' })
  return transactOrRefuse(db, async (tx) => {
    if (!(await endFlow(tx, flow.id))) return refuse({ code: 'form-expired' })
    if (requestId && !(await endRequest(tx, requestId, 'done', now))) return refuse({ code: 'form-expired' })
    await removeEveryFactor(tx, userId)
    await insertApp(tx, { userId, label: '1', seed, step }, now)
    if (hash) await savePassword(tx, userId, hash, now)
    await endSessions(tx, { userId }, 'factors-changed', now)
    await endFlowsOf(tx, userId, [
      ...kinds,
      'cancel-recovery',
      'reset',
      'reset-code',
      'sign-in',
      'step-up',
      'add-app',
      'add-phone',
    ])
    await clearCounter(tx, limits.secondFactor, userId)
    await appendAuthEvent(tx, { type: 'access-set-up', userId, caller }, now)
    const mail = identity.words.mails.accessSetUp(account.displayName, sayInstant(now), identity.site.helpDesk.phone)
    await warnOwner(tx, identity, userId, 'access-set-up', mail, now)
    return ok(undefined)
  })
}
