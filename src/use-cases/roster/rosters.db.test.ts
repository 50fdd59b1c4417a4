import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findRoster, listRosters, rosterSubject } from '#db/queries/enrollment/rosters.ts'
import { type Actor, authorize, systemActor } from '#domain/access/policy.ts'
import { movableClock } from '#outside/clock.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { fillDirectory, noteChange, okafor, vega } from '#test/support/directory.ts'
import { en } from '#words/index.ts'
import { createEligibilityKeeper, type EligibilityKeeper } from '../eligibility/keep-snapshot.ts'
import { endRoster } from './remove-roster.ts'
import { saveRoster } from './save-roster.ts'
import { watchRosters } from './watch-rosters.ts'

let t: TestDatabase
let keeper: EligibilityKeeper
const clock = movableClock()
const owner: Actor = { userId: randomUUID(), memberships: [] }
const now = new Date('2026-03-01T15:00:00Z')
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
const system = (() => {
  const permit = authorize(systemActor, 'system.run', { id: 'test' })
  if (!permit.ok) throw new Error('the system may run')
  return permit.value
})()
const permitOf = (id: string) => {
  const permit = authorize(owner, 'roster.manage', { id, ownerId: owner.userId })
  if (!permit.ok) throw new Error('one may manage his own')
  return permit.value
}
const bytes = (csv: string) => new TextEncoder().encode(csv)
const watch = (at: Date) => watchRosters(t.db, system, keeper.current(), { origin: 'https://x.example', words: en }, at)
const mails = async () => (await t.pool.query('select recipient, subject, body from message')).rows

beforeAll(async () => {
  t = await testDatabase()
  await fillDirectory(t)
  await t.pool.query(
    `insert into app_user values ($1, 'bill.er', 'active', 'Bill Er', null, null, null, 'any', now())`,
    [owner.userId],
  )
  await t.pool.query(`insert into contact values ($1, $2, 'email', 'biller@example.org', now(), false, true)`, [
    randomUUID(),
    owner.userId,
  ])
  clock.moveTo(now)
  keeper = await createEligibilityKeeper(t.db, clock)
})
afterAll(async () => {
  keeper.stop()
  await t.close()
})

test('a roster is kept, watched, its differences noted and mailed once, and removed', async () => {
  const own = permitOf(owner.userId)
  const saved = await saveRoster(
    t.db,
    own,
    keeper.current(),
    { name: ' Lake ', bytes: bytes(`npi\n${vega.npi}\n${okafor.npi}\nx\n`) },
    now,
  )
  if (!saved.ok) throw new Error(saved.problem.code)
  const permit = permitOf(saved.value)
  expect(await rosterSubject(t.db, saved.value)).toEqual({ id: saved.value, ownerId: owner.userId })
  expect(await listRosters(t.db, own)).toMatchObject([{ name: 'Lake', rows: 3 }])

  expect(await watch(later(1))).toBe(0)
  expect(await watch(later(24))).toBe(0)
  expect((await findRoster(t.db, permit))?.checkedAt).toEqual(later(24))

  await t.pool.query(`update enrollment_period set status = 'revoked' where enrollment_id = $1`, [vega.enrollmentId])
  await noteChange(t.pool, vega.enrollmentId)
  await keeper.refreshNow()
  expect(await watch(later(48))).toBe(1)
  expect(await watch(later(72))).toBe(0)
  const found = await findRoster(t.db, permit)
  expect(found?.changes).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ npi: vega.npi, field: 'status', was: 'approved', now: 'revoked' }),
    ]),
  )
  const [mail, ...more] = await mails()
  expect(more).toEqual([])
  expect(mail).toMatchObject({
    recipient: 'biller@example.org',
    subject: '1 provider changed in a roster that you watch',
  })
  expect(mail.body).toContain(`https://x.example/roster/${saved.value}`)
  expect(mail.body).not.toContain(vega.npi)

  await endRoster(t.db, permit)
  expect(await rosterSubject(t.db, saved.value)).toBeUndefined()
})

test.each([
  ['', 'npi\n1\n', 'required', 'name'],
  ['x'.repeat(81), 'npi\n1\n', 'too-long', 'name'],
  ['A', '', 'file-empty', 'file'],
  ['A', 'npi\n', 'file-empty', 'file'],
  ['A', '2000001117\n'.repeat(20_001), 'too-many-items', 'file'],
])('refused: %.10s', async (name, csv, code, at) => {
  const saved = await saveRoster(t.db, permitOf(owner.userId), keeper.current(), { name, bytes: bytes(csv) }, now)
  expect(saved).toMatchObject({ ok: false, problem: { code, at } })
})

test("nobody manages another one's roster", () => {
  const stranger: Actor = { userId: randomUUID(), memberships: [] }
  expect(authorize(stranger, 'roster.manage', { id: 'r', ownerId: owner.userId }).ok).toBe(false)
})
