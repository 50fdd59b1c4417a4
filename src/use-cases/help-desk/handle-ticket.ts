/** What the help desk does with a ticket: take it, answer, note, close, say whose it is. Each act is one transaction. */
import type { Db } from '#db/db.ts'
import { findAccountByLoginId } from '#db/records/access/accounts.ts'
import { queueMessage } from '#db/records/messages.ts'
import { appendStaffEvent } from '#db/records/staff/staff-events.ts'
import { appendTicketEntry, lockTicket, saveTicket } from '#db/records/staff/tickets.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import type { Permit } from '#domain/access/policy.ts'
import { foldUserId } from '#domain/access/user-id.ts'
import { ticketNumber, ticketText, withoutSsn } from '#domain/help/ticket.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import type { Caller, Writer } from '#use-cases/account/identity.ts'

type Handling = Permit<'ticket.handle'>
export const ticketActs = ['take', 'answer', 'note', 'close', 'link'] as const
export type TicketAct = (typeof ticketActs)[number]

export interface TicketInput {
  readonly act: TicketAct
  /** The answer or note; with "link" the user id. */
  readonly text: string
}

/** Refuses with `required` or `too-long` (at the box named like the act), `not-found`, or `already-so` once it is closed. */
export async function handleTicket(
  db: Db,
  permit: Handling,
  { site, words }: Writer,
  input: TicketInput,
  caller: Caller,
  now: Date,
): Promise<Result<undefined>> {
  const { act } = input
  const body = withoutSsn(input.text.trim())
  if ((act === 'answer' || act === 'note' || act === 'link') && !body) return refuse({ code: 'required', at: act })
  if (body.length > ticketText.max) return refuse({ code: 'too-long', at: act, with: { max: ticketText.max } })
  const me = permit.actor.userId
  return transactOrRefuse(db, async (tx) => {
    const ticket = await lockTicket(tx, permit)
    if (ticket.status === 'closed' && act !== 'note') return refuse({ code: 'already-so' })
    const entry = { ticketId: ticket.id, authorId: me }
    switch (act) {
      case 'take':
        await saveTicket(tx, ticket.id, { status: 'taken', assignedTo: me }, now)
        break
      case 'answer': {
        await appendTicketEntry(tx, { ...entry, kind: 'answered', body }, now)
        await saveTicket(tx, ticket.id, { status: 'answered', assignedTo: ticket.assigned_to ?? me }, now)
        const link = ticket.user_id ? `${site.origin}/help/tickets/${ticket.id}` : undefined
        const mail = words.mails.ticketAnswered(ticket.name, ticketNumber(ticket.number), body, link)
        await queueMessage(tx, { channel: 'email', recipient: ticket.email, template: 'ticket-answered', ...mail }, now)
        break
      }
      case 'note':
        await appendTicketEntry(tx, { ...entry, kind: 'noted', body }, now)
        break
      case 'close':
        await appendTicketEntry(tx, { ...entry, kind: 'closed', body: '' }, now)
        await saveTicket(tx, ticket.id, { status: 'closed' }, now)
        break
      case 'link': {
        const account = await findAccountByLoginId(tx, foldUserId(body))
        if (!account) return refuse({ code: 'not-found', at: 'link' })
        await saveTicket(tx, ticket.id, { userId: account.id }, now)
        break
      }
    }
    await appendStaffEvent(tx, { actorId: me, action: `ticket.${act}`, subjectId: ticket.id, caller }, now)
    return ok(undefined)
  })
}

/** The person asks on; the ticket is new again. Refuses with `required`, `too-long` or `already-so` once it is closed. */
export async function askOn(
  db: Db,
  permit: Permit<'ticket.view'>,
  text: string,
  caller: Caller,
  now: Date,
): Promise<Result<undefined>> {
  const body = withoutSsn(text.trim())
  if (!body) return refuse({ code: 'required', at: 'text' })
  if (body.length > ticketText.max) return refuse({ code: 'too-long', at: 'text', with: { max: ticketText.max } })
  return transactOrRefuse(db, async (tx) => {
    const ticket = await lockTicket(tx, permit)
    if (ticket.status === 'closed') return refuse({ code: 'already-so' })
    await appendTicketEntry(tx, { ticketId: ticket.id, kind: 'asked', authorId: permit.actor.userId, body }, now)
    await saveTicket(tx, ticket.id, { status: ticket.assigned_to ? 'taken' : 'new' }, now)
    await appendStaffEvent(
      tx,
      { actorId: permit.actor.userId, action: 'ticket.ask', subjectId: ticket.id, caller },
      now,
    )
    return ok(undefined)
  })
}
