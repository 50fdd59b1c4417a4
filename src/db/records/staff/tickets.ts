/** Help tickets and what is said about them. Entries are only ever added. */
import { createHash, randomUUID } from 'node:crypto'
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

/**
 * `sameAs` is what makes two requests one: its second insertion finds the first, however close together they are.
 * Then `again` is true and nothing was written.
 */
export async function insertTicket(
  tx: Db,
  t: NewTicket,
  sameAs: readonly string[],
  at: Date,
): Promise<{ readonly id: string; readonly number: number; readonly again: boolean }> {
  const id = idOf(sameAs)
  const inserted = await open(tx)
    .insertInto('help_ticket')
    .values({
      id,
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
    .onConflict((c) => c.column('id').doNothing())
    .returning(['id', 'number'])
    .executeTakeFirst()
  if (inserted) return { ...inserted, again: false }
  const first = await open(tx)
    .selectFrom('help_ticket')
    .select(['id', 'number'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { ...first, again: true }
}

/** A UUID of version 8 (RFC 9562), which is made of something. */
function idOf(parts: readonly string[]): string {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
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
