/** Reminders of late tasks, of appeals to answer and of the last day to file: who, when, and never twice. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { open } from '#db/kit/open.ts'
import { letterSubject, listApplicationLetters } from '#db/queries/application/letters.ts'
import { findRecordDecision } from '#db/queries/decisions/enrollment-decisions.ts'
import { systemActor } from '#domain/access/policy.ts'
import { addDays, type Day, dayIn } from '#domain/dates.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { en } from '#words/index.ts'
import { fileAppeal } from '../appeals/file-appeal.ts'
import { takeAppeal } from '../appeals/hear-appeal.ts'
import { type DeskWorld, office, seedDesk } from '../case/desk.fixture.ts'
import { fileApplication, permitFor } from '../case/filed.fixture.ts'
import { seedLists } from '../case/lists.fixture.ts'
import { takeCase } from '../case/take-case.ts'
import { enroll, must, now, onAppeal, onDecision, onEnrollment, permitOn } from '../decisions/decisions.fixture.ts'
import { deliverLetters } from '../decisions/deliver-letters.ts'
import { issueDecision } from '../decisions/issue-decision.ts'
import { prepareDecision } from '../decisions/prepare-decision.ts'
import { refuseApplication } from '../decisions/refuse-application.ts'
import { callOffTask, openTask } from '../tasks/open-task.ts'
import { remindDesk } from './remind-desk.ts'
import { remindFiling } from './remind-filing.ts'

const system = permitOn(systemActor, 'system.run', { id: 'test' })
const writer = { origin: office.site.origin, words: en }
const today = dayIn('America/Chicago', now)
const at = (d: Day, hour = '18') => new Date(`${d}T${hour}:00:00Z`)
const after = (days: number) => at(addDays(today, days))
const found = 'The office was empty on two visits and nobody answered the telephone.'
let t: TestDatabase
let world: DeskWorld
let enrollmentId: string

beforeAll(async () => {
  t = await testDatabase()
  world = await seedDesk(t.db, now)
  await seedLists(t.db, now)
  enrollmentId = await enroll(t.db, world, 1)
  for (const [name, actor] of [
    ['analyst', world.analyst],
    ['other', world.otherAnalyst],
  ] as const)
    await open(t.db)
      .insertInto('contact')
      .values({
        id: randomUUID(),
        user_id: actor.userId,
        kind: 'email',
        value: `${name}@prairie.example`,
        verified_at: now,
        use_for_mfa: true,
        notify: true,
      })
      .execute()
})
afterAll(() => t.close())
const forget = () => open(t.db).deleteFrom('message').execute()
beforeEach(forget)

const mails = async () =>
  (await open(t.db).selectFrom('message').select(['recipient', 'subject']).orderBy('queued_at').execute()).map(
    (m) => `${m.recipient}: ${m.subject}`,
  )
const vegas = async () => (await mails()).filter((m) => m.startsWith('rosa@'))

it('tells the owner of a late task, again after a week, and nobody once it is called off', async () => {
  const id = await fileApplication(t.db, world, now)
  const permit = await permitFor(t.db, world.analyst, 'application.review', id)
  await must(takeCase(t.db, permit, now))
  const task = { kind: 'other', what: 'Call them', ownerId: world.otherAnalyst.userId, dueOn: today } as const
  const taskId = await must(openTask(t.db, permit, task, office, now))
  await forget()
  // Midnight in UTC is the evening of the last day in Chicago.
  await remindDesk(t.db, system, writer, at(addDays(today, 1), '01'))
  expect(await mails()).toEqual([])
  for (const days of [0, 1, 1, 2, 7, 8]) await remindDesk(t.db, system, writer, after(days))
  const told = await mails()
  expect(told).toHaveLength(2)
  expect(told[0]).toMatch(/^other@prairie.example: A task of yours is late: application /)
  await forget()
  await must(callOffTask(t.db, permit, taskId, 'They called us themselves.', now))
  await remindDesk(t.db, system, writer, after(15))
  expect(await mails()).toEqual([])
})

it('warns before the last day to file, and then whoever hears the appeal', async () => {
  const prepare = await onEnrollment(t.db, world.analyst, 'enrollment.prepare-decision', enrollmentId)
  const input = { kind: 'revoke', reasons: ['noncompliance'], found, barYears: 2 } as const
  const decisionId = await must(prepareDecision(t.db, prepare, input, en, now))
  const decide = await onDecision(t.db, world.supervisor, 'enrollment.decide', decisionId)
  await must(issueDecision(t.db, decide, en, now))
  await deliverLetters(t.db, system, office, now)
  const view = await onDecision(t.db, world.analyst, 'decisions.view', decisionId)
  const { letterId } = (await findRecordDecision(t.db, view, decisionId))!
  await forget()
  for (const days of [10, 28, 29, 34, 34, 35, 36]) await remindFiling(t.db, system, writer, after(days))
  expect((await vegas()).map((m) => m.split(': ').at(-1))).toEqual(['December 30, 2026', 'December 30, 2026'])
  const may = permitOn(world.vega, 'appeal.file', await letterSubject(t.db, letterId))
  const asked = { remedy: 'reconsideration', grounds: found, lateReason: '', signerName: 'Rosa Vega', agreed: true }
  const appealId = await must(fileAppeal(t.db, may, asked, after(40)))
  await forget()
  await remindFiling(t.db, system, writer, after(64))
  expect(await mails()).toEqual([])
  // Filed on day 40, so to be answered until day 130.
  await remindDesk(t.db, system, writer, after(115))
  await remindDesk(t.db, system, writer, after(116))
  await must(takeAppeal(t.db, await onAppeal(t.db, world.otherAnalyst, 'appeal.hear', appealId), after(120)))
  for (const days of [127, 128, 131]) await remindDesk(t.db, system, writer, after(days))
  const due = en.portal.time.day(addDays(today, 130))
  expect((await mails()).filter((m) => m.includes('ppeal'))).toEqual([
    `mail@prairie.example: An appeal must be answered by ${due}`,
    `other@prairie.example: An appeal must be answered by ${due}`,
    `other@prairie.example: An appeal is late: it was due on ${due}`,
  ])
})

it('warns of the last day against a denied application too', async () => {
  const id = await fileApplication(t.db, world, now)
  const review = await permitFor(t.db, world.analyst, 'application.review', id)
  await must(takeCase(t.db, review, now))
  const decide = await permitFor(t.db, world.supervisor, 'application.decide', id)
  await must(refuseApplication(t.db, decide, { kind: 'deny', reasons: ['noncompliance'], found }, office, now))
  const seen = await permitFor(t.db, world.vega, 'application.view', id)
  const [letter] = await listApplicationLetters(t.db, seen)
  await forget()
  for (const days of [34, 64, 64, 66]) await remindFiling(t.db, system, writer, after(days))
  const bodies = await open(t.db).selectFrom('message').select('body').execute()
  expect(bodies.filter((m) => m.body.includes(letter!.id))).toHaveLength(2)
})
