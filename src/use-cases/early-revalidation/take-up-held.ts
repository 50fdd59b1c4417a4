/**
 * Revalidations that came early are taken up on the first day of their window. They count as received on that day, so that
 * they answer the date they were sent for. A job: running it again does nothing again.
 */
import type { Db } from '#db/db.ts'
import { listNotifiedAddresses } from '#db/queries/enrollment/enrollee-people.ts'
import { listHeld } from '#db/queries/time/held-revalidations.ts'
import { moveApplication } from '#db/records/application/application-events.ts'
import { lockApplication } from '#db/records/application/applications.ts'
import { queueMessage } from '#db/records/messages.ts'
import { transact } from '#db/records/transact.ts'
import { authorize, type Permit } from '#domain/access/policy.ts'
import { allows, statusesAllowing } from '#domain/application/lifecycle.ts'
import { dayIn } from '#domain/dates.ts'
import type { ReminderWriter } from '../development/remind-development.ts'

/** Returns how many were taken up. */
export async function takeUpHeld(
  db: Db,
  permit: Permit<'system.run'>,
  { origin, words }: ReminderWriter,
  now: Date,
): Promise<number> {
  let taken = 0
  for (const h of await listHeld(db, permit, statusesAllowing('take-up'))) {
    const today = dayIn(h.zone, now)
    const moving = authorize(permit.actor, 'application.take-up', { id: h.id, enrolleeId: h.enrolleeId })
    if (today < h.opensOn || !moving.ok) continue
    taken += await transact(db, async (tx) => {
      const locked = await lockApplication(tx, moving.value)
      if (!allows(locked.status, 'take-up')) return 0
      const detail = { receivedFirst: h.receivedOn }
      const movement = { event: 'take-up', detail, dueOn: null, receivedOn: today } as const
      const moved = await moveApplication(tx, locked, movement, permit.actor, now)
      if (!moved.ok) return 0
      const mail = words.time.mails.takenUp(`${origin}/applications/${h.id}`)
      for (const recipient of await listNotifiedAddresses(tx, permit, h.enrolleeId))
        await queueMessage(
          tx,
          {
            channel: 'email',
            recipient,
            template: 'taken-up',
            contractorId: locked.contractorId,
            ...mail,
            dedupeKey: `taken-up|${h.id}|${recipient}`,
          },
          now,
        )
      return 1
    })
  }
  return taken
}
