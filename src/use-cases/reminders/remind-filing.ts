/**
 * Writes to an enrollee's people a week and a day before the last day to file against a decision, for each remedy that
 * nobody has asked for. Days are civil days in the contractor's zone. Running it again sends nothing again.
 */
import type { Db } from '#db/db.ts'
import { listNotifiedAddresses } from '#db/queries/enrollment/enrollee-people.ts'
import { type AppealableLetter, listAppealableLetters } from '#db/queries/reminders/appealable-letters.ts'
import { queueMessage } from '#db/records/messages.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { type OpenRemedy, remediesAgainst } from '#domain/appeals/appeal.ts'
import { remedies, windowOf } from '#domain/appeals/remedies.ts'
import { dayIn, daysBetween } from '#domain/dates.ts'
import { reachedReminder } from '#domain/review/queues/desk-reminders.ts'
import { sayDay } from '#forms/kit/say.ts'
import type { ReminderWriter } from '../development/remind-development.ts'

const DAY = 86_400_000
type SystemPermit = Permit<'system.run'>

export async function remindFiling(db: Db, permit: SystemPermit, to: ReminderWriter, now: Date): Promise<void> {
  // The longest window, and a day or two for the zones.
  const longest = Math.max(...remedies.map((r) => windowOf(r, dayIn('UTC', now)))) + 2
  const since = new Date(now.getTime() - longest * DAY)
  for (const letter of await listAppealableLetters(db, permit, since))
    for (const right of remediesAgainst(letter.kind, letter.reasons, letter.letterOn))
      if (!letter.filed.includes(right.remedy)) await remindOf(db, permit, to, letter, right, now)
}

async function remindOf(
  db: Db,
  permit: SystemPermit,
  { origin, words }: ReminderWriter,
  letter: AppealableLetter,
  { remedy, untilOn }: OpenRemedy,
  now: Date,
): Promise<void> {
  const today = dayIn(letter.zone, now)
  const reached = reachedReminder('filing', untilOn, today)
  if (reached === undefined || today > untilOn) return
  const mail = words.mails.filingEnds({
    remedy: words.appeals.remedies[remedy],
    due: sayDay(untilOn, words.values),
    left: daysBetween(today, untilOn),
    link: `${origin}/letters/${letter.letterId}`,
  })
  const recipients = await listNotifiedAddresses(db, permit, letter.enrolleeId)
  await transact(db, async (tx) => {
    for (const recipient of recipients) {
      const dedupeKey = `filing-ends|${letter.letterId}|${remedy}|${reached}|${recipient}`
      const { contractorId } = letter
      await queueMessage(
        tx,
        { channel: 'email', recipient, template: 'filing-ends', dedupeKey, contractorId, ...mail },
        now,
      )
    }
  })
}
