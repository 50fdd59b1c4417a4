/** More time on a request: who may give how much, what moves with it, what the provider is told. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { open } from '#db/kit/open.ts'
import { listEvents } from '#db/queries/application/application-events.ts'
import { findApplication } from '#db/queries/application/applications.ts'
import { findOpenRequest } from '#db/queries/application/development-requests.ts'
import type { Actor } from '#domain/access/policy.ts'
import { authorize, systemActor } from '#domain/access/policy.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { type DeskWorld, office, seedDesk } from '../case/desk.fixture.ts'
import { fileApplication, permitFor } from '../case/filed.fixture.ts'
import { seedLists } from '../case/lists.fixture.ts'
import { takeCase } from '../case/take-case.ts'
import { refuseApplication } from '../decisions/refuse-application.ts'
import { screenApplication } from '../screening/screen-application.ts'
import { giveMoreTime } from './give-more-time.ts'
import { remindDevelopment } from './remind-development.ts'
import { requestDevelopment } from './request-development.ts'

const now = new Date('2026-11-25T15:00:00Z') // asked today, so due on 2026-12-25
const reason = 'The county mails the license in January.'
const later = (d: string) => new Date(`${d}T15:00:00Z`)
let database: TestDatabase
let world: DeskWorld
let id: string

beforeAll(async () => {
  database = await testDatabase()
  world = await seedDesk(database.db, now)
  await seedLists(database.db, now)
})
afterAll(() => database.close())
beforeEach(async () => {
  id = await fileApplication(database.db, world, now)
  const permit = await permitFor(database.db, world.analyst, 'application.review', id)
  await takeCase(database.db, permit, now)
  await screenApplication(database.db, permit, now)
  const item = { sectionId: 'licenses', wording: 'Send the license.', cite: '42 CFR 424.510(d)(2)' }
  const asked = await requestDevelopment(database.db, permit, [item], office, now)
  if (!asked.ok) throw new Error(asked.problem.code)
  await open(database.db).deleteFrom('message').execute()
})

const give = async (by: Actor, dueOn: string, at = later('2026-12-20'), why = reason) => {
  const permit = await permitFor(database.db, by, 'application.review', id)
  const done = await giveMoreTime(database.db, permit, { dueOn, reason: why }, office, at)
  return done.ok ? done.value : done.problems.map((p) => p.code)
}
const mails = () => open(database.db).selectFrom('message').select(['recipient', 'subject', 'body']).execute()

it('moves the day of the request and of the application, with a line of history and a mail', async () => {
  expect(await give(world.analyst, '2027-01-20')).toBe('2027-01-20')
  const permit = await permitFor(database.db, world.vega, 'application.view', id)
  expect((await findOpenRequest(database.db, permit))?.dueOn).toBe('2027-01-20')
  expect(await findApplication(database.db, permit)).toMatchObject({ dueOn: '2027-01-20', status: 'in-development' })
  expect((await listEvents(database.db, permit)).at(-1)).toMatchObject({
    event: 'more-time',
    detail: { from: '2026-12-25', dueOn: '2027-01-20', note: reason },
  })
  const [mail, ...more] = await mails()
  expect(more).toEqual([])
  expect(mail).toMatchObject({ recipient: 'rosa@vega.example' })
  expect(mail!.body).toContain('January 20, 2027')
  expect(mail!.body).not.toContain('county')
})

it('is refused beyond the limits, without a reason and in a case of somebody else', async () => {
  const at = later('2026-12-20')
  expect(await give(world.analyst, '2026-12-25')).toEqual(['not-later'])
  expect(await give(world.analyst, '2027-01-25')).toEqual(['supervisor-gives'])
  expect(await give(world.supervisor, '2027-02-24')).toEqual(['past-the-limit'])
  expect(await give(world.analyst, '', at, 'ok')).toEqual(['required', 'reason-needed'])
  expect(await give(world.otherAnalyst, '2027-01-20')).toEqual(['not-your-case'])
  expect(await mails()).toEqual([])
  await open(database.db).updateTable('application').set({ status: 'withdrawn' }).where('id', '=', id).execute()
  expect(await give(world.analyst, '2027-01-20')).toEqual(['not-in-this-status'])
})

it('is given by a supervisor beyond the limit of an analyst, and still after the day has passed', async () => {
  expect(await give(world.supervisor, '2027-02-23', later('2026-12-30'))).toBe('2027-02-23')
  expect(await give(world.supervisor, '2027-02-23', later('2026-12-30'))).toEqual(['not-later'])
  expect(await mails()).toHaveLength(1)
})

it('counts rejection and reminders from the new day', async () => {
  await give(world.analyst, '2027-01-20')
  const decide = await permitFor(database.db, world.supervisor, 'application.decide', id)
  const choice = { kind: 'reject', reasons: ['information-not-given'], found: 'Nothing came in time.' } as const
  const refused = await refuseApplication(database.db, decide, choice, office, later('2027-01-10'))
  expect(refused).toMatchObject({ ok: false, problem: { code: 'clock-still-runs' } })
  await open(database.db).deleteFrom('message').execute()
  const system = authorize(systemActor, 'system.run', { id: 'test' })
  if (!system.ok) throw new Error('the system may run')
  const writer = { origin: office.site.origin, words: office.words }
  for (const d of ['2026-12-26', '2027-01-13', '2027-01-13', '2027-01-21'])
    await remindDevelopment(database.db, system.value, writer, later(d))
  const told = (await mails()).filter((m) => m.body.includes(id)).map((m) => m.recipient)
  expect(told.filter((r) => r === 'rosa@vega.example')).toHaveLength(1)
  expect(told).toHaveLength(2)
})
