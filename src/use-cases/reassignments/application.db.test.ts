/** An application that names a group: what the group has not confirmed stays off the record, whatever is approved first. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { open } from '#db/kit/open.ts'
import { applicationSubject } from '#db/queries/application/applications.ts'
import { listReassignments } from '#db/queries/enrollment/enrollment-spans.ts'
import { enrollmentSubject } from '#db/queries/enrollment/enrollments.ts'
import { handshakeSubject } from '#db/queries/reassignments/handshakes.ts'
import { listToSign } from '#db/queries/reassignments/to-sign.ts'
import { insertMembership } from '#db/records/access/accounts.ts'
import type { Actor } from '#domain/access/policy.ts'
import { day } from '#domain/dates.ts'
import { buildSnapshot } from '#domain/eligibility/build-snapshot.ts'
import { reassignments } from '#forms/cms855i/reassignments.ts'
import type { File } from '#forms/kit/section.ts'
import { item } from '#test/people/answered.ts'
import { drVega } from '#test/people/dr-vega.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { contractorId, type DeskWorld, office, seedDesk } from '../case/desk.fixture.ts'
import { fileApplication, permitFor } from '../case/filed.fixture.ts'
import { seedLists } from '../case/lists.fixture.ts'
import { takeCase } from '../case/take-case.ts'
import { approveApplication } from '../decisions/approve-application.ts'
import { recommendApplication } from '../decisions/recommend-application.ts'
import { bringAsked } from '../level/level.fixture.ts'
import { recordLicense } from '../screening/judge-checks.ts'
import { screenApplication } from '../screening/screen-application.ts'
import { disposeAll } from '../screening/screening.fixture.ts'
import { licensesOf } from '../screening/screening-subjects.ts'
import { proposeReassignment } from './propose-reassignment.ts'
import { GROUP_NPI, must, permit, teller } from './reassignments.fixture.ts'
import { signReassignments } from './sign-reassignments.ts'

const now = new Date('2026-11-25T15:00:00Z')
const GROUP = 'O20200101000001'
let t: TestDatabase
let world: DeskWorld
let official: Actor

const file: File = {
  ...drVega,
  reassignments: [
    item('group', reassignments, {
      to: 'organization',
      legalName: 'Harbor Group LLC',
      ein: '08-2223334',
      npi: GROUP_NPI,
      startsOn: '2026-12-01',
      line1: '300 N High St',
      city: 'Springfield',
      state: 'IL',
      zip: '62701',
      second: 'no',
    }),
  ],
}

beforeAll(async () => {
  t = await testDatabase()
  world = await seedDesk(t.db, now)
  await seedLists(t.db, now)
  const k = open(t.db)
  const enrolleeId = randomUUID()
  const since = { known_from: now, known_to: null, from_on: day('2020-01-01'), to_on: null }
  await k
    .insertInto('enrollee')
    .values({
      id: enrolleeId,
      kind: 'organization',
      npi: GROUP_NPI,
      display_name: 'Harbor Group LLC',
      practice: '{}',
      created_at: now,
    })
    .execute()
  const group = { id: GROUP, enrollee_id: enrolleeId, form: 'CMS-855B', specialty: '12-70', state: 'IL', ptan: 'IL1' }
  await k
    .insertInto('enrollment')
    .values({ ...group, contractor_id: contractorId, status: 'approved', created_at: now })
    .execute()
  await k
    .insertInto('enrollment_period')
    .values({ id: randomUUID(), enrollment_id: GROUP, status: 'approved', because: '[]', ...since })
    .execute()
  await k
    .insertInto('enrollment_official')
    .values({
      id: randomUUID(),
      enrollment_id: GROUP,
      name: 'Opal Harbor',
      role: 'authorized-official',
      from_on: since.from_on,
    })
    .execute()
  const userId = randomUUID()
  await k
    .insertInto('app_user')
    .values({ id: userId, login_id: 'opal', status: 'active', display_name: 'Opal Harbor', created_at: now })
    .execute()
  await insertMembership(t.db, { userId, role: 'authorized-official', partyId: enrolleeId }, now)
  official = { userId, memberships: [{ role: 'authorized-official', partyId: enrolleeId }] }
  await ownAccount()
})
afterAll(() => t.close())

/** The desk's Dr. Vega may have her account's role only in memory. */
async function ownAccount(): Promise<void> {
  const { userId } = world.vega
  const k = open(t.db)
  const there = await k.selectFrom('membership').select('id').where('user_id', '=', userId).executeTakeFirst()
  const user = await k.selectFrom('app_user').select('id').where('id', '=', userId).executeTakeFirst()
  if (!user)
    await k
      .insertInto('app_user')
      .values({ id: userId, login_id: 'vega.x', status: 'active', display_name: 'Rosa Vega', created_at: now })
      .execute()
  if (!there) await insertMembership(t.db, { userId, role: 'individual-provider', partyId: world.enrolleeId }, now)
}

const propose = async (applicationId: string): Promise<string> => {
  const proposing = permit(world.vega, 'reassignment.propose', (await applicationSubject(t.db, applicationId))!)
  const from = { enrolleeId: world.enrolleeId, npi: '2000001117', contractorId, applicationId }
  return must(
    await proposeReassignment(t.db, proposing, from, { group: GROUP_NPI, startsOn: day('2026-12-01') }, teller, now),
  )
}
async function sign(actor: Actor, id: string): Promise<number> {
  const own = permit(actor, 'dashboard.view', { id: actor.userId, ownerId: actor.userId })
  const { display_name: typedName } = await open(t.db)
    .selectFrom('app_user')
    .select('display_name')
    .where('id', '=', actor.userId)
    .executeTakeFirstOrThrow()
  const seen = new Map((await listToSign(t.db, own)).map((w) => [w.handshake.id, w.handshake.termsSha256]))
  const snapshot = buildSnapshot({ exclusions: [], orderListLoaded: false }, { sequence: 0, asOf: day('2026-11-25') })
  return must(
    await signReassignments(t.db, own, { ids: [id], typedName, agreed: true, seen }, { teller, snapshot }, now),
  ).inEffect
}
async function approve(id: string): Promise<string> {
  const review = await permitFor(t.db, world.analyst, 'application.review', id)
  must(await takeCase(t.db, review, now))
  must(await screenApplication(t.db, review, now))
  const seen = {
    site: 'board.example',
    standing: 'active',
    expiresOn: day('2027-12-31'),
    seenOn: day('2026-11-25'),
  } as const
  for (const { subject } of licensesOf(file))
    must(await recordLicense(t.db, review, { subject, ...seen, note: undefined }, now))
  await disposeAll(t.db, review, now)
  await bringAsked(t.db, review, now)
  must(await recommendApplication(t.db, review, '', now))
  const deciding = await permitFor(t.db, world.supervisor, 'application.decide', id)
  return must(await approveApplication(t.db, deciding, { delay: 'none' }, office, now)).enrollmentId
}
const onRecord = async (enrollmentId: string) =>
  listReassignments(t.db, permit(world.vega, 'enrollment.view', (await enrollmentSubject(t.db, enrollmentId))!))
const handshake = async (id: string) => (await handshakeSubject(t.db, id))!.handshake

test('unconfirmed it stays off the record at the approval, and counts when the group signs', {
  timeout: 30_000,
}, async () => {
  const id = await fileApplication(t.db, world, now, { file })
  const asked = await propose(id)
  expect(await sign(world.vega, asked)).toBe(0)
  const enrollmentId = await approve(id)
  expect(await onRecord(enrollmentId)).toEqual([])
  expect(await handshake(asked)).toMatchObject({ applicationOpen: false, acceptedAt: undefined })
  await open(t.db)
    .updateTable('enrollment_period')
    .set({ from_on: day('2026-11-01') })
    .where('enrollment_id', '=', enrollmentId)
    .execute()
  expect(await sign(official, asked)).toBe(1)
  expect(await onRecord(enrollmentId)).toMatchObject([{ toNpi: GROUP_NPI, from: '2026-12-01' }])
})

test('confirmed before, it counts with the approval', { timeout: 30_000 }, async () => {
  const id = await fileApplication(t.db, world, now, { file })
  const asked = await propose(id)
  await sign(world.vega, asked)
  expect(await sign(official, asked)).toBe(0)
  const enrollmentId = await approve(id)
  expect(await onRecord(enrollmentId)).toMatchObject([{ toNpi: GROUP_NPI, from: '2026-12-01' }])
  expect(await handshake(asked)).toMatchObject({ effectiveOn: '2026-12-01', refusedBy: undefined })
})
