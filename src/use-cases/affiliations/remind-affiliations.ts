/**
 * Reminds a provider's people of a request 21, 7 and 2 days before its last day, and tells whoever asked once when that
 * day has passed: what then happens is a person's to say. Days are civil days in the contractor's zone; running it again
 * sends nothing again.
 */
import type { Db } from '#db/db.ts'
import { listWaitingAffiliations } from '#db/queries/affiliations/request-lists.ts'
import { listNotifiedAddresses } from '#db/queries/enrollment/enrollee-people.ts'
import { listAddressesOf } from '#db/queries/reminders/due-reminders.ts'
import { queueMessage } from '#db/records/messages.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { isLate, reminderReached } from '#domain/affiliation/request.ts'
import { addDays, dayIn, daysBetween } from '#domain/dates.ts'
import { sayDay } from '#forms/kit/say.ts'
import type { ReminderWriter } from '../development/remind-development.ts'

/** Zones differ by a day at most. */
const HORIZON = 22

export async function remindAffiliations(
  db: Db,
  permit: Permit<'system.run'>,
  { origin, words }: ReminderWriter,
  now: Date,
): Promise<void> {
  for (const r of await listWaitingAffiliations(db, permit, addDays(dayIn('UTC', now), HORIZON))) {
    const today = dayIn(r.contractorZone, now)
    const due = sayDay(r.dueOn, words.values)
    if (isLate(r, today)) {
      const recipient = (await listAddressesOf(db, permit, r.askedBy))[0] ?? r.contractorEmail
      const mail = words.mails.affiliationsLate({ due, link: `${origin}/desk/affiliations/${r.id}` })
      const dedupeKey = `affiliations-late|${r.id}|${r.dueOn}`
      const { contractorId } = r
      await queueMessage(
        db,
        { channel: 'email', recipient, template: 'affiliations-late', dedupeKey, contractorId, ...mail },
        now,
      )
      continue
    }
    const reached = reminderReached(r, today)
    if (reached === undefined) continue
    const mail = words.mails.affiliationsReminder({
      contractor: r.contractorName,
      due,
      left: daysBetween(today, r.dueOn),
      link: `${origin}/affiliations/${r.id}`,
    })
    const addresses = await listNotifiedAddresses(db, permit, r.enrolleeId)
    await transact(db, async (tx) => {
      for (const recipient of addresses) {
        const dedupeKey = `affiliations-reminder|${r.id}|${r.dueOn}|${reached}|${recipient}`
        await queueMessage(
          tx,
          {
            channel: 'email',
            recipient,
            template: 'affiliations-reminder',
            dedupeKey,
            contractorId: r.contractorId,
            ...mail,
          },
          now,
        )
      }
    })
  }
}
