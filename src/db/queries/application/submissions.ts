/** What was signed: each submission frozen, with its hash, signer and time. Reads only. */
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { Db } from '../../db.ts'
import { open, vaultOf } from '../../kit/open.ts'
import type { ApplicationPermit } from './applications.ts'

export interface Submission {
  readonly ordinal: number
  readonly edition: string
  /** Of the canonical text that was signed, hexadecimal. */
  readonly sha256: string
  readonly attestationVersion: string
  readonly signerId: string
  readonly signerName: string
  readonly signedAt: Date
  readonly receivedOn: Day
}

export const submissionPlace = (applicationId: string, ordinal: number): string =>
  `submission|sealed_document|${applicationId}/${ordinal}`

const columns = [
  'ordinal',
  'edition',
  'document_sha256',
  'attestation_version',
  'signer_id',
  'signer_name',
  'signed_at',
  'received_on',
] as const

const of = (db: Db, permit: ApplicationPermit) =>
  open(db).selectFrom('submission').where('application_id', '=', permit.subjectId)

/** Every submission of the application, the first one first. */
export async function listSubmissions(db: Db, permit: ApplicationPermit): Promise<readonly Submission[]> {
  const rows = await of(db, permit).select(columns).orderBy('ordinal').execute()
  return rows.map(submissionOf)
}

/** The exact text that was signed (canonical JSON), whose SHA-256 is `sha256` of the submission. */
export async function findSubmittedText(
  db: Db,
  permit: ApplicationPermit,
  ordinal: number,
): Promise<{ readonly submission: Submission; readonly text: string } | undefined> {
  const row = await of(db, permit)
    .select([...columns, 'sealed_document'])
    .where('ordinal', '=', ordinal)
    .executeTakeFirst()
  if (!row) return undefined
  const text = vaultOf(db).unseal(submissionPlace(permit.subjectId, ordinal), row.sealed_document).toString()
  return { submission: submissionOf(row), text }
}

export interface PreviousFiling {
  readonly applicationId: string
  readonly trackingNumber: string
  readonly receivedOn: Day
  readonly status: string
  readonly text: string
}

/**
 * What the same provider filed last on the same form before this application, whatever came of it. Only filings with
 * the permit's contractor; an auditor's permit reaches all.
 */
export async function findPreviousFiling(
  db: Db,
  permit: Permit<'case.view'>,
  form: string,
): Promise<PreviousFiling | undefined> {
  const { enrolleeId, contractorId } = permit.subject
  if (enrolleeId === undefined) return undefined
  const row = await open(db)
    .selectFrom('submission as s')
    .innerJoin('application as a', 'a.id', 's.application_id')
    .innerJoin('application as this', (j) => j.on('this.id', '=', permit.subjectId))
    .select(['a.id', 'a.tracking_number', 'a.received_on', 'a.status', 's.ordinal', 's.sealed_document'])
    .where('a.enrollee_id', '=', enrolleeId)
    .where('a.form', '=', form)
    .where('a.id', '<>', permit.subjectId)
    .whereRef('a.created_at', '<', 'this.created_at')
    .$if(contractorId !== undefined, (q) => q.where('a.contractor_id', '=', contractorId!))
    .orderBy('s.signed_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (
    row && {
      applicationId: row.id,
      trackingNumber: row.tracking_number ?? row.id,
      receivedOn: row.received_on!,
      status: row.status,
      text: vaultOf(db).unseal(submissionPlace(row.id, row.ordinal), row.sealed_document).toString(),
    }
  )
}

interface Row {
  readonly ordinal: number
  readonly edition: string
  readonly document_sha256: string
  readonly attestation_version: string
  readonly signer_id: string
  readonly signer_name: string
  readonly signed_at: Date
  readonly received_on: Day
}
const submissionOf = (r: Row): Submission => ({
  ordinal: r.ordinal,
  edition: r.edition,
  sha256: r.document_sha256,
  attestationVersion: r.attestation_version,
  signerId: r.signer_id,
  signerName: r.signer_name,
  signedAt: r.signed_at,
  receivedOn: r.received_on,
})
