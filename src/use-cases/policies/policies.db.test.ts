/** Policies by two people, and that screening and monitoring go by what counts on the day. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { open } from '#db/kit/open.ts'
import { listChecks } from '#db/queries/application/screening.ts'
import { listDuePasses } from '#db/queries/lists/monitoring.ts'
import { listMoratoria } from '#db/queries/lists/moratoria.ts'
import { askedSource } from '#db/queries/lists/source-policies.ts'
import { listPolicies, policyOn } from '#db/queries/policies/desk-policies.ts'
import type { NewPolicy } from '#db/records/policies/desk-policies.ts'
import { type Actor, authorize, systemActor } from '#domain/access/policy.ts'
import { day } from '#domain/dates.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { type DeskWorld, seedDesk } from '../case/desk.fixture.ts'
import { fileApplication, permitFor } from '../case/filed.fixture.ts'
import { seedLists } from '../case/lists.fixture.ts'
import { takeCase } from '../case/take-case.ts'
import { screenApplication } from '../screening/screen-application.ts'
import { answerPolicy, changePolicy, type PolicyAnswer } from './change-policy.ts'
import { tryPolicy } from './try-policy.ts'

const now = new Date('2026-11-25T15:00:00Z')
const today = day('2026-11-25')
const caller = { ip: '', userAgent: '' }
const reason = 'The agency asks for it by letter.'
let t: TestDatabase
let world: DeskWorld
let second: Actor

beforeAll(async () => {
  t = await testDatabase()
  world = await seedDesk(t.db, now)
  await seedLists(t.db, now)
  second = { ...world.supervisor, userId: world.otherAnalyst.userId }
})
afterAll(() => t.close())

const mayChange = (actor: Actor) => {
  const permit = authorize(actor, 'policy.change', { id: 'site' })
  if (!permit.ok) throw new Error('a supervisor may')
  return permit.value
}
const propose = async (
  p: Pick<NewPolicy, 'topic' | 'key' | 'value'> & Partial<NewPolicy>,
  actor = world.supervisor,
) => {
  const done = await changePolicy(t.db, mayChange(actor), { from: today, reason, seen: 0, ...p }, caller, now)
  return done.ok ? done.value : done.problem.code
}
const answer = async (a: Pick<PolicyAnswer, 'topic' | 'key'> & Partial<PolicyAnswer>, actor = second, at = now) => {
  const given = { version: 1, answer: 'put-in-force' as const, why: '', ...a }
  const done = await answerPolicy(t.db, mayChange(actor), given, caller, at)
  return done.ok ? 'ok' : done.problem.code
}
const force = async (p: Pick<NewPolicy, 'topic' | 'key' | 'value'> & Partial<NewPolicy>) => {
  expect(await propose(p)).toBe((p.seen ?? 0) + 1)
  expect(await answer({ ...p, version: (p.seen ?? 0) + 1 })).toBe('ok')
}

it('counts when a second person has put it in force, from its day on, and every step is an event', async () => {
  const list = { topic: 'lists', key: 'sam' } as const
  const value = { freshDays: 10, required: true }
  expect(await propose({ ...list, value, from: day('2026-11-24') })).toBe('date-in-past')
  expect(await propose({ ...list, value, reason: 'so' })).toBe('reason-needed')
  expect(await propose({ ...list, value: { freshDays: 45, required: true } })).toBe('same-words')
  expect(await propose({ topic: 'levels', key: 'castle', value: { first: 'high', later: 'high', cite: 'x' } })).toBe(
    'not-a-choice',
  )
  expect(await propose({ ...list, value, from: day('2026-12-01') })).toBe(1)
  expect(await propose({ ...list, value: { ...value, freshDays: 9 }, seen: 1 })).toBe('version-waits')
  expect(await answer(list, world.supervisor)).toBe('two-people')
  expect(await answer({ ...list, answer: 'withdraw' })).toBe('two-people')
  expect(await answer({ ...list, answer: 'refuse' })).toBe('reason-needed')
  expect(await policyOn(t.db, 'lists', 'sam', day('2026-12-01'))).toMatchObject({ freshDays: 45 })
  // Answered a day late: it counts from then, not from before.
  expect(await answer(list, second, new Date('2026-12-02T15:00:00Z'))).toBe('ok')
  expect(await answer(list)).toBe('proposal-over')
  const days = await Promise.all(
    ['2026-12-01', '2026-12-02'].map(async (d) => (await policyOn(t.db, 'lists', 'sam', day(d))).freshDays),
  )
  expect(days).toEqual([45, 10])
  expect((await askedSource(t.db, 'sam', day('2026-12-20'))).freshness).toBe('stale')
  expect(await propose({ ...list, value: { freshDays: 8, required: true } })).toBe('stale')
  const events = await open(t.db).selectFrom('staff_event').select(['action', 'subject_id']).orderBy('at').execute()
  expect(events.filter((e) => e.subject_id === 'lists:sam').map((e) => e.action)).toEqual([
    'policy.propose',
    'policy.put-in-force',
  ])
})

it('that is refused or withdrawn changes nothing and makes room for another', async () => {
  const list = { topic: 'lists', key: 'leie' } as const
  expect(await propose({ ...list, value: { freshDays: 90, required: true } })).toBe(1)
  expect(await answer({ ...list, answer: 'refuse', why: 'Ninety days is too old.' })).toBe('ok')
  expect(await propose({ ...list, value: { freshDays: 60, required: true }, seen: 1 })).toBe(2)
  expect(await answer({ ...list, version: 2, answer: 'withdraw' }, world.supervisor)).toBe('ok')
  expect(await policyOn(t.db, 'lists', 'leie', today)).toEqual({ freshDays: 45, required: true })
  const lines = await listPolicies(t.db, mayChange(second), list)
  expect(lines.map((l) => l.state).toSorted()).toEqual(['refused', 'withdrawn'])
})

it('of one proposal, twenty answers at the same instant come to one', async () => {
  const list = { topic: 'lists', key: 'death-file' } as const
  expect(await propose({ ...list, value: { freshDays: 50, required: true } })).toBe(1)
  const done = await Promise.all(Array.from({ length: 20 }, () => answer(list)))
  expect(done.toSorted()).toEqual(['ok', ...Array.from({ length: 19 }, () => 'proposal-over')].toSorted())
})

it('is what a case is screened by: the level of its type, a moratorium on its place', async () => {
  const screened = async (at = now, receivedOn = '2026-11-24') => {
    const id = await fileApplication(t.db, world, at, { receivedOn: day(receivedOn) })
    const permit = await permitFor(t.db, world.analyst, 'application.review', id)
    await takeCase(t.db, permit, at)
    await screenApplication(t.db, permit, at)
    const checks = await listChecks(t.db, permit)
    const of = (kind: string) => checks.find((c) => c.kind === kind)
    return { level: of('screening-level')?.evidence.level, moratorium: of('moratorium')?.outcome }
  }
  const auditor = authorize(world.auditor, 'rules.try', { id: 'every-contractor' })
  if (!auditor.ok) throw new Error('an auditor may try')
  const tried = async (p: Parameters<typeof tryPolicy>[2]) =>
    (await tryPolicy(t.db, auditor.value, p, today))?.differences.map((d) => [d.before, d.after])
  expect(await screened()).toMatchObject({
    level: { level: 'high', raisedBy: ['final-adverse-action'] },
    moratorium: 'clear',
  })
  const quiet = { topic: 'elevations', key: 'final-adverse-action', value: { raises: false, cite: '91 FR 6' } } as const
  expect(await tried(quiet)).toEqual([['high', 'limited']])
  await force(quiet)
  // What counts is the day on which an application came.
  const next = new Date('2026-11-27T15:00:00Z')
  expect(await screened()).toMatchObject({ level: { level: 'high' } })
  expect(await screened(next, '2026-11-27')).toMatchObject({ level: { level: 'limited' } })
  const value = { first: 'moderate', later: 'limited', cite: '91 FR 7' } as const
  const level = { topic: 'levels', key: 'physician', value } as const
  expect(await tried(level)).toEqual([['limited', 'moderate']])
  await force(level)
  const bars = { topic: 'moratoria', key: 'physician.IL', value: { stands: true, cite: '91 FR 8' } } as const
  expect(await tried(bars)).toEqual([
    ['not-barred', 'barred'],
    ['not-barred', 'barred'],
    ['not-barred', 'barred'],
  ])
  expect(await tried({ ...bars, key: 'physician.TX' })).toEqual([])
  await force(bars)
  expect(await screened(next, '2026-11-27')).toMatchObject({
    level: { level: 'moderate', cite: '91 FR 7', siteVisit: true },
    moratorium: 'different',
  })
  expect(await tried({ ...bars, value: { stands: false, cite: '91 FR 9' } })).toEqual([['barred', 'not-barred']])
  await force({
    topic: 'moratoria',
    key: 'physician.IL',
    value: { stands: false, cite: '91 FR 9' },
    from: day('2026-12-01'),
    seen: 1,
  })
  expect((await listMoratoria(t.db)).filter((m) => m.supplierType === 'physician')).toMatchObject([
    { state: 'IL', from: '2026-11-25', to: '2026-11-30', cite: '91 FR 8' },
  ])
})

it('says which lists are watched', async () => {
  const run = authorize(systemActor, 'system.run', { id: 'jobs' })
  if (!run.ok) throw new Error('the system may')
  const due = async () => {
    const { sources } = await policyOn(t.db, 'monitoring', 'everybody', today)
    return [...new Set((await listDuePasses(t.db, run.value, sources, '2026-11')).map((p) => p.source))].toSorted()
  }
  const before = await due()
  expect(before).toContain('sam')
  const value = await policyOn(t.db, 'monitoring', 'everybody', today)
  await force({
    topic: 'monitoring',
    key: 'everybody',
    value: { ...value, sources: value.sources.filter((s) => s !== 'sam') },
  })
  expect(await due()).toEqual(before.filter((s) => s !== 'sam'))
})
