/** What the rules propose for a case, trying changes on kept evidence without writing, and the versions of wordings. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { open } from '#db/kit/open.ts'
import { listRequests } from '#db/queries/application/development-requests.ts'
import { type Actor, authorize, type Permit } from '#domain/access/policy.ts'
import { day } from '#domain/dates.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { findCaseFile } from '../case/case-file.ts'
import { contractorId, type DeskWorld, office, seedDesk } from '../case/desk.fixture.ts'
import { fileApplication, permitFor } from '../case/filed.fixture.ts'
import { seedLists } from '../case/lists.fixture.ts'
import { takeCase } from '../case/take-case.ts'
import { requestDevelopment } from '../development/request-development.ts'
import { bringAsked } from '../level/level.fixture.ts'
import { screenApplication } from '../screening/screen-application.ts'
import { openTask } from '../tasks/open-task.ts'
import { changeWording, everyWording, wordingLibrary } from '../wordings/library.ts'
import { assessCase } from './assess-case.ts'
import { tryRules } from './try-rules.ts'

const now = new Date('2026-11-25T15:00:00Z')
const today = day('2026-11-25')
let database: TestDatabase
let world: DeskWorld
let permit: Permit<'application.review'>

beforeAll(async () => {
  database = await testDatabase()
  world = await seedDesk(database.db, now)
  await seedLists(database.db, now, [
    {
      id: 'row-7',
      list: 'LEIE',
      last: 'BRANDT',
      first: 'IDA',
      bornOn: day('1975-09-14'),
      authority: '1128a1',
      excludedOn: day('2019-04-18'),
    },
  ])
  const id = await fileApplication(database.db, world, now)
  permit = await permitFor(database.db, world.analyst, 'application.review', id)
  await takeCase(database.db, permit, now)
  await screenApplication(database.db, permit, now)
})
afterAll(() => database.close())

const trying = (actor: Actor): Permit<'rules.try'> => {
  const p = authorize(actor, 'rules.try', {
    id: contractorId,
    contractorId: actor.memberships[0]!.partyId || undefined,
  } as never)
  if (!p.ok) throw new Error(p.problem.code)
  return p.value
}
const assessed = async (on = today) => assessCase(database.db, permit, await findCaseFile(database.db, permit), on)

describe('the rules', () => {
  it('name each rule that does not pass, with its authority', async () => {
    const { proposal, failed, passed } = await assessed()
    expect(proposal).toBe('wait')
    expect(failed).toContainEqual(
      expect.objectContaining({ rule: 'exclusion', why: 'disposition', cite: '42 CFR 424.530(a)(2)' }),
    )
    expect(failed).toContainEqual(expect.objectContaining({ rule: 'license-board', why: 'missing' }))
    expect(failed.every((f) => f.cite !== '')).toBe(true)
    expect(passed.map((p) => p.rule)).toContain('sam')
  })
  it('propose approval when everything passes, and wait while a task is open', async () => {
    const k = open(database.db)
    const { failed } = await assessed()
    await k
      .updateTable('screening_check')
      .set({ outcome: 'same' })
      .where('application_id', '=', permit.subjectId)
      .execute()
    // Her adverse action raises the level, which asks for visits and fingerprints: nobody brought them yet.
    expect((await assessed()).failed.map((f) => f.rule)).toEqual(expect.arrayContaining(['site-visit', 'fingerprints']))
    await bringAsked(database.db, permit, now)
    for (const f of failed.filter((x) => x.rule === 'license-board'))
      await k
        .insertInto('screening_check')
        .values({
          id: crypto.randomUUID(),
          application_id: permit.subjectId,
          submission_ordinal: 1,
          check_id: 'license-board',
          subject: f.about,
          outcome: 'recorded',
          evidence: '{}',
          evidence_sha256: '',
          source: null,
          source_as_of: null,
          ran_at: now,
          ran_by: 'system',
          disposition: null,
          disposition_reason: null,
          disposed_by: null,
          disposed_at: null,
          superseded_at: null,
        })
        .execute()
    expect(await assessed()).toMatchObject({ failed: [], proposal: 'approve' })
    const task = { kind: 'other', what: 'Call them', ownerId: world.analyst.userId, dueOn: today } as const
    await openTask(database.db, permit, task, office, now)
    expect(await assessed()).toMatchObject({ proposal: 'wait', failed: [{ rule: 'task', about: 'Call them' }] })
  })
  it('propose a rejection the day after the last day of a request, and not on it', async () => {
    const item = {
      sectionId: 'licenses',
      itemId: 'il',
      question: 'number',
      wording: 'Send it',
      cite: 'x',
      wordingId: 'license',
      wordingVersion: 1,
    }
    expect((await requestDevelopment(database.db, permit, [item], office, now)).ok).toBe(true)
    expect((await listRequests(database.db, permit))[0]?.items).toMatchObject([
      { wordingId: 'license', wordingVersion: 1 },
    ])
    expect((await assessed(day('2026-12-25'))).proposal).toBe('wait')
    const late = await assessed(day('2026-12-26'))
    expect(late).toMatchObject({
      proposal: 'reject',
      failed: expect.arrayContaining([expect.objectContaining({ cite: '42 CFR 424.525(a)(1)' })]),
    })
  })
})

describe('trying', () => {
  it('says which files would come to something else, of this contractor only, and writes nothing', async () => {
    const before = await open(database.db).selectFrom('screening_check').selectAll().orderBy('id').execute()
    const tried = await tryRules(database.db, trying(world.supervisor), day('2026-01-01'), ['fresh-days=10'])
    expect(tried).toMatchObject({ ok: true, value: { files: 1 } })
    expect(tried.ok && tried.value.differences[0]?.newly).toContainEqual(
      expect.objectContaining({ rule: 'exclusion', why: 'unavailable' }),
    )
    expect(await tryRules(database.db, trying(world.stranger), day('2026-01-01'), ['fresh-days=10'])).toMatchObject({
      value: { files: 0 },
    })
    expect(await open(database.db).selectFrom('screening_check').selectAll().orderBy('id').execute()).toEqual(before)
  })
  it('is not for analysts', () => {
    expect(() => trying(world.analyst)).toThrow('not-permitted')
  })
})

describe('a wording', () => {
  it('keeps every version, is offered until it is retired, and is not written over unseen', async () => {
    const p = authorize(world.supervisor, 'wording.manage', { id: contractorId, contractorId })
    if (!p.ok) throw new Error('the supervisor may')
    const change = {
      id: 'bank',
      label: 'Bank',
      words: 'Send the letter.',
      cite: '42 CFR 424.510',
      retired: false,
      seenVersion: 1,
    }
    expect((await changeWording(database.db, p.value, change, now)).ok).toBe(true)
    expect(await changeWording(database.db, p.value, change, now)).toMatchObject({ problem: { code: 'stale' } })
    const offered = async () => (await wordingLibrary(database.db, permit)).find((l) => l.id === 'bank')
    expect(await offered()).toMatchObject({ text: 'Send the letter.', version: 2 })
    await changeWording(database.db, p.value, { ...change, retired: true, seenVersion: 2 }, now)
    expect(await offered()).toBeUndefined()
    const [kept] = (await everyWording(database.db, contractorId)).filter((l) => l.id === 'bank')
    expect(kept?.versions.map((v) => v.version)).toEqual([2, 3])
    expect(await changeWording(database.db, p.value, { ...change, seenVersion: 0 }, now)).toMatchObject({
      problem: { code: 'wording-in-use' },
    })
    expect(
      await changeWording(database.db, p.value, { ...change, id: 'Not Short', seenVersion: 0 }, now),
    ).toMatchObject({ problem: { code: 'short-name' } })
    expect((await everyWording(database.db, 'elsewhere')).find((l) => l.id === 'bank')?.version).toBe(1)
  })
})
