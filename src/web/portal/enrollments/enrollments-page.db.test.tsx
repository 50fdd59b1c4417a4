/** The list of enrollments of somebody who works for many: only theirs, found by name and number, a page at a time. */
import { randomUUID } from 'node:crypto'
import { render } from 'preact-render-to-string'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enrollMany } from '#demo/many/enroll-many.ts'
import { manyParties } from '#demo/many/many-parties.ts'
import { type Actor, authorize, systemActor } from '#domain/access/policy.ts'
import { day } from '#domain/dates.ts'
import type { Services } from '#outside/services.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { type AnyPage, answer, type Fields } from '#web/kit/page.ts'
import { en } from '#words/index.ts'
import { enrollmentsCsvPage, enrollmentsPage } from './enrollments-page.tsx'

const now = new Date('2026-11-25T15:00:00Z')
const userId = randomUUID()
let t: TestDatabase
let biller: Actor
let mine: { id: string; enrollment: string; npi: string; name: string; ptan: string }[] = []
let other = ''

beforeAll(async () => {
  t = await testDatabase()
  await t.pool.query(
    "insert into contractor (id, name, time_zone, phone, email, address) values ('lakes', 'Lakes', 'America/Chicago', '1', 'a@b.example', 'x')",
  )
  const permit = authorize(systemActor, 'registry.manage', { id: 'test' })
  if (!permit.ok) throw new Error('the system may')
  await enrollMany(t.db, permit.value, manyParties(80, 3), now, () => {})
  const { rows } = await t.pool.query(
    `select e.id, n.id as enrollment, e.npi, e.display_name as name, n.ptan
     from enrollee e join enrollment n on n.enrollee_id = e.id order by lower(e.display_name), e.npi`,
  )
  other = rows[70].enrollment
  mine = rows.filter((r) => r.enrollment !== other)
  biller = { userId, memberships: mine.map((m) => ({ role: 'individual-provider', partyId: m.id })) }
})
afterAll(() => t.close())

async function see(query: Fields, actor = biller, of: AnyPage = enrollmentsPage) {
  const reply = await answer(
    of,
    'get',
    { id: userId, ownerId: userId },
    {
      db: t.db,
      params: {},
      query,
      now,
      today: day('2026-11-25'),
      w: en,
      visit: { actor, session: undefined, csrf: '', path: '', ip: '', userAgent: '', cookies: {} },
      services: {} as Services,
      posted: {},
      uploads: [],
    },
  )
  if (reply.kind === 'download') return { html: Buffer.from(reply.bytes).toString(), ids: [] as string[] }
  if (reply.kind !== 'show') return { html: '', ids: [] as string[] }
  const html = render(<div>{reply.body}</div>)
  return { html, ids: [...html.matchAll(/href="\/enrollments\/([IO]\d+)"/g)].map((m) => m[1]!) }
}

test("fifty a page, by name, all of them and nobody else's", async () => {
  const [first, second] = [await see({}), await see({ page: '1' })]
  expect([first.ids.length, second.ids.length]).toEqual([50, 29])
  expect([...first.ids, ...second.ids]).toEqual(mine.map((m) => m.enrollment))
  expect(first.html).toContain('79 enrollments')
  expect(first.html).toContain('Revalidate by')
  expect(first.html).not.toContain(other)
})

test('found by a part of the name, and by the beginning of each number', async () => {
  const one = mine[7]!
  for (const find of [one.npi, one.npi.slice(0, 9), one.enrollment, one.ptan, one.ptan.toLowerCase()])
    expect((await see({ find })).ids, find).toContain(one.enrollment)
  const byName = await see({ find: one.name.slice(2, 8).toUpperCase() })
  expect(byName.ids).toContain(one.enrollment)
  expect((await see({ find: other })).html).toContain('No enrollment of your providers')
  // Signs that mean something to the database are only signs.
  expect((await see({ find: '%' })).ids).toEqual([])
  expect((await see({ find: '_' })).ids).toEqual([])
})

test('as a table for a spreadsheet, all rows or those that were found', async () => {
  const { html: all } = await see({}, biller, enrollmentsCsvPage)
  const lines = all.trim().split(/\r?\n/)
  expect(lines).toHaveLength(80)
  expect(lines[0]).toContain('NPI,Provider,Enrollment,PTAN')
  expect(lines.slice(1).map((l) => l.split(',')[0])).toEqual(mine.map((m) => m.npi))
  const { html: one } = await see({ find: mine[7]!.npi }, biller, enrollmentsCsvPage)
  expect(one).toContain(mine[7]!.ptan)
  expect(one).not.toContain(mine[8]!.npi)
})

test('whoever works for nobody is told how enrollments come', async () => {
  const none = await see({}, { userId, memberships: [] })
  expect(none.html === '' || none.html.includes('You have no enrollments yet')).toBe(true)
})
