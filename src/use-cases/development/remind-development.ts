/**
 * Reminds the enrollee's people of a development request 21, 7 and 2 days before its last day, and tells the
 * contractor's holder once when that day has passed. Days are civil days in the contractor's zone. Running it
 * again sends nothing again: every mail has a key of its own.
 */
import type { Db } from '#db/db.ts'
import { listNotifiedAddresses } from '#db/queries/enrollment/enrollee-people.ts'
import { listAddressesOf, listWaitingRequests, type WaitingRequest } from '#db/queries/reminders/due-reminders.ts'
import { queueMessage } from '#db/records/messages.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { statusesAllowing } from '#domain/application/lifecycle.ts'
import { addDays, type Day, dayIn, daysBetween } from '#domain/dates.ts'
import { reminderDays } from '#domain/review/development/development-request.ts'
import { developmentReminders } from '#domain/review/queues/clocks.ts'
import { sayDay } from '#forms/kit/say.ts'
import type { Words } from '#words/index.ts'

export interface ReminderWriter {
  /** Links begin with it. */
  readonly origin: string
  readonly words: Words
}
type SystemPermit = Permit<'system.run'>

/** Zones differ by a day at most, so one more than the first reminder finds every request that could be due. */
const HORIZON = Math.max(...developmentReminders.daysBefore) + 1

export async function remindDevelopment(db: Db, permit: SystemPermit, to: ReminderWriter, now: Date): Promise<void> {
  const horizon = addDays(dayIn('UTC', now), HORIZON)
  const waiting = await listWaitingRequests(db, permit, statusesAllowing('answer-development'), horizon)
  for (const request of waiting) {
    const today = dayIn(request.zone, now)
    if (today > request.dueOn) await tellHolder(db, permit, to, request, now)
    else await remindEnrollee(db, permit, to, request, today, now)
  }
}

/** The latest reminder day reached; older ones that were missed are not sent in a heap. */
const reached = ({ sentOn, dueOn }: WaitingRequest, today: Day): Day | undefined =>
  reminderDays({ sentOn, dueOn, items: [] })
    .filter((d) => d <= today)
    .at(-1)

async function remindEnrollee(
  db: Db,
  permit: SystemPermit,
  { origin, words }: ReminderWriter,
  r: WaitingRequest,
  today: Day,
  now: Date,
): Promise<void> {
  const day = reached(r, today)
  if (!day) return
  const addresses = await listNotifiedAddresses(db, permit, r.enrolleeId)
  const mail = words.mails.developmentReminder({
    number: r.trackingNumber ?? '',
    contractor: r.contractorName,
    due: sayDay(r.dueOn, words.values),
    left: daysBetween(today, r.dueOn),
    link: `${origin}/applications/${r.applicationId}`,
  })
  await transact(db, async (tx) => {
    for (const recipient of addresses)
      await queueMessage(
        tx,
        {
          channel: 'email',
          recipient,
          template: 'development-reminder',
          contractorId: r.contractorId,
          dedupeKey: `development-reminder|${r.requestId}|${day}|${recipient}`,
          ...mail,
        },
        now,
      )
  })
}

async function tellHolder(
  db: Db,
  permit: SystemPermit,
  { origin, words }: ReminderWriter,
  r: WaitingRequest,
  now: Date,
): Promise<void> {
  // A case that nobody holds is the whole contractor's.
  const recipient = (await listAddressesOf(db, permit, r.holderId))[0] ?? r.contractorEmail
  const mail = words.mails.developmentOverdue({
    number: r.trackingNumber ?? '',
    due: sayDay(r.dueOn, words.values),
    link: `${origin}/desk/cases/${r.applicationId}`,
  })
  const dedupeKey = `development-overdue|${r.requestId}|${r.dueOn}`
  await queueMessage(
    db,
    { channel: 'email', recipient, template: 'development-overdue', dedupeKey, contractorId: r.contractorId, ...mail },
    now,
  )
}
