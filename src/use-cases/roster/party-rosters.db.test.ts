/** Rosters of a provider: seen, told of and kept by everybody who may use its rosters, whoever comes and goes. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listMembers } from '#db/queries/delegation/people.ts'
import { findRoster, listRosters, rosterSubject } from '#db/queries/enrollment/rosters.ts'
import { insertMember } from '#db/records/delegation/members.ts'
import { ensureOrganization, linkEnrollee } from '#db/records/delegation/organizations.ts'
import type { DelegatedFunction } from '#domain/access/delegation.ts'
import { authorize, type Permit, systemActor } from '#domain/access/policy.ts'
import { after } from '#domain/access/session.ts'
import { day } from '#domain/dates.ts'
import { buildSnapshot } from '#domain/eligibility/build-snapshot.ts'
import { vegaNpi } from '#test/people/dr-vega.ts'
import { noon, type Person, providerWorld, type World } from '#test/support/provider.ts'
import { en } from '#words/index.ts'
import { agreeToSurrogacy, stopSurrogacy } from '../delegation/answer-surrogacy.ts'
import { askSurrogacy } from '../delegation/ask-surrogacy.ts'
import { endRoleOf } from '../delegation/change-member.ts'
import {
  account,
  billing,
  caller,
  mailsTo,
  must,
  ofParty,
  ofSurrogacy,
  signedIn,
  teller,
  toAgree,
} from '../delegation/delegation.fixture.ts'
import { handRosterTo } from './give-roster.ts'
import { openRoster } from './open-roster.ts'
import { saveProgramRoster, saveRoster } from './save-roster.ts'
import { watchRosters } from './watch-rosters.ts'

let t: World
let agentId: string
let boss: Person
let anna: Person
let paul: Person
const hours = (n: number) => after(noon, n * 3_600_000)
const rows = { enrollments: [], listed: [], reassignments: [], orderListLoaded: false, registry: [{ npi: vegaNpi }] }
const version = { sequence: 0, asOf: day('2026-11-24') }
const before = buildSnapshot({ ...rows, exclusions: [] }, version)
const excluded = buildSnapshot({ ...rows, exclusions: [{ npi: vegaNpi, from: day('2026-11-01') }] }, version)
const system = must(authorize(systemActor, 'system.run', { id: 'test' }))
const sent = (name: string) => ({ name, bytes: new TextEncoder().encode(`npi\n${vegaNpi}\n`) })

/** Rights are read anew from the database, as for every request. */
const actorOf = async (who: Person) => (await (await signedIn(t, who)).see())!.actor
const own = async (who: Person): Promise<Permit<'roster.manage'>> =>
  must(authorize(await actorOf(who), 'roster.manage', { id: who.userId, ownerId: who.userId }))
const to = async (who: Person, id: string) =>
  authorize(await actorOf(who), 'roster.manage', (await rosterSubject(t.db, id))!)
const names = async (who: Person) => (await listRosters(t.db, await own(who))).map((r) => r.name)
const staff = async (name: string, partyId: string, functions: readonly DelegatedFunction[]): Promise<Person> => {
  const who = await account(t, name)
  await insertMember(
    t.db,
    { userId: who.userId, role: 'staff-end-user', partyId, functions, addedBy: who.userId },
    noon,
  )
  return who
}
const endAt = async (partyId: string, by: Person, who: Person) => {
  const manage = await ofParty(t, by, 'people.manage', partyId)
  const member = (await listMembers(t.db, manage)).find((m) => m.userId === who.userId)!
  must(await endRoleOf(t.db, manage, teller, member.id, caller, noon))
}

beforeAll(async () => {
  t = await providerWorld()
  agentId = (await billing(t)).id
  boss = await account(t, 'Tess Boss', 'authorized-official', agentId)
  anna = await staff('Anna Roster', t.enrolleeId, ['view', 'roster'])
  paul = await staff('Paul Viewer', t.enrolleeId, ['view', 'prepare'])
})
afterAll(() => t.close())

let shared = ''
test('what staff add for the provider is the provider’s; who may use its rosters sees it, others do not', async () => {
  shared = must(await saveRoster(t.db, await own(anna), before, sent('Shared'), noon, t.enrolleeId))
  must(await saveRoster(t.db, await own(anna), before, sent('Hers'), noon))
  expect(await names(anna)).toEqual(['Hers', 'Shared'])
  expect(await names(t.vega)).toEqual(['Shared'])
  expect(await names(paul)).toEqual([])
  expect((await to(t.vega, shared)).ok).toBe(true)
  expect((await to(paul, shared)).ok).toBe(false)
  expect(await saveRoster(t.db, await own(paul), before, sent('No'), noon, t.enrolleeId)).toMatchObject({
    problem: { code: 'not-a-choice', at: 'whose' },
  })
})

test('a billing company that was given "roster" uses it, and nobody else of it; it ends with the surrogacy', async () => {
  const clerk = await staff('Cora Clerk', agentId, ['view', 'roster'])
  const typist = await staff('Theo Typist', agentId, ['view', 'prepare'])
  const wish = { npis: vegaNpi, functions: ['roster'] as const, endsOn: day('2028-11-24') }
  must(await askSurrogacy(t.db, await ofParty(t, boss, 'surrogacy.agree', agentId), teller, wish, caller, noon))
  const { rows } = await t.pool.query<{ id: string }>('select id from surrogacy where agent_id = $1', [agentId])
  must(await agreeToSurrogacy(t.db, await toAgree(t, t.vega, rows[0]!.id), teller, caller, noon))
  expect((await to(clerk, shared)).ok).toBe(true)
  expect((await to(typist, shared)).ok).toBe(false)
  expect(await watchRosters(t.db, system, excluded, { origin: 'https://x.example', words: en }, hours(24))).toBe(2)
  const told = async (who: string) =>
    (await mailsTo(t, who)).filter((m) => m.body.includes(`https://x.example/roster/${shared}`)).length
  for (const who of ['rosa.vega@example.org', 'anna.roster@example.org', 'cora.clerk@example.org'])
    expect([who, await told(who)]).toEqual([who, 1])
  for (const who of ['paul.viewer@example.org', 'theo.typist@example.org'])
    expect([who, await told(who)]).toEqual([who, 0])
  must(await stopSurrogacy(t.db, await ofSurrogacy(t, t.vega, rows[0]!.id), teller, '', caller, noon))
  expect((await to(clerk, shared)).ok).toBe(false)
})

test('everybody is shown what is new to them, for one sitting', async () => {
  const [vega, annas] = [must(await to(t.vega, shared)), must(await to(anna, shared))]
  const unseen = async (who: Person) => (await listRosters(t.db, await own(who))).find((r) => r.id === shared)?.unseen
  expect(await unseen(t.vega)).toBe(1)
  expect((await openRoster(t.db, vega, hours(25)))?.since).toBeUndefined()
  expect((await openRoster(t.db, vega, hours(25.5)))?.since).toBeUndefined()
  expect([await unseen(t.vega), await unseen(anna)]).toEqual([0, 1])
  expect((await openRoster(t.db, vega, hours(30)))?.since).toEqual(hours(25.5))
  expect((await openRoster(t.db, vega, hours(30.5)))?.since).toEqual(hours(25.5))
  expect((await openRoster(t.db, annas, hours(31)))?.changes).toHaveLength(1)
})

test('a roster that somebody keeps alone can be given away, once, to a party for which they act', async () => {
  const alone = must(await saveRoster(t.db, await own(anna), before, sent('To give'), noon))
  const permit = must(await to(anna, alone))
  expect(await handRosterTo(t.db, permit, agentId)).toMatchObject({ problem: { code: 'not-a-choice' } })
  must(await handRosterTo(t.db, permit, t.enrolleeId))
  expect(await names(t.vega)).toContain('To give')
  expect(await handRosterTo(t.db, must(await to(anna, alone)), t.enrolleeId)).toMatchObject({
    problem: { code: 'not-a-choice' },
  })
})

test('who leaves takes nothing along: the shared ones stay, and those kept alone go to the party', async () => {
  await endAt(t.enrolleeId, t.vega, anna)
  expect(await names(anna)).toEqual([])
  expect((await to(anna, shared)).ok).toBe(false)
  expect((await names(t.vega)).toSorted()).toEqual(['Hers', 'Shared', 'To give'])
})

test('a roster of a program is its own, and its party’s people see it, under the one enrollee of the organization', async () => {
  const clinic = await ensureOrganization(t.db, { kind: 'provider', name: 'Elm Clinic', taxId: '080000778' }, noon)
  const enrollee = '5f0c2a34-0000-4000-8000-000000000001'
  await t.pool.query(
    `insert into enrollee (id, kind, npi, display_name, created_at) values ($1, 'organization', '2000001331', 'Elm Clinic', $2)`,
    [enrollee, noon],
  )
  expect(await linkEnrollee(t.db, clinic.id, '2000001331', noon)).toBe(true)
  const ida = await account(t, 'Ida Official', 'authorized-official', clinic.id)
  const program = {
    userId: '5f0c2a34-0000-4000-8000-000000000002',
    memberships: [{ role: 'api-client', partyId: clinic.id } as const],
  }
  const permit = must(authorize(program, 'roster.manage', { id: program.userId, ownerId: program.userId }))
  const id = must(await saveProgramRoster(t.db, permit, before, sent('Nightly'), clinic.id, noon))
  expect(await rosterSubject(t.db, id)).toEqual({ id, ownerId: program.userId, enrolleeId: enrollee })
  expect(await names(ida)).toEqual(['Nightly'])
  expect((await findRoster(t.db, must(await to(ida, id))))?.name).toBe('Nightly')
  const other = { ...program, userId: '5f0c2a34-0000-4000-8000-000000000003' }
  expect(authorize(other, 'roster.manage', (await rosterSubject(t.db, id))!).ok).toBe(false)
})
