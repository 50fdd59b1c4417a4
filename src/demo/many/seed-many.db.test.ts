/** Many enrollments by seed: the same for the same seed, each once. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { authorize } from '#domain/access/policy.ts'
import { isEnrollmentId } from '#domain/identifiers/enrollment-id.ts'
import { isNpi } from '#domain/identifiers/npi.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { manyParties } from './many-parties.ts'
import { seedMany } from './seed-many.ts'

const now = new Date('2026-11-25T15:00:00Z')
const clock = { now: () => now }
const operator = authorize(
  { userId: 'command-line', memberships: [{ role: 'operator', partyId: 'system' }] },
  'registry.manage',
  { id: 'installation' },
)
if (!operator.ok) throw new Error('an operator may')
const permit = operator.value
let t: TestDatabase
beforeAll(async () => {
  t = await testDatabase()
})
afterAll(() => t.close())
const run = async (count: number, of = 1) => {
  const done = await seedMany(t.db, permit, { count, seed: of, clock, told: () => {} })
  return done.ok ? done.value : done.problem.code
}
const count = async (from: string) =>
  (await t.pool.query<{ n: number }>(`select count(*)::int as n from ${from}`)).rows[0]!.n

test('without a contractor nothing is enrolled', async () => {
  expect(await run(10)).toBe('no-contractors')
  expect(await count('enrollee')).toBe(0)
})

test('every party is in the registry and enrolled once; again adds nothing, more adds the rest, another seed others', async () => {
  await t.pool.query(
    "insert into contractor (id, name, time_zone, phone, email, address) values ('lakes', 'Lakes', 'America/Chicago', '1', 'a@b.example', 'x')",
  )
  const first = await run(300)
  expect(first).toMatchObject({ enrollments: 300, already: 0 })
  expect(first).toHaveProperty('reassignments', await count('reassignment'))
  expect(await count('reassignment')).toBeGreaterThan(20)
  expect(await run(300)).toEqual({ enrollments: 0, reassignments: 0, already: 300 })
  expect(await run(200, 2)).toMatchObject({ enrollments: 200, already: 0 })
  expect(await count('enrollment')).toBe(500)
  expect(await count('enrollment_change')).toBe(500)
  expect(
    await count(
      "registry_provider where import_id = (select id from source_import where source = 'nppes' and status = 'current')",
    ),
  ).toBe(500)
  const { rows } = await t.pool.query<{ id: string; npi: string }>(
    'select n.id, e.npi from enrollment n join enrollee e on e.id = n.enrollee_id',
  )
  expect(rows.every((r) => isEnrollmentId(r.id) && isNpi(r.npi) && r.npi.startsWith('2'))).toBe(true)
  expect(await count("reassignment r join enrollment n on n.id = r.to_enrollment_id where n.form = 'CMS-855I'")).toBe(0)
})

test('a seed is the same every time and shares no number with the next', () => {
  const [a, b, c] = [[...manyParties(200, 1)], [...manyParties(200, 1)], [...manyParties(200, 2)]]
  expect(a).toEqual(b)
  const npis = new Set(a.map((p) => p.npi))
  expect(npis.size).toBe(200)
  expect(c.some((p) => npis.has(p.npi))).toBe(false)
  expect(() => [...manyParties(1, 90)]).toThrow(RangeError)
})
