/**
 * An application that was signed before the exclusion list had its applicant. Today's list stops a signature, as it
 * should; so this one submission is written without that comparison, by the records that signing itself uses.
 */
import { createHash, randomBytes } from 'node:crypto'
import type { Db } from '#db/db.ts'
import { moveApplication } from '#db/records/application/application-events.ts'
import { lockApplication } from '#db/records/application/applications.ts'
import { saveFiledParties } from '#db/records/application/filed-parties.ts'
import { insertSubmission } from '#db/records/application/submissions.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { dayIn } from '#domain/dates.ts'
import { trackingNumber } from '#domain/identifiers/tracking-number.ts'
import type { File } from '#forms/kit/section.ts'
import { signedText } from '#letters/submitted-record.ts'
import type { Frozen } from '#use-cases/application/freeze-application.ts'
import { filedParties } from '#use-cases/screening/filed-parties.ts'
import { must } from './application-case.ts'

export async function signBeforeList(
  db: Db,
  permit: Permit<'application.sign'>,
  { record, header }: Frozen,
  at: Date,
): Promise<void> {
  const text = signedText({ ...record, preflight: record.preflight.filter((d) => !d.id.startsWith('exclusion')) })
  const receivedOn = dayIn(header.contractorZone, at)
  const sha256 = createHash('sha256').update(text).digest('hex')
  await transact(db, async (tx) => {
    const locked = await lockApplication(tx, permit)
    const submission = await insertSubmission(
      tx,
      permit,
      {
        edition: record.edition,
        text,
        sha256,
        attestationVersion: record.attestation.version,
        signerName: record.practitioner,
        receivedOn,
        idempotencyKey: 'demo-before-list',
      },
      at,
    )
    const named = { applicationId: locked.id, ordinal: submission }
    await saveFiledParties(tx, permit, named, filedParties(header.form, record.answers as File))
    const detail = { submission, sha256 }
    const number = trackingNumber(randomBytes(10))
    const movement = { event: 'submit', detail, dueOn: null, trackingNumber: number, receivedOn } as const
    must(await moveApplication(tx, locked, movement, permit.actor, at), 'submission before the list')
  })
}
