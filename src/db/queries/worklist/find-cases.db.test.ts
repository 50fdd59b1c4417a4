/** Cases and enrollments found by what somebody on the phone says: of this contractor only, and never a draft. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { open } from '#db/kit/open.ts'
import { findEnrollments } from '#db/queries/enrollment/find-enrollments.ts'
import { type Actor, authorize, type Subject } from '#domain/access/policy.ts'
import { vegaNpi } from '#test/people/dr-vega.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { contractorId, type DeskWorld, seedDesk } from '#use-cases/case/desk.fixture.ts'
import { fileApplication } from '#use-cases/case/filed.fixture.ts'
import { enroll, now } from '#use-cases/decisions/decisions.fixture.ts'
import { findCases } from './find-cases.ts'

let t: TestDatabase
let world: DeskWorld
const tracking = '73HV-3WG8-F6DB-C856'
let enrollment: string
beforeAll(async () => {
  t = await testDatabase()
  world = await seedDesk(t.db, now)
  const id = await fileApplication(t.db, world, now)
  await open(t.db).updateTable('application').set({ tracking_number: tracking }).where('id', '=', id).execute()
  enrollment = await enroll(t.db, world, 1)
})
afterAll(() => t.close())

const own: Subject = { id: contractorId, contractorId }
const found = async (said: string, actor: Actor = world.analyst, of: Subject = own) => {
  const [looking, seeing] = [authorize(actor, 'worklist.view', of), authorize(actor, 'decisions.view', of)]
  if (!looking.ok || !seeing.ok) throw new Error('may look')
  const [cases, enrollments] = [
    await findCases(t.db, looking.value, said),
    await findEnrollments(t.db, seeing.value, said),
  ]
  return [cases.map((c) => c.trackingNumber), enrollments.map((e) => e.id)]
}

it('finds by tracking number however it is typed, by NPI, by enrollment and by how words of the name begin', async () => {
  expect(await found(tracking)).toEqual([[tracking], []])
  expect(await found(tracking.toLowerCase().replaceAll('-', ''))).toEqual([[tracking], []])
  expect(await found(vegaNpi)).toEqual([[tracking], [enrollment]])
  expect(await found(enrollment)).toEqual([[], [enrollment]])
  expect(await found('IL0000001')).toEqual([[], [enrollment]])
  for (const name of ['vega', 'Rosa Vega', 'ro ma ve']) expect(await found(name)).toEqual([[tracking], [enrollment]])
  for (const name of ['ega', 'Vega Nobody', 'v', '%', '__']) expect(await found(name)).toEqual([[], []])
})

it('shows nobody what is another contractor’s, and an auditor everything', async () => {
  const elsewhere: Subject = { id: 'elsewhere', contractorId: 'elsewhere' }
  for (const said of [tracking, vegaNpi, 'vega']) expect(await found(said, world.stranger, elsewhere)).toEqual([[], []])
  expect(await found('vega', world.auditor, { id: 'every-contractor' })).toEqual([[tracking], [enrollment]])
})

it('leaves drafts to their owners', async () => {
  await open(t.db).updateTable('application').set({ received_on: null }).execute()
  expect(await found('vega')).toEqual([[], [enrollment]])
})
