/**
 * Another e-mail address, beside the others or in place of one. It is proven by a code first. Every address that was
 * there before is told, with a link that puts it back.
 */
import type { Db } from '#db/db.ts'
import { deleteEmail, emailsOf, type OwnContact } from '#db/records/access/account-safety.ts'
import { findAccount, listAccountsByEmail } from '#db/records/access/accounts.ts'
import { appendAuthEvent } from '#db/records/access/auth-events.ts'
import { saveContact } from '#db/records/access/factors.ts'
import { endFlow, endFlowsOf, findFlow, insertFlow } from '#db/records/access/flows.ts'
import { queueMessage } from '#db/records/messages.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import { code as codeLimits, most } from '#domain/access/limits.ts'
import { foldEmail } from '#domain/access/user-id.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { type Caller, newToken, type SecurePermit, type Writer } from '../identity.ts'
import { sendCode } from '../sign-in/send-code.ts'
import { checkTypedCode } from '../sign-in/typed-code.ts'
import { sayInstant, warnOwner } from '../tell-owner.ts'
import { factorsLock } from './factors-lock.ts'

export type { OwnContact }

/** The addresses of the permit's owner. */
export const ownEmails = (db: Db, permit: SecurePermit): Promise<readonly OwnContact[]> =>
  emailsOf(db, permit.subjectId)

/** Sends a code to the new address. Refuses with `factors-locked`, `same-email`, `not-a-choice`, `too-many-items` or `code-resend-limit`. */
export async function beginEmail(
  db: Db,
  permit: SecurePermit,
  identity: Writer,
  input: { readonly email: string; readonly replaces: string | undefined },
  now: Date,
): Promise<Result<{ readonly flowToken: string }>> {
  const locked = await factorsLock(db, permit, now)
  if (locked) return refuse({ ...locked, at: 'email' })
  const own = await emailsOf(db, permit.subjectId)
  const email = foldEmail(input.email)
  if (own.some((e) => e.value === email)) return refuse({ code: 'same-email', at: 'email' })
  if (input.replaces && !own.some((e) => e.id === input.replaces))
    return refuse({ code: 'not-a-choice', at: 'replaces' })
  if (!input.replaces && own.length >= most.emails)
    return refuse({ code: 'too-many-items', at: 'replaces', with: { max: most.emails } })
  const flowToken = newToken()
  const content = { email, replaces: input.replaces }
  await insertFlow(db, { token: flowToken, kind: 'add-email', userId: permit.subjectId, content }, now)
  const sent = await sendEmailCode(db, permit, identity, flowToken, now)
  return sent.ok ? ok({ flowToken }) : refuse({ ...sent.problem, at: 'email' })
}

/** The address that waits for its code; undefined when the flow is over or another person's. */
export async function findNewEmail(
  db: Db,
  permit: SecurePermit,
  flowToken: string | undefined,
  now: Date,
): Promise<string | undefined> {
  const flow = await findFlow(db, flowToken, ['add-email'], now)
  return flow?.userId === permit.subjectId ? flow.content.email : undefined
}

/** Sends the code (again), the tries being kept. Refuses with `form-expired` or `code-resend-limit`. */
export async function sendEmailCode(
  db: Db,
  permit: SecurePermit,
  identity: Writer,
  flowToken: string | undefined,
  now: Date,
): Promise<Result<undefined>> {
  const flow = await findFlow(db, flowToken, ['add-email'], now)
  if (flow?.userId !== permit.subjectId) return refuse({ code: 'form-expired' })
  const { site, words } = identity
  const value = flow.content.email
  const known = (await listAccountsByEmail(db, value)).map((a) => a.loginId)
  // The answer is the same; only whoever reads that mailbox learns that it is full.
  if (known.length >= most.accountsPerEmail) {
    const mail = words.mails.registerFull(site.product, known, `${site.origin}/sign-in`)
    await queueMessage(db, { channel: 'email', recipient: value, template: 'register-full', ...mail }, now)
    return ok(undefined)
  }
  return sendCode(db, identity, flow.id, { kind: 'email', value }, now, (code) => ({
    template: 'email-code',
    ...words.mails.emailCode(code, codeLimits.valid / 60_000, site.product),
  }))
}

/** Refuses with `form-expired`, `factors-locked` or why the code does not do. */
export async function confirmEmail(
  db: Db,
  permit: SecurePermit,
  identity: Writer,
  input: { readonly flowToken: string | undefined; readonly code: string; readonly sessionId: string },
  caller: Caller,
  now: Date,
): Promise<Result<undefined>> {
  const userId = permit.subjectId
  const flow = await findFlow(db, input.flowToken, ['add-email'], now)
  if (flow?.userId !== userId) return refuse({ code: 'form-expired' })
  const code = await checkTypedCode(db, identity.secrets, flow.id, input.code, now)
  if (!code.ok) return code
  return transactOrRefuse(db, async (tx) => {
    if (!(await code.value.take(tx)) || !(await endFlow(tx, flow.id))) return refuse({ code: 'form-expired' })
    // Holds the account, so that it never ends up without an address.
    const account = await findAccount(tx, userId, 'locked')
    if (!account) return refuse({ code: 'form-expired' })
    const before = await emailsOf(tx, userId)
    const gone = before.find((e) => e.id === flow.content.replaces)
    const added = flow.content.email
    if (gone) await deleteEmail(tx, userId, gone.value)
    const useForMfa = gone?.useForMfa ?? false
    await saveContact(tx, { userId, kind: 'email', value: added, useForMfa, notify: true }, now)
    // Links that went to the former address open nothing any more.
    await endFlowsOf(tx, userId, ['reset', 'unlock'])
    const type = gone ? 'email-replaced' : 'email-added'
    await appendAuthEvent(tx, { type, userId, sessionId: input.sessionId, caller }, now)
    const mail = identity.words.mails.emailChanged(account.displayName, added, gone?.value, sayInstant(now))
    const removed = gone && { value: gone.value, useForMfa: gone.useForMfa }
    await warnOwner(tx, identity, userId, type, mail, now, {
      recipients: before.map((e) => e.value),
      email: { added, removed },
    })
    const welcome = identity.words.mails.emailConfirmed(account.displayName, account.loginId, identity.site.product)
    await queueMessage(tx, { channel: 'email', recipient: added, template: 'email-confirmed', ...welcome }, now)
    return ok(undefined)
  })
}
