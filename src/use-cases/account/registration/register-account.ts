/**
 * The last step of creating an account: the way to verify is chosen and proven, then account, contacts, enrollee and
 * membership come into being in one transaction, and the first session is opened.
 */
import { randomUUID } from 'node:crypto'
import type { Db } from '#db/db.ts'
import { insertAccount, insertMembership } from '#db/records/access/accounts.ts'
import { appendAuthEvent } from '#db/records/access/auth-events.ts'
import { insertApp, replaceRecoveryCodes, saveContact } from '#db/records/access/factors.ts'
import { endFlow, insertFlow, saveFlow } from '#db/records/access/flows.ts'
import { claimIndividual } from '#db/records/enrollment/enrollees.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import type { Registration, SignUpMethod } from '#domain/access/flow-content.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { newSeed } from '#outside/totp.ts'
import { takeInvitationFor } from '../../delegation/accept-invitation.ts'
import { type Caller, type EntryPermit, newToken, type Writer } from '../identity.ts'
import { newRecoveryCodes, recoveryMac } from '../methods/recovery-codes.ts'
import { wrongPasskey } from '../passkeys/check-passkey.ts'
import { openSession } from '../sign-in/open-session.ts'
import { sendCode } from '../sign-in/send-code.ts'
import { tellOwner } from '../tell-owner.ts'
import { type LastStep, prove } from './prove-way.ts'
import { isIndividual, type RegisterFlow } from './registration.ts'

/** Has everything been answered that comes before the verification? */
export const isReadyToVerify = (r: Registration): boolean =>
  r.emailConfirmed &&
  [r.loginId, r.passwordHash, r.firstName, r.lastName, ...(isIndividual(r) ? [r.npi, r.taxId, r.practice] : [])].every(
    (v) => v !== undefined,
  )

/** Chooses the way to verify and sends a code when it needs one. Refuses with `incomplete`, `method-not-allowed` or `code-resend-limit`. */
export async function chooseVerification(
  db: Db,
  _permit: EntryPermit,
  identity: Writer,
  flow: RegisterFlow,
  choice: { readonly method: SignUpMethod; readonly phone?: string },
  now: Date,
): Promise<Result<undefined>> {
  if (!isReadyToVerify(flow.content)) return refuse({ code: 'incomplete' })
  if (identity.site.methods?.includes(choice.method) === false)
    return refuse({ code: 'method-not-allowed', at: 'method' })
  const seed = choice.method === 'app' ? { seed: flow.content.seed ?? newSeed() } : {}
  const carried = choice.method === 'passkey' ? { accountId: flow.content.accountId ?? randomUUID() } : {}
  const content: Registration = { ...flow.content, ...choice, ...seed, ...carried }
  if (!(await saveFlow(db, flow, content, now))) return refuse({ code: 'form-expired' })
  return sendChosenCode(db, _permit, identity, { ...flow, content }, now)
}

/** Sends a code by the chosen way, or calls the phone instead; does nothing for an app or a passkey. Refuses with `code-resend-limit`. */
export async function sendChosenCode(
  db: Db,
  _permit: EntryPermit,
  identity: Writer,
  flow: RegisterFlow,
  now: Date,
  call = false,
): Promise<Result<undefined>> {
  const { method, phone, email } = flow.content
  if (method === 'email') return sendCode(db, identity, flow.id, { kind: 'email', value: email }, now)
  if (method === 'phone' && phone)
    return sendCode(db, identity, flow.id, { kind: call ? 'voice' : 'phone', value: phone }, now)
  return ok(undefined)
}

export interface Registered {
  readonly sessionToken: string
  readonly deviceToken: string | undefined
  /** For the flow cookie of the page that shows the recovery codes. */
  readonly codesToken: string
}

/** Refuses with `incomplete`, `form-expired`, why the code or passkey does not do, `user-id-taken`, `npi-claimed` or `tax-id-mismatch`. */
export async function registerAccount(
  db: Db,
  _permit: EntryPermit,
  identity: Writer,
  flow: RegisterFlow,
  input: LastStep,
  caller: Caller,
  now: Date,
): Promise<Result<Registered>> {
  const r = flow.content
  const { npi, taxId, taxIdKind, loginId, passwordHash, practice, method } = r
  const provider = npi && taxId && taxIdKind && practice ? { npi, taxId, taxIdKind, practice } : undefined
  if (!isReadyToVerify(r) || !loginId || !passwordHash || !method || (isIndividual(r) && !provider))
    return refuse({ code: 'incomplete' })
  const proof = await prove(db, identity, flow, input, now)
  if (!proof.ok) return proof
  const { secrets, site, words } = identity
  return transactOrRefuse<Registered>(db, async (tx) => {
    if (!(await proof.value.take(tx)) || !(await endFlow(tx, flow.id))) return refuse({ code: 'form-expired' })
    const displayName = `${r.firstName} ${r.lastName}`
    const userId = await insertAccount(tx, { id: proof.value.accountId, loginId, displayName, passwordHash }, now)
    if (!userId) return refuse({ code: 'user-id-taken', at: 'loginId' })
    if (isIndividual(r) && provider) {
      const claim = await claimIndividual(tx, { displayName: r.registryName ?? displayName, ...provider }, now)
      if (typeof claim === 'string') return refuse({ code: claim === 'claimed' ? 'npi-claimed' : claim, at: 'npi' })
      await insertMembership(tx, { userId, role: 'individual-provider', partyId: claim.enrolleeId }, now)
    }
    await saveContact(tx, { userId, kind: 'email', value: r.email, useForMfa: method === 'email', notify: true }, now)
    if (method === 'phone' && r.phone)
      await saveContact(tx, { userId, kind: 'phone', value: r.phone, useForMfa: true, notify: false }, now)
    if (proof.value.step !== undefined && r.seed)
      await insertApp(tx, { userId, label: '1', seed: r.seed, step: proof.value.step }, now)
    if (!(await (proof.value.keep?.(tx, userId) ?? true))) return wrongPasskey
    const codes = newRecoveryCodes()
    await replaceRecoveryCodes(
      tx,
      userId,
      codes.map((c) => recoveryMac(secrets, userId, c)),
      now,
    )
    const codesToken = newToken()
    await insertFlow(tx, { token: codesToken, kind: 'recovery-codes', userId, content: { codes } }, now)
    await appendAuthEvent(tx, { type: 'account-created', userId, caller, detail: { method } }, now)
    if (r.invitationToken) {
      const invited = { token: r.invitationToken, userId }
      const joined = await takeInvitationFor(tx, _permit, { site, words }, invited, caller, now)
      if (!joined.ok) return joined
    }
    await tellOwner(tx, userId, 'welcome', words.mails.welcome(displayName, loginId, site.product), now)
    const account = { id: userId, loginId, displayName, status: 'active', passwordHash, mfaPolicy: 'any' } as const
    return ok({ ...(await openSession(tx, identity, account, method, caller, now)), codesToken })
  })
}
