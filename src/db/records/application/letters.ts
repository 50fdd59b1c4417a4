/** Writes of letters: one row, sealed, in the transaction of the act that it tells of. */
import { createHash, randomUUID } from 'node:crypto'
import type { Permit } from '#domain/access/policy.ts'
import type { WordedLetter } from '#domain/decisions/worded-letters.ts'
import type { PaperDocument } from '#domain/paper/document.ts'
import type { Db } from '../../db.ts'
import { open, vaultOf } from '../../kit/open.ts'
import { letterPlace } from '../../queries/application/letters.ts'

export interface NewLetter {
  readonly applicationId: string | undefined
  readonly enrollmentId?: string
  /** Whose words it was written with, and their version; undefined for the product's own. */
  readonly wordingKind: WordedLetter
  readonly wordingVersion: number | undefined
  readonly enrolleeId: string
  readonly contractorId: string
  readonly kind: string
  readonly paper: PaperDocument
  readonly pdf: Buffer
  /** Two letters with one key are one letter. */
  readonly dedupeKey: string
  /** The mails that tell of it are queued in the same transaction; otherwise the job "deliver-letters" queues them. */
  readonly isDelivered: boolean
}

/** Issues a letter; returns its id, or undefined when a letter of this key was issued before. */
export async function insertLetter(
  tx: Db,
  _: Permit<'application.review' | 'application.decide' | 'enrollment.decide' | 'appeal.hear' | 'affiliation.ask'>,
  l: NewLetter,
  at: Date,
): Promise<string | undefined> {
  const id = randomUUID()
  const vault = vaultOf(tx)
  const row = await open(tx)
    .insertInto('letter')
    .values({
      id,
      application_id: l.applicationId ?? null,
      enrollment_id: l.enrollmentId ?? null,
      wording_kind: l.wordingKind,
      wording_version: l.wordingVersion ?? null,
      delivered_at: l.isDelivered ? at : null,
      enrollee_id: l.enrolleeId,
      contractor_id: l.contractorId,
      kind: l.kind,
      title: l.paper.title,
      sealed_body: vault.seal(letterPlace(id, 'sealed_body'), JSON.stringify(l.paper)),
      sealed_pdf: vault.seal(letterPlace(id, 'sealed_pdf'), l.pdf),
      pdf_sha256: createHash('sha256').update(l.pdf).digest('hex'),
      issued_at: at,
      first_read_at: null,
      dedupe_key: l.dedupeKey,
    })
    .onConflict((c) => c.column('dedupe_key').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** Notes when the letter was first opened by its addressee. */
export async function markLetterRead(db: Db, permit: Permit<'letter.view'>, at: Date): Promise<void> {
  await open(db)
    .updateTable('letter')
    .set({ first_read_at: at })
    .where('id', '=', permit.subjectId)
    .where('first_read_at', 'is', null)
    .execute()
}
