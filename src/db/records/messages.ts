/** The outbox: a message is a row written with the act that caused it, so neither exists without the other. */
import { randomUUID } from 'node:crypto'
import { fillMailText, type Worded } from '#domain/mails/mail-text.ts'
import type { Db } from '../db.ts'
import { open } from '../kit/open.ts'
import { textInForce } from './mails/texts-in-force.ts'

export interface NewMessage {
  readonly channel: 'email' | 'sms' | 'voice'
  readonly recipient: string
  /** What it is about, for counting and finding; often its kind of mail. */
  readonly template: string
  readonly subject: string
  readonly body: string
  /** Of a mail whose text can be edited: what it was written from. An edited text takes the place of subject and body. */
  readonly worded?: Worded
  /** Whose case it is about, so that the contractor's own text counts. */
  readonly contractorId?: string
  /** Stands below the text, whoever wrote it. */
  readonly below?: string
  /** The same key is never queued twice. */
  readonly dedupeKey?: string
}

export async function queueMessage(tx: Db, m: NewMessage, at: Date): Promise<void> {
  const id = randomUUID()
  const edited = m.worded && (await textInForce(tx, m.worded.kind, m.contractorId, at))
  const { subject, body } = edited && m.worded ? fillMailText(edited, m.worded.values) : m
  await open(tx)
    .insertInto('message')
    .values({
      id,
      channel: m.channel,
      recipient: m.recipient,
      template: m.template,
      subject,
      body: m.below === undefined ? body : `${body}\n\n${m.below}`,
      queued_at: at,
      next_try_at: at,
      dedupe_key: m.dedupeKey ?? id,
      text_id: edited?.id ?? null,
    })
    .onConflict((c) => c.column('dedupe_key').doNothing())
    .execute()
}
