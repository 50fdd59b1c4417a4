/**
 * One date of revalidation, wherever it is asked: the roster check (from memory), the group's view, the public look-up
 * and the published list say the same, before and after a date is set and after a revalidation is approved.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enrollmentSubject } from '#db/queries/enrollment/enrollments.ts'
import { pagesOfDue } from '#db/queries/public-files/revalidation.ts'
import { findTimed, listDues } from '#db/queries/time/due-facts.ts'
import { findPublicDues } from '#db/queries/time/public-dues.ts'
import { type Action, type Actor, anonymous, authorize, type Permit } from '#domain/access/policy.ts'
import { day, dayIn } from '#domain/dates.ts'
import { dayNumber, dayOfNumber, npiKey } from '#domain/eligibility/packing.ts'
import { rosterStanding } from '#domain/roster/standing.ts'
import { cms855i } from '#forms/cms855i/index.ts'
import { movableClock } from '#outside/clock.ts'
import { vegaNpi } from '#test/people/dr-vega.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { begunAbout, decided, say, signed, zone } from '../application/reasons.fixture.ts'
import { type DeskWorld, seedDesk } from '../case/desk.fixture.ts'
import { fileApplication } from '../case/filed.fixture.ts'
import { seedLists } from '../case/lists.fixture.ts'
import { createEligibilityKeeper, type EligibilityKeeper } from '../eligibility/keep-snapshot.ts'
import { setRevalidationDate } from './set-revalidation-date.ts'

const now = new Date('2026-11-25T15:00:00Z')
let database: TestDatabase
let world: DeskWorld
let keeper: EligibilityKeeper
let id: string
const clock = movableClock()

beforeAll(async () => {
  database = await testDatabase()
  clock.moveTo(now)
  world = await seedDesk(database.db, now)
  await seedLists(database.db, now)
  id = await decided(database.db, world, await fileApplication(database.db, world, now), now)
  keeper = await createEligibilityKeeper(database.db, clock)
})
afterAll(async () => {
  keeper?.stop()
  await database?.close()
})

async function permitFor<A extends Action>(actor: Actor, action: A): Promise<Permit<A>> {
  const permit = authorize(actor, action, (await enrollmentSubject(database.db, id))!)
  if (!permit.ok) throw new Error(`${action} is not permitted`)
  return permit.value
}

async function everywhere(at: Date) {
  const { db } = database
  await keeper.refreshNow()
  const on = dayIn(zone, at)
  const view = await permitFor(world.vega, 'enrollment.view')
  const open = authorize(anonymous, 'public.view', { id: 'site' })
  if (!open.ok) throw new Error('anybody may look')
  const listed: (string | undefined)[] = []
  for await (const rows of pagesOfDue(db, open.value, on, [vegaNpi])) listed.push(...rows.map((r) => r.due))
  const { revalidation } = rosterStanding(keeper.current(), npiKey(vegaNpi), dayNumber(on))
  return {
    roster: dayOfNumber(revalidation),
    calendar: (await findTimed(db, view, id))?.due,
    group: (await listDues(db, view, [id])).get(id),
    public: (await findPublicDues(db, open.value, vegaNpi))[0]?.due,
    published: listed[0],
  }
}
const all = (due: string) => ({ roster: due, calendar: due, group: due, public: due, published: due })

test('the date of the cycle, a date that was set, and the one after an approved revalidation', async () => {
  // It begins on December 1, 2026.
  const begun = new Date('2026-12-02T15:00:00Z')
  clock.moveTo(begun)
  expect(await everywhere(begun)).toEqual(all('2031-12-31'))
  const setting = await permitFor(world.analyst, 'enrollment.prepare-decision')
  const set = await setRevalidationDate(
    database.db,
    setting,
    { dueOn: day('2027-05-31'), reason: 'CMS asked for it' },
    begun,
  )
  expect(set.ok).toBe(true)
  expect(await everywhere(begun)).toEqual(all('2027-05-31'))
  const early = new Date('2027-01-20T15:00:00Z')
  clock.moveTo(early)
  const revalidation = await begunAbout(database.db, world, id, 'revalidation', early)
  await say(database.db, world.vega, revalidation, 'confirmation', { confirmed: cms855i.tasks.map((t) => t.id) }, early)
  await signed(database.db, world.vega, revalidation, early)
  await decided(database.db, world, revalidation, early)
  expect(await everywhere(early)).toEqual(all('2032-05-31'))
})
