/**
 * "This was not me", from the link of a notice: whoever is signed in is signed out, the password opens nothing, nobody
 * changes addresses or ways to verify for a while, changed addresses are put back, the help desk gets a request, and a
 * link for a new password goes to the owner. Looking at the page does none of it, because mail scanners look.
 */
import type { Db } from '#db/db.ts'
import { deleteEmail, disablePassword, lockFactors } from '#db/records/access/account-safety.ts'
import { type Account, findAccount } from '#db/records/access/accounts.ts'
import { appendAuthEvent } from '#db/records/access/auth-events.ts'
import { saveContact } from '#db/records/access/factors.ts'
import { endFlow, endFlowsOf, findFlow } from '#db/records/access/flows.ts'
import { contactsOf } from '#db/records/access/methods.ts'
import { insertRecoveryRequest } from '#db/records/access/recovery-requests.ts'
import { endSessions } from '#db/records/access/sessions.ts'
import { forgetDevices } from '#db/records/staff/accounts.ts'
import { appendStaffEvent } from '#db/records/staff/staff-events.ts'
import { appendTicketEntry, insertTicket } from '#db/records/staff/tickets.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import { deviceName } from '#domain/access/device-name.ts'
import type { EmailChange } from '#domain/access/flow-content.ts'
import { factorsLockedFor } from '#domain/access/limits.ts'
import { after } from '#domain/access/session.ts'
import { ticketNumber } from '#domain/help/ticket.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import type { Caller, EntryPermit, Writer } from './identity.ts'
import { sayInstant } from './tell-owner.ts'

const begun = [
  'disavow',
  'sign-in',
  'step-up',
  'reset',
  'reset-code',
  'unlock',
  'add-app',
  'add-phone',
  'add-email',
  'passkey',
  'recovery-codes',
  'kept-form',
] as const

/** Whether the link is still good. */
export const canDisavow = async (
  db: Db,
  _permit: EntryPermit,
  token: string | undefined,
  now: Date,
): Promise<boolean> => (await findFlow(db, token, ['disavow'], now)) !== undefined

export interface Disavowed {
  /** Of the request at the help desk. */
  readonly number: string
  readonly lockedUntil: Date
}

/** Refuses with `form-expired`. */
export async function disavow(
  db: Db,
  _permit: EntryPermit,
  { words, site }: Writer,
  token: string | undefined,
  caller: Caller,
  now: Date,
): Promise<Result<Disavowed>> {
  const flow = await findFlow(db, token, ['disavow'], now)
  const account = flow?.userId ? await findAccount(db, flow.userId) : undefined
  if (!flow || !account) return refuse({ code: 'form-expired' })
  return transactOrRefuse<Disavowed>(db, async (tx) => {
    if (!(await endFlow(tx, flow.id))) return refuse({ code: 'form-expired' })
    const userId = account.id
    if (flow.content.email) await putBack(tx, userId, flow.content.email, caller, now)
    await endSessions(tx, { userId }, 'disavowed', now)
    await disablePassword(tx, userId, now)
    await endFlowsOf(tx, userId, begun)
    await forgetDevices(tx, userId)
    const lockedUntil = after(now, factorsLockedFor)
    await lockFactors(tx, userId, lockedUntil)
    const detail = { notice: flow.content.notice }
    await appendAuthEvent(tx, { type: 'disavowed', userId, actorId: 'anonymous', caller, detail }, now)
    const number = await openTicket(tx, { words, site }, account, flow.content.notice, caller, now)
    if (account.status === 'active')
      await insertRecoveryRequest(tx, { kind: 'password-link', name: account.loginId, ip: caller.ip }, now)
    return ok({ number, lockedUntil })
  })
}

/** The address that came goes, the one that went comes back. */
async function putBack(tx: Db, userId: string, { added, removed }: EmailChange, caller: Caller, now: Date) {
  if (removed)
    await saveContact(
      tx,
      { userId, kind: 'email', value: removed.value, useForMfa: removed.useForMfa, notify: true },
      now,
    )
  // An account always keeps an address.
  if (added && (await contactsOf(tx, userId, 'email')).some((e) => e !== added)) await deleteEmail(tx, userId, added)
  await appendAuthEvent(tx, { type: 'email-restored', userId, actorId: 'anonymous', caller }, now)
}

async function openTicket(
  tx: Db,
  { words }: Pick<Writer, 'words' | 'site'>,
  account: Account,
  notice: string,
  caller: Caller,
  now: Date,
): Promise<string> {
  const email = (await contactsOf(tx, account.id, 'email'))[0] ?? ''
  const ticket = await insertTicket(
    tx,
    {
      userId: account.id,
      name: account.displayName,
      email,
      topic: 'account',
      applicationId: undefined,
      context: { browser: deviceName(caller.userAgent) },
    },
    // Every notice opens one of its own.
    ['not-me', account.id, notice, now.toISOString()],
    now,
  )
  const body = words.account.safety.ticket(notice, sayInstant(now))
  await appendTicketEntry(tx, { ticketId: ticket.id, kind: 'asked', authorId: account.id, body }, now)
  await appendStaffEvent(tx, { actorId: account.id, action: 'ticket.ask', subjectId: ticket.id, caller }, now)
  return ticketNumber(ticket.number)
}
