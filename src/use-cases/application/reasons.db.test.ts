/** Reasons from the first question to the record: confirming, leaving, coming back, ordering only, opting out. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { open } from '#db/kit/open.ts'
import { listPeriods } from '#db/queries/enrollment/enrollment-spans.ts'
import { listVersions } from '#db/queries/enrollment/enrollment-versions.ts'
import { enrollmentSubject } from '#db/queries/enrollment/enrollments.ts'
import { authorize, systemActor } from '#domain/access/policy.ts'
import { day } from '#domain/dates.ts'
import { cms855i } from '#forms/cms855i/index.ts'
import { residentOrdering } from '#test/people/dr-imani-resident.ts'
import { drLund } from '#test/people/dr-lund-opted-out.ts'
import { drVega, vegaNpi } from '#test/people/dr-vega.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { en } from '#words/index.ts'
import { type DeskWorld, seedDesk } from '../case/desk.fixture.ts'
import { fileApplication, permitFor } from '../case/filed.fixture.ts'
import { seedLists } from '../case/lists.fixture.ts'
import { settleEnrollmentStatuses } from '../decisions/settle-enrollment-statuses.ts'
import { freezeApplication } from './freeze-application.ts'
import { begun, begunAbout, decided, must, say, signed } from './reasons.fixture.ts'
import { startChange } from './start-change.ts'

const now = new Date('2026-11-25T15:00:00Z')
const later = new Date('2027-03-10T15:00:00Z')
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

async function record(id: string) {
  const permit = authorize(world.vega, 'enrollment.view', (await enrollmentSubject(database.db, id))!)
  if (!permit.ok) throw new Error('she may look')
  const { db } = database
  return {
    periods: (await listPeriods(db, permit.value)).map((p) => [p.status, p.from, p.to]),
    versions: (await listVersions(db, permit.value)).map((v) => v.effectiveFrom),
    status: (await enrollmentSubject(db, id))?.status,
  }
}

test('a revalidation in which nothing changed: tick, sign, approved, and the record goes on', async () => {
  const { db } = database
  // Asked for within its window: what comes earlier is kept (src/use-cases/early-revalidation).
  const set = { due_on: day('2027-06-30'), reason: 'A letter of CMS', set_by: world.supervisor.userId, set_at: now }
  await open(db)
    .insertInto('revalidation_date')
    .values({ id: randomUUID(), enrollment_id: enrollmentId, ...set })
    .execute()
  const id = await begunAbout(db, world, enrollmentId, 'revalidation', later)
  const sign = await permitFor(db, world.vega, 'application.sign', id)
  expect((await freezeApplication(db, sign, en, later)).open.map((p) => p.code)).toContain('incomplete')
  await say(db, world.vega, id, 'confirmation', { confirmed: cms855i.tasks.map((t) => t.id) }, later)
  await signed(db, world.vega, id, later)
  expect(await decided(db, world, id, later)).toBe(enrollmentId)
  const after = await record(enrollmentId)
  expect(after.periods).toEqual([['approved', '2026-12-01', undefined]])
  expect(after.versions).toEqual(['2027-03-10', '2026-12-01'])
})

test('only a reason that the form has can begin, and each only once', async () => {
  const { db } = database
  const permit = authorize(world.vega, 'application.start', { id: world.enrolleeId, enrolleeId: world.enrolleeId })
  if (!permit.ok) throw new Error('she may start')
  const start = (reason: 'merger' | 'initial' | 'change' | 'reassignment-end') =>
    startChange(db, permit.value, { enrollmentId, reason, tasks: [] }, later)
  expect(await start('merger')).toMatchObject({ ok: false, problem: { code: 'not-found' } })
  expect(await start('initial')).toMatchObject({ ok: false, problem: { code: 'not-found' } })
  expect(await start('change')).toMatchObject({ ok: false, problem: { code: 'required', at: 'tasks' } })
  await must(start('reassignment-end'))
  expect(await start('reassignment-end')).toMatchObject({ ok: false, problem: { code: 'application-open' } })
})

test('a withdrawal ends the enrollment, its places and its reassignments on the day it names', async () => {
  const { db } = database
  const id = await begunAbout(db, world, enrollmentId, 'withdrawal', later)
  const leaving = { lastDay: '2027-03-31', why: 'retiring', claimsSent: false }
  await say(db, world.vega, id, 'withdrawal', leaving, later)
  await signed(db, world.vega, id, later)
  await decided(db, world, id, later)
  const after = await record(enrollmentId)
  expect(after.periods).toEqual([
    ['approved', '2026-12-01', '2027-03-31'],
    ['withdrawn', '2027-04-01', undefined],
  ])
  // Until the day comes it is shown as approved; from then on as withdrawn.
  expect(after.status).toBe('approved')
  const system = authorize(systemActor, 'system.run', { id: 'jobs' })
  if (!system.ok) throw new Error('the system runs')
  expect(await settleEnrollmentStatuses(db, system.value, new Date('2027-03-31T12:00:00Z'))).toBe(0)
  expect(await settleEnrollmentStatuses(db, system.value, new Date('2027-04-01T12:00:00Z'))).toBe(1)
  expect((await record(enrollmentId)).status).toBe('withdrawn')
  const k = open(db)
  const places = await k
    .selectFrom('enrollment_location')
    .select('to_on')
    .where('enrollment_id', '=', enrollmentId)
    .where('known_to', 'is', null)
    .execute()
  const paid = await k
    .selectFrom('reassignment')
    .select('to_on')
    .where('from_enrollment_id', '=', enrollmentId)
    .where('known_to', 'is', null)
    .execute()
  expect([...places, ...paid].length).toBeGreaterThan(1)
  expect(new Set([...places, ...paid].map((row) => row.to_on))).toEqual(new Set(['2027-03-31']))
})

test('a reactivation begins on the day it came, and the days between stay lost', async () => {
  const { db } = database
  const back = new Date('2027-05-15T15:00:00Z')
  const id = await begunAbout(db, world, enrollmentId, 'reactivation', back)
  await say(db, world.vega, id, 'reactivation', { why: 'other', correct: true }, back)
  await signed(db, world.vega, id, back)
  await decided(db, world, id, back)
  const after = await record(enrollmentId)
  expect(after.periods).toEqual([
    ['approved', '2026-12-01', '2027-03-31'],
    ['withdrawn', '2027-04-01', '2027-05-14'],
    ['approved', '2027-05-15', undefined],
  ])
  expect(after.status).toBe('approved')
})

const asVega = { npi: vegaNpi, first: 'Rosa', middle: 'Maria', last: 'Vega', ssn: '900-12-3456', bornOn: '1980-03-27' }

test('one who only orders is enrolled in family 33 from the day it came, without a place', async () => {
  const { db } = database
  const id = await begun(db, world, 'CMS-855O', residentOrdering(asVega), now)
  await signed(db, world.vega, id, now)
  const ordering = await decided(db, world, id, now)
  expect((await record(ordering)).periods).toEqual([['approved', '2026-11-25', undefined]])
  const row = await open(db)
    .selectFrom('enrollment')
    .select(['form', 'specialty'])
    .where('id', '=', ordering)
    .executeTakeFirst()
  expect(row).toEqual({ form: 'CMS-855O', specialty: '33-11' })
  const letter = await open(db).selectFrom('letter').select('title').where('application_id', '=', id).executeTakeFirst()
  expect(letter?.title).toBe('You may order and certify')
  const stop = await begunAbout(db, world, ordering, 'order-stop', later)
  await say(db, world.vega, stop, 'withdrawal', { lastDay: '2027-03-10', why: 'other', claimsSent: true }, later)
  await signed(db, world.vega, stop, later)
  await decided(db, world, stop, later)
  expect((await record(ordering)).periods.at(-1)).toEqual(['withdrawn', '2027-03-11', undefined])
})

test('an opt-out begins with the quarter for one who participates, and a cancellation in time ends it with its term', async () => {
  const { db } = database
  const file = {
    ...drLund,
    enrollment: [{ id: '1', answers: { practitioner: 'physician', state: 'IL' } }],
    identifiers: drVega.identifiers,
    'legal-name': drVega['legal-name'],
    birth: drVega.birth,
    'opt-out': [{ id: '1', answers: { ...drLund['opt-out'][0].answers, participates: true, startsOn: '2026-12-01' } }],
  }
  const id = await begun(db, world, 'OPT-OUT', file, now)
  await signed(db, world.vega, id, now)
  const optedOut = await decided(db, world, id, now)
  expect(await record(optedOut)).toMatchObject({
    periods: [['opted-out', '2027-01-01', undefined]],
    status: 'opted-out',
  })
  const inTime = new Date('2028-11-15T15:00:00Z')
  const end = await begunAbout(db, world, optedOut, 'opt-out-cancellation', inTime)
  await say(db, world.vega, end, 'cancellation', { patientsTold: true, undo: false }, inTime)
  await signed(db, world.vega, end, inTime)
  await decided(db, world, end, inTime)
  expect((await record(optedOut)).periods).toEqual([['opted-out', '2027-01-01', '2028-12-31']])
})
