import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { open } from '#db/kit/open.ts'
import { countMonitoringCases, listMonitoringCases, monitoringSubject } from '#db/queries/lists/monitoring.ts'
import { demoContractors } from '#demo/accounts/contractors.ts'
import { seedEnrollments } from '#demo/enrollments/enrollments.ts'
import { loadDemoSources } from '#demo/load-demo-sources.ts'
import { type Actor, authorize, systemActor } from '#domain/access/policy.ts'
import { type MonitoringPolicy, monitoringPolicy } from '#domain/screening/monitoring.ts'
import { leieHeader } from '#outside/sources/leie.ts'
import { openSourceFile } from '#outside/sources/source-file.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { en } from '#words/index.ts'
import { tryWatched } from '../policies/try-watched.ts'
import { importSource } from '../sources/import-source.ts'
import { judgeMonitoring } from './judge-monitoring.ts'
import { monitorEnrollments } from './monitor-enrollments.ts'

let t: TestDatabase
let dir: string
let now = new Date('2026-11-24T15:00:00Z')
const clock = { now: () => now }
const writer = { origin: 'https://enroll.example', words: en }
const system = (() => {
  const [run, manage] = [
    authorize(systemActor, 'system.run', { id: 'jobs' }),
    authorize(systemActor, 'registry.manage', { id: 'registry' }),
  ]
  if (!run.ok || !manage.ok) throw new Error('the system may')
  return { run: run.value, manage: manage.value }
})()

interface Enrolled {
  readonly id: string
  readonly npi: string
  readonly contractor_id: string
}
let people: readonly Enrolled[]

beforeAll(async () => {
  t = await testDatabase()
  dir = await mkdtemp(join(tmpdir(), 'monitoring-'))
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
  await seedEnrollments(t.db, now, { count: 60, byHand: [] })
  people = await open(t.db)
    .selectFrom('enrollment as n')
    .innerJoin('enrollee as e', 'e.id', 'n.enrollee_id')
    .select(['n.id', 'e.npi', 'n.contractor_id'])
    .where('n.status', '=', 'approved')
    .orderBy('n.id')
    .execute()
})
afterAll(async () => {
  await t.close()
  await rm(dir, { recursive: true })
})

type Line = Partial<Record<(typeof leieHeader)[number], string>>
const row = (npi: string, more: Line = {}): Line => ({
  LASTNAME: 'LISTED',
  FIRSTNAME: 'PAT',
  NPI: npi,
  DOB: '19600102',
  EXCLTYPE: '1128a1',
  EXCLDATE: '20261020',
  REINDATE: '00000000',
  WAIVERDATE: '00000000',
  ...more,
})
let files = 0
async function supplement(...lines: readonly Line[]) {
  const path = join(dir, `${files++}EXCL.csv`)
  const text = lines.map((l) => leieHeader.map((n) => `"${l[n] ?? ''}"`).join(','))
  await writeFile(path, `${[leieHeader.join(','), ...text].join('\n')}\n`)
  const file = await openSourceFile(path)
  if (!file.ok) throw new Error(file.problem.code)
  now = new Date(now.getTime() + 1000)
  const done = await importSource(t.db, system.manage, file.value, { as: 'leie', increment: true }, { clock })
  if (!done.ok) throw new Error(done.problem.code)
}
const monitor = () => monitorEnrollments(t.db, system.run, writer, now)
const deskOf = (contractorId: string): Actor => ({
  userId: '00000000-0000-4000-8000-00000000000a',
  memberships: [{ role: 'mac-analyst', partyId: contractorId }],
})
function viewOf(contractorId: string) {
  const permit = authorize(deskOf(contractorId), 'monitoring.view', { id: contractorId, contractorId })
  if (!permit.ok) throw new Error(permit.problem.code)
  return permit.value
}
async function judge(contractorId: string, caseId: string, disposition: 'not-the-same' | 'for-action', reason: string) {
  const subject = await monitoringSubject(t.db, caseId)
  const permit = authorize(deskOf(contractorId), 'monitoring.judge', subject!)
  if (!permit.ok) return permit.problem.code
  const done = await judgeMonitoring(t.db, permit.value, { disposition, reason }, now)
  return done.ok ? 'done' : done.problem.code
}

describe('the monitoring of those who are enrolled', () => {
  it('asks the whole list once a month, then only what is new, and opens no case twice', async () => {
    await monitor()
    expect(await monitor()).toBe(0)
    const before = await open(t.db).selectFrom('monitoring_case').select('id').execute()
    const [first, second] = [people[0]!, people[1]!]
    await supplement(row(first.npi), row('0000000000', { LASTNAME: 'QWXYZ', FIRSTNAME: 'NOBODY' }))
    expect(await monitor()).toBe(1)
    expect(await monitor()).toBe(0)
    const [found] = (await listMonitoringCases(t.db, viewOf(first.contractor_id), 'open')).filter(
      (c) => !before.some((b) => b.id === c.id),
    )
    expect(found).toMatchObject({
      enrollmentId: first.id,
      party: 'applicant',
      kind: 'exclusion',
      outcome: 'match',
      source: 'leie',
    })
    expect(found!.evidence).toMatchObject({
      hit: { fields: expect.arrayContaining([{ code: 'npi:equal', bits: 60 }]) },
    })
    const run = await open(t.db).selectFrom('monitoring_run').selectAll().where('pass', '=', 'load').execute()
    expect(run).toMatchObject([{ opened: 1, enrollments: expect.any(Number) }])
    const mails = await open(t.db).selectFrom('message').selectAll().where('template', '=', 'monitoring').execute()
    expect(mails.some((m) => m.subject === 'Monitoring: 1 new case' && !m.body.includes('LISTED'))).toBe(true)

    now = new Date('2026-12-02T15:00:00Z')
    expect(await monitor(), 'the next month asks all of it and knows these cases').toBe(0)
    await supplement(row(second.npi))
    expect(await monitor()).toBe(1)
  })

  it('keeps what was cleared until the entry says something else', async () => {
    await monitor()
    const who = people[2]!
    await supplement(row(who.npi))
    await monitor()
    const find = async () =>
      (await listMonitoringCases(t.db, viewOf(who.contractor_id), 'open')).filter((c) => c.enrollmentId === who.id)
    const [hit] = await find()
    expect(await judge('elsewhere', hit!.id, 'not-the-same', 'Somebody of that name in Ohio')).toBe('not-permitted')
    expect(await judge(who.contractor_id, hit!.id, 'not-the-same', 'short')).toBe('reason-needed')
    expect(await judge(who.contractor_id, hit!.id, 'not-the-same', 'Somebody of that name in Ohio')).toBe('done')
    expect(await judge(who.contractor_id, hit!.id, 'for-action', 'Somebody of that name in Ohio')).toBe('stale')
    await open(t.db).deleteFrom('monitoring_case').execute()
    now = new Date('2027-01-04T15:00:00Z')
    await monitor()
    expect(await find(), 'the word holds although the case is gone').toEqual([])
    await supplement(row(who.npi, { ADDRESS: '9 OAK ST' }))
    await monitor()
    expect(await find()).toHaveLength(1)
    expect(await countMonitoringCases(t.db, viewOf(who.contractor_id))).toMatchObject({ open: expect.any(Number) })
  })

  it('goes on where it was interrupted, and two at once open each case once', async () => {
    await monitor()
    await supplement(row(people[3]!.npi), row(people[4]!.npi, { FIRSTNAME: 'SAM' }))
    const opened = await Promise.all([monitor(), monitor(), monitor()])
    expect(opened.reduce((a, b) => a + b)).toBe(2)
    const { id: newest } = await open(t.db)
      .selectFrom('monitoring_run')
      .select('id')
      .where('pass', '=', 'load')
      .orderBy('started_at', 'desc')
      .executeTakeFirstOrThrow()
    // As if the program had been killed after the first page: the pass begins after it and finishes.
    await open(t.db)
      .updateTable('monitoring_run')
      .set({ finished_at: null, after_enrollment: people[3]!.id })
      .where('id', '=', newest)
      .execute()
    await open(t.db).deleteFrom('monitoring_case').where('enrollment_id', '=', people[4]!.id).execute()
    expect(await monitor()).toBe(1)
    const runs = await open(t.db).selectFrom('monitoring_run').select('finished_at').execute()
    expect(runs.every((r) => r.finished_at !== null)).toBe(true)
  })
})

it('a policy is tried dry: who would be watched, and what nobody would have seen without a list', async () => {
  const { contractor_id: contractorId, id } = people[0]!
  const auditor = authorize({ userId: 'a', memberships: [{ role: 'auditor', partyId: '' }] }, 'rules.try', {
    id: 'every-contractor',
  })
  const actor = { userId: 's', memberships: [{ role: 'mac-supervisor' as const, partyId: contractorId }] }
  const supervisor = authorize(actor, 'rules.try', { id: contractorId, contractorId })
  if (!auditor.ok || !supervisor.ok) throw new Error('both may try')
  const tried = (value: Partial<MonitoringPolicy>, permit = supervisor.value) =>
    tryWatched(t.db, permit, { ...monitoringPolicy, ...value }, clock.now())
  const own = people.filter((p) => p.contractor_id === contractorId).length
  expect(await tried({})).toMatchObject({ before: own, after: own, differences: [], unseen: [], listsGone: [] })
  expect(await tried({}, auditor.value)).toMatchObject({ before: people.length })
  const none = await tried({ statuses: [] })
  expect(none).toMatchObject({ before: own, after: 0 })
  expect(none.differences).toHaveLength(own)
  expect(none.differences).toContainEqual(expect.objectContaining({ enrollmentId: id, comes: false }))
  const without = await tried({ sources: monitoringPolicy.sources.filter((s) => s !== 'leie'), everyMonths: 3 })
  expect(without).toMatchObject({ listsGone: ['leie'], listsNew: [], everyMonths: { before: 1, after: 3 } })
  const { rows } = await t.pool.query(
    "select id from monitoring_case where source = 'leie' and contractor_id = $1 order by id",
    [contractorId],
  )
  expect(without.unseen.map((c) => c.id).toSorted()).toEqual(rows.map((r) => r.id))
  expect(rows.length).toBeGreaterThan(0)
})
