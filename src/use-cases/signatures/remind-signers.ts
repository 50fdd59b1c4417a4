/**
 * Reminds whoever was asked for a signature 3, 7, 14 and 30 days later, as long as nothing changed after the request.
 * Running it again sends nothing again: every mail has a key of its own.
 */
import type { Db } from '#db/db.ts'
import { listAddressesOf } from '#db/queries/reminders/due-reminders.ts'
import { listWaitingSignatures } from '#db/queries/signatures/signers.ts'
import { queueMessage } from '#db/records/messages.ts'
import { noteReminded } from '#db/records/signatures/signature-requests.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { signatureReminders } from '#domain/application/signers.ts'
import { dayIn, daysBetween } from '#domain/dates.ts'
import type { SignatureOffice } from './ask-signature.ts'

export async function remindSigners(
  db: Db,
  permit: Permit<'system.run'>,
  { origin, words }: SignatureOffice,
  now: Date,
): Promise<void> {
  for (const r of await listWaitingSignatures(db, permit)) {
    const waited = daysBetween(dayIn(r.zone, r.askedAt), dayIn(r.zone, now))
    // The latest day that was reached; those that were missed are not sent in a heap.
    const day = signatureReminders.filter((d) => d <= waited).at(-1)
    if (day === undefined) continue
    const mail = words.mails.signatureReminder(`${origin}/applications/${r.applicationId}/sign`)
    await transact(db, async (tx) => {
      for (const recipient of await listAddressesOf(tx, permit, r.userId)) {
        const dedupeKey = `signature-reminder|${r.id}|${day}|${recipient}`
        await queueMessage(
          tx,
          {
            channel: 'email',
            recipient,
            template: 'signature-reminder',
            dedupeKey,
            contractorId: r.contractorId,
            ...mail,
          },
          now,
        )
      }
      await noteReminded(tx, permit, r.id, now)
    })
  }
}
