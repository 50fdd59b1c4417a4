import type { Permit } from '#domain/access/policy.ts'
import type { Db } from '../db.ts'
import { open } from '../kit/open.ts'

export interface SentMessage {
  readonly id: string
  readonly channel: 'email' | 'sms' | 'voice'
  readonly recipient: string
  readonly template: string
  readonly subject: string
  readonly body: string
  readonly queuedAt: Date
  readonly sentAt: Date | null
}

/** What the outbox holds, newest first: only for demo mode, where nothing leaves the machine. */
export async function listMessages(
  db: Db,
  _: Permit<'demo.control'>,
  recipient?: string,
): Promise<readonly SentMessage[]> {
  let query = open(db)
    .selectFrom('message')
    .select(['id', 'channel', 'recipient', 'template', 'subject', 'body', 'queued_at', 'sent_at'])
  if (recipient) query = query.where('recipient', '=', recipient)
  const rows = await query.orderBy('queued_at', 'desc').orderBy('id').limit(100).execute()
  return rows.map((r) => ({ ...r, queuedAt: r.queued_at, sentAt: r.sent_at }))
}
