/** Writes of the edited texts of mails: every change is another version, and the words of a version never change. */
import { randomUUID } from 'node:crypto'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { MailKind } from '#domain/mails/mail-kinds.ts'
import type { MailText } from '#domain/mails/mail-text.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { nextVersion, type VersionState } from '#domain/versions.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

type Editing = Permit<'mail-text.edit'>

export interface NewMailText {
  readonly kind: MailKind
  readonly text: MailText
  readonly from: Day
  readonly reason: string
  /** The newest version that was seen; 0 when there was none. */
  readonly seen: number
}

/** Whose text the permit is about: its contractor's, or everybody's. */
const whose = (permit: Editing): string | null => permit.subject.contractorId ?? null

/** A version that waits for a second person, and its number. Refuses with `version-waits` while one does, and `stale`. */
export async function insertMailText(tx: Db, permit: Editing, n: NewMailText, at: Date): Promise<Result<number>> {
  const k = open(tx)
  const last = await k
    .selectFrom('mail_text')
    .select(['version', 'state'])
    .where('kind', '=', n.kind)
    .where('contractor_id', 'is not distinct from', whose(permit))
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  const next = nextVersion(last, n.seen)
  if (!next.ok) return next
  const row = await k
    .insertInto('mail_text')
    .values({
      id: randomUUID(),
      kind: n.kind,
      contractor_id: whose(permit),
      version: next.value,
      subject: n.text.subject,
      body: n.text.body,
      from_on: n.from,
      reason: n.reason,
      state: 'waiting',
      proposed_by: permit.actor.userId,
      proposed_at: at,
      answered_by: null,
      answered_at: null,
      answer: null,
    })
    .onConflict((c) => c.doNothing())
    .returning('version')
    .executeTakeFirst()
  return row ? ok(row.version) : refuse({ code: 'stale' })
}

/** Holds the version that waits, until the transaction ends; undefined when it was answered before. */
export const lockWaitingMailText = (tx: Db, permit: Editing, kind: MailKind, version: number) =>
  open(tx)
    .selectFrom('mail_text')
    .select(['id', 'proposed_by', 'from_on'])
    .where('kind', '=', kind)
    .where('contractor_id', 'is not distinct from', whose(permit))
    .where('version', '=', version)
    .where('state', '=', 'waiting')
    .forUpdate()
    .executeTakeFirst()

export async function answerWaitingMailText(
  tx: Db,
  permit: Editing,
  a: {
    readonly id: string
    readonly state: Exclude<VersionState, 'waiting'>
    readonly from: Day
    readonly answer: string | undefined
  },
  at: Date,
): Promise<void> {
  await open(tx)
    .updateTable('mail_text')
    .set({
      state: a.state,
      from_on: a.from,
      answered_by: permit.actor.userId,
      answered_at: at,
      answer: a.answer ?? null,
    })
    .where('id', '=', a.id)
    .where('state', '=', 'waiting')
    .execute()
}
