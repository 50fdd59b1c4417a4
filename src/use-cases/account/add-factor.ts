/** Adding an authenticator app or a phone. Each is proven by a code first; the owner is told by mail. */
import type { Db } from '#db/db.ts'
import { appendAuthEvent } from '#db/records/auth-events.ts'
import { clearCounter, reserve } from '#db/records/counters.ts'
import { insertApp, saveContact } from '#db/records/factors.ts'
import { endFlow, findFlow, insertFlow } from '#db/records/flows.ts'
import { methodsOf } from '#db/records/methods.ts'
import { takeCode, tryCode } from '#db/records/one-time-codes.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import { maskContact } from '#domain/access/assurance.ts'
import { limits, minutesUntil, most } from '#domain/access/limits.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { checkTotp, newSeed } from '#outside/totp.ts'
import { overOf } from './check-factor.ts'
import { type Caller, macOfCode, newToken, type OwnPermit, type Writer } from './identity.ts'
import { sendCode } from './send-code.ts'
import { tellOwner } from './tell-owner.ts'

interface Begun {
  readonly flowToken: string
}

/** Makes a seed, kept sealed until a code proves that the app has it. Refuses with `too-many-items`. */
export async function beginApp(db: Db, permit: OwnPermit, now: Date): Promise<Result<Begun>> {
  if ((await methodsOf(db, permit.subjectId)).apps.length >= most.apps)
    return refuse({ code: 'too-many-items', with: { max: most.apps } })
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
  permit: OwnPermit,
  flowToken: string | undefined,
  now: Date,
): Promise<string | undefined> {
  const flow = await findFlow(db, flowToken, ['add-app'], now)
  return flow?.userId === permit.subjectId ? flow.content.seed : undefined
}

/** Refuses with `form-expired`, `account-locked` or `app-code-wrong`. */
export async function confirmApp(
  db: Db,
  permit: OwnPermit,
  identity: Writer,
  input: {
    readonly flowToken: string | undefined
    readonly code: string
    readonly label: string
    readonly name: string
  },
  caller: Caller,
  now: Date,
): Promise<Result<undefined>> {
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
    await tell(tx, identity, userId, input.name, identity.words.account.methodNames.app, caller, now)
    return ok(undefined)
  })
}

/** Sends a code to a new phone. Refuses with `too-many-items` or `code-resend-limit`. */
export async function beginPhone(
  db: Db,
  permit: OwnPermit,
  identity: Writer,
  phone: string,
  now: Date,
): Promise<Result<Begun>> {
  if ((await methodsOf(db, permit.subjectId)).phones.length >= most.phones)
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
  permit: OwnPermit,
  flowToken: string | undefined,
  now: Date,
): Promise<string | undefined> {
  const flow = await findFlow(db, flowToken, ['add-phone'], now)
  return flow?.userId === permit.subjectId ? flow.content.phone : undefined
}

/** Sends the code again, the tries being kept. Refuses with `form-expired` or `code-resend-limit`. */
export async function resendPhoneCode(
  db: Db,
  permit: OwnPermit,
  identity: Writer,
  flowToken: string | undefined,
  now: Date,
): Promise<Result<undefined>> {
  const flow = await findFlow(db, flowToken, ['add-phone'], now)
  if (flow?.userId !== permit.subjectId) return refuse({ code: 'form-expired' })
  return sendCode(db, identity, flow.id, { kind: 'phone', value: flow.content.phone }, now)
}

/** Refuses with `form-expired` or why the code does not do. */
export async function confirmPhone(
  db: Db,
  permit: OwnPermit,
  identity: Writer,
  input: { readonly flowToken: string | undefined; readonly code: string; readonly name: string },
  caller: Caller,
  now: Date,
): Promise<Result<undefined>> {
  const userId = permit.subjectId
  const flow = await findFlow(db, input.flowToken, ['add-phone'], now)
  if (flow?.userId !== userId) return refuse({ code: 'form-expired' })
  const mac = macOfCode(identity.secrets, flow.id, input.code)
  const tried = await tryCode(db, flow.id, mac, now)
  if (tried.is === 'wrong') return refuse({ code: 'code-wrong', at: 'code', with: { left: tried.left } })
  if (tried.is !== 'right') return refuse(overOf(tried.is))
  return transactOrRefuse(db, async (tx) => {
    if (!(await takeCode(tx, flow.id, mac)) || !(await endFlow(tx, flow.id))) return refuse({ code: 'form-expired' })
    const { phone } = flow.content
    await saveContact(tx, { userId, kind: 'phone', value: phone, useForMfa: true, notify: false }, now)
    await tell(
      tx,
      identity,
      userId,
      input.name,
      `${identity.words.account.methodNames.phone}, ${maskContact(phone)}`,
      caller,
      now,
    )
    return ok(undefined)
  })
}

async function tell(
  tx: Db,
  { words, site }: Writer,
  userId: string,
  name: string,
  what: string,
  caller: Caller,
  now: Date,
): Promise<void> {
  await appendAuthEvent(tx, { type: 'factor-added', userId, caller }, now)
  await tellOwner(tx, userId, 'factor-added', words.mails.factorAdded(name, what, site.helpDesk.phone), now)
}
