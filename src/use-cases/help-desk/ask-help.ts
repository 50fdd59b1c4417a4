/** The request form: becomes a ticket with what the portal knows already, and a mail with its number. */
import type { Db } from '#db/db.ts'
import { applicationSubject } from '#db/queries/application/applications.ts'
import { listLocks } from '#db/queries/staff/account-locks.ts'
import { findAccount, findAccountByLoginId } from '#db/records/access/accounts.ts'
import { reserve } from '#db/records/access/counters.ts'
import { contactsOf } from '#db/records/access/methods.ts'
import { queueMessage } from '#db/records/messages.ts'
import { appendStaffEvent } from '#db/records/staff/staff-events.ts'
import { appendTicketEntry, insertTicket } from '#db/records/staff/tickets.ts'
import { transact } from '#db/records/transact.ts'
import { deviceName } from '#domain/access/device-name.ts'
import { limits, minutesUntil } from '#domain/access/limits.ts'
import { pathOnly } from '#domain/access/local-path.ts'
import { can, type Permit } from '#domain/access/policy.ts'
import { foldEmail, foldUserId } from '#domain/access/user-id.ts'
import { type TicketTopic, ticketNumber, ticketText, ticketTopics, withoutSsn } from '#domain/help/ticket.ts'
import { ok, type Problem, type Result, refuse } from '#domain/result.ts'
import { type Caller, keyOfNetwork, keyOfTarget, type Writer } from '#use-cases/account/identity.ts'
import { sayInstant } from '#use-cases/account/tell-owner.ts'
import { lockKeys } from './support-acts.ts'

export interface HelpInput {
  readonly name: string
  readonly email: string
  readonly loginId: string
  readonly topic: string
  readonly text: string
  /** The page that the visitor came from, as a path of this site. */
  readonly from: string
}

/** The same words again so soon are a second click or a page loaded again, not a second request. */
const SAME_MS = 10 * 60_000

/** Gives the number to show. Refuses with what is missing, or `too-many-tries`. */
export async function askHelp(
  db: Db,
  permit: Permit<'help.ask'>,
  { secrets, site, words }: Writer,
  input: HelpInput,
  caller: Caller,
  now: Date,
): Promise<Result<{ readonly number: string }>> {
  const { actor } = permit
  const account = actor.userId === 'anonymous' ? undefined : await findAccount(db, actor.userId)
  const email = account ? ((await contactsOf(db, account.id, 'email'))[0] ?? '') : foldEmail(input.email)
  const name = account?.displayName ?? input.name.trim()
  const problems = missing({ ...input, name, email })
  if (problems[0]) return refuse(problems[0], ...problems.slice(1))
  for (const key of [keyOfNetwork(secrets, caller.ip), keyOfTarget(secrets, email)]) {
    const asking = await reserve(db, limits.askHelp, key, now)
    if (!asking.allowed)
      return refuse({ code: 'too-many-tries', with: { minutes: minutesUntil(asking.lockedUntil ?? now, now) } })
  }
  const from = pathOnly(input.from)
  const applicationId = await applicationOf(db, permit, from)
  // What was typed is no proof: the account is named to staff, and only they link it.
  const typed = account ? undefined : foldUserId(input.loginId).slice(0, 60)
  const about = typed ? await findAccountByLoginId(db, typed) : undefined
  const lock = about && (await lockedUntil(db, permit, secrets, about, now))
  const context: Record<string, string> = {
    browser: deviceName(caller.userAgent),
    ...(from && { from }),
    ...(typed && { loginId: typed, account: about?.status ?? 'none' }),
    ...(lock && { lock: sayInstant(lock) }),
  }
  return transact(db, async (tx) => {
    const topic = input.topic as TicketTopic
    const body = withoutSsn(input.text.trim())
    const asking = { userId: account?.id, name, email, topic, applicationId, context }
    const window = String(Math.floor(now.getTime() / SAME_MS))
    const sameAs = [account?.id ?? '', name, email, topic, from, body, window]
    const ticket = await insertTicket(tx, asking, sameAs, now)
    const number = ticketNumber(ticket.number)
    if (ticket.again) return ok({ number })
    await appendTicketEntry(tx, { ticketId: ticket.id, kind: 'asked', authorId: account?.id, body }, now)
    const event = { actorId: actor.userId, action: 'ticket.ask', subjectId: ticket.id, caller }
    await appendStaffEvent(tx, event, now)
    const mail = words.mails.ticketReceived(name, number, site.helpDesk.hours)
    await queueMessage(tx, { channel: 'email', recipient: email, template: 'ticket-received', ...mail }, now)
    return ok({ number })
  })
}

async function lockedUntil(
  db: Db,
  permit: Permit<'help.ask'>,
  secrets: Writer['secrets'],
  account: { readonly id: string; readonly loginId: string },
  now: Date,
): Promise<Date | undefined> {
  const keys = lockKeys({ secrets }, account).map(([limit, key]) => ({ scope: limit.scope, key }))
  return (await listLocks(db, permit, account.id, keys, now))[0]?.until
}

function missing(input: HelpInput): readonly Problem[] {
  const text = input.text.trim()
  const found: readonly (Problem | undefined)[] = [
    input.name ? undefined : { code: 'required', at: 'name' },
    /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(input.email) && input.email.length <= 254
      ? undefined
      : { code: 'not-an-email', at: 'email' },
    (ticketTopics as readonly string[]).includes(input.topic) ? undefined : { code: 'not-a-choice', at: 'topic' },
    text.length === 0
      ? { code: 'required', at: 'text' }
      : text.length > ticketText.max
        ? { code: 'too-long', at: 'text', with: { max: ticketText.max } }
        : undefined,
  ]
  return found.filter((p) => p !== undefined)
}

/** The application whose page it was, when the visitor may see it. */
async function applicationOf(db: Db, permit: Permit<'help.ask'>, from: string): Promise<string | undefined> {
  const id = /^\/applications\/([0-9a-f-]{36})(\/|$|\?)/.exec(from)?.[1]
  const subject = id ? await applicationSubject(db, id) : undefined
  return subject && can(permit.actor, 'application.view', subject) ? id : undefined
}
