/**
 * The second half: the second factor. What it opens depends on the flow: a session (signing in), a fresh time-stamp
 * and token on the session there is (confirming who you are), or the page for a new password (reset).
 */
import type { Db } from '#db/db.ts'
import { findAccount } from '#db/records/access/accounts.ts'
import { appendAuthEvent } from '#db/records/access/auth-events.ts'
import { endFlow, type Flow, findFlow, insertFlow } from '#db/records/access/flows.ts'
import { methodsOf } from '#db/records/access/methods.ts'
import { transact } from '#db/records/transact.ts'
import { type Method, type MethodsHeld, usableAfterReset, usableToEnter } from '#domain/access/assurance.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { type Caller, type EntryPermit, newToken, type Writer } from '../identity.ts'
import { checkPasskey } from '../passkeys/check-passkey.ts'
import { checkFactor } from './check-factor.ts'
import { waysToConfirm } from './confirm-identity.ts'
import { openSession } from './open-session.ts'
import { renewBy } from './renew-session.ts'
import { sendCode, targetOf } from './send-code.ts'

export const verifyKinds = ['sign-in', 'step-up', 'reset'] as const
export type VerifyKind = (typeof verifyKinds)[number]

export interface Verification {
  readonly kind: VerifyKind
  readonly methods: readonly Method[]
  readonly held: MethodsHeld
}

/** What the page of the second factor may offer; undefined when the flow is over. */
export async function findVerification(
  db: Db,
  _permit: EntryPermit,
  identity: Pick<Writer, 'site'>,
  flowToken: string | undefined,
  now: Date,
): Promise<Verification | undefined> {
  const flow = await findFlow(db, flowToken, verifyKinds, now)
  return flow && verificationOf(db, identity, flow)
}

async function verificationOf(
  db: Db,
  { site }: Pick<Writer, 'site'>,
  flow: Flow<VerifyKind>,
): Promise<Verification | undefined> {
  if (!flow.userId) return undefined
  const held = await methodsOf(db, flow.userId)
  return {
    kind: flow.kind,
    held,
    methods: methodsFor(flow, held, site.methods),
  }
}
function methodsFor(flow: Flow<VerifyKind>, held: MethodsHeld, allowed: readonly Method[] | undefined) {
  if (flow.kind === 'reset') return usableAfterReset(held, resetOf(flow).by, allowed)
  const all = usableToEnter(held, allowed)
  return flow.kind === 'step-up' ? waysToConfirm(all, (flow.content as Flow<'step-up'>['content']).level) : all
}
const resetOf = (flow: Flow<VerifyKind>) => flow.content as Flow<'reset'>['content']

/** Sends a code by the chosen method. Refuses with `form-expired`, `method-not-allowed` or `code-resend-limit`. */
export async function sendVerificationCode(
  db: Db,
  _permit: EntryPermit,
  identity: Writer,
  flowToken: string | undefined,
  method: string,
  now: Date,
): Promise<Result<undefined>> {
  const flow = await findFlow(db, flowToken, verifyKinds, now)
  const verification = flow && (await verificationOf(db, identity, flow))
  if (!verification) return refuse({ code: 'form-expired' })
  const target = targetOf(verification.held, method)
  if (!target || !verification.methods.some((m) => m === method)) return refuse({ code: 'method-not-allowed' })
  return sendCode(db, identity, flow.id, target, now)
}

export type Verified =
  | {
      readonly is: 'signed-in'
      readonly sessionToken: string
      readonly deviceToken: string | undefined
      readonly next: string | undefined
    }
  | { readonly is: 'may-choose-password'; readonly flowToken: string }

export interface VerifyInput {
  readonly flowToken: string | undefined
  readonly method: string
  /** What was typed; of a passkey the browser's answer. */
  readonly code: string
  /** The visitor's anti-forgery token, to which the challenge of a passkey is bound. */
  readonly boundTo?: string
}

/** Refuses with `form-expired`, `method-not-allowed`, `passkey-wrong`, `passkey-needs-script`, `account-locked`, `code-wrong`, `code-expired` or `code-used-up`. */
export async function verifySignIn(
  db: Db,
  _permit: EntryPermit,
  identity: Writer,
  input: VerifyInput,
  caller: Caller,
  now: Date,
): Promise<Result<Verified>> {
  const flow = await findFlow(db, input.flowToken, verifyKinds, now)
  const verification = flow && (await verificationOf(db, identity, flow))
  const account = flow?.userId ? await findAccount(db, flow.userId) : undefined
  if (!verification || account?.status !== 'active') return refuse({ code: 'form-expired' })
  const method = verification.methods.find((m) => m === input.method)
  if (!method) return refuse({ code: 'method-not-allowed' })
  const proof =
    method === 'passkey'
      ? await checkPasskey(
          db,
          identity,
          { posted: input.code, boundTo: input.boundTo ?? '', userId: account.id },
          caller,
          now,
        )
      : await checkFactor(
          db,
          identity.secrets,
          { userId: account.id, flowId: flow.id, method, typed: input.code },
          caller,
          now,
        )
  if (!proof.ok) return proof
  return transact<Result<Verified>>(db, async (tx) => {
    if (!(await proof.value.take(tx))) return refuse({ code: 'code-wrong', at: 'code', with: { left: 0 } })
    if (!(await endFlow(tx, flow.id))) return refuse({ code: 'form-expired' })
    if (flow.kind === 'reset') {
      const flowToken = newToken()
      await insertFlow(
        tx,
        { token: flowToken, kind: 'reset', userId: account.id, content: { ...resetOf(flow), verified: true } },
        now,
      )
      return ok({ is: 'may-choose-password', flowToken })
    }
    const { next, publicComputer } = flow.content as Flow<'sign-in'>['content']
    if (flow.kind === 'sign-in')
      return ok({
        is: 'signed-in',
        next,
        ...(await openSession(tx, identity, account, method, caller, now, { publicComputer })),
      })
    const { sessionId } = flow.content as Flow<'step-up'>['content']
    const sessionToken = await renewBy(tx, { id: sessionId, userId: account.id }, method, now)
    if (!sessionToken) return refuse({ code: 'form-expired' })
    await appendAuthEvent(
      tx,
      { type: 'identity-confirmed', userId: account.id, sessionId, caller, detail: { method } },
      now,
    )
    return ok({ is: 'signed-in', next, sessionToken, deviceToken: undefined })
  })
}
