/**
 * Reminds whoever a late task was given to, and whoever answers an appeal whose last day is near; what nobody has goes
 * to the contractor's address. Days are civil days in the contractor's zone. Running it again sends nothing again.
 */
import type { Db } from '#db/db.ts'
import { type DeskClock, listAppealsToAnswer, listLateTasks } from '#db/queries/reminders/desk-clocks.ts'
import { listAddressesOf } from '#db/queries/reminders/due-reminders.ts'
import { queueMessage } from '#db/records/messages.ts'
import type { Permit } from '#domain/access/policy.ts'
import { type ApplicationStatus, isOpen, statuses } from '#domain/application/lifecycle.ts'
import { addDays, dayIn, daysBetween } from '#domain/dates.ts'
import type { Mail } from '#domain/mails/mail-text.ts'
import { deskReminders, reachedReminder } from '#domain/review/queues/desk-reminders.ts'
import { sayDay } from '#forms/kit/say.ts'
import type { ReminderWriter } from '../development/remind-development.ts'

const openStatuses = (Object.keys(statuses) as ApplicationStatus[]).filter(isOpen)

export async function remindDesk(
  db: Db,
  permit: Permit<'system.run'>,
  { origin, words }: ReminderWriter,
  now: Date,
): Promise<void> {
  const { mails, desk, values } = words
  // Zones differ by a day at most.
  const tomorrow = addDays(dayIn('UTC', now), 1)
  for (const t of await listLateTasks(db, permit, openStatuses, tomorrow))
    await remind(db, permit, 'task', t, now, () =>
      mails.taskLate({
        number: t.trackingNumber ?? '',
        kind: desk.tasks.kinds[t.kind],
        due: sayDay(t.lastDay, values),
        link: `${origin}/desk/cases/${t.applicationId}/tasks/${t.id}`,
      }),
    )
  const horizon = addDays(tomorrow, -Math.min(...deskReminders.appeal))
  for (const a of await listAppealsToAnswer(db, permit, horizon))
    await remind(db, permit, 'appeal', a, now, () =>
      mails.appealToAnswer({
        due: sayDay(a.lastDay, values),
        left: daysBetween(dayIn(a.zone, now), a.lastDay),
        isTaken: a.ownerId !== undefined,
        link: `${origin}/desk/appeals/${a.id}`,
      }),
    )
}

async function remind(
  db: Db,
  permit: Permit<'system.run'>,
  of: 'task' | 'appeal',
  c: DeskClock,
  now: Date,
  write: () => Mail,
): Promise<void> {
  const reached = reachedReminder(of, c.lastDay, dayIn(c.zone, now))
  if (reached === undefined) return
  const recipient = (await listAddressesOf(db, permit, c.ownerId))[0] ?? c.contractorEmail
  const dedupeKey = `desk-reminder|${of}|${c.id}|${c.lastDay}|${reached}|${recipient}`
  const template = `desk-reminder-${of}`
  await queueMessage(
    db,
    { channel: 'email', recipient, template, dedupeKey, contractorId: c.contractorId, ...write() },
    now,
  )
}
