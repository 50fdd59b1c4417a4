/** What was said on one day about another, through a correction that reached back. */
import { randomUUID } from 'node:crypto'
import { render } from 'preact-render-to-string'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enrollmentSubject } from '#db/queries/enrollment/enrollments.ts'
import type { Actor } from '#domain/access/policy.ts'
import { day } from '#domain/dates.ts'
import { movableClock } from '#outside/clock.ts'
import type { Services } from '#outside/services.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { addPeriod, fillDirectory, noteChange, vega } from '#test/support/directory.ts'
import { createEligibilityKeeper, type EligibilityKeeper } from '#use-cases/eligibility/keep-snapshot.ts'
import { answer, type Fields } from '#web/kit/page.ts'
import { en } from '#words/index.ts'
import { recordHistoryPage } from './history-page.tsx'

let t: TestDatabase
let keeper: EligibilityKeeper
const clock = movableClock()
const auditor: Actor = { userId: randomUUID(), memberships: [{ role: 'auditor', partyId: 'all' }] }

beforeAll(async () => {
  t = await testDatabase()
  await fillDirectory(t)
  // On May 20 the record was corrected: deactivated from April 1 to April 30.
  await t.pool.query(`update enrollment_period set known_to = '2026-05-20T15:00:00Z' where enrollment_id = $1`, [
    vega.enrollmentId,
  ])
  const later = (status: string, from: string, to?: string) =>
    addPeriod(t.pool, vega.enrollmentId, { status, from, ...(to && { to }), knownFrom: '2026-05-20T15:00:00Z' })
  await later('approved', '2026-01-05', '2026-03-31')
  await later('deactivated', '2026-04-01', '2026-04-30')
  await later('approved', '2026-05-01')
  await noteChange(t.pool, vega.enrollmentId)
  clock.moveTo(new Date('2026-06-01T15:00:00Z'))
  keeper = await createEligibilityKeeper(t.db, clock)
})
afterAll(async () => {
  keeper.stop()
  await t.close()
})

async function see(query: Fields, actor = auditor) {
  const subject = (await enrollmentSubject(t.db, vega.enrollmentId))!
  const reply = await answer(recordHistoryPage, 'get', subject, {
    db: t.db,
    params: { enrollmentId: vega.enrollmentId },
    query,
    now: clock.now(),
    today: day('2026-06-01'),
    w: en,
    visit: { actor, session: undefined, csrf: '', path: '', ip: '', userAgent: '', cookies: {} },
    services: { clock, eligibility: () => keeper.current() } as unknown as Services,
    posted: {},
    uploads: [],
  })
  if (reply.kind !== 'show') return { status: 404, text: '' }
  return {
    status: reply.status,
    text: render(<div>{reply.body}</div>)
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' '),
  }
}

test.each([
  ['2026-05-10', 'Approved, since January 5, 2026', 'The record was corrected in between.'],
  ['2026-05-25', 'Deactivated, April 1, 2026 to April 30, 2026', 'Both say the same.'],
  ['2026-01-02', 'Not enrolled: no period covers that day', 'The record was corrected in between.'],
])('asked on %s about April 15: "%s"', async (known, said, note) => {
  const { status, text } = await see({ known, about: '2026-04-15' })
  expect(status).toBe(200)
  expect(text).toContain(`we said about April 15, 2026 ${said}`)
  expect(text).toContain('Now we say about April 15, 2026 Deactivated, April 1, 2026 to April 30, 2026')
  expect(text).toContain(note)
})

test('shows the gap and every period with the time in which it was said', async () => {
  const { text } = await see({})
  expect(text).toContain('30 days: April 1, 2026 to April 30, 2026. Why these days April 1, 2026')
  expect(text).toContain('Approved from January 5, 2026 on January 10, 2026 to May 20, 2026')
  expect(text).toContain('Deactivated April 1, 2026 to April 30, 2026 since May 20, 2026')
})

test('refuses a day to come and what is no day, and is not there for strangers', async () => {
  expect(await see({ known: '2026-06-02', about: '2026-13-01' })).toMatchObject({ status: 422 })
  const stranger: Actor = { userId: randomUUID(), memberships: [] }
  expect((await see({}, stranger)).status).toBe(404)
})
