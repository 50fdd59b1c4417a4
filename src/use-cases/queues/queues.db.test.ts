import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { open } from '#db/kit/open.ts'
import { listNotices } from '#db/queries/application/case-tasks.ts'
import { findBatch } from '#db/queries/worklist/batches.ts'
import { clocksOf } from '#db/queries/worklist/service-clocks.ts'
import { listViews } from '#db/queries/worklist/views.ts'
import { countElsewhere } from '#db/queries/worklist/waiting-elsewhere.ts'
import { countQueues, listWorklist, type WorklistCursor } from '#db/queries/worklist/worklist.ts'
import { type Actor, authorize } from '#domain/access/policy.ts'
import { addDays, day } from '#domain/dates.ts'
import type { QueueName } from '#domain/review/queues/queues.ts'
import { type SortKey, sortKeys } from '#domain/review/queues/worklist-query.ts'
import { drVega } from '#test/people/dr-vega.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { contractorId, type DeskWorld, office, seedDesk } from '../case/desk.fixture.ts'
import { fileApplication, permitFor, submitAgain } from '../case/filed.fixture.ts'
import { takeCase } from '../case/take-case.ts'
import { requestDevelopment } from '../development/request-development.ts'
import { addNote } from '../tasks/add-note.ts'
import { openTask } from '../tasks/open-task.ts'
import { assignCase } from './assign-case.ts'
import { dropView, keepView } from './keep-view.ts'
import { runBatch } from './run-batch.ts'
import { takeNext } from './take-next.ts'
import { undoBatch } from './undo-batch.ts'

const now = new Date('2026-11-25T15:00:00Z')
const today = day('2026-11-25')
let database: TestDatabase
let world: DeskWorld
let ids: string[]

beforeAll(async () => {
  database = await testDatabase()
  world = await seedDesk(database.db, now)
})
afterAll(() => database?.close())
beforeEach(async () => {
  ids = []
  for (let i = 0; i < 3; i++)
    ids.push(await fileApplication(database.db, world, now, { receivedOn: addDays(today, -40 + 10 * i) }))
  // Every test has its own cases alone.
  const k = open(database.db)
  await k.updateTable('application').set({ received_on: null }).where('id', 'not in', ids).execute()
})

function working(actor: Actor) {
  const permit = authorize(actor, 'worklist.work', { id: contractorId, contractorId })
  if (!permit.ok) throw new Error('they may work')
  return permit.value
}
function looking(actor: Actor) {
  const permit = authorize(actor, 'worklist.view', { id: contractorId, contractorId })
  if (!permit.ok) throw new Error('they may look')
  return permit.value
}
const reviewing = (actor: Actor, id: string) => permitFor(database.db, actor, 'application.review', id)
const batch = async (actor: Actor, act: 'assign' | 'put-back', to: Actor | undefined, of = ids) => {
  const done = await runBatch(database.db, working(actor), { act, toId: to?.userId }, of, office, now)
  if (!done.ok) throw new Error(done.problem.code)
  return done.value
}
const resultsOf = async (actor: Actor, id: string) =>
  (await findBatch(database.db, working(actor), id))!.rows.map((r) => r.undone ?? r.refused?.code ?? 'done')
const holders = async () => {
  const k = open(database.db)
  const rows = await k.selectFrom('application').select(['id', 'assigned_to']).where('id', 'in', ids).execute()
  return ids.map((id) => rows.find((r) => r.id === id)?.assigned_to ?? null)
}
const list = (actor: Actor, queue: QueueName, more: object = {}) =>
  listWorklist(database.db, looking(actor), { queue, sort: 'received', descending: false, today, ...more })

describe('many cases at once', () => {
  it('are given by a supervisor, each with its result, who is told, and taken back', async () => {
    const { analyst, otherAnalyst, supervisor } = world
    await takeCase(database.db, await reviewing(otherAnalyst, ids[1]!), now)
    const id = await batch(supervisor, 'assign', analyst)
    expect(await resultsOf(supervisor, id)).toEqual(['done', 'done', 'done'])
    expect(await holders()).toEqual([analyst.userId, analyst.userId, analyst.userId])
    const told = await listNotices(database.db, looking(analyst))
    expect(told.filter((n) => n.kind === 'case-given' && ids.includes(n.applicationId))).toHaveLength(3)
    // Nobody sees what another did, and nobody takes it back for them.
    expect(await findBatch(database.db, working(analyst), id)).toBeUndefined()
    expect(await undoBatch(database.db, working(analyst), id, now)).toMatchObject({ problem: { code: 'not-found' } })

    await submitWork(analyst, ids[2]!)
    expect((await undoBatch(database.db, working(supervisor), id, now)).ok).toBe(true)
    expect(await holders()).toEqual([null, otherAnalyst.userId, analyst.userId])
    const left = await listNotices(database.db, looking(analyst))
    expect(left.filter((n) => n.kind === 'case-given').map((n) => n.applicationId)).toEqual([ids[2]])
    expect(await resultsOf(supervisor, id)).toEqual(['done', 'done', 'moved-meanwhile'])
    expect(await undoBatch(database.db, working(supervisor), id, now)).toMatchObject({
      problem: { code: 'already-so' },
    })
  })

  it('an analyst takes what is nobody’s and puts back what is theirs; the rest stays as it is', async () => {
    const { analyst, otherAnalyst } = world
    await takeCase(database.db, await reviewing(otherAnalyst, ids[0]!), now)
    const taken = await batch(analyst, 'assign', analyst)
    expect(await resultsOf(analyst, taken)).toEqual(['case-taken', 'done', 'done'])
    const returned = await batch(analyst, 'put-back', undefined)
    expect(await resultsOf(analyst, returned)).toEqual(['not-your-case', 'done', 'done'])
    expect(await holders()).toEqual([otherAnalyst.userId, null, null])
    await undoBatch(database.db, working(analyst), returned, now)
    expect(await holders()).toEqual([otherAnalyst.userId, analyst.userId, analyst.userId])
    const given = await batch(analyst, 'assign', otherAnalyst)
    expect(await resultsOf(analyst, given)).toEqual(Array(3).fill('assigned-by-supervisor').with(0, 'already-so'))
  })

  it('of another contractor are as if they were not there, and so is an outsider as holder', async () => {
    const { stranger, supervisor } = world
    const theirs = authorize(stranger, 'worklist.work', { id: 'elsewhere', contractorId: 'elsewhere' })
    if (!theirs.ok) throw new Error('they may work there')
    const done = await runBatch(database.db, theirs.value, { act: 'assign', toId: stranger.userId }, ids, office, now)
    expect(done.ok && (await findBatch(database.db, theirs.value, done.value))?.rows).toEqual([])
    const given = await assignCase(database.db, await reviewing(supervisor, ids[0]!), stranger.userId, office, now)
    expect(given).toMatchObject({ problem: { code: 'colleague-needed' } })
    expect(await holders()).toEqual([null, null, null])
  })

  it('two supervisors at once leave one holder a case', async () => {
    const { analyst, otherAnalyst, supervisor } = world
    const results = await Promise.all([batch(supervisor, 'assign', analyst), batch(supervisor, 'assign', otherAnalyst)])
    for (const id of results) expect(await resultsOf(supervisor, id)).toEqual(['done', 'done', 'done'])
    const [one] = await holders()
    expect([analyst.userId, otherAnalyst.userId]).toContain(one)
  })
})

it('says what waits elsewhere, to who may answer it', async () => {
  const { analyst, supervisor, stranger } = world
  const k = open(database.db)
  const text = (by: Actor, contractor: string) => ({
    id: crypto.randomUUID(),
    kind: 'submitted' as const,
    contractor_id: contractor,
    version: 1,
    subject: 'x',
    body: '{link}',
    from_on: today,
    reason: 'Because of callers.',
    state: 'waiting' as const,
    proposed_by: by.userId,
    proposed_at: now,
    answered_by: null,
    answered_at: null,
    answer: null,
  })
  await k
    .insertInto('mail_text')
    .values([text(analyst, contractorId), text(stranger, 'elsewhere')])
    .execute()
  const nothing = {
    monitoring: 0,
    affiliations: 0,
    appeals: 0,
    decisions: 0,
    mailTexts: 0,
    letterWordings: 0,
    policies: 0,
  }
  expect(await countElsewhere(database.db, looking(supervisor), true)).toEqual({ ...nothing, mailTexts: 1 })
  // Nobody is asked to answer what they wrote, and who does not decide is not asked at all.
  expect(await countElsewhere(database.db, looking(analyst), true)).toEqual(nothing)
  expect(await countElsewhere(database.db, looking(supervisor), false)).toEqual(nothing)
  await k.deleteFrom('mail_text').execute()
})

/** A status that changed is work too. */
async function submitWork(actor: Actor, id: string): Promise<void> {
  const items = [{ wording: 'Which one is it?', cite: '42 CFR 424.525' }]
  const asked = await requestDevelopment(database.db, await reviewing(actor, id), items, office, now)
  if (!asked.ok) throw new Error(asked.problem.code)
}

describe('the next case', () => {
  it('is first one’s own that was answered, then the oldest of nobody, and then none', async () => {
    const { analyst, otherAnalyst } = world
    await takeCase(database.db, await reviewing(analyst, ids[2]!), now)
    await submitWork(analyst, ids[2]!)
    const later = new Date('2026-11-26T15:00:00Z')
    await submitAgain(database.db, world, ids[2]!, drVega, later, addDays(today, -20))
    const next = async (actor: Actor, after?: string) => {
      const n = await takeNext(database.db, working(actor), after, later)
      return n.ok ? n.value.permit.subjectId : n.problem.code
    }
    expect(await next(analyst)).toBe(ids[2])
    expect(await next(analyst, ids[2])).toBe(ids[0])
    expect(await next(otherAnalyst)).toBe(ids[1])
    expect(await next(otherAnalyst, ids[1])).toBe('no-next-case')
    expect(await next(analyst, ids[0])).toBe(ids[2])
  })
})

describe('the worklist', () => {
  it.each(sortKeys.flatMap((s) => [[s, false] as const, [s, true] as const]))(
    'by %s, descending %s, shows every case once, a page at a time',
    async (sort: SortKey, descending) => {
      const seen: string[] = []
      for (let after: WorklistCursor | undefined, more = true; more; more = after !== undefined) {
        const page = await list(world.analyst, 'open', { sort, descending, limit: 1, ...(after && { after }) })
        seen.push(...page.rows.map((r) => r.id))
        after = page.next
      }
      expect(seen.toSorted()).toEqual(ids.toSorted())
      if (sort === 'received') expect(seen).toEqual(descending ? ids.toReversed() : ids)
    },
  )

  it('filters by holder and state, counts what it shows, and knows what is due soon', async () => {
    const { analyst } = world
    await takeCase(database.db, await reviewing(analyst, ids[1]!), now)
    await addNote(database.db, await reviewing(analyst, ids[1]!), 'Seen.', office, now)
    const task = { kind: 'other', what: 'Call the school', ownerId: analyst.userId } as const
    await openTask(database.db, await reviewing(analyst, ids[1]!), { ...task, dueOn: addDays(today, 7) }, office, now)
    await openTask(database.db, await reviewing(analyst, ids[0]!), { ...task, dueOn: addDays(today, 8) }, office, now)
    const shown = async (queue: QueueName, more: object) => (await list(analyst, queue, more)).rows.map((r) => r.id)
    expect(await shown('due-soon', {})).toEqual([ids[1]])
    expect(await shown('open', { holder: 'me' })).toEqual([ids[1]])
    expect(await shown('open', { holder: 'nobody' })).toEqual([ids[0], ids[2]])
    expect(await shown('open', { state: 'WI' })).toEqual([])
    const counts = await countQueues(database.db, looking(analyst), { today, holder: 'me' })
    expect(counts).toMatchObject({ open: 1, mine: 1, unassigned: 0, 'due-soon': 1 })
  })

  it('counts our days, and says why a clock stands still', async () => {
    const { analyst } = world
    await takeCase(database.db, await reviewing(analyst, ids[0]!), now)
    await submitWork(analyst, ids[0]!)
    const { rows } = await list(analyst, 'mine')
    const clocks = await clocksOf(database.db, looking(analyst), rows, addDays(today, 5))
    expect(clocks.get(ids[0]!)).toEqual({ state: 'paused', days: 40, pausedDays: 5, why: 'provider' })
  })

  it('keeps views for whom they are', async () => {
    const { db } = database
    const view = { query: { queue: 'mine', sort: '-due' }, shared: true }
    expect((await keepView(db, working(world.supervisor), { ...view, name: 'Late first' }, now)).ok).toBe(true)
    expect((await keepView(db, working(world.analyst), { ...view, name: ' Own ' }, now)).ok).toBe(true)
    const again = await keepView(db, working(world.analyst), { ...view, name: 'Own' }, now)
    expect(again).toMatchObject({ problem: { code: 'filter-named-already', at: 'name' } })
    const names = async (a: Actor) => (await listViews(db, looking(a))).map((v) => [v.name, v.shared, v.isOwn])
    expect(await names(world.analyst)).toEqual([
      ['Late first', true, false],
      ['Own', false, true],
    ])
    expect(await names(world.otherAnalyst)).toEqual([['Late first', true, false]])
    const [shared] = await listViews(db, looking(world.analyst))
    await dropView(db, working(world.analyst), shared!.id)
    expect(await names(world.otherAnalyst)).toHaveLength(1)
    await dropView(db, working(world.supervisor), shared!.id)
    expect(await names(world.otherAnalyst)).toEqual([])
  })
})
