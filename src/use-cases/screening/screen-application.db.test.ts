import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { open } from '#db/kit/open.ts'
import { listChecks } from '#db/queries/application/screening.ts'
import { evidenceHash } from '#db/records/application/screening.ts'
import { authorize, type Permit, systemActor } from '#domain/access/policy.ts'
import { day } from '#domain/dates.ts'
import type { Exclusion } from '#domain/party/exclusion.ts'
import { drVega } from '#test/people/dr-vega.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { type DeskWorld, office, seedDesk } from '../case/desk.fixture.ts'
import { fileApplication, permitFor, submitAgain } from '../case/filed.fixture.ts'
import { seedExclusions, seedLists } from '../case/lists.fixture.ts'
import { putBackCase, takeCase } from '../case/take-case.ts'
import { recommendApplication } from '../decisions/recommend-application.ts'
import { refuseApplication } from '../decisions/refuse-application.ts'
import { requestDevelopment } from '../development/request-development.ts'
import { bringAsked } from '../level/level.fixture.ts'
import { disposeCheck, recordLicense } from './judge-checks.ts'
import { screenApplication } from './screen-application.ts'
import { screenSubmissions } from './screen-submissions.ts'
import { disposeAll } from './screening.fixture.ts'
import { licensesOf } from './screening-subjects.ts'

const now = new Date('2026-11-25T15:00:00Z')
const later = (days: number) => new Date(now.getTime() + days * 86_400_000)
let database: TestDatabase
let world: DeskWorld
let id: string
let permit: Permit<'application.review'>

beforeEach(async () => {
  database = await testDatabase()
  world = await seedDesk(database.db, now)
  id = await fileApplication(database.db, world, now)
  permit = await permitFor(database.db, world.analyst, 'application.review', id)
})
afterEach(() => database.close())

const brandt: Exclusion = {
  id: 'row-7',
  list: 'LEIE',
  last: 'BRANDT',
  first: 'IDA',
  bornOn: day('1975-09-14'),
  authority: '1128a1',
  excludedOn: day('2019-04-18'),
}
const screen = async () => {
  expect((await screenApplication(database.db, permit, now)).ok).toBe(true)
  return listChecks(database.db, permit)
}
const take = () => takeCase(database.db, permit, now)

describe('holding a case', () => {
  it('is for one analyst', async () => {
    const other = await permitFor(database.db, world.otherAnalyst, 'application.review', id)
    const both = await Promise.all([take(), takeCase(database.db, other, now)])
    expect(both.map((r) => (r.ok ? 'taken' : r.problem.code)).sort()).toEqual(['case-taken', 'taken'])
  })
  it('ends when it is put back, and only by its holder', async () => {
    await take()
    const other = await permitFor(database.db, world.otherAnalyst, 'application.review', id)
    expect(await putBackCase(database.db, other, now)).toMatchObject({ problem: { code: 'not-your-case' } })
    expect((await putBackCase(database.db, permit, now)).ok).toBe(true)
    expect((await takeCase(database.db, other, now)).ok).toBe(true)
  })
  it('is needed to run checks', async () => {
    expect(await screenApplication(database.db, permit, now)).toMatchObject({ problem: { code: 'not-your-case' } })
  })
})

describe('checks', () => {
  it('without lists are unavailable, and block', async () => {
    await take()
    const checks = await screen()
    const outcomeOf = (kind: string) => new Set(checks.filter((c) => c.kind === kind).map((c) => c.outcome))
    for (const kind of ['name', 'npi-status', 'exclusion'])
      expect([kind, outcomeOf(kind)]).toEqual([kind, new Set(['unavailable'])])
    await disposeAll(database.db, permit, now)
    const refused = await recommendApplication(database.db, permit, '', now)
    expect(refused.ok ? [] : refused.problems.map((p) => p.with?.why)).toContain('unavailable')
  })

  it('keep their evidence, its hash, the list and its day; a re-run stands beside the earlier one', async () => {
    await seedLists(database.db, now)
    await take()
    const first = await screen()
    const name = first.find((c) => c.kind === 'name')!
    expect(name).toMatchObject({ outcome: 'same', source: 'nppes', sourceAsOf: '2026-11-01', submission: 1 })
    expect(evidenceHash(name.evidence)).toBe(name.evidenceSha256)
    // The applicant, her entity, the group, the manager and the billing agency.
    expect(first.filter((c) => c.kind === 'exclusion').map((c) => c.outcome)).toEqual(Array(5).fill('clear'))
    const second = await screen()
    expect(second).toHaveLength(first.length)
    expect(await listChecks(database.db, permit, true)).toHaveLength(first.length)
  })

  it('find an excluded manager, want a reasoned word, and keep it while the list says the same', async () => {
    await seedLists(database.db, now, [brandt])
    await take()
    const ofManager = (checks: Awaited<ReturnType<typeof screen>>) =>
      checks.find((c) => c.kind === 'exclusion' && c.subject === 'managing-employees/manager')!
    const hit = ofManager(await screen())
    expect(hit).toMatchObject({ outcome: 'match', disposition: undefined })
    expect(hit.evidence).toMatchObject({
      hit: {
        exclusion: { id: 'row-7' },
        fields: expect.arrayContaining([expect.objectContaining({ code: 'last:equal' })]),
      },
    })
    expect(JSON.stringify(hit.evidence.query)).not.toContain('1975-09-14')
    const say = (reason: string) =>
      disposeCheck(database.db, permit, { checkId: hit.id, disposition: 'not-the-same', reason }, now)
    expect(await say('no')).toMatchObject({ problem: { code: 'reason-needed' } })
    expect((await say('Another birthplace, seen on the order')).ok).toBe(true)
    const again = ofManager(await screen())
    expect(again).toMatchObject({
      disposition: 'not-the-same',
      dispositionReason: 'Another birthplace, seen on the order',
    })
    await open(database.db)
      .updateTable('source_import')
      .set({ status: 'superseded' })
      .where('source', '=', 'leie')
      .execute()
    await seedExclusions(database.db, now, [{ ...brandt, middle: 'M' }])
    const changed = ofManager(await screen())
    expect(changed.disposition).toBeUndefined()
  })

  it('are not enough without the licenses, and say which are missing', async () => {
    await seedLists(database.db, now)
    await take()
    await screen()
    await disposeAll(database.db, permit, now)
    await bringAsked(database.db, permit, now)
    const refused = await recommendApplication(database.db, permit, '', now)
    expect(refused.ok ? [] : refused.problems.map((p) => [p.code, p.with?.kind, p.with?.why])).toEqual([
      ['screening-open', 'license-board', 'missing'],
      ['screening-open', 'license-board', 'missing'],
    ])
    const [license] = licensesOf(drVega)
    const seen = { subject: license!.subject, site: 'board.example', seenOn: day('2026-11-25'), note: undefined }
    await recordLicense(database.db, permit, { ...seen, standing: 'suspended', expiresOn: undefined }, now)
    const state = (await listChecks(database.db, permit)).find((c) => c.kind === 'license-board')
    expect(state).toMatchObject({ outcome: 'different', source: 'board.example' })
  })
})

describe('asking for more', () => {
  const item = {
    sectionId: 'licenses',
    itemId: 'ia',
    question: 'number',
    wording: 'Send the number as printed',
    cite: '42 CFR 424.510(d)',
  }
  const ask = () => requestDevelopment(database.db, permit, [item], office, now)

  it('starts a clock of thirty days in the contractor’s zone, with a letter and a mail that says nothing', async () => {
    await take()
    // 15:00 UTC is November 25 in Chicago.
    expect(await ask()).toEqual({ ok: true, value: { dueOn: '2026-12-25' } })
    const letters = await open(database.db).selectFrom('letter').selectAll().execute()
    expect(letters.map((l) => l.kind)).toEqual(['development'])
    const [mail] = await open(database.db).selectFrom('message').selectAll().execute()
    expect(mail?.body).toContain('December 25, 2026')
    expect(mail?.body).not.toMatch(/Vega|license/i)
  })

  it('refuses a second click, an empty list and somebody else', async () => {
    await take()
    expect(await requestDevelopment(database.db, permit, [], office, now)).toMatchObject({
      problem: { code: 'items-needed' },
    })
    const both = await Promise.all([ask(), ask()])
    expect(both.filter((r) => r.ok)).toHaveLength(1)
    const rows = await open(database.db).selectFrom('development_request').selectAll().execute()
    expect(rows).toHaveLength(1)
  })

  it('lets a person reject only after the last day', async () => {
    await take()
    await ask()
    const decide = await permitFor(database.db, world.supervisor, 'application.decide', id)
    const reject = (at: Date) =>
      refuseApplication(
        database.db,
        decide,
        { kind: 'reject', reasons: ['information-not-given'], found: 'No license number came' },
        office,
        at,
      )
    expect(await reject(later(30))).toMatchObject({ problem: { code: 'clock-still-runs' } })
    expect((await reject(later(31))).ok).toBe(true)
    const letters = await open(database.db).selectFrom('letter').select(['kind']).orderBy('issued_at').execute()
    expect(letters.map((l) => l.kind)).toEqual(['development', 'rejection'])
  })

  it('makes earlier checks count no more, once the answer is there', async () => {
    await seedLists(database.db, now)
    await take()
    await screen()
    await ask()
    await submitAgain(database.db, world, id, drVega, later(3), day('2026-11-28'))
    const refused = await recommendApplication(database.db, permit, '', later(3))
    expect(refused.ok ? [] : refused.problems.map((p) => p.with?.kind)).toContain('name')
  })

  it('has the answer screened by the program, once, with what a person said before', async () => {
    await seedLists(database.db, now, [brandt])
    await take()
    await screen()
    await disposeAll(database.db, permit, now)
    const run = authorize(systemActor, 'system.run', { id: 'test' })
    if (!run.ok) throw new Error('the system may run')
    const byItself = (at: Date) => screenSubmissions(database.db, run.value, at)
    expect(await byItself(now)).toBe(0)
    await ask()
    expect(await byItself(later(1))).toBe(0)
    await submitAgain(database.db, world, id, drVega, later(3), day('2026-11-28'))
    expect(await Promise.all([byItself(later(3)), byItself(later(3))])).toContain(1)
    expect(await byItself(later(4))).toBe(0)
    const checks = await listChecks(database.db, permit)
    const automatic = checks.filter((c) => c.kind !== 'license-board')
    expect(new Set(automatic.map((c) => `${c.submission} ${c.ranBy}`))).toEqual(new Set(['2 system']))
    expect(new Set(automatic.map((c) => `${c.kind} ${c.subject} ${c.outcome}`)).size).toBe(automatic.length)
    expect(checks.find((c) => c.outcome === 'match')?.disposition).toBe('not-the-same')
    for (const license of licensesOf(drVega)) {
      const seen = { subject: license.subject, site: 'board.example', seenOn: day('2026-11-28'), note: undefined }
      await recordLicense(database.db, permit, { ...seen, standing: 'active', expiresOn: undefined }, later(3))
    }
    await bringAsked(database.db, permit, later(3))
    expect((await recommendApplication(database.db, permit, '', later(3))).ok).toBe(true)
  })
})
