/**
 * Withdraws drafts that nobody touched for 120 days, once the last warning is out and a whole day has passed since.
 * Nothing is deleted; the history says that the system did it and why.
 */
import type { Db } from '#db/db.ts'
import { findApplication } from '#db/queries/application/applications.ts'
import { listNotifiedAddresses } from '#db/queries/enrollment/enrollee-people.ts'
import { type IdleDraft, listDeliveries } from '#db/queries/reminders/due-reminders.ts'
import { moveApplication } from '#db/records/application/application-events.ts'
import { lockApplication } from '#db/records/application/applications.ts'
import { queueMessage } from '#db/records/messages.ts'
import { transact } from '#db/records/transact.ts'
import { authorize, type Permit } from '#domain/access/policy.ts'
import { draftExpiresOn, draftIdleDays, LAST_WARNING } from '#domain/application/draft-expiry.ts'
import { allows } from '#domain/application/lifecycle.ts'
import { addDays, dayIn } from '#domain/dates.ts'
import type { ReminderWriter } from '../development/remind-development.ts'
import { idleDrafts, warningKey } from '../reminders/remind-drafts.ts'

type SystemPermit = Permit<'system.run'>

/** Returns how many were withdrawn. */
export async function expireDrafts(db: Db, permit: SystemPermit, to: ReminderWriter, now: Date): Promise<number> {
  let expired = 0
  for (const draft of await idleDrafts(db, permit, draftIdleDays, now)) {
    if (dayIn(draft.zone, now) <= draftExpiresOn(dayIn(draft.zone, draft.lastTouchedAt))) continue
    const addresses = await listNotifiedAddresses(db, permit, draft.enrolleeId)
    if (!(await wereWarned(db, permit, draft, addresses, now))) continue
    if (await expire(db, permit, to, draft, addresses, now)) expired++
  }
  return expired
}

/** Every last warning is on its way no more, and one of them arrived before yesterday ended. Nobody to warn is fine. */
async function wereWarned(
  db: Db,
  permit: SystemPermit,
  draft: IdleDraft,
  addresses: readonly string[],
  now: Date,
): Promise<boolean> {
  if (addresses.length === 0) return true
  const keys = addresses.map((to) => warningKey(draft, LAST_WARNING, to))
  const deliveries = await listDeliveries(db, permit, keys)
  const today = dayIn(draft.zone, now)
  const all = keys.map((key) => deliveries.get(key))
  const isInTime = (sentAt: Date | undefined) => sentAt !== undefined && addDays(dayIn(draft.zone, sentAt), 1) < today
  return (
    all.every((d) => d && (d.failed || isInTime(d.sentAt))) && all.some((d) => d && !d.failed && isInTime(d.sentAt))
  )
}

async function expire(
  db: Db,
  { actor }: SystemPermit,
  { origin, words }: ReminderWriter,
  draft: IdleDraft,
  addresses: readonly string[],
  now: Date,
): Promise<boolean> {
  const permit = authorize(actor, 'application.withdraw', {
    id: draft.applicationId,
    enrolleeId: draft.enrolleeId,
    contractorId: draft.contractorId,
  })
  if (!permit.ok) return false
  return transact(db, async (tx) => {
    const locked = await lockApplication(tx, permit.value)
    // Somebody may have come back, or signed, since the list was read.
    const { updatedAt } = await findApplication(tx, permit.value)
    if (!allows(locked.status, 'submit') || updatedAt.getTime() !== draft.lastTouchedAt.getTime()) return false
    const withdrawal = { event: 'withdraw', detail: { reason: 'expired' }, dueOn: null } as const
    const moved = await moveApplication(tx, locked, withdrawal, actor, now)
    if (!moved.ok) return false
    const mail = words.mails.draftExpired({
      state: words.values.states[draft.state] ?? draft.state,
      idle: draftIdleDays,
      link: `${origin}/applications/${draft.applicationId}`,
    })
    for (const recipient of addresses) {
      const dedupeKey = `draft-expired|${draft.applicationId}|${recipient}`
      await queueMessage(
        tx,
        {
          channel: 'email',
          recipient,
          template: 'draft-expired',
          dedupeKey,
          contractorId: draft.contractorId,
          ...mail,
        },
        now,
      )
    }
    return true
  })
}
