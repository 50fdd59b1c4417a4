/** Help tickets: the queue of the help desk, and what a person asked. Reads only. */
import type { Permit, Subject } from '#domain/access/policy.ts'
import type { TicketEntryKind, TicketStatus, TicketTopic } from '#domain/help/ticket.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { isRowId } from '../application/applications.ts'

export interface Ticket {
  readonly id: string
  readonly number: number
  readonly name: string
  readonly email: string
  readonly topic: TicketTopic
  readonly status: TicketStatus
  readonly userId: string | undefined
  readonly userName: string | undefined
  readonly applicationId: string | undefined
  readonly context: Readonly<Record<string, string>>
  readonly holderId: string | undefined
  readonly holderName: string | undefined
  readonly createdAt: Date
  readonly changedAt: Date
}
export interface TicketEntry {
  readonly id: string
  readonly at: Date
  readonly kind: TicketEntryKind
  readonly authorName: string | undefined
  readonly body: string
}

/** Whose ticket it is; undefined when there is none. */
export async function ticketSubject(db: Db, id: string | undefined): Promise<Subject | undefined> {
  if (!isRowId(id)) return undefined
  const row = await open(db).selectFrom('help_ticket').select(['id', 'user_id']).where('id', '=', id).executeTakeFirst()
  return row && { id: row.id, ...(row.user_id && { ownerId: row.user_id }) }
}

const tickets = (db: Db) =>
  open(db)
    .selectFrom('help_ticket as t')
    .leftJoin('app_user as u', 'u.id', 't.user_id')
    .leftJoin('app_user as h', 'h.id', 't.assigned_to')
    .selectAll('t')
    .select(['u.display_name as user_name', 'h.display_name as holder_name'])
type Row = Awaited<ReturnType<ReturnType<typeof tickets>['executeTakeFirstOrThrow']>>
const shape = (r: Row): Ticket => ({
  id: r.id,
  number: r.number,
  name: r.name,
  email: r.email,
  topic: r.topic,
  status: r.status,
  userId: r.user_id ?? undefined,
  userName: r.user_name ?? undefined,
  applicationId: r.application_id ?? undefined,
  context: r.context,
  holderId: r.assigned_to ?? undefined,
  holderName: r.holder_name ?? undefined,
  createdAt: r.created_at,
  changedAt: r.changed_at,
})

export const ticketQueues = ['open', 'mine', 'answered', 'closed'] as const
export type TicketQueue = (typeof ticketQueues)[number]
const statusesOf: Readonly<Record<TicketQueue, readonly TicketStatus[]>> = {
  open: ['new', 'taken'],
  mine: ['taken'],
  answered: ['answered'],
  closed: ['closed'],
}

/** One queue; those that wait longest first, those that are over newest first. */
export async function listTickets(
  db: Db,
  permit: Permit<'account.find'>,
  queue: TicketQueue,
): Promise<readonly Ticket[]> {
  const over = queue === 'answered' || queue === 'closed'
  const rows = await tickets(db)
    .where('t.status', 'in', statusesOf[queue])
    .$if(queue === 'mine', (q) => q.where('t.assigned_to', '=', permit.actor.userId))
    .orderBy('t.changed_at', over ? 'desc' : 'asc')
    .limit(100)
    .execute()
  return rows.map(shape)
}

export async function countTickets(
  db: Db,
  permit: Permit<'account.find'>,
): Promise<Readonly<Record<TicketQueue, number>>> {
  const row = await open(db)
    .selectFrom('help_ticket as t')
    .select((e) =>
      ticketQueues.map((name) =>
        e.fn
          .countAll<number>()
          .filterWhere((f) =>
            name === 'mine'
              ? f.and([f('t.status', 'in', statusesOf[name]), f('t.assigned_to', '=', permit.actor.userId)])
              : f('t.status', 'in', statusesOf[name]),
          )
          .as(name),
      ),
    )
    .executeTakeFirstOrThrow()
  return row as Readonly<Record<TicketQueue, number>>
}

type TicketPermit = Permit<'ticket.handle'> | Permit<'ticket.view'>

export async function findTicket(db: Db, permit: TicketPermit): Promise<Ticket> {
  return shape(await tickets(db).where('t.id', '=', permit.subjectId).executeTakeFirstOrThrow())
}

/** What was said, oldest first; notes are for staff only. */
export async function listTicketEntries(db: Db, permit: TicketPermit): Promise<readonly TicketEntry[]> {
  const rows = await open(db)
    .selectFrom('help_ticket_entry as e')
    .leftJoin('app_user as u', 'u.id', 'e.author_id')
    .select(['e.id', 'e.at', 'e.kind', 'e.body', 'u.display_name'])
    .where('e.ticket_id', '=', permit.subjectId)
    .$if(permit.action === 'ticket.view', (q) => q.where('e.kind', '<>', 'noted'))
    .orderBy('e.at')
    .orderBy('e.id')
    .execute()
  return rows.map((r) => ({ id: r.id, at: r.at, kind: r.kind, authorName: r.display_name ?? undefined, body: r.body }))
}

/** What the permit's owner asked, newest first. */
export async function listOwnTickets(db: Db, permit: Permit<'ticket.view'>): Promise<readonly Ticket[]> {
  const rows = await tickets(db)
    .where('t.user_id', '=', permit.subjectId)
    .orderBy('t.created_at', 'desc')
    .limit(50)
    .execute()
  return rows.map(shape)
}

/** Tickets of one account, for its page at the help desk. */
export async function listTicketsOf(db: Db, permit: Permit<'account.support'>): Promise<readonly Ticket[]> {
  const rows = await tickets(db)
    .where('t.user_id', '=', permit.subjectId)
    .orderBy('t.created_at', 'desc')
    .limit(20)
    .execute()
  return rows.map(shape)
}
