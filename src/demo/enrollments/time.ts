/**
 * A practitioner of the demonstration who did not revalidate in time: a notice that came back, one that arrived, so that
 * the Lakes desk has something to decide. And Dr. Stands has a date ahead and a change to report.
 */
import { randomUUID } from 'node:crypto'
import type { Db } from '#db/db.ts'
import { open } from '#db/kit/open.ts'
import { queueMessage } from '#db/records/messages.ts'
import { insertNotice, newNoticeId } from '#db/records/time/due-notices.ts'
import { authorize, systemActor } from '#domain/access/policy.ts'
import { addDays, type Day, dayIn, lastOfMonth, siteZone } from '#domain/dates.ts'
import { reportingDeadline } from '#domain/enrollment/reporting-deadline.ts'
import type { NoticeStage } from '#domain/time/revalidation.ts'
import type { Identity } from '#use-cases/account/identity.ts'
import { createAccount } from '#use-cases/account/registration/create-account.ts'
import { DEMO_PASSWORD } from '../accounts/accounts.ts'
import { demoAppellants } from '../applications/appellants.ts'

const DAY = 86_400_000

export async function seedTime(db: Db, identity: Pick<Identity, 'secrets' | 'passwords'>, now: Date): Promise<void> {
  const today = dayIn(siteZone, now)
  const stands = await held(db, 'provider.stands')
  if (stands) {
    await setDate(db, stands, lastOfMonth(addDays(today, 100)), new Date(now.getTime() - 10 * DAY))
    await addChange(db, stands, addDays(today, -12), now)
  }
  const account = demoAppellants.find((a) => a.loginId === 'provider.late')
  const late = await nobodysPractitioner(db)
  const run = authorize(systemActor, 'system.run', { id: 'demo' })
  if (!account || !late || !run.ok) return
  const began = new Date(now.getTime() - 200 * DAY)
  const { loginId, email, totpSeed, role } = account
  const made = await createAccount(
    db,
    run.value,
    identity,
    {
      loginId,
      displayName: late.name,
      password: DEMO_PASSWORD,
      email,
      totpSeed,
      memberships: [{ role, partyId: late.enrolleeId }],
    },
    began,
  )
  if (!made.ok) return
  const of = { enrollmentId: late.enrollmentId, userId: made.value.userId }
  const due = lastOfMonth(addDays(today, -60))
  await setDate(db, of, due, began)
  await notice(db, { ...of, due, stage: 'first', email: 'old-address@practice.example' }, -110, now)
  await notice(db, { ...of, due, stage: 'second', email }, -95, now)
}

interface Whose {
  readonly enrollmentId: string
  readonly userId: string
}

async function held(db: Db, loginId: string): Promise<Whose | undefined> {
  const row = await open(db)
    .selectFrom('app_user as u')
    .innerJoin('membership as m', 'm.user_id', 'u.id')
    .innerJoin('enrollment as n', (j) => j.on((e) => e(e.cast('n.enrollee_id', 'text'), '=', e.ref('m.party_id'))))
    .select(['u.id', 'n.id as enrollment'])
    .where('u.login_id', '=', loginId)
    .executeTakeFirst()
  return row && { enrollmentId: row.enrollment, userId: row.id }
}

/** The last one of the Lakes desk who has an enrollment that stands and no story yet. */
async function nobodysPractitioner(db: Db) {
  const row = await open(db)
    .selectFrom('enrollment as n')
    .innerJoin('enrollee as e', 'e.id', 'n.enrollee_id')
    .select(['n.id', 'e.id as enrollee', 'e.display_name'])
    .where('n.status', '=', 'approved')
    .where('n.contractor_id', '=', 'lakes')
    .where('n.form', '=', 'CMS-855I')
    .where((x) =>
      x.not(
        x.or([
          x.exists(x.selectFrom('membership as m').select('m.id').whereRef('m.party_id', '=', x.cast('e.id', 'text'))),
          x.exists(x.selectFrom('application as a').select('a.id').whereRef('a.enrollee_id', '=', 'e.id')),
          x.exists(x.selectFrom('monitoring_case as c').select('c.id').whereRef('c.enrollment_id', '=', 'n.id')),
          x.exists(x.selectFrom('enrollment_decision as d').select('d.id').whereRef('d.enrollment_id', '=', 'n.id')),
          x.exists(x.selectFrom('reassignment as r').select('r.id').whereRef('r.from_enrollment_id', '=', 'n.id')),
          x.exists(
            x
              .selectFrom('enrollment_period as p')
              .select('p.id')
              .whereRef('p.enrollment_id', '=', 'n.id')
              .where('p.status', '<>', 'approved'),
          ),
        ]),
      ),
    )
    .orderBy('n.id', 'desc')
    .executeTakeFirst()
  return row && { enrollmentId: row.id, enrolleeId: row.enrollee, name: row.display_name }
}

const setDate = (db: Db, { enrollmentId, userId }: Whose, due: Day, at: Date) =>
  open(db)
    .insertInto('revalidation_date')
    .values({
      id: randomUUID(),
      enrollment_id: enrollmentId,
      due_on: due,
      reason: 'The published list of due dates.',
      set_by: userId,
      set_at: at,
    })
    .execute()

async function addChange(db: Db, { enrollmentId, userId }: Whose, happenedOn: Day, at: Date): Promise<void> {
  const event = 'practice-location'
  const { dueOn, cite } = reportingDeadline('physician', event, happenedOn)
  await open(db)
    .insertInto('reportable_change')
    .values({
      id: randomUUID(),
      enrollment_id: enrollmentId,
      event,
      happened_on: happenedOn,
      due_on: dueOn,
      cite,
      entered_by: userId,
      entered_at: at,
      reported_at: null,
    })
    .execute()
}

interface Told extends Whose {
  readonly due: Day
  readonly stage: NoticeStage
  readonly email: string
}
/** A notice so many days from now, sent an hour later, or refused when the address is an old one. */
async function notice(db: Db, n: Told, days: number, now: Date): Promise<void> {
  const { due: dueOn, ...rest } = n
  const at = new Date(now.getTime() + days * DAY)
  const later = new Date(at.getTime() + DAY / 24)
  const messageKey = `revalidation|${n.enrollmentId}|${dueOn}|${n.stage}|${n.email}`
  await insertNotice(db, { ...rest, id: newNoticeId(), dueOn, messageKey }, at)
  const body = { subject: '', body: '', template: 'revalidation-notice', dedupeKey: messageKey }
  await queueMessage(db, { channel: 'email', recipient: n.email, ...body }, at)
  const back = n.email.startsWith('old-')
  await open(db)
    .updateTable('message')
    .set(back ? { failed_at: later, last_error: '550 5.1.1 user unknown' } : { sent_at: later })
    .where('dedupe_key', '=', messageKey)
    .execute()
}
