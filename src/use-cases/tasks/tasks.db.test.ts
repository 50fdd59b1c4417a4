/** Tasks and notes of a case: who is told, who may finish, what the result does to the case, what a wrong photo does. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listNotices, listOwnTasks, listPhotos, listTasks } from '#db/queries/application/case-tasks.ts'
import { listChecks } from '#db/queries/application/screening.ts'
import { type Actor, authorize, type Permit } from '#domain/access/policy.ts'
import { day } from '#domain/dates.ts'
import type { TaskKind } from '#domain/review/queues/case-tasks.ts'
import { folderFiles } from '#outside/files/folder-files.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { contractorId, type DeskWorld, office, seedDesk } from '../case/desk.fixture.ts'
import { fileApplication, permitFor } from '../case/filed.fixture.ts'
import { seedLists } from '../case/lists.fixture.ts'
import { takeCase } from '../case/take-case.ts'
import { recommendApplication } from '../decisions/recommend-application.ts'
import { addNote } from './add-note.ts'
import { addPhoto, finishTask } from './finish-task.ts'
import { callOffTask, openTask } from './open-task.ts'
import { readNotices } from './put-notices-away.ts'

const now = new Date('2026-11-25T15:00:00Z')
const files = folderFiles(mkdtempSync(join(tmpdir(), 'photos-')))
let database: TestDatabase
let world: DeskWorld
let permit: Permit<'application.review'>
let id: string

beforeAll(async () => {
  database = await testDatabase()
  world = await seedDesk(database.db, now)
  await seedLists(database.db, now)
})
afterAll(() => database.close())
beforeEach(async () => {
  id = await fileApplication(database.db, world, now)
  permit = await permitFor(database.db, world.analyst, 'application.review', id)
  await takeCase(database.db, permit, now)
})

const desk = (actor: Actor): Permit<'worklist.view'> => {
  const p = authorize(actor, 'worklist.view', { id: contractorId, contractorId })
  if (!p.ok) throw new Error('the desk may see its list')
  return p.value
}
const noticesOf = async (actor: Actor) =>
  (await listNotices(database.db, desk(actor))).filter((n) => n.applicationId === id)
const give = async (kind: TaskKind, owner = world.otherAnalyst) => {
  const task = { kind, what: 'Look at it', ownerId: owner.userId, dueOn: day('2026-12-05') }
  const made = await openTask(database.db, permit, task, office, now)
  if (!made.ok) throw new Error(made.problem.code)
  return made.value
}
const other = () => permitFor(database.db, world.otherAnalyst, 'application.review', id)

describe('a note', () => {
  it('tells whoever is named in it, once, and until it is put away', async () => {
    const note = 'Please look, @otheranalyst.person, at the lease. Mail me at ada@desk.example'
    expect((await addNote(database.db, permit, note, office, now)).ok).toBe(true)
    expect(await noticesOf(world.otherAnalyst)).toMatchObject([{ kind: 'mention', fromName: 'analyst', words: note }])
    expect(await noticesOf(world.supervisor)).toEqual([])
    await readNotices(database.db, desk(world.otherAnalyst), now)
    expect(await noticesOf(world.otherAnalyst)).toEqual([])
  })
  it.each([
    ['of another contractor', 'Ask @stranger.person'],
    ['that nobody has', 'Ask @nobody'],
    ['that more than one has', 'Ask @person'],
  ])('with a name %s is refused, and nothing is kept', async (_, note) => {
    const done = await addNote(database.db, permit, note, office, now)
    expect(done).toMatchObject({ ok: false, problem: { code: 'nobody-called', at: 'note' } })
  })
})

describe('a task', () => {
  it('is told to its owner, keeps the case from being recommended, and comes back to who gave it', async () => {
    const task = await give('other')
    expect(await noticesOf(world.otherAnalyst)).toMatchObject([{ kind: 'task-given' }])
    expect((await listOwnTasks(database.db, desk(world.otherAnalyst))).map((t) => t.id)).toContain(task)
    const early = await recommendApplication(database.db, permit, '', now)
    expect(early.ok ? [] : early.problems).toContainEqual({ code: 'tasks-open', with: { what: 'Look at it' } })
    const said = { result: 'done', report: { note: 'All there' } }
    expect((await finishTask(database.db, await other(), task, said, office, now)).ok).toBe(true)
    expect(await noticesOf(world.analyst)).toMatchObject([{ kind: 'task-done' }])
    expect(await finishTask(database.db, await other(), task, said, office, now)).toMatchObject({
      problem: { code: 'already-so' },
    })
  })
  it('of somebody outside the desk is refused', async () => {
    const task = { kind: 'other', what: 'x', ownerId: world.stranger.userId, dueOn: day('2026-12-05') } as const
    expect(await openTask(database.db, permit, task, office, now)).toMatchObject({ problem: { code: 'owner-needed' } })
  })
  it('of a third person cannot be finished by whoever neither owns it nor holds the case', async () => {
    const task = await give('other', world.supervisor)
    const done = await finishTask(database.db, await other(), task, { result: 'done', report: {} }, office, now)
    expect(done).toMatchObject({ problem: { code: 'not-your-case' } })
  })
  it.each([
    ['site-visit', 'operational', 'recorded'],
    ['site-visit', 'not-there', 'different'],
    ['fingerprints', 'record-found', 'different'],
    ['fee-check', 'paid', 'recorded'],
  ] as const)('%s that came to "%s" stands among the checks as "%s"', async (kind, result, outcome) => {
    const task = await give(kind)
    await finishTask(database.db, await other(), task, { result, report: {} }, office, now)
    const checks = (await listChecks(database.db, permit)).filter((c) => c.kind === kind)
    expect(checks.map((c) => c.outcome)).toEqual([outcome])
  })
  it('that the level asks for is called off by another person than its owner', async () => {
    const task = await give('site-visit')
    expect(await callOffTask(database.db, await other(), task, 'No need any more', now)).toMatchObject({
      problem: { code: 'called-off-by-another' },
    })
    expect((await callOffTask(database.db, permit, task, 'No need any more', now)).ok).toBe(true)
    expect(await listTasks(database.db, permit)).toMatchObject([{ state: 'cancelled' }])
  })
})

describe('a photo', () => {
  const jpeg = (n: number) =>
    Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), Buffer.from([n])])
  it('is kept once, up to six, and sealed', async () => {
    const task = await give('site-visit')
    const send = async (bytes: Buffer) =>
      addPhoto(database.db, await other(), { files }, task, { fileName: 'image.jpg', bytes, tooLarge: false }, now)
    for (let n = 0; n < 6; n++) expect((await send(jpeg(n))).ok).toBe(true)
    expect((await send(jpeg(0))).ok).toBe(true)
    expect(await send(jpeg(9))).toMatchObject({ problem: { code: 'too-many-items' } })
    const photos = await listPhotos(database.db, permit)
    expect(photos).toHaveLength(6)
    expect((await files.get(photos[0]!.storedAs)).includes(jpeg(0))).toBe(false)
  })
  it.each([
    ['a web page', Buffer.from('<html><script>'), false, 'photo-type'],
    ['nothing', Buffer.alloc(0), false, 'file-empty'],
    ['one that is too large', jpeg(1), true, 'file-too-large'],
  ])('that is %s is refused', async (_, bytes, tooLarge, code) => {
    const task = await give('site-visit')
    const done = await addPhoto(database.db, await other(), { files }, task, { fileName: 'a', bytes, tooLarge }, now)
    expect(done).toMatchObject({ ok: false, problem: { code } })
  })
})
