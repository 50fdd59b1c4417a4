/** Three changes of one record, open at once: two go on record, the third meets what they changed, field by field. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findFile } from '#db/queries/application/application-file.ts'
import { findEnrollmentVersion } from '#db/queries/enrollment/enrollment-versions.ts'
import { enrollmentSubject } from '#db/queries/enrollment/enrollments.ts'
import { authorize } from '#domain/access/policy.ts'
import { drVega } from '#test/people/dr-vega.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { en } from '#words/index.ts'
import { freezeApplication } from '../application/freeze-application.ts'
import { decided, must, reviewed, say, signed } from '../application/reasons.fixture.ts'
import { startChange } from '../application/start-change.ts'
import { findCaseFile } from '../case/case-file.ts'
import { type DeskWorld, office, seedDesk } from '../case/desk.fixture.ts'
import { fileApplication, permitFor } from '../case/filed.fixture.ts'
import { seedLists } from '../case/lists.fixture.ts'
import { changesIn } from '../decisions/approval-plan.ts'
import { approveApplication } from '../decisions/approve-application.ts'
import { recommendApplication } from '../decisions/recommend-application.ts'
import { conflictKey } from './reconcile-application.ts'
import { bringUpToRecord, settleAtDesk } from './settle-conflicts.ts'

const now = new Date('2026-11-25T15:00:00Z')
const later = new Date('2027-03-10T15:00:00Z')
const mail = drVega.correspondence[0]!.answers
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

async function start(tasks: readonly string[]) {
  const permit = authorize(world.vega, 'application.start', { id: world.enrolleeId, enrolleeId: world.enrolleeId })
  if (!permit.ok) throw new Error('she may start')
  return startChange(database.db, permit.value, { enrollmentId, reason: 'change', tasks }, later)
}
const begin = async (tasks: readonly string[]) => (await must(start(tasks))).applicationId
async function onRecord() {
  const permit = authorize(world.vega, 'enrollment.view', (await enrollmentSubject(database.db, enrollmentId))!)
  if (!permit.ok) throw new Error('she may look')
  const { file, ordinal } = (await findEnrollmentVersion(database.db, permit.value))!
  return { mail: file.correspondence![0]!.answers, licenses: file.licenses, ordinal }
}
const approve = async (id: string) => {
  const permit = await permitFor(database.db, world.supervisor, 'application.decide', id)
  await must(approveApplication(database.db, permit, { delay: 'none' }, office, later))
}
const blocked = async (id: string) => {
  const permit = await permitFor(database.db, world.vega, 'application.sign', id)
  return (await freezeApplication(database.db, permit, en, later)).open.map((p) => p.code)
}

test('what one changed merges, what both changed is settled by whoever has it in hand, and the rest stays', async () => {
  const { db } = database
  const moved = await begin(['mail'])
  await say(db, world.vega, moved, 'correspondence', { ...mail, line1: '22 New St', city: 'Peoria' }, later)
  // A draft about the same task is gone on with; one that was sent stands in nobody's way.
  expect(await start(['mail'])).toMatchObject({ ok: false, problem: { code: 'application-open' } })
  await signed(db, world.vega, moved, later)
  const phoned = await begin(['mail'])
  await say(db, world.vega, phoned, 'correspondence', { ...mail, phone: '2175550199', city: 'Urbana' }, later)
  await signed(db, world.vega, phoned, later)
  const drafted = await begin(['mail'])
  await say(
    db,
    world.vega,
    drafted,
    'correspondence',
    { ...mail, phone: '2175550177', email: 'new@vega.example' },
    later,
  )

  await decided(db, world, moved, later)
  expect((await onRecord()).mail).toEqual({ ...mail, line1: '22 New St', city: 'Peoria' })

  // The desk: the telephone and the street merge; the city, which both changed, is settled before the case goes on.
  const review = await permitFor(db, world.analyst, 'application.review', phoned)
  await reviewed(db, world, phoned, later)
  const found = await findCaseFile(db, review)
  expect(found.conflicts).toMatchObject([{ question: 'city', base: 'Springfield', record: 'Peoria', mine: 'Urbana' }])
  expect(found.whole.correspondence![0]!.answers).toEqual({
    ...mail,
    line1: '22 New St',
    city: 'Peoria',
    phone: '2175550199',
  })
  expect(changesIn(found, en).map((c) => c.is)).toEqual(['(217) 555-0199'])
  const refused = await recommendApplication(db, review, '', later)
  expect(refused.ok ? [] : refused.problems.map((p) => p.code)).toContain('conflicts-open')
  const keeps = new Map([[conflictKey(found.conflicts[0]!), 'mine']] as const)
  const ordinal = found.record!.ordinal
  const settle = (over: object, because = 'She says on the telephone that it is Urbana.') =>
    settleAtDesk(db, review, { keeps, ordinal, ...over }, because, later)
  expect(await settle({}, 'no')).toMatchObject({ ok: false, problem: { at: 'because' } })
  expect(await settle({ ordinal: 1 })).toMatchObject({ ok: false, problem: { code: 'stale' } })
  expect(await settle({ keeps: new Map([['correspondence/1/zip', 'mine']]) })).toMatchObject({
    ok: false,
    problem: { code: 'not-a-choice' },
  })
  await must(settle({}))
  await must(recommendApplication(db, review, '', later))
  await approve(phoned)
  const after = await onRecord()
  expect(after.mail).toEqual({ ...mail, line1: '22 New St', city: 'Urbana', phone: '2175550199' })
  expect(after.licenses).toEqual(drVega.licenses)
  // Looked at afterwards, the case still says what it changed, and of which record.
  expect(changesIn(await findCaseFile(db, review), en).map((c) => c.is)).toEqual(['Urbana', '(217) 555-0199'])

  // The draft: nothing is signed before the provider chose, and then it goes on from the record of today.
  expect(await blocked(drafted)).toEqual(['conflicts-open'])
  const edit = await permitFor(db, world.vega, 'application.edit', drafted)
  const bring = (chosen: ReadonlyMap<string, 'record' | 'mine'>) =>
    bringUpToRecord(db, edit, { keeps: chosen, ordinal: after.ordinal }, later)
  const phone = 'correspondence/1/phone'
  expect(await bring(new Map())).toMatchObject({ ok: false, problem: { code: 'required', at: phone } })
  await must(bring(new Map([[phone, 'record']])))
  const mine = (await findFile(db, edit)).correspondence![0]!.answers
  expect(mine).toEqual({ ...after.mail, email: 'new@vega.example' })
  expect(await bring(new Map())).toMatchObject({ ok: false, problem: { code: 'already-so' } })
  expect(await blocked(drafted)).not.toContain('conflicts-open')
  await signed(db, world.vega, drafted, later)
})

test('a conflict that comes up after the recommendation stops the approval', async () => {
  const { db } = database
  const before = (await onRecord()).mail
  const first = await begin(['mail'])
  await say(db, world.vega, first, 'correspondence', { ...before, city: 'Decatur' }, later)
  await signed(db, world.vega, first, later)
  const second = await begin(['mail', 'contacts'])
  await say(db, world.vega, second, 'correspondence', { ...before, city: 'Joliet' }, later)
  await signed(db, world.vega, second, later)
  const review = await permitFor(db, world.analyst, 'application.review', second)
  await reviewed(db, world, second, later)
  await must(recommendApplication(db, review, '', later))
  await decided(db, world, first, later)
  const deciding = await permitFor(db, world.supervisor, 'application.decide', second)
  expect(await approveApplication(db, deciding, { delay: 'none' }, office, later)).toMatchObject({
    ok: false,
    problem: { code: 'conflicts-open' },
  })
  expect((await onRecord()).mail.city).toBe('Decatur')
})
