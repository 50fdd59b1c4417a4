/**
 * kill -9 of a process at the writes of a decision on an application: status, decision, record, letter and mail are one
 * transaction, so that nothing of it is there, and after a second try all of it is, once.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { type DeskWorld, office, seedDesk } from '../case/desk.fixture.ts'
import { fileApplication, permitFor } from '../case/filed.fixture.ts'
import { seedLists } from '../case/lists.fixture.ts'
import { takeCase } from '../case/take-case.ts'
import { approveApplication } from './approve-application.ts'
import { codeOf, must, now } from './decisions.fixture.ts'
import { killedAt } from './killed-at.fixture.ts'
import { recommended } from './recommended.fixture.ts'
import { refuseApplication } from './refuse-application.ts'

let t: TestDatabase
let world: DeskWorld
beforeAll(async () => {
  t = await testDatabase()
  world = await seedDesk(t.db, now)
  await seedLists(t.db, now)
})
afterAll(() => t.close())

/** Everything that a decision on an application leaves behind, counted. */
async function traces(id: string) {
  const { rows } = await t.pool.query<Record<string, unknown>>(
    `select a.status,
      (select count(*)::int from application_event e where e.application_id = a.id and e.event in ('approve', 'deny')) as events,
      (select count(*)::int from decision d where d.application_id = a.id) as decisions,
      (select count(*)::int from enrollment n where n.id = a.enrollment_id) as enrollments,
      (select count(*)::int from enrollment_period p where p.application_id = a.id) as periods,
      (select count(*)::int from enrollment_version v where v.application_id = a.id) as versions,
      (select count(*)::int from letter l where l.application_id = a.id) as letters,
      (select count(*)::int from message m where m.dedupe_key like 'decision:' || a.id || '%') as mails
    from application a where a.id = $1`,
    [id],
  )
  return rows[0]!
}
const none = { events: 0, decisions: 0, enrollments: 0, periods: 0, versions: 0, letters: 0, mails: 0 }
const refusal = { reasons: ['noncompliance'], found: 'The office was empty on two visits.' }

test('an approval', { timeout: 60_000 }, async () => {
  const id = await fileApplication(t.db, world, now)
  await recommended(t.db, world, id)
  const before = { ...none, status: 'recommended' }
  expect(await traces(id)).toEqual(before)
  for (const table of ['decision', 'enrollment_version', 'letter', 'message'])
    await dies(table, { verb: 'approve', id, actor: world.supervisor }, before)
  const permit = await permitFor(t.db, world.supervisor, 'application.decide', id)
  await must(approveApplication(t.db, permit, { delay: 'none' }, office, now))
  const after = {
    status: 'approved',
    events: 1,
    decisions: 1,
    enrollments: 1,
    periods: 1,
    versions: 1,
    letters: 1,
    mails: 1,
  }
  expect(await traces(id)).toEqual(after)
  expect(await codeOf(approveApplication(t.db, permit, { delay: 'none' }, office, now))).toBe('not-in-this-status')
  expect(await traces(id)).toEqual(after)
})

test('a denial', { timeout: 60_000 }, async () => {
  const id = await fileApplication(t.db, world, now)
  await takeCase(t.db, await permitFor(t.db, world.analyst, 'application.review', id), now)
  const before = { ...none, status: 'in-review' }
  for (const table of ['decision', 'message'])
    await dies(table, { verb: 'refuse', id, actor: world.supervisor, refusal }, before)
  const permit = await permitFor(t.db, world.supervisor, 'application.decide', id)
  // Killed after its commit: all of it stands, and a second try is told so.
  await killedAt(t, undefined, { verb: 'refuse', id, actor: world.supervisor, refusal })
  const after = { ...none, status: 'denied', events: 1, decisions: 1, letters: 1, mails: 1 }
  expect(await traces(id)).toEqual(after)
  expect(await codeOf(refuseApplication(t.db, permit, { kind: 'deny', ...refusal }, office, now))).toBe(
    'not-in-this-status',
  )
  expect(await traces(id)).toEqual(after)
})

async function dies(table: string, act: Parameters<typeof killedAt>[2], before: object): Promise<void> {
  await killedAt(t, table, act)
  expect(await traces(act.id), `killed at ${table}`).toEqual(before)
}
