/** Help tickets and what is said about them. Entries are only ever added. */
import { randomUUID } from 'node:crypto'
import type { Permit } from '#domain/access/policy.ts'
import type { TicketEntryKind, TicketStatus, TicketTopic } from '#domain/help/ticket.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

export interface NewTicket {
  readonly userId: string | undefined
  readonly name: string
  readonly email: string
  readonly topic: TicketTopic
  readonly applicationId: string | undefined
  /** What the portal knew when it was asked; for staff only. */
  readonly context: Readonly<Record<string, string>>
}

export async function insertTicket(
  tx: Db,
  t: NewTicket,
  at: Date,
): Promise<{ readonly id: string; readonly number: number }> {
  return open(tx)
    .insertInto('help_ticket')
    .values({
      id: randomUUID(),
      user_id: t.userId ?? null,
      name: t.name,
      email: t.email,
      topic: t.topic,
      application_id: t.applicationId ?? null,
      context: JSON.stringify(t.context),
      status: 'new',
      created_at: at,
      changed_at: at,
    })
    .returning(['id', 'number'])
    .executeTakeFirstOrThrow()
}

export async function appendTicketEntry(
  tx: Db,
  e: {
    readonly ticketId: string
    readonly kind: TicketEntryKind
    readonly authorId: string | undefined
    readonly body: string
  },
  at: Date,
): Promise<void> {
  await open(tx)
    .insertInto('help_ticket_entry')
    .values({ id: randomUUID(), ticket_id: e.ticketId, at, kind: e.kind, author_id: e.authorId ?? null, body: e.body })
    .execute()
}

/** The permit's ticket, held until the transaction ends. */
export async function lockTicket(tx: Db, permit: Permit<'ticket.handle'> | Permit<'ticket.view'>) {
  return open(tx)
    .selectFrom('help_ticket')
    .selectAll()
    .where('id', '=', permit.subjectId)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

export async function saveTicket(
  tx: Db,
  id: string,
  change: { readonly status?: TicketStatus; readonly assignedTo?: string; readonly userId?: string },
  at: Date,
): Promise<void> {
  await open(tx)
    .updateTable('help_ticket')
    .set({
      changed_at: at,
      ...(change.status && { status: change.status }),
      ...(change.assignedTo && { assigned_to: change.assignedTo }),
      ...(change.userId && { user_id: change.userId }),
    })
    .where('id', '=', id)
    .execute()
}
