/** The demonstration's applications: every status, both contractors, and the same when the program was killed half way. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { open } from '#db/kit/open.ts'
import { listMethods } from '#db/queries/access/accounts.ts'
import { listOwnApplications } from '#db/queries/application/applications.ts'
import { readDashboard } from '#db/queries/application/dashboard.ts'
import { listLetters } from '#db/queries/application/letters.ts'
import { listOwnEnrollments } from '#db/queries/enrollment/enrollments.ts'
import { listToSign } from '#db/queries/reassignments/to-sign.ts'
import { type Actor, authorize } from '#domain/access/policy.ts'
import { type ApplicationEvent, statusAfter, statuses } from '#domain/application/lifecycle.ts'
import { addDays, dayIn } from '#domain/dates.ts'
import type { Files } from '#outside/files/files.ts'
import { folderFiles } from '#outside/files/folder-files.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { identity, site } from '#test/support/identity.ts'
import { en } from '#words/index.ts'
import { demoAccounts } from '../accounts/accounts.ts'
import { demoFilers } from '../accounts/filers.ts'
import { demoParties } from '../accounts/people.ts'
import { seedSituations } from '../enrollments/situations.ts'
import { seedFilings } from '../filings/filings.ts'
import { seedDemo } from '../seed.ts'
import { plans } from './application-plans.ts'
import { seedApplications } from './applications.ts'
import { seedCaseTasks } from './case-tasks.ts'

const now = new Date('2026-11-25T03:30:00Z')
const today = dayIn('America/Chicago', now)
const dataDir = mkdtempSync(join(tmpdir(), 'openpecos-demo-'))
const files = folderFiles(join(dataDir, 'files'))
let t: TestDatabase

const seed = (through: Files) =>
  seedApplications({ db: t.db, files: through, site, words: en }, { passwords: identity.passwords, now })

beforeAll(async () => {
  t = await testDatabase()
  await seedDemo(t.db, { identity, clock: { now: () => now }, dataDir, small: false, log: () => {} })
  let left = 25
  const dying: Files = {
    ...files,
    put: (bytes) => (left-- > 0 ? files.put(bytes) : Promise.reject(new Error('killed'))),
  }
  await expect(seed(dying)).rejects.toThrow('killed')
  await seed(files)
  await seed(files)
}, 120_000)
afterAll(async () => {
  await t.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const rows = () =>
  open(t.db)
    .selectFrom('application as a')
    .innerJoin('enrollee as e', 'e.id', 'a.enrollee_id')
    .selectAll('a')
    .select('e.npi')
    .execute()
const of = async (npi: string) => (await rows()).filter((r) => r.npi === npi)

test('one application for each plan, and Rosa’s change, however often it ran', async () => {
  const all = await rows()
  expect(all).toHaveLength(plans.length + 1)
  const initial = all.filter((r) => r.reason === 'initial')
  expect(new Set(initial.map((r) => r.npi)).size).toBe(plans.length)
})

test('every status, at both contractors where work is waiting, long enough ago to be a history', async () => {
  const all = await rows()
  // What is kept for its window is told with the filings that stand beside one another.
  const told = Object.keys(statuses).filter((s) => s !== 'held')
  expect(new Set(all.map((r) => r.status))).toEqual(new Set(told))
  for (const status of ['draft', 'submitted', 'in-review', 'in-development', 'recommended', 'approved'] as const)
    for (const contractor of ['lakes', 'gulf'])
      expect([status, all.some((r) => r.status === status && r.contractor_id === contractor)]).toEqual([status, true])
  expect(all.every((r) => r.updated_at < now)).toBe(true)
})

test('the history of each leads to its status, in the order of time', async () => {
  for (const { id, status } of await rows()) {
    const lines = await open(t.db)
      .selectFrom('application_event')
      .select(['event', 'at'])
      .where('application_id', '=', id)
      .orderBy('ordinal')
      .execute()
    // Tasks stand beside the movements.
    const moves = lines.slice(1).flatMap((l) => (l.event === 'task' ? [] : [l.event as ApplicationEvent]))
    expect(statusAfter(moves)).toBe(status)
    expect(lines.map((l) => l.at)).toEqual(lines.map((l) => l.at).sort((a, b) => a.getTime() - b.getTime()))
  }
})

test('one request is due tomorrow, others are overdue or in good time', async () => {
  const waiting = (await rows()).filter((r) => r.status === 'in-development').map((r) => r.due_on ?? '')
  expect(waiting).toContain(addDays(today, 1))
  expect(waiting.some((d) => d < today)).toBe(true)
  expect(waiting.some((d) => d > addDays(today, 7))).toBe(true)
})

test('people whom everybody may name stand where the documents say', async () => {
  const { rosaVega, chidiOkafor, victorAshgrove } = demoParties
  expect((await of(rosaVega.npi)).map((r) => `${r.reason} ${r.status}`).sort()).toEqual([
    'change draft',
    'initial approved',
  ])
  expect((await of(chidiOkafor.npi)).map((r) => r.status)).toEqual(['in-development'])
  const [victor] = await of(victorAshgrove.npi)
  const k = open(t.db)
  const checks = await k.selectFrom('screening_check').selectAll().where('application_id', '=', victor!.id).execute()
  expect(checks.filter((c) => c.check_id === 'exclusion' && c.outcome === 'match')).not.toEqual([])
  const letters = await k
    .selectFrom('letter as l')
    .innerJoin('enrollee as e', 'e.id', 'l.enrollee_id')
    .select(['e.npi', 'l.kind', 'l.first_read_at'])
    .execute()
  expect(letters.filter((l) => l.npi === rosaVega.npi)).toMatchObject([{ kind: 'approval', first_read_at: null }])
  expect(new Set(letters.map((l) => l.kind))).toEqual(
    new Set(['approval', 'denial', 'rejection', 'return', 'development']),
  )
})

test('nobody is written to but those who have an account of their own', async () => {
  // The monitoring writes to the contractors' own addresses.
  const sent = await open(t.db)
    .selectFrom('message')
    .select('recipient')
    .distinct()
    .where('template', '<>', 'monitoring')
    .execute()
  const recipients = sent.map((m) => m.recipient)
  const known: readonly string[] = demoAccounts.map((a) => a.email)
  expect(recipients.filter((r) => !known.includes(r))).toEqual([])
  expect(recipients).toEqual(expect.arrayContaining(['chidi@okafor-np.example', 'rosa@vega-family.example']))
})

test('one who only orders, one who opts out, and a revalidation to confirm, however often it ran', async () => {
  const stage = { db: t.db, files, site, words: en }
  for (let run = 0; run < 2; run++) await seedSituations(stage, { passwords: identity.passwords, now })
  const others = (await rows()).filter((r) => r.form !== 'CMS-855I' || r.reason === 'revalidation')
  expect(others.map((r) => `${r.form} ${r.reason} ${r.status}`).sort()).toEqual([
    'CMS-855I revalidation draft',
    'CMS-855O initial submitted',
    'OPT-OUT initial submitted',
  ])
})

test('a revalidation that is kept, a draft that the record overtook, a sale that is disputed, however often it ran', async () => {
  const stage = { db: t.db, files, site, words: en }
  for (let run = 0; run < 2; run++) await seedFilings(stage, now)
  const kept = (await rows()).filter((r) => r.status === 'held')
  expect(kept.map((r) => r.reason)).toEqual(['revalidation'])
  const { party_id: enrolleeId } = await open(t.db)
    .selectFrom('membership as m')
    .innerJoin('app_user as u', 'u.id', 'm.user_id')
    .select(['m.party_id', 'u.id'])
    .where('u.login_id', '=', demoFilers.earlier.loginId)
    .executeTakeFirstOrThrow()
  const actor: Actor = { userId: 'x', memberships: [{ role: 'individual-provider', partyId: enrolleeId }] }
  const permit = authorize(actor, 'dashboard.view', { id: kept[0]!.signer_id ?? '', ownerId: 'x' })
  const { overtaken } = permit.ok ? await readDashboard(t.db, permit.value) : { overtaken: new Set() }
  // The draft, and the one that is kept, into which the new street goes by itself.
  expect(overtaken.size).toBe(2)
  const sales = await open(t.db).selectFrom('ownership_transfer').select(['answer', 'said']).execute()
  expect(sales).toEqual([{ answer: 'disputed', said: expect.stringContaining('letter of intent') }])
})

test('what a level asks for was brought for every approval; one exception waits for a supervisor', async () => {
  const k = open(t.db)
  const asked = await k
    .selectFrom('application as a')
    .innerJoin('screening_check as c', 'c.application_id', 'a.id')
    .select(['a.id', 'a.status'])
    .where('c.check_id', '=', 'screening-level')
    .where('c.superseded_at', 'is', null)
    .where(sql<boolean>`c.evidence -> 'level' ->> 'siteVisit' = 'true'`)
    .execute()
  expect(asked.map((a) => a.status)).toEqual(expect.arrayContaining(['in-review', 'approved']))
  const open_ = await k
    .selectFrom('case_task')
    .select('application_id')
    .where('kind', '=', 'site-visit')
    .where('state', '=', 'open')
    .execute()
  const over = asked.filter((a) => a.status === 'approved' || a.status === 'recommended')
  expect(open_.filter((x) => over.some((a) => a.id === x.application_id))).toEqual([])
  await seedCaseTasks({ db: t.db, files, site, words: en }, now)
  const exceptions = await k.selectFrom('level_exception').select('state').execute()
  expect(exceptions).toEqual([{ state: 'asked' }])
})

test("everybody's dashboard, read in one look, says what the lists behind it say", async () => {
  const rows = await open(t.db)
    .selectFrom('membership')
    .select(['user_id', 'role', 'party_id'])
    .where('status', '=', 'active')
    .execute()
  const people = Map.groupBy(rows, (r) => r.user_id)
  const counted = { applications: 0, enrollments: 0, letters: 0, emails: 0 }
  for (const [userId, held] of people) {
    const actor: Actor = { userId, memberships: held.map((m) => ({ role: m.role, partyId: m.party_id })) }
    const permit = authorize(actor, 'dashboard.view', { id: userId, ownerId: userId })
    if (!permit.ok) continue
    const d = await readDashboard(t.db, permit.value)
    expect(d.applications).toEqual(await listOwnApplications(t.db, permit.value))
    expect(d.enrollments).toEqual(await listOwnEnrollments(t.db, permit.value))
    expect(d.letters).toEqual(await listLetters(t.db, permit.value))
    expect(d.methods).toEqual(await listMethods(t.db, permit.value))
    const waiting = await listToSign(t.db, permit.value)
    expect(d.mayReassign || waiting.length === 0).toBe(true)
    counted.applications += d.applications.length
    counted.enrollments += d.enrollments.length
    counted.letters += d.letters.length
    counted.emails += d.methods.emails.length
  }
  expect(Object.entries(counted).filter(([, n]) => n === 0)).toEqual([])
})
