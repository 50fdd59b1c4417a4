/**
 * Is a browser's answer about a passkey right? The challenge is one that we gave to this very visitor, is used up by
 * the first answer whatever it says, and the count of the authenticator must not go backwards.
 */
import type { Db } from '#db/db.ts'
import { findAccount } from '#db/records/access/accounts.ts'
import { appendAuthEvent } from '#db/records/access/auth-events.ts'
import { endFlow, type Flow, findFlow } from '#db/records/access/flows.ts'
import { findPasskey, flagPasskey, notePasskeyUse, type StoredPasskey } from '#db/records/access/passkeys.ts'
import { transact } from '#db/records/transact.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { checkProof, namesUser, readAnswer, wentBackwards } from '#outside/passkeys.ts'
import type { PasskeySite } from '#outside/services.ts'
import type { Caller, Writer } from '../identity.ts'
import type { Proof } from '../sign-in/typed-code.ts'
import { warnOwner } from '../tell-owner.ts'

export interface PasskeyAnswer {
  /** What the script posted: the browser's answer as JSON; empty where no script ran. */
  readonly posted: string
  /** The visitor's anti-forgery token. */
  readonly boundTo: string
}

export const wrongPasskey = refuse({ code: 'passkey-wrong', at: 'passkey' })
export const needsScript = refuse({ code: 'passkey-needs-script', at: 'passkey' })

/** Reads an answer and uses its challenge up. Refuses with `passkey-needs-script`, `method-not-allowed` or `passkey-wrong`. */
export async function takeChallenge(
  db: Db,
  { site }: Pick<Writer, 'site'>,
  purpose: Flow<'passkey'>['content']['purpose'],
  { posted, boundTo }: PasskeyAnswer,
  now: Date,
): Promise<Result<{ readonly at: PasskeySite; readonly flow: Flow<'passkey'>; readonly answer: Answer }>> {
  if (!posted.trim()) return needsScript
  if (!site.passkeys) return refuse({ code: 'method-not-allowed' })
  const answer = readAnswer(posted)
  const flow = await findFlow(db, answer?.challenge, ['passkey'], now)
  if (!answer || !flow || !(await endFlow(db, flow.id))) return wrongPasskey
  if (flow.content.purpose !== purpose || flow.content.boundTo !== boundTo) return wrongPasskey
  return ok({ at: site.passkeys, flow, answer })
}
type Answer = NonNullable<ReturnType<typeof readAnswer>>

export interface PasskeyProof extends Proof {
  readonly userId: string
}

/**
 * `userId` when it is known whose passkey it must be. Refuses with `passkey-needs-script`, `method-not-allowed` or
 * `passkey-wrong`.
 */
export async function checkPasskey(
  db: Db,
  identity: Writer,
  input: PasskeyAnswer & { readonly userId?: string },
  caller: Caller,
  now: Date,
): Promise<Result<PasskeyProof>> {
  const taken = await takeChallenge(db, identity, 'sign-in', input, now)
  if (!taken.ok) return taken
  const { at, answer } = taken.value
  const passkey = await findPasskey(db, answer.id)
  if (!passkey || passkey.isSuspect || passkey.rpId !== at.rpId) return wrongPasskey
  if ((input.userId ?? passkey.userId) !== passkey.userId || !namesUser(answer.userHandle, passkey.userId))
    return wrongPasskey
  const right = await checkProof(at, answer.json, answer.challenge, passkey)
  if (!right) {
    const wrong = { type: 'code-wrong', outcome: 'refused', detail: { method: 'passkey' } } as const
    await appendAuthEvent(db, { ...wrong, userId: passkey.userId, caller }, now)
    return wrongPasskey
  }
  if (wentBackwards(passkey.count, right.count)) {
    await suspect(db, identity, passkey, right.count, caller, now)
    return wrongPasskey
  }
  return ok({
    userId: passkey.userId,
    take: (tx: Db) => notePasskeyUse(tx, { id: passkey.id, before: passkey.count, ...right }, now),
  })
}

/** Somebody may have copied it: it signs in no more, and its owner is told. */
async function suspect(
  db: Db,
  identity: Writer,
  { id, userId, count }: StoredPasskey,
  said: number,
  caller: Caller,
  now: Date,
): Promise<void> {
  await transact(db, async (tx) => {
    if (!(await flagPasskey(tx, id, now))) return
    const detail = { before: count, said }
    await appendAuthEvent(tx, { type: 'passkey-suspect', outcome: 'refused', userId, caller, detail }, now)
    const account = await findAccount(tx, userId)
    const { words, site } = identity
    const mail = words.mails.passkeySuspect(account?.displayName ?? '', site.helpDesk.phone)
    await warnOwner(tx, identity, userId, 'passkey-suspect', mail, now)
  })
}
