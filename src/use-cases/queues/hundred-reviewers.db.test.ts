/**
 * A hundred people work on the same cases at the same time. Each case is held once and decided once; of the others
 * everyone is told, and every note that was written is in the history.
 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Db } from '#db/db.ts'
import { type Connection, connect } from '#db/kit/connect.ts'
import { open } from '#db/kit/open.ts'
import { listEvents } from '#db/queries/application/application-events.ts'
import { type Actor, authorize } from '#domain/access/policy.ts'
import { type ApplicationEvent, statusAfter, transitions } from '#domain/application/lifecycle.ts'
import { type TestDatabase, testDatabase, testVault } from '#test/support/database.ts'
import { contractorId, type DeskWorld, office, seedDesk } from '../case/desk.fixture.ts'
import { fileApplication, permitFor } from '../case/filed.fixture.ts'
import { putBackCase } from '../case/take-case.ts'
import { refuseApplication } from '../decisions/refuse-application.ts'
import { addNote } from '../tasks/add-note.ts'
import { takeNext } from './take-next.ts'

const REVIEWERS = 100
const CASES = 20
const now = new Date('2026-11-25T15:00:00Z')
let database: TestDatabase
/** More doors than a server opens by itself, so that the people really meet in the database. */
let wide: Connection
let world: DeskWorld
let db: Db
const cases: string[] = []
const reviewers: readonly Actor[] = Array.from({ length: REVIEWERS }, () => ({
  userId: randomUUID(),
  memberships: [{ role: 'mac-supervisor', partyId: contractorId }],
}))

beforeAll(async () => {
  database = await testDatabase()
  wide = connect(database.url, testVault, 24)
  db = wide.db
  world = await seedDesk(db, now)
  for (let i = 0; i < CASES; i++) cases.push(await fileApplication(db, world, now))
})
afterAll(async () => {
  await wide?.close()
  await database?.close()
})

const next = (actor: Actor) => {
  const permit = authorize(actor, 'worklist.work', { id: contractorId, contractorId })
  if (!permit.ok) throw new Error('they may look')
  return takeNext(db, permit.value, undefined, now)
}
const caseOf = (i: number): string => cases[i % CASES]!
const eventsOf = async (id: string) => listEvents(db, await permitFor(db, world.supervisor, 'application.review', id))

it('one holder and one decision a case, and nothing that anybody wrote is lost', async () => {
  const began = performance.now()

  // Everybody asks for the next case at the same instant: twenty get one each, eighty are told that there is none.
  const got = await Promise.all(reviewers.map(next))
  const held = got.flatMap((r, i) => (r.ok ? [{ id: r.value.permit.subjectId, by: reviewers[i]! }] : []))
  expect(new Set(held.map((h) => h.id))).toEqual(new Set(cases))
  expect(held).toHaveLength(CASES)
  expect(got.flatMap((r) => (r.ok ? [] : [r.problem.code]))).toEqual(Array(REVIEWERS - CASES).fill('no-next-case'))
  for (const { id, by } of held) {
    const row = await open(db).selectFrom('application').select('assigned_to').where('id', '=', id).executeTakeFirst()
    expect(row?.assigned_to).toBe(by.userId)
  }

  // Nobody puts a case back that another holds; everybody writes a note, five on each case.
  const wrote = await Promise.all(
    reviewers.flatMap((actor, i) => {
      const permit = permitFor(db, actor, 'application.review', caseOf(i))
      const isHolder = held.some((h) => h.id === caseOf(i) && h.by === actor)
      return [
        permit.then((p) => addNote(db, p, `Note ${i}`, office, now)),
        ...(isHolder ? [] : [permit.then(async (p) => ({ ok: !(await putBackCase(db, p, now)).ok }))]),
      ]
    }),
  )
  expect(wrote.every((w) => w.ok)).toBe(true)

  // Everybody decides, for a reason of their own: one decision counts, and the others are told that it is over.
  const reasons = ['noncompliance', 'felony', 'false-information', 'not-operational', 'excluded-or-debarred']
  const decided = await Promise.all(
    reviewers.map(async (actor, i) => {
      const choice = {
        kind: 'deny',
        reasons: [reasons[Math.floor(i / CASES)]!],
        found: `What ${i} found in it.`,
      } as const
      return refuseApplication(db, await permitFor(db, actor, 'application.decide', caseOf(i)), choice, office, now)
    }),
  )
  const took = performance.now() - began
  expect(decided.filter((d) => d.ok)).toHaveLength(CASES)
  expect(new Set(decided.flatMap((d) => (d.ok ? [] : [d.problem.code])))).toEqual(new Set(['not-in-this-status']))

  const notes: string[] = []
  for (const id of cases) {
    const k = open(db)
    const decisions = await k.selectFrom('decision').selectAll().where('application_id', '=', id).execute()
    const winner = reviewers.findIndex((r) => r.userId === decisions[0]?.decided_by)
    // Whoever was told "done" is the one whose reason and words stand, with one letter.
    expect(decisions.map((d) => [d.note, d.reasons])).toEqual([
      [`What ${winner} found in it.`, [reasons[Math.floor(winner / CASES)]]],
    ])
    expect(decided[winner]?.ok).toBe(true)
    expect(caseOf(winner)).toBe(id)
    expect(await k.selectFrom('letter').select('id').where('application_id', '=', id).execute()).toHaveLength(1)

    // The history has no gap, and leads to the status that is shown.
    const events = await eventsOf(id)
    const ordinals = await k
      .selectFrom('application_event')
      .select('ordinal')
      .where('application_id', '=', id)
      .orderBy('ordinal')
      .execute()
    expect(ordinals.map((o) => o.ordinal)).toEqual(events.map((_, i) => i + 1))
    const moves = events.map((e) => e.event).filter((e): e is ApplicationEvent => Object.hasOwn(transitions, e))
    expect(moves).toEqual(['submit', 'begin-review', 'deny'])
    expect(statusAfter(moves)).toBe('denied')
    notes.push(...events.filter((e) => e.event === 'note').map((e) => String(e.detail.note)))
  }
  expect(notes.sort()).toEqual(reviewers.map((_, i) => `Note ${i}`).sort())
  process.stdout.write(`${REVIEWERS} reviewers on ${CASES} cases: ${Math.round(took)} ms\n`)
})
