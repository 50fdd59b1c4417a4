/** Writes of development requests. Only use-cases call these, inside a transaction that holds the application's row. */
import { randomUUID } from 'node:crypto'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

export interface NewItem {
  readonly sectionId?: string
  readonly itemId?: string
  readonly question?: string
  readonly wording: string
  readonly cite: string
  /** The wording of the library that it began from, and which version of it. */
  readonly wordingId?: string
  readonly wordingVersion?: number
}
export interface NewRequest {
  readonly sentOn: Day
  readonly dueOn: Day
  readonly items: readonly NewItem[]
}

/** Writes the request and its items in the order given; returns its number within the application, from 1. */
export async function insertRequest(
  tx: Db,
  permit: Permit<'application.review'>,
  request: NewRequest,
): Promise<number> {
  const { last } = await open(tx)
    .selectFrom('development_request')
    .select((eb) => eb.fn.coalesce(eb.fn.max('ordinal'), eb.val(0)).as('last'))
    .where('application_id', '=', permit.subjectId)
    .executeTakeFirstOrThrow()
  const id = randomUUID()
  const ordinal = Number(last) + 1
  await open(tx)
    .insertInto('development_request')
    .values({
      id,
      application_id: permit.subjectId,
      ordinal,
      sent_on: request.sentOn,
      due_on: request.dueOn,
      sent_by: permit.actor.userId,
      answered_at: null,
    })
    .execute()
  await open(tx)
    .insertInto('development_item')
    .values(
      request.items.map((item, position) => ({
        id: randomUUID(),
        request_id: id,
        position,
        section_id: item.sectionId ?? null,
        item_id: item.itemId ?? null,
        question: item.question ?? null,
        wording: item.wording,
        cite: item.cite,
        wording_id: item.wordingId ?? null,
        wording_version: item.wordingVersion ?? null,
        answer: null,
        answered_at: null,
      })),
    )
    .execute()
  return ordinal
}

/** Keeps the provider's words on one item; false when the item is not of an open request of this application. */
export async function saveItemAnswer(
  tx: Db,
  permit: Permit<'application.edit'>,
  itemId: string,
  answer: string | null,
  at: Date,
): Promise<boolean> {
  const done = await open(tx)
    .updateTable('development_item as i')
    .set({ answer, answered_at: answer === null ? null : at })
    .where('i.id', '=', itemId)
    .where('i.request_id', 'in', (q) =>
      q
        .selectFrom('development_request')
        .select('id')
        .where('application_id', '=', permit.subjectId)
        .where('answered_at', 'is', null),
    )
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Closes the application's open request: it was answered, or a decision made it pointless. */
export async function closeRequest(
  tx: Db,
  permit: Permit<'application.edit' | 'application.sign' | 'application.review' | 'application.decide'>,
  at: Date,
): Promise<void> {
  await open(tx)
    .updateTable('development_request')
    .set({ answered_at: at })
    .where('application_id', '=', permit.subjectId)
    .where('answered_at', 'is', null)
    .execute()
}

/** A later last day of the open request, and of the application that waits for its answer. */
export async function saveDueDay(
  tx: Db,
  permit: Permit<'application.review'>,
  requestId: string,
  dueOn: Day,
  at: Date,
): Promise<void> {
  const k = open(tx)
  await k.updateTable('development_request').set({ due_on: dueOn }).where('id', '=', requestId).execute()
  await k
    .updateTable('application')
    .set((eb) => ({ due_on: dueOn, updated_at: at, version: eb('version', '+', 1) }))
    .where('id', '=', permit.subjectId)
    .execute()
}
