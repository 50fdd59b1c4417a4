/** What the level asks for is opened by itself, keeps the case, and is left out only when two people say so. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listEvents } from '#db/queries/application/application-events.ts'
import { listTasks } from '#db/queries/application/case-tasks.ts'
import { listExceptions } from '#db/queries/application/level-exceptions.ts'
import { listChecks } from '#db/queries/application/screening.ts'
import { moveApplication } from '#db/records/application/application-events.ts'
import { lockApplication } from '#db/records/application/applications.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { day } from '#domain/dates.ts'
import type { Result } from '#domain/result.ts'
import { drVega } from '#test/people/dr-vega.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { type DeskWorld, office, seedDesk } from '../case/desk.fixture.ts'
import { fileApplication, permitFor } from '../case/filed.fixture.ts'
import { seedLists } from '../case/lists.fixture.ts'
import { putBackCase, takeCase } from '../case/take-case.ts'
import { approveApplication } from '../decisions/approve-application.ts'
import { recommendApplication } from '../decisions/recommend-application.ts'
import { recordLicense } from '../screening/judge-checks.ts'
import { screenApplication } from '../screening/screen-application.ts'
import { disposeAll } from '../screening/screening.fixture.ts'
import { licensesOf } from '../screening/screening-subjects.ts'
import { finishTask } from '../tasks/finish-task.ts'
import { callOffTask } from '../tasks/open-task.ts'
import { answerException } from './answer-exception.ts'
import { askException } from './ask-exception.ts'
import { bringAsked } from './level.fixture.ts'

const now = new Date('2026-11-25T15:00:00Z')
const today = day('2026-11-25')
let t: TestDatabase
let world: DeskWorld
let id: string
let permit: Permit<'application.review'>
let deciding: Permit<'application.decide'>

beforeAll(async () => {
  t = await testDatabase()
  world = await seedDesk(t.db, now)
  await seedLists(t.db, now)
})
afterAll(() => t.close())
/** Her adverse action makes her high: a visit at each of two places, and fingerprints. */
beforeEach(async () => {
  id = await fileApplication(t.db, world, now)
  permit = await permitFor(t.db, world.analyst, 'application.review', id)
  deciding = await permitFor(t.db, world.supervisor, 'application.decide', id)
  await takeCase(t.db, permit, now)
  await screenApplication(t.db, permit, now)
  for (const { subject } of licensesOf(drVega)) {
    const seen = { subject, site: 'board.example', seenOn: today, expiresOn: undefined, note: undefined }
    await recordLicense(t.db, permit, { ...seen, standing: 'active' }, now)
  }
  await disposeAll(t.db, permit, now)
})

const codes = (r: Result<unknown>) =>
  r.ok ? [] : r.problems.map((p) => [p.code, p.with?.kind, p.with?.why].filter(Boolean).join(' '))
const recommend = async () => codes(await recommendApplication(t.db, permit, '', now))
const open = async () => (await listTasks(t.db, permit)).filter((k) => k.state === 'open')
const finish = async (kind: string, result: string) => {
  for (const task of (await open()).filter((k) => k.kind === kind))
    expect((await finishTask(t.db, permit, task.id, { result, report: {} }, office, now)).ok).toBe(true)
}
const homesOnly = { ground: 'homes-only', reliedOn: undefined, reason: 'House calls only, says section 4B' } as const
const noOwner = { ground: 'no-such-owner', reliedOn: undefined, reason: 'Nobody owns anything of it' } as const
const askedFor = async () => (await listExceptions(t.db, permit)).find((e) => e.state === 'asked')?.id
const answer = async (grants: boolean, by = deciding, reason = 'I looked at the answers') =>
  answerException(t.db, by, { id: await askedFor(), grants, reason }, office, now)

describe('what the level asks for', () => {
  it('is opened once for whoever holds the case, one visit a place, and keeps the case', async () => {
    expect((await open()).map((k) => [k.kind, k.what, k.ownerId, k.dueOn])).toEqual(
      [
        ['fingerprints', 'Rosa Maria Vega'],
        ['site-visit', '410 Elm St, Ste 2, Springfield, IL 62701-1204'],
        ['site-visit', '9 Orchard Ln, Chatham, IL 62629'],
      ].map((k) => [...k, world.analyst.userId, '2026-12-25']),
    )
    await screenApplication(t.db, permit, now)
    await putBackCase(t.db, permit, now)
    await takeCase(t.db, permit, now)
    expect(await open()).toHaveLength(3)
    expect(await recommend()).toEqual([
      'screening-open site-visit missing',
      'screening-open fingerprints missing',
      'tasks-open',
      'tasks-open',
      'tasks-open',
    ])
    await bringAsked(t.db, permit, now)
    expect(await recommend()).toEqual([])
  })
  it('does not pass because somebody finds a place acceptable that is not operational', async () => {
    await finish('fingerprints', 'no-record')
    await finish('site-visit', 'not-operational')
    await disposeAll(t.db, permit, now)
    expect(await recommend()).toEqual(['screening-open site-visit not-passed'])
  })
  it('is not got rid of by calling it off, and no decision passes it over', async () => {
    const other = await permitFor(t.db, world.otherAnalyst, 'application.review', id)
    for (const task of await open()) {
      expect(codes(await callOffTask(t.db, permit, task.id, 'Not needed at all', now))).toEqual([
        'called-off-by-another',
      ])
      expect((await callOffTask(t.db, other, task.id, 'Not needed at all', now)).ok).toBe(true)
    }
    await screenApplication(t.db, permit, now)
    expect(await open()).toEqual([])
    expect(await recommend()).toEqual(['screening-open site-visit missing', 'screening-open fingerprints missing'])
    // As if it had been recommended before the rule.
    await transact(t.db, async (tx) =>
      moveApplication(tx, await lockApplication(tx, permit), { event: 'recommend', dueOn: null }, world.analyst, now),
    )
    const approved = await approveApplication(t.db, deciding, { delay: 'none' }, office, now)
    expect(approved).toMatchObject({ problem: { code: 'level-open', with: { what: 'Site visit' } } })
  })
})

describe('an exception', () => {
  it('is asked with a cited ground, by who holds the case, once, for what is asked and did not come', async () => {
    const ask = async (asked: Parameters<typeof askException>[2], by = permit) =>
      codes(await askException(t.db, by, asked, today, now))
    expect(await ask({ ...homesOnly, ground: undefined })).toEqual(['not-a-choice'])
    expect(await ask({ ...homesOnly, reason: 'short' })).toEqual(['reason-needed'])
    expect(await ask({ ...homesOnly, ground: 'visited-lately' })).toEqual(['required'])
    expect(await ask({ ...homesOnly, ground: 'visited-lately', reliedOn: day('2025-01-01') })).toEqual([
      'relied-too-old',
    ])
    expect(await ask(homesOnly, await permitFor(t.db, world.otherAnalyst, 'application.review', id))).toEqual([
      'not-your-case',
    ])
    expect(await ask(homesOnly)).toEqual([])
    expect(await ask(homesOnly)).toEqual(['already-so'])
    await finish('fingerprints', 'record-found')
    expect(await ask(noOwner)).toEqual(['result-stands'])
  })
  it('stands among the checks once another person grants it, and calls the visits off', async () => {
    await finish('fingerprints', 'no-record')
    await askException(t.db, permit, homesOnly, today, now)
    expect(codes(await answer(true, deciding, 'short'))).toEqual(['reason-needed'])
    expect(await recommend()).toContain('screening-open site-visit missing')
    expect((await answer(true)).ok).toBe(true)
    expect(await open()).toEqual([])
    const check = (await listChecks(t.db, permit)).find((c) => c.kind === 'site-visit')
    expect(check).toMatchObject({
      outcome: 'recorded',
      evidence: {
        cite: '42 CFR 424.517(a)',
        exception: { ground: 'homes-only', askedBy: world.analyst.userId, grantedBy: world.supervisor.userId },
      },
    })
    const results = (await listEvents(t.db, permit)).map((e) => e.detail.result)
    expect(results).toEqual(expect.arrayContaining(['exception-asked', 'exception-granted']))
    await screenApplication(t.db, permit, now)
    expect(await open()).toEqual([])
    expect(await recommend()).toEqual([])
  })
  it('is not for whoever asked for it, and one that was refused changes nothing', async () => {
    const own = await permitFor(t.db, world.supervisor, 'application.review', id)
    await putBackCase(t.db, permit, now)
    await takeCase(t.db, own, now)
    await askException(t.db, own, homesOnly, today, now)
    expect(codes(await answer(true))).toEqual(['two-people'])
    await finish('site-visit', 'operational')
    const another = { ...deciding, actor: { ...world.supervisor, userId: world.otherAnalyst.userId } }
    expect(codes(await answer(true, another))).toEqual(['result-stands'])
    expect((await answer(false, another)).ok).toBe(true)
    expect(codes(await answer(false, another))).toEqual(['not-found'])
    expect((await listExceptions(t.db, permit)).map((e) => e.state)).toEqual(['refused'])
  })
})
