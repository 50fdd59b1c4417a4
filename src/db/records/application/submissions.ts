/** Keeps what was signed. Nothing ever changes or removes a submission. */
import { randomUUID } from 'node:crypto'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { Db } from '../../db.ts'
import { open, vaultOf } from '../../kit/open.ts'
import { submissionPlace } from '../../queries/application/submissions.ts'

export interface NewSubmission {
  readonly edition: string
  readonly text: string
  readonly sha256: string
  readonly attestationVersion: string
  readonly signerName: string
  readonly receivedOn: Day
  /** When the signer signed, if that was before it was sent: in a packet the last signature sends all. */
  readonly signedAt?: Date
  /** The same key within one application is the same act. */
  readonly idempotencyKey: string
}

/** The number of the submission that this act made already, if it did. */
export async function findSubmissionByKey(
  tx: Db,
  permit: Permit<'application.sign'>,
  idempotencyKey: string,
): Promise<number | undefined> {
  const row = await open(tx)
    .selectFrom('submission')
    .select('ordinal')
    .where('application_id', '=', permit.subjectId)
    .where('idempotency_key', '=', idempotencyKey)
    .executeTakeFirst()
  return row?.ordinal
}

/** Writes the submission, sealed, with who signed it and when; returns its number within the application, from 1. */
export async function insertSubmission(
  tx: Db,
  permit: Permit<'application.sign'>,
  s: NewSubmission,
  at: Date,
): Promise<number> {
  const { last } = await open(tx)
    .selectFrom('submission')
    .select((eb) => eb.fn.coalesce(eb.fn.max('ordinal'), eb.val(0)).as('last'))
    .where('application_id', '=', permit.subjectId)
    .executeTakeFirstOrThrow()
  const ordinal = Number(last) + 1
  await open(tx)
    .insertInto('submission')
    .values({
      id: randomUUID(),
      application_id: permit.subjectId,
      ordinal,
      edition: s.edition,
      sealed_document: vaultOf(tx).seal(submissionPlace(permit.subjectId, ordinal), s.text),
      document_sha256: s.sha256,
      attestation_version: s.attestationVersion,
      signer_id: permit.actor.userId,
      signer_name: s.signerName,
      signed_at: s.signedAt ?? at,
      received_on: s.receivedOn,
      idempotency_key: s.idempotencyKey,
    })
    .execute()
  return ordinal
}
