/** The figures against sixteen applications that were counted by hand (countable-cases.fixture.ts). */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { open } from '#db/kit/open.ts'
import { countAskedItems } from '#db/queries/reports/asked-items.ts'
import { countAges, countFlow, countInventory } from '#db/queries/reports/inventory.ts'
import { countDecisions, countFirstPass, measureTimeliness } from '#db/queries/reports/outcomes.ts'
import { measureWorkload } from '#db/queries/reports/workload.ts'
import { type Action, type Actor, anonymous, authorize, type Permit } from '#domain/access/policy.ts'
import { day } from '#domain/dates.ts'
import { partsOf, usualPeriod } from '#domain/reports/period.ts'
import type { Sheet } from '#domain/reports/sheet.ts'
import { queues } from '#domain/review/queues/queues.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { en } from '#words/index.ts'
import { contractorId, type DeskWorld, seedDesk } from '../case/desk.fixture.ts'
import { findSheet, listSheets } from './desk-sheets.ts'
import { publishedLevels } from './published-levels.ts'
import { seedCountable } from './reports.fixture.ts'
import { targetsInForce } from './service-targets.ts'

const today = day('2026-11-24')
const period = usualPeriod(today)
const everywhere = { contractorId: undefined }
const targets = { straight: 15, asked: 50, visited: 50 }
let t: TestDatabase
let world: DeskWorld

beforeAll(async () => {
  t = await testDatabase()
  world = await seedDesk(t.db, new Date('2026-01-01T12:00:00Z'))
  await seedCountable(t.db, { ...world, contractorId, otherContractorId: 'elsewhere' })
})
afterAll(() => t?.close())

function allowed<A extends Action>(action: A, actor: Actor = world.supervisor): Permit<A> {
  const own = actor.memberships[0]!.partyId
  const permit = authorize(actor, action, own ? { id: own, contractorId: own } : { id: 'every-contractor' })
  if (!permit.ok) throw new Error(permit.problem.code)
  return permit.value
}

test('what is open now is what the worklist counts, of one contractor only', async () => {
  const inventory = await countInventory(t.db, allowed('reports.view'), everywhere)
  expect(Object.fromEntries(inventory.map((r) => [r.status, r.cases]))).toEqual({
    submitted: 1,
    'in-review': 1,
    'in-development': 1,
    recommended: 1,
  })
  const inQueues = await open(t.db)
    .selectFrom('application')
    .select((e) => e.fn.countAll<number>().as('cases'))
    .where('contractor_id', '=', contractorId)
    .where('received_on', 'is not', null)
    .where('status', 'in', [...queues.open.statuses, ...queues.waiting.statuses])
    .executeTakeFirstOrThrow()
  expect(inventory.reduce((a, r) => a + r.cases, 0)).toBe(inQueues.cases)
  // An auditor sees all, or the contractor that they name; a supervisor cannot name another's.
  const cases = async (actor: Actor, id?: string) =>
    (await countInventory(t.db, allowed('reports.view', actor), { contractorId: id })).reduce((a, r) => a + r.cases, 0)
  expect(await cases(world.auditor)).toBe(5)
  expect(await cases(world.auditor, 'elsewhere')).toBe(1)
  expect(await cases(world.supervisor, 'elsewhere')).toBe(4)
})

test('ages', async () => {
  const ages = await countAges(t.db, allowed('reports.view'), everywhere, today)
  expect(ages.map((a) => [a.from, a.contractor, a.provider])).toEqual([
    [0, 1, 0],
    [15, 0, 0],
    [30, 1, 0],
    [45, 0, 0],
    [60, 1, 0],
    [90, 0, 1],
  ])
})

test('what came and ended adds up to what is open', async () => {
  const flow = await countFlow(t.db, allowed('reports.view'), everywhere, partsOf(period))
  const sum = (key: 'received' | 'ended') => flow.reduce((a, r) => a + r[key], 0)
  expect([sum('received'), sum('ended'), flow.at(-1)?.open]).toEqual([12, 9, 4])
  let open = 1
  for (const part of flow) {
    open += part.received - part.ended
    expect(part.open).toBe(open)
  }
})

test('days to a decision by path, in the zone of the contractor', async () => {
  const measured = await measureTimeliness(t.db, allowed('reports.view'), everywhere, period, targets)
  expect(measured).toEqual([
    { path: 'straight', decided: 5, inTime: 4, median: 10, ninetieth: 20, medianOurs: 10 },
    { path: 'asked', decided: 2, inTime: 1, median: 30, ninetieth: 60, medianOurs: 10 },
    { path: 'visited', decided: 1, inTime: 1, median: 30, ninetieth: 30, medianOurs: 30 },
  ])
  const spring = { from: day('2026-05-01'), to: day('2026-06-30') }
  const then = await measureTimeliness(t.db, allowed('reports.view'), everywhere, spring, targets)
  expect(then.map((r) => [r.decided, r.inTime, r.median])).toEqual([
    [1, 0, 31],
    [0, 0, undefined],
    [0, 0, undefined],
  ])
})

test('first pass, decisions and what was asked for', async () => {
  expect(await countFirstPass(t.db, allowed('reports.view'), everywhere, period)).toEqual([
    { form: 'CMS-855B', decided: 1, firstPass: 0, afterQuestions: 0 },
    { form: 'CMS-855I', decided: 7, firstPass: 4, afterQuestions: 1 },
  ])
  const decisions = await countDecisions(t.db, allowed('reports.view'), everywhere, period)
  expect(decisions.map((d) => `${d.outcome} ${d.reason ?? 'all'} ${d.decisions}`)).toEqual([
    'approved all 5',
    'denied all 1',
    'denied felony 1',
    'denied noncompliance 1',
    'rejected all 1',
    'rejected information-not-given 1',
    'returned all 1',
    'returned duplicate 1',
  ])
  expect(await countAskedItems(t.db, allowed('reports.view'), everywhere, period)).toEqual([
    { form: 'CMS-855I', sectionId: 'practice-locations', items: 2 },
    { form: 'CMS-855I', sectionId: 'licenses', items: 1 },
    { form: 'CMS-855I', sectionId: undefined, items: 1 },
  ])
})

test('who holds what and did what, for whoever leads the desk', async () => {
  const people = await measureWorkload(t.db, allowed('workload.view'), everywhere, period)
  const said = people.map((p) => [p.holder, p.contractor, p.provider, p.taken, p.requests, p.recommended, p.decided])
  expect(said).toEqual([
    ['analyst', 1, 1, 1, 1, 0, 0],
    ['otherAnalyst', 1, 0, 0, 0, 0, 0],
    ['supervisor', 0, 0, 0, 0, 0, 1],
    [undefined, 1, 0, 0, 0, 0, 0],
  ])
  const asked = { scope: everywhere, period, today }
  const names = async (actor: Actor) =>
    (await listSheets(t.db, allowed('reports.view', actor), asked, en)).map((s) => s.name)
  expect(await names(world.supervisor)).toContain('workload')
  expect(await names(world.analyst)).not.toContain('workload')
  expect(await findSheet(t.db, allowed('reports.view', world.analyst), 'workload', asked, en)).toBeUndefined()
})

test('totals of the sheets add up, and the same decisions are behind three of them', async () => {
  const asked = { scope: everywhere, period, today }
  const sheets = await listSheets(t.db, allowed('reports.view'), asked, en)
  const rows = (name: string) => sheets.find((s) => s.name === name)!.rows
  expect(await targetsInForce(t.db)).toEqual(targets)
  expect(rows('timeliness').reduce((a, r) => a + Number(r[1]), 0)).toBe(8)
  expect(rows('first-pass').at(-1)).toEqual(['Total', 8, 4, '50%', 1, 3])
  expect(rows('decisions').at(-1)).toEqual(['Total', 'All', 8])
  expect(rows('inventory').at(-1)?.[2]).toBe(4)
  expect(rows('ageing').at(-1)).toEqual(['Total', 3, 1, 4])
  expect(rows('workload').at(-1)).toEqual(['Whole desk', `${contractorId} contractor`, 3, 1, 1, 1, 0, 1])
})

test('what is published is the same count, without figures that would be about one applicant', async () => {
  const anybody = authorize(anonymous, 'public.view', { id: 'public' })
  if (!anybody.ok) throw new Error('anybody may look')
  const levels = await publishedLevels(t.db, anybody.value, { contractorId }, period, en)
  expect(levels.open).toBe(4)
  expect(levels.timeliness.rows.map((r) => r.slice(1, 4))).toEqual([
    [5, 15, 4],
    ['Fewer than 3 decisions: no figure', 50, '–'],
    ['Fewer than 3 decisions: no figure', 50, '–'],
  ])
  expect(levels.timeliness.says).toBe('80% of 5 decisions were in time.')
  expect(levels.firstPass.rows.map((r) => r[0])).toEqual(['CMS-855I', 'Total'])
})

test('with nothing to count every sheet is empty or says none', async () => {
  const asked = {
    scope: { contractorId: 'nowhere' },
    period: { from: day('2020-01-01'), to: day('2020-01-31') },
    today,
  }
  const sheets = await listSheets(t.db, allowed('reports.view', world.auditor), asked, en)
  expect(sheets).toHaveLength(8)
  for (const sheet of sheets) for (const row of sheet.rows) expect(row).toHaveLength(sheet.columns.length)
})

/** What a picture says that its table does not: each value must stand in the row and under the column that it is of. */
function unlike({ name, columns, rows, picture }: Sheet): readonly string[] {
  const cell = (r: Sheet['rows'][number], title: string) => r[columns.findIndex((c) => c.title === title)]
  if (picture.kind === 'lines')
    return picture.series.flatMap((s) =>
      rows.flatMap((r, i) => (cell(r, s.name) === s.values[i] ? [] : [`${name}: ${s.name} ${i}`])),
    )
  return picture.rows.flatMap((bar) => {
    const row = rows.find((r) => [r[0], r.slice(0, 2).join(', '), r.slice(0, 2).join(': ')].includes(bar.label))
    const [label, title] = bar.label.split(': ')
    const of = row ?? rows.find((r) => r[0] === label)
    const numbers = of?.filter((v) => typeof v === 'number') ?? []
    return bar.values.flatMap((value, i) => {
      const column = picture.parts[i] ?? title ?? ''
      const there = of && columns.some((c) => c.title === column) ? cell(of, column) : numbers.at(-1)
      return there === value ? [] : [`${name}: ${bar.label} ${column} says ${value}, the table ${there}`]
    })
  })
}

test('every picture is its table, over one desk and over all', async () => {
  for (const [actor, scope] of [
    [world.supervisor, { contractorId }],
    [world.auditor, everywhere],
  ] as const) {
    const sheets = await listSheets(t.db, allowed('reports.view', actor), { scope, period, today }, en)
    expect(sheets.length).toBeGreaterThan(6)
    expect(sheets.flatMap(unlike)).toEqual([])
    // And the check can fail.
    const [first] = sheets.filter((s) => s.picture.kind === 'bars' && s.rows.length > 1)
    const wrong = { ...first!, rows: first!.rows.map((r) => r.map((v) => (typeof v === 'number' ? v + 1 : v))) }
    expect(unlike(wrong).length).toBeGreaterThan(0)
  }
})
