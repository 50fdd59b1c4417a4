import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { open } from '#db/kit/open.ts'
import { demoContractors } from '#demo/accounts/contractors.ts'
import { seedEnrollments } from '#demo/enrollments/enrollments.ts'
import { loadDemoSources } from '#demo/load-demo-sources.ts'
import { authorize, systemActor } from '#domain/access/policy.ts'
import { addDays, addMonths, type Day, dayIn, lastOfMonth, siteZone } from '#domain/dates.ts'
import { EVERYBODY } from '#domain/policies/desk-policy.ts'
import { monitoringPolicy } from '#domain/screening/monitoring.ts'
import { lastBilledHeader, lastNamedHeader } from '#outside/sources/lists/last-billed.ts'
import { openSourceFile } from '#outside/sources/source-file.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { en } from '#words/index.ts'
import { tryMonitoring } from '../policies/try-monitoring.ts'
import { importSource } from '../sources/import-source.ts'
import { claimsJudged } from './judge-claims.ts'
import { judgeMonitoring } from './judge-monitoring.ts'
import { monitorEnrollments } from './monitor-enrollments.ts'
import { toldUnbilled } from './told-unbilled.ts'

let t: TestDatabase
let dir: string
let now = new Date('2026-11-24T15:00:00Z')
const clock = { now: () => now }
const run = authorize(systemActor, 'system.run', { id: 'jobs' })
const manage = authorize(systemActor, 'registry.manage', { id: 'registry' })
if (!run.ok || !manage.ok) throw new Error('the system may')
const [running, managing] = [run.value, manage.value]

interface Enrolled {
  readonly id: string
  readonly npi: string
  readonly ptan: string
  readonly contractor_id: string
}
let people: readonly Enrolled[]

beforeAll(async () => {
  t = await testDatabase()
  dir = await mkdtemp(join(tmpdir(), 'last-billed-'))
  for (const { states, zone, ...c } of demoContractors) {
    await open(t.db)
      .insertInto('contractor')
      .values({ ...c, time_zone: zone })
      .execute()
    await open(t.db)
      .insertInto('contractor_state')
      .values(states.map((state) => ({ state, contractor_id: c.id })))
      .execute()
  }
  await loadDemoSources(t.db, { clock })
  await seedEnrollments(t.db, now, { count: 40, byHand: [] })
  people = await open(t.db)
    .selectFrom('enrollment as n')
    .innerJoin('enrollee as e', 'e.id', 'n.enrollee_id')
    .select(['n.id', 'e.npi', 'n.ptan', 'n.contractor_id'])
    .where('n.status', '=', 'approved')
    .where('n.form', 'not in', ['CMS-855O', 'OPT-OUT'])
    .orderBy('n.id')
    .execute()
  // What else the demonstration's lists find is not asked here.
  await monitor()
  await open(t.db).deleteFrom('monitoring_case').execute()
})
afterAll(async () => {
  await t.close()
  await rm(dir, { recursive: true })
})

const monitor = () => monitorEnrollments(t.db, running, { origin: 'https://enroll.example', words: en }, now)
const today = () => dayIn(siteZone, now)
const later = (days: number) => {
  now = new Date(now.getTime() + days * 86_400_000)
}
let files = 0
/** Everybody billed in the month of the file, but for those who are told otherwise; `null` leaves somebody out. */
async function claims(
  last: Readonly<Record<string, Day | null>>,
  asOf = today(),
  from = addMonths(asOf, -24),
  allowShrink = false,
  more: readonly string[] = [],
) {
  const lines = people.flatMap((p, i) => {
    const on = last[p.id] === undefined ? addDays(asOf, -3) : last[p.id]
    // Every other one by the PTAN alone.
    return on ? [[i % 2 ? '' : p.npi, i % 2 ? p.ptan : '', on, asOf, from].join(',')] : []
  })
  const path = join(dir, `claims-${files++}.csv`)
  await writeFile(path, `${[lastBilledHeader.join(','), ...lines, ...more].join('\n')}\n`)
  const file = await openSourceFile(path)
  if (!file.ok) throw new Error(file.problem.code)
  const done = await importSource(t.db, managing, file.value, { allowShrink }, { clock })
  if (!done.ok) throw new Error(done.problem.code)
  return done.value
}
const cases = () =>
  open(t.db)
    .selectFrom('monitoring_case')
    .select(['id', 'enrollment_id', 'kind', 'evidence', 'disposed_at'])
    .where('source', '=', 'last-billed')
    .orderBy('opened_at')
    .orderBy('enrollment_id')
    .execute()
async function judge(
  c: { id: string },
  contractorId: string,
  disposition: 'no-action' | 'for-action' | 'not-the-same',
) {
  const desk = {
    userId: '00000000-0000-4000-8000-00000000000a',
    memberships: [{ role: 'mac-analyst', partyId: contractorId } as const],
  }
  const permit = authorize(desk, 'monitoring.judge', { id: c.id, contractorId })
  if (!permit.ok) throw new Error(permit.problem.code)
  const said = await judgeMonitoring(t.db, permit.value, { disposition, reason: 'On leave until the summer' }, now)
  return said.ok ? 'done' : said.problem.code
}

describe('the monitoring of those who do not bill', () => {
  it('says nothing without a file, nor with an old one, and waits for a newer', async () => {
    expect(await monitor()).toBe(0)
    await claims({ [people[0]!.id]: null }, addDays(today(), -46))
    expect(await monitor()).toBe(0)
    const runs = await open(t.db).selectFrom('monitoring_run').where('source', '=', 'last-billed').selectAll().execute()
    expect(runs).toEqual([])
  })

  it('opens one case for each who did not bill, is the same twice, and goes on where it was killed', async () => {
    const [silent, old, recent, byPtan] = [people[0]!, people[1]!, people[2]!, people[3]!]
    const asOf = '2026-10-31' as Day
    const loaded = await claims(
      { [silent.id]: null, [old.id]: '2026-04-30' as Day, [recent.id]: '2026-05-01' as Day, [byPtan.id]: null },
      asOf,
    )
    expect(loaded).toMatchObject({ asOf, quarantined: 0, outcome: 'loaded' })
    expect(await monitor()).toBe(3)
    expect(await monitor()).toBe(0)
    const found = await cases()
    expect(found.map((c) => c.enrollment_id)).toEqual([silent.id, old.id, byPtan.id].sort())
    expect(found.find((c) => c.enrollment_id === old.id)?.evidence).toMatchObject({
      nonBilling: { lastClaimOn: '2026-04-30', months: 6, claimBy: '2026-10-31', limit: 6 },
    })
    const mails = await open(t.db).selectFrom('message').select('body').where('template', '=', 'monitoring').execute()
    expect(mails.some((m) => m.body.includes('Last claims file'))).toBe(true)

    await open(t.db).deleteFrom('monitoring_case').where('enrollment_id', '=', byPtan.id).execute()
    await open(t.db)
      .updateTable('monitoring_run')
      .set({ finished_at: null, after_enrollment: old.id })
      .where('source', '=', 'last-billed')
      .execute()
    expect(await Promise.all([monitor(), monitor()]).then((n) => n.reduce((a, b) => a + b))).toBe(1)
    expect(await cases()).toHaveLength(3)
  })

  it('is tried dry with other months: nothing is written', async () => {
    const trying = authorize(
      { userId: '00000000-0000-4000-8000-00000000000b', memberships: [{ role: 'mac-supervisor', partyId: 'lakes' }] },
      'rules.try',
      { id: 'lakes', contractorId: 'lakes' },
    )
    if (!trying.ok) throw new Error(trying.problem.code)
    const lakes = people.slice(0, 4).filter((p) => p.contractor_id === 'lakes')
    const tried = async (nonBillingMonths: number) =>
      tryMonitoring(t.db, trying.value, { ...monitoringPolicy, nonBillingMonths }, today())
    const [same, more, fewer] = [await tried(6), await tried(5), await tried(60)]
    if (same === 'unavailable' || more === 'unavailable' || fewer === 'unavailable') throw new Error('it is loaded')
    const hits = lakes.filter((p) => p.id !== people[2]!.id).length
    expect(same).toMatchObject({ before: hits, after: hits, differences: [] })
    expect(more.after - more.before).toBe(lakes.some((p) => p.id === people[2]!.id) ? 1 : 0)
    expect([fewer.after, fewer.differences.length]).toEqual([0, hits])
  })

  it('keeps quiet about what was let pass until the months have passed again', async () => {
    const [silent, old, byPtan] = [people[0]!, people[1]!, people[3]!]
    const of = async (p: Enrolled) => (await cases()).filter((c) => c.enrollment_id === p.id)
    expect(await judge((await of(old))[0]!, old.contractor_id, 'not-the-same')).toBe('disposition-needed')
    for (const p of [silent, old]) expect(await judge((await of(p))[0]!, p.contractor_id, 'no-action')).toBe('done')
    expect(await judge((await of(byPtan))[0]!, byPtan.contractor_id, 'for-action')).toBe('done')
    const still = { [silent.id]: null, [old.id]: '2026-04-30' as Day, [byPtan.id]: null }
    later(14)
    await claims(still, '2026-11-30' as Day)
    expect(await monitor()).toBe(0)
    later(150)
    await claims(still, '2027-04-30' as Day)
    expect(await monitor(), 'whose decision is asked for is not asked again').toBe(2)
    expect([(await of(silent)).length, (await of(old)).length, (await of(byPtan)).length]).toEqual([2, 2, 1])
  })

  it('does not believe a file that knows hardly anybody', async () => {
    later(1)
    const before = (await cases()).length
    const nobody = Object.fromEntries(people.slice(3).map((p) => [p.id, null]))
    const { importId } = await claims(nobody, addDays(today(), -1), addMonths(today(), -12), true)
    expect(people.length).toBeGreaterThanOrEqual(20)
    expect(await monitor()).toBe(0)
    expect(await claimsJudged(t.db, 'last-billed', importId)).toMatchObject({ known: 3, enrollments: people.length })
    expect((await cases()).length).toBe(before)
  })

  it('asks about who only orders when no claim names them for twelve months, and nobody else', async () => {
    later(1)
    const orders = people.slice(6, 8)
    const { db } = t
    await open(db)
      .updateTable('enrollment')
      .set({ form: 'CMS-855O' })
      .where(
        'id',
        'in',
        orders.map((p) => p.id),
      )
      .execute()
    const asOf = lastOfMonth(addMonths(today(), -1))
    const path = join(dir, 'named.csv')
    const row = [orders[0]!.npi, addMonths(asOf, -11), asOf, addMonths(asOf, -30)]
    await writeFile(path, `${[lastNamedHeader.join(','), row.join(',')].join('\n')}\n`)
    const file = await openSourceFile(path)
    if (!file.ok) throw new Error(file.problem.code)
    const done = await importSource(db, managing, file.value, {}, { clock })
    expect(done).toMatchObject({ value: { source: 'last-named', asOf, rows: 1, quarantined: 0 } })
    expect(await monitor()).toBe(1)
    const [found] = await open(db).selectFrom('monitoring_case').selectAll().where('kind', '=', 'not-named').execute()
    expect(found).toMatchObject({ enrollment_id: orders[1]!.id, source: 'last-named' })
    expect(found!.evidence).toMatchObject({ nonBilling: { lastClaimOn: null, limit: 12 } })
    expect(await judge(found!, orders[1]!.contractor_id, 'not-the-same')).toBe('disposition-needed')

    const looking = authorize({ userId: '00000000-0000-4000-8000-00000000000c', memberships: [] }, 'dashboard.view', {
      id: '00000000-0000-4000-8000-00000000000c',
      ownerId: '00000000-0000-4000-8000-00000000000c',
    })
    if (!looking.ok) throw new Error(looking.problem.code)
    const told = async () => [...(await toldUnbilled(db, looking.value, [orders[1]!.id], today())).keys()]
    expect(await told()).toEqual([orders[1]!.id])
    await open(db)
      .insertInto('desk_policy')
      .values({
        topic: 'monitoring',
        key: EVERYBODY,
        version: 1,
        value: JSON.stringify({ ...monitoringPolicy, orderOnly: false }),
        from_on: addDays(today(), -1),
        reason: 'They are watched elsewhere',
        state: 'in-force',
        proposed_by: null,
        proposed_at: now,
        answered_by: null,
        answered_at: now,
        answer: null,
      })
      .execute()
    expect(await told(), 'whom the desk does not watch').toEqual([])
    await open(db).deleteFrom('desk_policy').execute()
    await open(db).updateTable('enrollment').set({ form: 'CMS-855I' }).where('form', '=', 'CMS-855O').execute()
  })

  it('takes who rendered what another one billed as somebody who billed', async () => {
    later(1)
    const [rendered, group] = [people[8]!, people[9]!]
    const asOf = addDays(today(), -1)
    await claims({ [rendered.id]: null }, asOf, undefined, false, [
      [rendered.npi, group.ptan, addDays(asOf, -3), asOf, addMonths(asOf, -24)].join(','),
    ])
    await monitor()
    expect((await cases()).map((c) => c.enrollment_id)).not.toContain(rendered.id)
  })

  it('leaves out whose deactivation is prepared', async () => {
    const [ending, other] = [people[4]!, people[5]!]
    await open(t.db)
      .insertInto('enrollment_decision')
      .values({
        id: '00000000-0000-4000-8000-0000000000d1',
        enrollment_id: ending.id,
        kind: 'deactivate',
        state: 'prepared',
        reasons: JSON.stringify(['voluntary']),
        found: 'Asked for it by telephone',
        event_on: null,
        days: null,
        bar_years: null,
        undoes_id: null,
        monitoring_case_id: null,
        prepared_by: '00000000-0000-4000-8000-00000000000a',
        prepared_at: now,
        decided_by: null,
        decided_at: null,
        effective_on: null,
        until_on: null,
        periods_before: null,
        periods_after: null,
        letter_id: null,
      })
      .execute()
    later(1)
    await claims({ [ending.id]: null, [other.id]: null }, addDays(today(), -1))
    await monitor()
    const found = (await cases()).map((c) => c.enrollment_id)
    expect([found.includes(ending.id), found.includes(other.id)]).toEqual([false, true])
  })
})
