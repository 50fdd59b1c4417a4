/** Is the way to verify that was chosen for a new account really theirs? A code, or a passkey that their browser made. */
import type { Db } from '#db/db.ts'
import { reserve } from '#db/records/access/counters.ts'
import { insertFlow } from '#db/records/access/flows.ts'
import { insertPasskey } from '#db/records/access/passkeys.ts'
import { limits, minutesUntil } from '#domain/access/limits.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { askToMake, checkMade } from '#outside/passkeys.ts'
import { checkTotp } from '#outside/totp.ts'
import { type Caller, type EntryPermit, keyOfNetwork, newToken, type Writer } from '../identity.ts'
import { takeChallenge, wrongPasskey } from '../passkeys/check-passkey.ts'
import { checkTypedCode, type Proof } from '../sign-in/typed-code.ts'
import type { RegisterFlow } from './registration.ts'

/** What the last page posts. */
export interface LastStep {
  /** The code, or of a passkey the browser's answer. */
  readonly typed: string
  /** The visitor's anti-forgery token, to which the challenge of a passkey is bound. */
  readonly boundTo: string
}

/** What a browser is asked to make for an account that does not exist yet. Refuses with `form-expired`, `method-not-allowed` or `too-many-tries`. */
export async function askForFirstPasskey(
  db: Db,
  _permit: EntryPermit,
  { site, secrets }: Pick<Writer, 'site' | 'secrets'>,
  flow: RegisterFlow,
  boundTo: string,
  caller: Caller,
  now: Date,
): Promise<Result<object>> {
  const { method, accountId, loginId, firstName, lastName } = flow.content
  if (method !== 'passkey' || !accountId || !loginId) return refuse({ code: 'form-expired' })
  if (!site.passkeys || site.methods?.includes('passkey') === false) return refuse({ code: 'method-not-allowed' })
  const asking = await reserve(db, limits.passkeyFromNetwork, keyOfNetwork(secrets, caller.ip), now)
  if (!asking.allowed)
    return refuse({ code: 'too-many-tries', with: { minutes: minutesUntil(asking.lockedUntil ?? now, now) } })
  const challenge = newToken()
  const content = { purpose: 'register', boundTo, registrationId: flow.id } as const
  await insertFlow(db, { token: challenge, kind: 'passkey', content }, now)
  const user = { userId: accountId, loginId, displayName: `${firstName} ${lastName}` }
  return ok(await askToMake({ ...site.passkeys, product: site.product }, user, challenge, []))
}

export interface RegistrationProof extends Proof {
  /** The step of the app's code. */
  readonly step?: number
  readonly accountId?: string
  /** Keeps what belongs to the account once there is one; false when it is another's. */
  keep?(tx: Db, userId: string): Promise<boolean>
}

/** Refuses with why the code or the passkey does not do. */
export async function prove(
  db: Db,
  identity: Writer,
  flow: RegisterFlow,
  { typed, boundTo }: LastStep,
  now: Date,
): Promise<Result<RegistrationProof>> {
  if (flow.content.method === 'passkey') return provePasskey(db, identity, flow, { posted: typed, boundTo }, now)
  const code = typed.replace(/[\s-]/g, '')
  if (flow.content.method === 'app') {
    // No limit: the seed is the visitor's own, on the page in front of them.
    const step = flow.content.seed && checkTotp(flow.content.seed, code, now)
    return step ? ok({ step, take: async () => true }) : refuse({ code: 'app-code-wrong', at: 'code' })
  }
  return checkTypedCode(db, identity.secrets, flow.id, code, now)
}

async function provePasskey(
  db: Db,
  identity: Writer,
  { id, content: { accountId } }: RegisterFlow,
  answered: { readonly posted: string; readonly boundTo: string },
  now: Date,
): Promise<Result<RegistrationProof>> {
  const taken = await takeChallenge(db, identity, 'register', answered, now)
  if (!taken.ok) return taken
  const { at, flow, answer } = taken.value
  if (flow.content.registrationId !== id || !accountId) return wrongPasskey
  const made = await checkMade(at, answer.json, answer.challenge)
  if (!made) return wrongPasskey
  const label = identity.words.account.methodNames.passkey
  return ok({
    accountId,
    // The challenge is used up already, whatever becomes of the account.
    take: async () => true,
    keep: (tx, userId) => insertPasskey(tx, { ...made, userId, label, rpId: at.rpId }, now),
  })
}
