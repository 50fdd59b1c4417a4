/**
 * Delivers every letter that was issued and not delivered: it appears in the inbox and its people are told by mail. One
 * transaction a letter, so that a run that was killed, or two at once, neither loses a letter nor tells of it twice.
 */
import type { Db } from '#db/db.ts'
import { listNotifiedAddresses } from '#db/queries/enrollment/enrollee-people.ts'
import { holdLetter, markDelivered } from '#db/records/decisions/deliveries.ts'
import { moveDecision } from '#db/records/decisions/enrollment-decisions.ts'
import { queueMessage } from '#db/records/messages.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { LetterOffice } from './send-letter.ts'

/** Returns how many were delivered. */
export async function deliverLetters(
  db: Db,
  permit: Permit<'system.run'>,
  { site, words }: LetterOffice,
  now: Date,
): Promise<number> {
  const mail = words.mails.letterWaiting(site.product, `${site.origin}/inbox`)
  for (let delivered = 0; ; delivered++) {
    const found = await transact(db, async (tx) => {
      const letter = await holdLetter(tx, permit)
      if (!letter) return false
      await markDelivered(tx, permit, letter.id, now)
      if (letter.decisionId) await moveDecision(tx, permit, letter.decisionId, 'deliver', now)
      for (const recipient of await listNotifiedAddresses(tx, permit, letter.enrolleeId))
        await queueMessage(
          tx,
          {
            channel: 'email',
            recipient,
            template: letter.kind,
            contractorId: letter.contractorId,
            ...mail,
            dedupeKey: `letter:${letter.id}:${recipient}`,
          },
          now,
        )
      return true
    })
    if (!found) return delivered
  }
}
