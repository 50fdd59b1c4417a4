/** Whoever acts for another is in every event with both names: in every writer, every table, and the chained log. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { actsFor } from '#domain/access/session.ts'
import { at, owning, person, start, type TestDatabase, testDatabase } from '#test/support/identity.ts'
import { appendStaffEvent } from '../staff/staff-events.ts'
import { recordAccess } from './access-records.ts'
import { appendAuthEvent } from './auth-events.ts'

let t: TestDatabase
beforeAll(async () => {
  t = await testDatabase()
})
afterAll(() => t.close())

const enrolleeId = '00000000-0000-4000-8000-0000000000e1'
const acting = {
  enrolleeId,
  name: 'Rosa Vega',
  npi: '2000001117',
  role: 'surrogate',
  through: 'B',
  chosen: true,
} as const
const from = { ip: '198.51.100.7', userAgent: 'test' }

it('an event takes for whom from the session, and only of the person whose session it is', async () => {
  const [clerk, other] = [await person(t.db), await person(t.db)]
  const caller = { ...from, actsFor: actsFor(clerk.userId, acting) }
  await appendAuthEvent(t.db, { type: 'password-changed', userId: clerk.userId, caller }, start)
  await appendAuthEvent(t.db, { type: 'account-unlocked', userId: other.userId, caller }, at(1))
  await appendAuthEvent(t.db, { type: 'invited', userId: clerk.userId, caller, actingFor: 'another' }, at(2))
  await appendStaffEvent(t.db, { actorId: clerk.userId, action: 'ticket.ask', subjectId: 'x', caller }, at(3))
  const viewer = { actor: owning(clerk.userId).actor, path: '/', ...from, acting }
  await recordAccess(t.db, viewer, 'letter.view', { id: 'l' }, at(4))
  const { rows } = await t.pool.query(
    `select acting_for, capacity from auth_event where ip = $1 union all select acting_for, null from staff_event
     union all select acting_for, null from access_record`,
    [from.ip],
  )
  expect(rows).toEqual([
    { acting_for: enrolleeId, capacity: 'surrogate' },
    { acting_for: null, capacity: null },
    { acting_for: 'another', capacity: null },
    { acting_for: enrolleeId, capacity: null },
    { acting_for: enrolleeId, capacity: null },
  ])
})

it('nobody who acts for themselves is said to act for another', () => {
  expect(actsFor('u', undefined)).toBeUndefined()
  expect(actsFor('u', { ...acting, role: 'individual-provider', chosen: false })).toBeUndefined()
  expect(actsFor('u', { ...acting, chosen: false })).toMatchObject({ by: 'u', partyId: enrolleeId, role: 'surrogate' })
})

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((f) => /\.tsx?$/.test(f) && !/\.test\.|\.fixture\./.test(f))
    .map((f) => join(folder, f))
const source = (file: string) => readFileSync(file, 'utf8')

it('every table of events has a column for it, and every writer fills it', async () => {
  const { rows } = await t.pool.query<{ table_name: string; has: boolean }>(
    `select table_name, bool_or(column_name = 'acting_for') has from information_schema.columns
     where table_schema = current_schema() and table_name in
       (select table_name from information_schema.columns where column_name = 'actor_id' and table_schema = current_schema())
     group by table_name order by table_name`,
  )
  expect(rows.filter((r) => !r.has)).toEqual([])
  const tables = rows.map((r) => r.table_name)
  expect(tables).toEqual(expect.arrayContaining(['access_record', 'application_event', 'auth_event', 'staff_event']))
  const writers = filesIn('src/db').flatMap((file) =>
    source(file)
      .split(/(?=\.insertInto\(')/)
      .filter((piece) => tables.some((name) => piece.startsWith(`.insertInto('${name}')`)))
      .map((piece) => ({ file, fills: /\bacting_for\b/.test(piece.slice(0, 900)) })),
  )
  expect(writers.length).toBeGreaterThan(tables.length)
  expect(writers.filter((w) => !w.fills)).toEqual([])
})

it('pages say who asks in one place only, which names both', () => {
  const elsewhere = filesIn('src/web').filter(
    (file) => /userAgent: (ask\.)?visit\.userAgent/.test(source(file)) && !file.endsWith('kit/caller.ts'),
  )
  expect(elsewhere).toEqual([])
})
