/** Writes of notices that a revalidation is due, and of what becomes known of them. */
import { randomUUID } from 'node:crypto'
import type { Permit } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { isRowId } from '../../queries/application/applications.ts'
import type { DueNotice } from '../../queries/time/due-notices.ts'

type NewNotice = Pick<DueNotice, 'id' | 'enrollmentId' | 'dueOn' | 'stage' | 'userId' | 'email'> & {
  readonly messageKey: string
}
/** False when this round of it was written to this person before. */
export async function insertNotice(tx: Db, n: NewNotice, at: Date): Promise<boolean> {
  const done = await open(tx)
    .insertInto('due_notice')
    .values({
      id: n.id,
      enrollment_id: n.enrollmentId,
      due_on: n.dueOn,
      stage: n.stage,
      user_id: n.userId,
      email: n.email,
      message_key: n.messageKey,
      queued_at: at,
      bounced_at: null,
      bounce_reason: null,
      opened_at: null,
    })
    .onConflict((c) => c.column('message_key').doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}

/** The first time counts. */
export async function markOpened(tx: Db, permit: Permit<'letter.view'>, at: Date): Promise<void> {
  await open(tx)
    .updateTable('due_notice')
    .set({ opened_at: at })
    .where('id', '=', permit.subjectId)
    .where('user_id', '=', permit.actor.userId)
    .where('opened_at', 'is', null)
    .execute()
}

/** By the id of the message, or else by the address: then every notice to it that is not known to have been seen. */
export async function markBounced(
  tx: Db,
  _: Permit<'system.run'>,
  which: { readonly messageId: string | undefined; readonly email: string },
  reason: string,
  at: Date,
): Promise<number> {
  const byId = await keyOf(tx, which.messageId)
  const done = await open(tx)
    .updateTable('due_notice')
    .set({ bounced_at: at, bounce_reason: reason.slice(0, 300) })
    .where('bounced_at', 'is', null)
    .where((e) => (byId ? e('message_key', '=', byId) : e('email', '=', which.email)))
    .executeTakeFirst()
  return Number(done.numUpdatedRows)
}

/** Only by the id of the message: that one mail to an address arrived proves nothing of another. */
export async function markDelivered(
  tx: Db,
  _: Permit<'system.run'>,
  which: { readonly messageId: string | undefined },
  at: Date,
): Promise<number> {
  const key = await keyOf(tx, which.messageId)
  if (key === undefined) return 0
  const done = await open(tx)
    .updateTable('due_notice')
    .set({ delivered_at: at })
    .where('delivered_at', 'is', null)
    .where('message_key', '=', key)
    .executeTakeFirst()
  return Number(done.numUpdatedRows)
}

/** The key of the message with this id; undefined when it is none of ours. */
async function keyOf(tx: Db, messageId: string | undefined): Promise<string | undefined> {
  if (!isRowId(messageId)) return undefined
  const row = await open(tx).selectFrom('message').select('dedupe_key').where('id', '=', messageId).executeTakeFirst()
  return row?.dedupe_key
}

export const newNoticeId = (): string => randomUUID()
