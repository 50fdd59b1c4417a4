/** Takes waiting messages from the outbox, one at a time, so that several workers never send the same one at once. */
import { sql } from 'kysely'
import type { Db } from '../db.ts'
import { open } from '../kit/open.ts'

export interface WaitingMessage {
  readonly id: string
  readonly channel: 'email' | 'sms' | 'voice'
  readonly recipient: string
  readonly subject: string
  readonly body: string
  readonly attempts: number
}

/** Reserves the next due message for `holdSeconds`; if the worker dies, another takes it after that. */
export async function takeMessage(db: Db, now: Date, holdSeconds = 60): Promise<WaitingMessage | undefined> {
  const k = open(db)
  const row = await k
    .updateTable('message')
    .set((eb) => ({ attempts: eb('attempts', '+', 1), next_try_at: new Date(now.getTime() + holdSeconds * 1000) }))
    .where(
      'id',
      '=',
      k
        .selectFrom('message')
        .select('id')
        .where('sent_at', 'is', null)
        .where('failed_at', 'is', null)
        .where('next_try_at', '<=', now)
        .orderBy('queued_at')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['id', 'channel', 'recipient', 'subject', 'body', 'attempts'])
    .executeTakeFirst()
  return row
}

/** Notes that it left. Its words (codes, links) are blanked unless `keepBody`, which only a demonstration wants. */
export async function markSent(db: Db, id: string, at: Date, keepBody: boolean): Promise<void> {
  await open(db)
    .updateTable('message')
    .set({ sent_at: at, last_error: null, ...(!keepBody && { subject: '', body: '' }) })
    .where('id', '=', id)
    .execute()
}

/** Notes the fault; after the last try the message counts as failed and stays for people to see. */
export async function markFailed(db: Db, id: string, error: string, nextTry: Date | null, at: Date): Promise<void> {
  await open(db)
    .updateTable('message')
    .set({ last_error: error.slice(0, 500), ...(nextTry ? { next_try_at: nextTry } : { failed_at: at }) })
    .where('id', '=', id)
    .execute()
}

/** Seconds that the oldest unsent message has waited; 0 when none waits. */
export async function outboxAge(db: Db, now: Date): Promise<number> {
  const row = await open(db)
    .selectFrom('message')
    .select(sql<Date | null>`min(queued_at)`.as('oldest'))
    .where('sent_at', 'is', null)
    .where('failed_at', 'is', null)
    .executeTakeFirst()
  return row?.oldest ? Math.max(0, (now.getTime() - row.oldest.getTime()) / 1000) : 0
}
