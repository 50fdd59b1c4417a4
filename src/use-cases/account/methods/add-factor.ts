/**
 * Adding an authenticator app or a phone. Each is proven by a code first; the owner is told by mail. The code is the
 * second factor of a session in which the person just proved who they are, so the session is worth that from then on.
 */
import type { Db } from '#db/db.ts'
import { appendAuthEvent } from '#db/records/access/auth-events.ts'
import { clearCounter, reserve } from '#db/records/access/counters.ts'
import { insertApp, saveContact } from '#db/records/access/factors.ts'
import { endFlow, findFlow, insertFlow } from '#db/records/access/flows.ts'
import { methodsOf } from '#db/records/access/methods.ts'
import { noteMethodAdded } from '#db/records/access/sessions.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import { type Method, maskContact, mayAdd } from '#domain/access/assurance.ts'
import { limits, minutesUntil, most } from '#domain/access/limits.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { checkTotp, newSeed } from '#outside/totp.ts'
import { type AddPermit, type Caller, newToken, type Writer } from '../identity.ts'
import { renewBy } from '../sign-in/renew-session.ts'
import { sendCode } from '../sign-in/send-code.ts'
import { checkTypedCode } from '../sign-in/typed-code.ts'
import { warnOwner } from '../tell-owner.ts'
import { factorsLock } from './factors-lock.ts'

interface Begun {
  readonly flowToken: string
}

/** The session in which a method is added, and whose it is. */
export interface Adding {
  readonly sessionId: string
  readonly name: string
}
export interface Added {
  /** The session has a new token. */
  readonly sessionToken: string
}

/** Makes a seed, kept sealed until a code proves that the app has it. Refuses with `factors-locked`, `method-not-allowed` or `too-many-items`. */
export async function beginApp(
  db: Db,
  permit: AddPermit,
  { site }: Pick<Writer, 'site'>,
  now: Date,
): Promise<Result<Begun>> {
  const locked = await factorsLock(db, permit, now)
  if (locked) return refuse(locked)
  const held = await methodsOf(db, permit.subjectId)
  if (!mayAdd(held, 'app', site.methods)) return refuse({ code: 'method-not-allowed' })
  if (held.apps.length >= most.apps) return refuse({ code: 'too-many-items', with: { max: most.apps } })
  const flowToken = newToken()
  await insertFlow(
    db,
    { token: flowToken, kind: 'add-app', userId: permit.subjectId, content: { seed: newSeed() } },
    now,
  )
  return ok({ flowToken })
}

/** The seed to show; undefined when the flow is over or another person's. */
export async function findNewApp(
  db: Db,
  permit: AddPermit,
  flowToken: string | undefined,
  now: Date,
): Promise<string | undefined> {
  const flow = await findFlow(db, flowToken, ['add-app'], now)
  return flow?.userId === permit.subjectId ? flow.content.seed : undefined
}

/** Refuses with `form-expired`, `account-locked` or `app-code-wrong`. */
export async function confirmApp(
  db: Db,
  permit: AddPermit,
  identity: Writer,
  input: Adding & { readonly flowToken: string | undefined; readonly code: string; readonly label: string },
  caller: Caller,
  now: Date,
): Promise<Result<Added>> {
  const userId = permit.subjectId
  const flow = await findFlow(db, input.flowToken, ['add-app'], now)
  if (flow?.userId !== userId) return refuse({ code: 'form-expired' })
  const tried = await reserve(db, limits.secondFactor, userId, now)
  if (!tried.allowed)
    return refuse({ code: 'account-locked', with: { minutes: minutesUntil(tried.lockedUntil ?? now, now) } })
  const step = checkTotp(flow.content.seed, input.code.replace(/[\s-]/g, ''), now)
  if (step === undefined) return refuse({ code: 'app-code-wrong', at: 'code' })
  await clearCounter(db, limits.secondFactor, userId)
  return transactOrRefuse(db, async (tx) => {
    if (!(await endFlow(tx, flow.id))) return refuse({ code: 'form-expired' })
    await insertApp(tx, { userId, label: input.label.trim().slice(0, 40) || '1', seed: flow.content.seed, step }, now)
    const sessionToken = await noteAdded(tx, identity, userId, 'app', input.label, input, caller, now)
    return sessionToken ? ok({ sessionToken }) : refuse({ code: 'form-expired' })
  })
}

/** Sends a code to a new phone. Refuses with `method-not-allowed`, `too-many-items` or `code-resend-limit`. */
export async function beginPhone(
  db: Db,
  permit: AddPermit,
  identity: Writer,
  phone: string,
  now: Date,
): Promise<Result<Begun>> {
  const locked = await factorsLock(db, permit, now)
  if (locked) return refuse({ ...locked, at: 'phone' })
  const held = await methodsOf(db, permit.subjectId)
  if (!mayAdd(held, 'phone', identity.site.methods)) return refuse({ code: 'method-not-allowed', at: 'phone' })
  if (held.phones.length >= most.phones)
    return refuse({ code: 'too-many-items', at: 'phone', with: { max: most.phones } })
  const flowToken = newToken()
  const flowId = await insertFlow(
    db,
    { token: flowToken, kind: 'add-phone', userId: permit.subjectId, content: { phone } },
    now,
  )
  const sent = await sendCode(db, identity, flowId, { kind: 'phone', value: phone }, now)
  return sent.ok ? ok({ flowToken }) : sent
}

/** The phone that waits for its code; undefined when the flow is over or another person's. */
export async function findNewPhone(
  db: Db,
  permit: AddPermit,
  flowToken: string | undefined,
  now: Date,
): Promise<string | undefined> {
  const flow = await findFlow(db, flowToken, ['add-phone'], now)
  return flow?.userId === permit.subjectId ? flow.content.phone : undefined
}

/** Sends the code again, by text or by a call, the tries being kept. Refuses with `form-expired` or `code-resend-limit`. */
export async function resendPhoneCode(
  db: Db,
  permit: AddPermit,
  identity: Writer,
  flowToken: string | undefined,
  by: 'phone' | 'voice',
  now: Date,
): Promise<Result<undefined>> {
  const flow = await findFlow(db, flowToken, ['add-phone'], now)
  if (flow?.userId !== permit.subjectId) return refuse({ code: 'form-expired' })
  if (identity.site.methods?.includes(by) === false) return refuse({ code: 'method-not-allowed' })
  return sendCode(db, identity, flow.id, { kind: by, value: flow.content.phone }, now)
}

/** Refuses with `form-expired` or why the code does not do. */
export async function confirmPhone(
  db: Db,
  permit: AddPermit,
  identity: Writer,
  input: Adding & { readonly flowToken: string | undefined; readonly code: string },
  caller: Caller,
  now: Date,
): Promise<Result<Added>> {
  const userId = permit.subjectId
  const flow = await findFlow(db, input.flowToken, ['add-phone'], now)
  if (flow?.userId !== userId) return refuse({ code: 'form-expired' })
  const code = await checkTypedCode(db, identity.secrets, flow.id, input.code, now)
  if (!code.ok) return code
  return transactOrRefuse(db, async (tx) => {
    if (!(await code.value.take(tx)) || !(await endFlow(tx, flow.id))) return refuse({ code: 'form-expired' })
    const { phone } = flow.content
    await saveContact(tx, { userId, kind: 'phone', value: phone, useForMfa: true, notify: false }, now)
    const sessionToken = await noteAdded(tx, identity, userId, 'phone', maskContact(phone), input, caller, now)
    return sessionToken ? ok({ sessionToken }) : refuse({ code: 'form-expired' })
  })
}

/** Records it, tells the owner and renews the session; undefined when that has ended. */
export async function noteAdded(
  tx: Db,
  identity: Writer,
  userId: string,
  method: Method,
  label: string,
  { sessionId, name }: Adding,
  caller: Caller,
  now: Date,
): Promise<string | undefined> {
  await appendAuthEvent(tx, { type: 'factor-added', userId, sessionId, caller, detail: { method } }, now)
  const { words, site } = identity
  const what = [words.account.methodNames[method], label].filter(Boolean).join(', ')
  await warnOwner(tx, identity, userId, 'factor-added', words.mails.factorAdded(name, what, site.helpDesk.phone), now)
  await noteMethodAdded(tx, userId)
  return renewBy(tx, { id: sessionId, userId }, method, now)
}
