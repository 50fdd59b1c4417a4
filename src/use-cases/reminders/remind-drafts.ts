/**
 * Warns the enrollee's people 30, 7 and 1 days before a draft that nobody touches is withdrawn. Touching it
 * starts the count anew, so the key of a warning names the day on which it was last touched.
 */
import type { Db } from '#db/db.ts'
import { listNotifiedAddresses } from '#db/queries/enrollment/enrollee-people.ts'
import { type IdleDraft, listIdleDrafts } from '#db/queries/reminders/due-reminders.ts'
import { queueMessage } from '#db/records/messages.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import {
  type DraftWarning,
  draftExpiresOn,
  draftIdleDays,
  draftWarningDue,
  draftWarnings,
} from '#domain/application/draft-expiry.ts'
import { statusesAllowing } from '#domain/application/lifecycle.ts'
import { addDays, dayIn, later } from '#domain/dates.ts'
import { sayDay } from '#forms/kit/say.ts'
import type { ReminderWriter } from '../development/remind-development.ts'

type SystemPermit = Permit<'system.run'>

const DAY = 86_400_000

/** Names one warning to one address in one stretch of idleness. */
export const warningKey = (d: Pick<IdleDraft, 'applicationId' | 'lastTouchedAt'>, warning: DraftWarning, to: string) =>
  `draft-warning|${d.applicationId}|${d.lastTouchedAt.toISOString()}|${warning}|${to}`

/** Drafts idle for at least so many days, judged roughly; the exact day is the contractor's. */
export const idleDrafts = (db: Db, permit: SystemPermit, idle: number, now: Date): Promise<readonly IdleDraft[]> =>
  listIdleDrafts(db, permit, statusesAllowing('submit'), new Date(now.getTime() - (idle - 1) * DAY))

export async function remindDrafts(
  db: Db,
  permit: SystemPermit,
  { origin, words }: ReminderWriter,
  now: Date,
): Promise<void> {
  for (const draft of await idleDrafts(db, permit, draftIdleDays - draftWarnings[0], now)) {
    const today = dayIn(draft.zone, now)
    const touched = dayIn(draft.zone, draft.lastTouchedAt)
    const warning = draftWarningDue(touched, today)
    if (!warning) continue
    const addresses = await listNotifiedAddresses(db, permit, draft.enrolleeId)
    const mail = words.mails.draftWarning({
      state: words.values.states[draft.state] ?? draft.state,
      // Whoever is warned late still has a whole day.
      last: sayDay(later(draftExpiresOn(touched), addDays(today, 1)), words.values),
      link: `${origin}/applications/${draft.applicationId}`,
    })
    await transact(db, async (tx) => {
      for (const recipient of addresses) {
        const dedupeKey = warningKey(draft, warning, recipient)
        await queueMessage(
          tx,
          {
            channel: 'email',
            recipient,
            template: 'draft-warning',
            dedupeKey,
            contractorId: draft.contractorId,
            ...mail,
          },
          now,
        )
      }
    })
  }
}
