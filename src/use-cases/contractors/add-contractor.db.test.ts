import { afterAll, beforeAll, expect, test } from 'vitest'
import { contractorFor, contractorsWithStates } from '#db/queries/contractors.ts'
import { authorize, systemActor } from '#domain/access/policy.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { addContractor } from './add-contractor.ts'

let t: TestDatabase
beforeAll(async () => {
  t = await testDatabase()
})
afterAll(() => t.close())

const permit = (() => {
  const p = authorize(systemActor, 'registry.manage', { id: 'contractors' })
  if (!p.ok) throw new Error(p.problem.code)
  return p.value
})()
const lakes = {
  id: 'lakes',
  name: 'Lakes Contractor',
  zone: 'America/Chicago',
  phone: '(800) 555-0100',
  email: 'lakes@example.org',
  address: 'PO Box 1, Madison, WI 53703',
  states: ['WI', 'IL'],
}

test('a contractor is set up with its states; what is taken is refused, and nothing of it kept', async () => {
  expect(await addContractor(t.db, permit, lakes)).toEqual({ ok: true, value: null })
  expect(await addContractor(t.db, permit, { ...lakes, name: 'Other' })).toMatchObject({
    problem: { code: 'already-so', at: 'id' },
  })
  expect(await addContractor(t.db, permit, { ...lakes, id: 'gulf', states: ['TX', 'IL'] })).toMatchObject({
    problem: { code: 'already-so', at: 'states' },
  })
  expect(await addContractor(t.db, permit, { ...lakes, id: 'gulf', name: 'Gulf', states: ['TX', 'TX'] })).toMatchObject(
    {
      ok: true,
    },
  )
  expect(await contractorFor(t.db, 'WI')).toMatchObject({ name: 'Lakes Contractor', zone: 'America/Chicago' })
  expect((await contractorsWithStates(t.db)).map((c) => [c.id, c.states])).toEqual([
    ['gulf', ['TX']],
    ['lakes', ['IL', 'WI']],
  ])
})

test.each([
  [{ id: 'Lakes/1' }, 'not-a-choice', 'id'],
  [{ zone: 'Chicago' }, 'not-a-choice', 'zone'],
  [{ email: 'nobody' }, 'not-an-email', 'email'],
  [{ name: ' ' }, 'required', 'name'],
  [{ address: 'x'.repeat(201) }, 'too-long', 'address'],
  [{ states: ['WI', 'ZZ'] }, 'not-a-state', 'states'],
])('refused: %j', async (wrong, code, at) => {
  expect(await addContractor(t.db, permit, { ...lakes, ...wrong })).toMatchObject({ problem: { code, at } })
})
