/** Work beside the review, in a few cases that analysts hold: tasks open and done, a note that names a colleague, more time. */
import { sql } from 'kysely'
import { open } from '#db/kit/open.ts'
import { type Actor, authorize } from '#domain/access/policy.ts'
import { addDays, type Day } from '#domain/dates.ts'
import type { TaskKind } from '#domain/review/queues/case-tasks.ts'
import { giveMoreTime } from '#use-cases/development/give-more-time.ts'
import { askException } from '#use-cases/level/ask-exception.ts'
import { addNote } from '#use-cases/tasks/add-note.ts'
import { finishTask } from '#use-cases/tasks/finish-task.ts'
import { openTask } from '#use-cases/tasks/open-task.ts'
import { changeWording } from '#use-cases/wordings/library.ts'
import { demoAccounts } from '../accounts/accounts.ts'
import { deskOf, must, permitted, type Stage } from './application-case.ts'
import { countedFrom, instant } from './applications.ts'

const CONTRACTOR = 'lakes'

export async function seedCaseTasks(stage: Stage, now: Date): Promise<void> {
  const { db } = stage
  const from = await countedFrom(db, now)
  const { analysts, supervisor } = await deskOf(db, CONTRACTOR)
  const held = await open(db)
    .selectFrom('application')
    .select(['id', 'assigned_to'])
    .where('contractor_id', '=', CONTRACTOR)
    .where('status', '=', 'in-review')
    .where('assigned_to', 'is not', null)
    .orderBy('received_on')
    .orderBy('id')
    .limit(3)
    .execute()
  for (const [i, { id, assigned_to }] of held.entries()) {
    const holder = analysts.find((a) => a.userId === assigned_to)
    const other = analysts.find((a) => a.userId !== assigned_to) ?? supervisor
    if (!holder) continue
    const permit = await permitted(stage, holder, 'application.review', id)
    const give = async (kind: TaskKind, what: string, ownerId: string, dueOn: Day, daysAgo: number) =>
      must(await openTask(db, permit, { kind, what, ownerId, dueOn }, stage, instant(from, daysAgo, i)), 'task')
    if (i === 0) await give('site-visit', '410 Elm Street, Springfield, IL', holder.userId, addDays(from, 12), 1)
    if (i === 1) await give('other', 'Call the practice about its hours', other.userId, addDays(from, -1), 1)
    if (i === 2) {
      const task = await give('fee-check', 'Was the application fee due?', other.userId, addDays(from, 3), 2)
      const finisher = await permitted(stage, other, 'application.review', id)
      const said = { result: 'not-due', report: { note: 'A practitioner owes no fee.' } }
      must(await finishTask(db, finisher, task, said, stage, instant(from, 1, i)), 'task')
    }
    const named = demoAccounts.find((a) => a.role === 'mac-supervisor' && a.party === CONTRACTOR)
    if (i === 0 && named)
      must(
        await addNote(db, permit, `@${named.loginId} please look at the second location.`, stage, instant(from, 0, 0)),
        'note',
      )
  }
  await askExceptionOnce(stage, analysts, from)
  await giveTimeOnce(stage, analysts, from)
  const manage = authorize(supervisor, 'wording.manage', { id: CONTRACTOR, contractorId: CONTRACTOR })
  if (!manage.ok) throw new Error('the supervisor keeps the wordings')
  const wording = {
    id: 'lease-missing',
    label: 'Lease missing',
    words: 'Send the lease of this location, with the page that both sides signed.',
    cite: '42 CFR 424.510(d)(2)',
    retired: false,
    seenVersion: 0,
  }
  const kept = await changeWording(db, manage.value, wording, instant(from, 9, 0))
  // There already when a start was killed between this and its note.
  if (!kept.ok && kept.problem.code !== 'wording-in-use') must(kept, 'wording')
}

/** One analyst asks that a place need not be visited again; a supervisor answers. */
async function askExceptionOnce(stage: Stage, analysts: readonly Actor[], from: Day): Promise<void> {
  const held = await open(stage.db)
    .selectFrom('application as a')
    .innerJoin('case_task as t', 't.application_id', 'a.id')
    .select(['a.id', 'a.assigned_to'])
    .where('a.contractor_id', '=', CONTRACTOR)
    .where('a.status', '=', 'in-review')
    .where('t.kind', '=', 'site-visit')
    .where('t.state', '=', 'open')
    .where((e) =>
      e.exists(
        e
          .selectFrom('screening_check as c')
          .select('c.id')
          .whereRef('c.application_id', '=', 'a.id')
          .where('c.check_id', '=', 'screening-level')
          .where('c.superseded_at', 'is', null)
          .where(sql<boolean>`c.evidence -> 'level' ->> 'siteVisit' = 'true'`),
      ),
    )
    .orderBy('a.received_on', 'desc')
    .orderBy('a.id')
    .limit(1)
    .executeTakeFirst()
  const holder = analysts.find((a) => a.userId === held?.assigned_to)
  if (!held || !holder) return
  const permit = await permitted(stage, holder, 'application.review', held.id)
  const asked = {
    ground: 'visited-lately',
    reliedOn: addDays(from, -120),
    reason: 'The same suite was visited for another practice of this group; the report is in that case.',
  } as const
  const done = await askException(stage.db, permit, asked, from, instant(from, 0, 2))
  // There already when a start was killed between this and its note.
  if (!done.ok && done.problem.code !== 'already-so') must(done, 'exception')
}

/** One provider who was asked for more has two weeks more than the thirty days. */
async function giveTimeOnce(stage: Stage, analysts: readonly Actor[], from: Day): Promise<void> {
  const asked = await open(stage.db)
    .selectFrom('development_request as r')
    .innerJoin('application as a', 'a.id', 'r.application_id')
    .select(['a.id', 'a.assigned_to', 'r.sent_on'])
    .where('a.contractor_id', '=', CONTRACTOR)
    .where('a.status', '=', 'in-development')
    .where('r.answered_at', 'is', null)
    .orderBy('r.sent_on', 'desc')
    .orderBy('r.id')
    .limit(1)
    .executeTakeFirst()
  const holder = analysts.find((a) => a.userId === asked?.assigned_to)
  if (!asked || !holder) return
  const permit = await permitted(stage, holder, 'application.review', asked.id)
  const more = { dueOn: addDays(asked.sent_on, 44), reason: 'The practice waits for a copy from the county.' }
  const given = await giveMoreTime(stage.db, permit, more, stage, instant(from, 0, 1))
  // There already when a start was killed between this and its note.
  if (!given.ok && given.problem.code !== 'not-later') must(given, 'more time')
}
