/**
 * Writes to several people of a provider before a revalidation is due, in rounds. Who cannot be reached is left out of the
 * next round and somebody else is written to. A job; running it again on the same day writes nothing again.
 */
import type { Db } from '#db/db.ts'
import { listContacts } from '#db/queries/time/contacts.ts'
import { listTimed, type TimedEnrollment } from '#db/queries/time/due-facts.ts'
import { type DueNotice, listNotices } from '#db/queries/time/due-notices.ts'
import { queueMessage } from '#db/records/messages.ts'
import { insertNotice, newNoticeId } from '#db/records/time/due-notices.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { type Day, dayIn } from '#domain/dates.ts'
import { whomToTell } from '#domain/time/notice-proof.ts'
import { type NoticeStage, noticeDue } from '#domain/time/revalidation.ts'
import { sayDay } from '#forms/kit/say.ts'
import type { ReminderWriter } from '../development/remind-development.ts'

const AT_ONCE = 500

/** Returns how many mails were queued. */
export async function tellOfRevalidations(
  db: Db,
  permit: Permit<'system.run'>,
  writer: ReminderWriter,
  now: Date,
): Promise<number> {
  let told = 0
  let after = ''
  for (;;) {
    const some = await listTimed(db, permit, after, AT_ONCE)
    const due = some.flatMap((e) => {
      const stage = e.due && !e.underWay ? noticeDue(e.due, dayIn(e.zone, now)) : undefined
      return e.due && stage ? [{ enrollment: e, dueOn: e.due, stage }] : []
    })
    const before = await listNotices(
      db,
      permit,
      due.map((d) => d.enrollment.id),
    )
    for (const d of due) {
      const earlier = before.filter((n) => n.enrollmentId === d.enrollment.id && n.dueOn === d.dueOn)
      told += await tellOne(db, permit, writer, d, earlier, now)
    }
    if (some.length < AT_ONCE) return told
    after = some.at(-1)!.id
  }
}

interface Round {
  readonly enrollment: TimedEnrollment
  readonly dueOn: Day
  readonly stage: NoticeStage
}

async function tellOne(
  db: Db,
  permit: Permit<'system.run'>,
  { origin, words }: ReminderWriter,
  { enrollment: e, dueOn, stage }: Round,
  earlier: readonly DueNotice[],
  now: Date,
): Promise<number> {
  const rounds = new Set(earlier.filter((n) => n.stage !== stage).map((n) => n.stage)).size
  const people = whomToTell(await listContacts(db, permit, e.enrolleeId), earlier, rounds)
  return transact(db, async (tx) => {
    let told = 0
    for (const { userId, email } of people) {
      const id = newNoticeId()
      const messageKey = `revalidation|${e.id}|${dueOn}|${stage}|${email}`
      if (!(await insertNotice(tx, { id, enrollmentId: e.id, dueOn, stage, userId, email, messageKey }, now))) continue
      const mail = words.time.mails.revalidation({
        stage,
        state: words.values.states[e.state] ?? e.state,
        due: sayDay(dueOn, words.values),
        link: `${origin}/notices/${id}`,
      })
      await queueMessage(
        tx,
        {
          channel: 'email',
          recipient: email,
          template: 'revalidation-notice',
          contractorId: e.contractorId,
          dedupeKey: messageKey,
          ...mail,
        },
        now,
      )
      told++
    }
    return told
  })
}
