/** Surrogacy against a real database: asked, agreed, acted under, confirmed, ended, lapsed; and the switcher. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { open } from '#db/kit/open.ts'
import { listActedFor } from '#db/queries/delegation/acted-for.ts'
import { listSurrogacies } from '#db/queries/delegation/surrogacies.ts'
import { insertMember } from '#db/records/delegation/members.ts'
import { ensureOrganization, linkEnrollee } from '#db/records/delegation/organizations.ts'
import { authorize } from '#domain/access/policy.ts'
import { after } from '#domain/access/session.ts'
import { day } from '#domain/dates.ts'
import { vegaNpi } from '#test/people/dr-vega.ts'
import { running } from '#test/support/identity.ts'
import { noon, type Person, providerWorld, type World } from '#test/support/provider.ts'
import { startApplication } from '../application/start-application.ts'
import { agreeToSurrogacy, declineSurrogacy, prolongSurrogacy, stopSurrogacy } from './answer-surrogacy.ts'
import { askSurrogacy, offerSurrogacy } from './ask-surrogacy.ts'
import { chooseActing } from './choose-acting.ts'
import { confirmSurrogacies } from './confirm-surrogacies.ts'
import {
  account,
  billing,
  caller,
  mailsTo,
  must,
  ofParty,
  ofSurrogacy,
  owning,
  permit,
  signedIn,
  teller,
  toAgree,
} from './delegation.fixture.ts'

const days = (n: number) => after(noon, n * 86_400_000)
let t: World
let agentId: string
let boss: Person
let clerk: Person
beforeAll(async () => {
  t = await providerWorld()
  agentId = (await billing(t)).id
  boss = await account(t, 'Tess Boss', 'authorized-official', agentId)
  clerk = await account(t, 'Tom Clerk', 'staff-end-user', agentId, ['view', 'prepare'])
})
afterAll(() => t.close())

const ask = async (
  npis: string,
  endsOn = '2028-11-24',
  functions = ['prepare', 'correspondence'] as const,
  now = noon,
) =>
  askSurrogacy(
    t.db,
    await ofParty(t, boss, 'surrogacy.agree', agentId),
    teller,
    { npis, functions, endsOn: day(endsOn) },
    caller,
    now,
  )
const current = async () =>
  (await listSurrogacies(t.db, await ofParty(t, boss, 'surrogacy.manage', agentId), 'agent')).find(
    (s) => s.grantorId === t.enrolleeId,
  )!

test('asked, agreed, acted under within the functions, ended by the provider: gone on the next request', async () => {
  expect(await ask(`${vegaNpi}`)).toMatchObject({ ok: true, value: { asked: 1 } })
  expect(await ask(vegaNpi)).toMatchObject({ problem: { code: 'surrogacy-open' } })
  expect((await mailsTo(t, 'rosa.vega@example.org')).at(-1)?.subject).toContain('Brightline Billing LLC asks')
  const { id } = await current()
  const session = await signedIn(t, clerk)
  const subject = { id: 'a', enrolleeId: t.enrolleeId, signerIds: [clerk.userId] }
  const rights = async () => {
    const { actor } = (await session.see())!
    return (
      ['application.view', 'application.edit', 'application.withdraw', 'letter.view', 'application.sign'] as const
    ).filter((a) => authorize(actor, a, subject).ok)
  }
  expect(await rights()).toEqual([])
  // The side that asked cannot agree in the place of the other.
  expect(await agreeToSurrogacy(t.db, await toAgree(t, boss, id), teller, caller, noon)).toMatchObject({ ok: false })
  await expect(ofSurrogacy(t, t.clerk, id)).rejects.toThrow('not-permitted')
  const asVega = await ofSurrogacy(t, t.vega, id)
  expect(await agreeToSurrogacy(t.db, await toAgree(t, t.vega, id), teller, caller, noon)).toMatchObject({ ok: true })
  // What the grant and the clerk's own functions have in common.
  expect(await rights()).toEqual(['application.view', 'application.edit'])
  const { actor, acting } = (await session.see())!
  expect(acting).toMatchObject({ name: 'Rosa Maria Vega', role: 'surrogate', through: 'Brightline Billing LLC' })

  const start = permit(actor, 'application.start', { id: t.enrolleeId, enrolleeId: t.enrolleeId })
  const { applicationId } = must(
    await startApplication(
      t.db,
      start,
      { form: 'CMS-855I', state: 'IL', said: { practitioner: 'physician', state: 'IL' } },
      noon,
    ),
  )
  const { rows } = await t.pool.query(
    'select actor_id, acting_for, capacity, acting_through from application_event where application_id = $1',
    [applicationId],
  )
  expect(rows).toEqual([
    { actor_id: clerk.userId, acting_for: t.enrolleeId, capacity: 'surrogate', acting_through: agentId },
  ])
  expect(await stopSurrogacy(t.db, asVega, teller, 'We part', caller, noon)).toMatchObject({ ok: true })
  expect(await rights()).toEqual([])
  expect(await stopSurrogacy(t.db, asVega, teller, '', caller, noon)).toMatchObject({
    problem: { code: 'over-already' },
  })
  expect((await mailsTo(t, 'tess.boss@example.org')).at(-1)?.subject).toContain('no longer acts')
})

test('is confirmed every year after mails 30, 7 and 1 days before, or lapses', async () => {
  must(await ask(vegaNpi, '2029-06-01'))
  const { id } = await current()
  const asVega = await toAgree(t, t.vega, id)
  must(await agreeToSurrogacy(t.db, asVega, teller, caller, noon))
  const session = await signedIn(t, clerk)
  const confirmMails = async () =>
    (await mailsTo(t, 'rosa.vega@example.org')).filter((m) => m.subject.startsWith('Confirm')).length
  const tick = (n: number) => confirmSurrogacies(t.db, running, teller, days(n))
  expect(await prolongSurrogacy(t.db, asVega, caller, days(200))).toMatchObject({
    problem: { code: 'not-confirmable' },
  })
  for (const n of [300, 335, 336, 358, 364, 364]) await tick(n)
  expect(await confirmMails()).toBe(3)
  expect(await prolongSurrogacy(t.db, asVega, caller, days(364))).toMatchObject({ ok: true })
  await tick(366)
  expect((await current()).status).toBe('active')
  await tick(732)
  expect(
    (await listSurrogacies(t.db, await ofParty(t, boss, 'surrogacy.manage', agentId), 'agent')).find(
      (s) => s.id === id,
    ),
  ).toMatchObject({
    status: 'lapsed',
  })
  expect((await session.see())!.actor.memberships.filter((m) => m.role === 'surrogate')).toEqual([])
})

test('is declined without more ado, and then nobody agrees to it any more', async () => {
  must(await ask(vegaNpi, '2027-12-24'))
  const { id } = await current()
  expect(await declineSurrogacy(t.db, await ofSurrogacy(t, boss, id), teller, caller, noon)).toMatchObject({
    ok: false,
  })
  must(await declineSurrogacy(t.db, await ofSurrogacy(t, t.vega, id), teller, caller, noon))
  expect(await agreeToSurrogacy(t.db, await toAgree(t, t.vega, id), teller, caller, noon)).toMatchObject({
    problem: { code: 'over-already' },
  })
})

test('is over by its dates even before the job has run', async () => {
  must(await ask(vegaNpi, '2026-12-24'))
  must(await agreeToSurrogacy(t.db, await toAgree(t, t.vega, (await current()).id), teller, caller, noon))
  const shown = async (at: Date) => (await listActedFor(t.db, owning(clerk, 'dashboard.view'), {}, at)).count
  expect([await shown(noon), await shown(days(40))]).toEqual([1, 0])
})

test('is refused for numbers that are none, that nobody has or answers for, for too long, and without functions', async () => {
  expect(await ask('123')).toMatchObject({ problem: { code: 'not-an-npi' } })
  expect(await ask('2000001992')).toMatchObject({ problem: { code: 'npi-not-here' } })
  await open(t.db)
    .insertInto('enrollee')
    .values({
      id: randomUUID(),
      kind: 'individual',
      npi: '2000001992',
      display_name: 'No Account',
      practice: '{}',
      created_at: noon,
    })
    .execute()
  expect(await ask('2000001992')).toMatchObject({ problem: { code: 'nobody-answers' } })
  expect(await ask(vegaNpi, '2031-01-01')).toMatchObject({ problem: { code: 'date-too-late' } })
  expect(await ask(vegaNpi, '2026-11-01')).toMatchObject({ problem: { code: 'date-in-past' } })
  expect(await ask(vegaNpi, '2027-11-01', [] as never)).toMatchObject({ problem: { code: 'functions-needed' } })
})

test('offered by an organization it covers all of its providers, and the switcher finds one of hundreds', async () => {
  const clinic = await ensureOrganization(t.db, { kind: 'provider', name: 'Big Clinic', taxId: '080000888' }, noon)
  const official = await account(t, 'Olga Official', 'authorized-official', clinic.id)
  const enrollees = Array.from({ length: 300 }, (_, i) => ({
    id: randomUUID() as string,
    kind: 'organization' as const,
    npi: String(2_100_000_000 + i),
    display_name: `Site ${i}`,
    practice: '{}',
    created_at: noon,
  }))
  await open(t.db).insertInto('enrollee').values(enrollees).execute()
  await open(t.db)
    .insertInto('organization_enrollee')
    .values(enrollees.map((e) => ({ enrollee_id: e.id, organization_id: clinic.id, since: noon })))
    .execute()
  expect(await linkEnrollee(t.db, agentId, '2100000001', noon)).toBe(false)
  const viewer = await account(t, 'Vera Viewer')
  await insertMember(
    t.db,
    { userId: viewer.userId, role: 'staff-end-user', partyId: agentId, functions: ['view'], addedBy: boss.userId },
    noon,
  )
  const terms = { functions: ['view', 'roster'], endsOn: day('2027-06-01') } as const
  const offering = await ofParty(t, official, 'surrogacy.manage', clinic.id)
  must(
    await offerSurrogacy(
      t.db,
      await ofParty(t, official, 'surrogacy.agree', clinic.id),
      teller,
      { agentId, ...terms },
      caller,
      noon,
    ),
  )
  const [offered] = await listSurrogacies(t.db, offering, 'grantor')
  must(await agreeToSurrogacy(t.db, await toAgree(t, boss, offered!.id), teller, caller, noon))
  const own = owning(viewer, 'dashboard.view')
  expect((await listActedFor(t.db, own, { limit: 20 }, noon)).rows).toHaveLength(20)
  const found = await listActedFor(t.db, own, { search: 'site 299' }, noon)
  expect(found).toMatchObject({ count: 1, rows: [{ npi: '2100000299', role: 'surrogate' }] })
  expect((await listActedFor(t.db, own, { search: '2100000299' }, noon)).count).toBe(1)
  expect((await listActedFor(t.db, own, { search: '%' }, noon)).count).toBe(0)

  const session = await signedIn(t, viewer)
  const before = (await session.see())!
  expect(before.acting).toBeUndefined()
  const choose = (npi: string | undefined) =>
    chooseActing(t.db, own, { sessionId: session.sessionId, npi }, caller, noon)
  expect(await choose(vegaNpi === '2100000299' ? '' : '2000000444')).toMatchObject({ problem: { code: 'not-found' } })
  const { sessionToken } = must(await choose('2100000299'))
  // The old token is dead; the new one acts for the chosen provider only.
  expect(await session.see()).toBeUndefined()
  const now = (await session.see(noon, sessionToken))!
  expect(now.acting).toMatchObject({ npi: '2100000299', chosen: true, through: 'Brightline Billing LLC' })
  const other = { id: 'a', enrolleeId: String(enrollees[3]!.id) }
  expect(authorize(before.actor, 'application.view', other).ok).toBe(true)
  expect(authorize(now.actor, 'application.view', other).ok).toBe(false)
  must(await stopSurrogacy(t.db, await ofSurrogacy(t, official, offered!.id), teller, '', caller, noon))
  const later = (await session.see(noon, sessionToken))!
  // What is left, and nothing of the organization: the surrogacy of the test before.
  expect(later.acting?.enrolleeId === enrollees[299]!.id).toBe(false)
  expect(authorize(later.actor, 'application.view', { id: 'a', enrolleeId: enrollees[299]!.id }).ok).toBe(false)
})
