/** A revalidation long before its window: kept, seen, taken up on its day; or before, for a reason that the policy knows. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { open } from '#db/kit/open.ts'
import { listEvents } from '#db/queries/application/application-events.ts'
import { findApplication } from '#db/queries/application/applications.ts'
import { clocksOf } from '#db/queries/worklist/service-clocks.ts'
import { listWorklist } from '#db/queries/worklist/worklist.ts'
import { authorize, systemActor } from '#domain/access/policy.ts'
import { day } from '#domain/dates.ts'
import { cms855i } from '#forms/cms855i/index.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { begunAbout, decided, must, say, signed } from '../application/reasons.fixture.ts'
import { contractorId, type DeskWorld, office, seedDesk } from '../case/desk.fixture.ts'
import { fileApplication, permitFor } from '../case/filed.fixture.ts'
import { seedLists } from '../case/lists.fixture.ts'
import { takeCase } from '../case/take-case.ts'
import { processEarly } from './process-early.ts'
import { takeUpHeld } from './take-up-held.ts'

const now = new Date('2026-11-25T15:00:00Z')
const soon = new Date('2027-03-10T15:00:00Z')
let database: TestDatabase
let world: DeskWorld
let enrollmentId: string

beforeAll(async () => {
  database = await testDatabase()
  world = await seedDesk(database.db, now)
  await seedLists(database.db, now)
  enrollmentId = await decided(database.db, world, await fileApplication(database.db, world, now), now)
})
afterAll(() => database.close())

const system = () => {
  const permit = authorize(systemActor, 'system.run', { id: 'jobs' })
  if (!permit.ok) throw new Error('the system runs')
  return permit.value
}
const writer = { origin: office.site.origin, words: office.words }
const header = async (id: string) =>
  findApplication(database.db, await permitFor(database.db, world.vega, 'application.view', id))

async function sent(at: Date): Promise<string> {
  const { db } = database
  const id = await begunAbout(db, world, enrollmentId, 'revalidation', at)
  await say(db, world.vega, id, 'confirmation', { confirmed: cms855i.tasks.map((t) => t.id) }, at)
  await signed(db, world.vega, id, at)
  return id
}

test('it is kept until the window opens: nobody can take it, the job does on the day, and it counts from then', async () => {
  const { db } = database
  const id = await sent(soon)
  // It began on December 1, 2026, so that it is due on December 31, 2031.
  expect(await header(id)).toMatchObject({ status: 'held', dueOn: '2031-06-01', receivedOn: '2027-03-10' })
  const analyst = await permitFor(db, world.analyst, 'application.review', id)
  expect(await takeCase(db, analyst, soon)).toMatchObject({ ok: false })
  const looking = authorize(world.analyst, 'worklist.view', { id: contractorId, contractorId })
  if (!looking.ok) throw new Error('she looks')
  const asked = { queue: 'held', sort: 'received', descending: false, today: day('2027-04-10') } as const
  const { rows } = await listWorklist(db, looking.value, asked)
  expect(rows).toMatchObject([{ id, status: 'held', dueOn: '2031-06-01' }])
  const clocks = await clocksOf(db, looking.value, rows, asked.today)
  expect(clocks.get(id)).toMatchObject({ state: 'paused', days: 0, why: 'calendar' })
  expect(await takeUpHeld(db, system(), writer, new Date('2031-05-31T15:00:00Z'))).toBe(0)
  const opened = new Date('2031-06-01T15:00:00Z')
  expect(await takeUpHeld(db, system(), writer, opened)).toBe(1)
  expect(await takeUpHeld(db, system(), writer, opened)).toBe(0)
  expect(await header(id)).toMatchObject({ status: 'submitted', dueOn: undefined, receivedOn: '2031-06-01' })
  const mails = await open(db).selectFrom('message').select('recipient').where('template', '=', 'taken-up').execute()
  expect(mails).toEqual([{ recipient: 'rosa@vega.example' }])
  const k = open(db)
  await k.updateTable('application').set({ status: 'withdrawn' }).where('id', '=', id).execute()
})

test('before its day only for a reason that the policy knows, with a word about it, and not by a stranger', async () => {
  const { db } = database
  const id = await sent(soon)
  const permit = await permitFor(db, world.vega, 'application.take-up', id)
  const ask = (reason: string | undefined, explanation: string) =>
    processEarly(db, permit, { reason, explanation }, soon)
  expect(await ask(undefined, 'x')).toMatchObject({ problem: { code: 'required' } })
  expect(await ask('convenience', 'We would like it now')).toMatchObject({ problem: { code: 'early-not-allowed' } })
  expect(await ask('cms-asked', ' ')).toMatchObject({ problem: { code: 'reason-needed' } })
  await expect(permitFor(db, world.stranger, 'application.take-up', id)).rejects.toThrow()
  await must(ask('cms-asked', 'Letter of March 1, 2027'))
  expect(await header(id)).toMatchObject({ status: 'submitted', dueOn: undefined, receivedOn: '2027-03-10' })
  const last = (await listEvents(db, await permitFor(db, world.vega, 'application.view', id))).at(-1)
  expect(last).toMatchObject({ event: 'process-early', detail: { reason: 'cms-asked', cite: '42 CFR 424.515(d)' } })
  expect(await ask('cms-asked', 'Letter of March 1, 2027')).toMatchObject({ problem: { code: 'not-in-this-status' } })
})
