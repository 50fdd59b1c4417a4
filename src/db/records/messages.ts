/** The outbox: a message is a row written with the act that caused it, so neither exists without the other. */
import { randomUUID } from 'node:crypto'
import type { Db } from '../db.ts'
import { open } from '../kit/open.ts'

export interface NewMessage {
  readonly channel: 'email' | 'sms' | 'voice'
  readonly recipient: string
  /** Which catalog entry it was written from. */
  readonly template: string
  readonly subject: string
  readonly body: string
  /** The same key is never queued twice. */
  readonly dedupeKey?: string
}

export async function queueMessage(tx: Db, m: NewMessage, at: Date): Promise<void> {
  const id = randomUUID()
  await open(tx)
    .insertInto('message')
    .values({
      id,
      channel: m.channel,
      recipient: m.recipient,
      template: m.template,
      subject: m.subject,
      body: m.body,
      queued_at: at,
      next_try_at: at,
      dedupe_key: m.dedupeKey ?? id,
    })
    .onConflict((c) => c.column('dedupe_key').doNothing())
    .execute()
}
