/** A signer says no, and why: the application goes back to whoever prepared it, and waits for nobody. */
import type { Db } from '#db/db.ts'
import { listAddressesOf } from '#db/queries/reminders/due-reminders.ts'
import { listSignatureRequests } from '#db/queries/signatures/signers.ts'
import { appendEvent } from '#db/records/application/application-events.ts'
import { lockApplication } from '#db/records/application/applications.ts'
import { queueMessage } from '#db/records/messages.ts'
import { declineSignatureRequest } from '#db/records/signatures/signature-requests.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { REASON_MIN } from '#domain/review/screening/screening.ts'
import { type SignatureOffice, systemPermit } from './ask-signature.ts'

/** Refuses with `reason-needed`, `too-long`, or `already-so` when nothing is asked of this person. */
export async function declineSignature(
  db: Db,
  permit: Permit<'application.sign'>,
  reason: string,
  { origin, words }: SignatureOffice,
  now: Date,
): Promise<Result<null>> {
  const said = reason.trim()
  if (said.length < REASON_MIN) return refuse({ code: 'reason-needed', at: 'reason', with: { min: REASON_MIN } })
  if (said.length > 2000) return refuse({ code: 'too-long', at: 'reason', with: { max: 2000 } })
  return transact(db, async (tx) => {
    const { contractorId } = await lockApplication(tx, permit)
    const open = (await listSignatureRequests(tx, permit)).find(
      (r) => r.userId === permit.actor.userId && !r.declinedAt && !r.signedAt && !r.voidedAt,
    )
    if (!open) return refuse({ code: 'already-so' })
    await declineSignatureRequest(tx, permit, open.id, said, now)
    await appendEvent(tx, permit.subjectId, 'signature', permit.actor, now, { signature: 'declined', of: open.name })
    const mail = words.mails.signatureDeclined(`${origin}/applications/${permit.subjectId}/signers`)
    for (const recipient of await listAddressesOf(tx, systemPermit(), open.askedBy))
      await queueMessage(
        tx,
        {
          channel: 'email',
          recipient,
          template: 'signature-declined',
          contractorId,
          dedupeKey: `signature-declined|${open.id}|${recipient}`,
          ...mail,
        },
        now,
      )
    return ok(null)
  })
}
