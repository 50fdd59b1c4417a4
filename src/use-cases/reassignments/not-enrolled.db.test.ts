/** A group that is not enrolled here, proposals that nobody signs, the copy in the practitioner's file, the desk's queue. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { open } from '#db/kit/open.ts'
import { batchSubject, listBatches } from '#db/queries/reassignments/batches.ts'
import { listGroupsElsewhere } from '#db/queries/reassignments/groups-elsewhere.ts'
import { handshakeSubject, listHeldHandshakes } from '#db/queries/reassignments/handshakes.ts'
import { recordedSubject } from '#db/queries/reassignments/members.ts'
import { findGroupParty } from '#db/queries/reassignments/roster-people.ts'
import { listToSign } from '#db/queries/reassignments/to-sign.ts'
import { linkGroup } from '#db/records/reassignments/proposals.ts'
import { type Actor, systemActor } from '#domain/access/policy.ts'
import { day } from '#domain/dates.ts'
import { csvFile } from '#domain/reassignment/csv-cell.ts'
import { noon, walk } from '#test/support/provider.ts'
import { rosterFilePage } from '#web/portal/reassignments/batch-page.tsx'
import { partyRosterPage } from '#web/portal/reassignments/party-roster-page.tsx'
import { endReassignment } from './end-reassignment.ts'
import { expireProposals } from './expire-proposals.ts'
import { lineOf, memberLines } from './member-lines.ts'
import { proposeReassignment } from './propose-reassignment.ts'
import {
  GROUP_NPI,
  must,
  npiAt,
  ofEnrollment,
  own,
  type Practitioner,
  permit,
  type ReassignmentWorld,
  reassignmentWorld,
  teller,
} from './reassignments.fixture.ts'
import { lookAtRoster, sendRoster } from './send-roster.ts'
import { signReassignments } from './sign-reassignments.ts'

let t: ReassignmentWorld
const elsewhere = npiAt(77_777)
const today = day('2026-11-24')
const system = permit(systemActor, 'system.run', { id: 'jobs' })
const after = (days: number) => new Date(noon.getTime() + days * 86_400_000)

beforeAll(async () => {
  t = await reassignmentWorld(4)
  const [listed] = await open(t.db).selectFrom('registry_provider').selectAll().where('npi', '=', GROUP_NPI).execute()
  const detail = { npi: elsewhere, entityType: 2, organization: 'FAR AWAY CLINIC LLC', otherNames: [], taxonomies: [] }
  await open(t.db)
    .insertInto('registry_provider')
    .values({ ...listed!, npi: elsewhere, detail: JSON.stringify(detail) })
    .execute()
})
afterAll(() => t?.close())

const propose = async (p: Practitioner, group: string) => {
  const from = { enrolleeId: p.enrolleeId, npi: p.npi, contractorId: 'mid', enrollmentId: p.enrollmentId }
  const proposing = await ofEnrollment(t, p.actor, 'reassignment.propose', p.enrollmentId)
  return proposeReassignment(t.db, proposing, from, { group, startsOn: day('2026-11-10') }, teller, noon)
}
const sign = async (actor: Actor, name: string) => {
  const waiting = await listToSign(t.db, own(actor))
  const seen = new Map(waiting.map((w) => [w.handshake.id, w.handshake.termsSha256]))
  const tools = { teller, snapshot: await t.snapshot() }
  return signReassignments(
    t.db,
    own(actor),
    { ids: [...seen.keys()], typedName: name, agreed: true, seen },
    tools,
    noon,
  )
}
const handshake = async (id: string) => (await handshakeSubject(t.db, id))!.handshake
const standing = async (id: string) => lineOf(await handshake(id), undefined, await t.snapshot(), today).standing
const sayings = async (template: string) =>
  (
    await open(t.db)
      .selectFrom('message')
      .select('recipient')
      .where('template', '=', template)
      .orderBy('recipient')
      .execute()
  ).map((m) => m.recipient)

test('a group is named by its NPI under its legal name, and nothing looks payable', async () => {
  const p = t.people[0]!
  expect(await propose(p, npiAt(88_888))).toMatchObject({ ok: false, problem: { code: 'payee-not-found' } })
  const id = must(await propose(p, elsewhere))
  expect((await handshake(id)).group).toMatchObject({
    name: 'Far Away Clinic LLC',
    npi: elsewhere,
    enrollmentId: undefined,
  })
  must(await sign(p.actor, p.name))
  const now = await standing(id)
  expect(now.state).toBe('waiting-group-enrollment')
  expect(teller.words.reassignments.say(now, teller.words.values)).toContain('still denied until the group is enrolled')
  expect((await handshakeSubject(t.db, id))!.contractorId).toBe('mid')
  // The group enrolls: its side can be signed from then on.
  const { enrolleeId } = (await handshake(id)).group
  const supervisor: Actor = { userId: t.vega.userId, memberships: [{ role: 'mac-supervisor', partyId: 'mid' }] }
  const deciding = permit(supervisor, 'application.decide', { id: 'x', contractorId: 'mid' })
  await open(t.db)
    .insertInto('enrollment')
    .values({
      id: 'O20261124000001',
      enrollee_id: enrolleeId,
      form: 'CMS-855B',
      specialty: '12-70',
      state: 'IL',
      contractor_id: 'mid',
      ptan: 'IL900001',
      status: 'approved',
      created_at: noon,
    })
    .execute()
  await linkGroup(t.db, deciding, enrolleeId, 'O20261124000001')
  expect((await standing(id)).state).toBe('waiting-group')
})

test('a proposal that nobody signs: both are told a week before, and when it is over; once each', async () => {
  const p = t.people[1]!
  const id = must(await propose(p, GROUP_NPI))
  expect(await expireProposals(t.db, system, teller, after(82))).toBe(0)
  expect(await sayings('reassignment-last-call')).toEqual([])
  expect(await expireProposals(t.db, system, teller, after(84))).toBe(0)
  expect(await expireProposals(t.db, system, teller, after(85))).toBe(0)
  expect(await sayings('reassignment-last-call')).toEqual(
    expect.arrayContaining(['opal.harbor@example.org', 'pat.number1@example.org']),
  )
  expect((await sayings('reassignment-last-call')).filter((r) => r === 'pat.number1@example.org')).toHaveLength(1)
  expect(await expireProposals(t.db, system, teller, after(90))).toBe(0)
  expect(await expireProposals(t.db, system, teller, after(91))).toBe(2)
  expect(await expireProposals(t.db, system, teller, after(92))).toBe(0)
  expect(await sayings('reassignment-expired')).toContain('opal.harbor@example.org')
  expect((await standing(id)).state).toBe('expired')
  expect(await sign(p.actor, p.name)).toMatchObject({ ok: false })
  must(await propose(p, GROUP_NPI))
})

test('what both confirmed is in the practitioner’s file too, with its end; what was sealed stays', async () => {
  const p = t.people[2]!
  const answers = {
    'legal-name': [{ id: '1', answers: { first: 'Pat', last: 'Number2' } }],
    business: [{ id: '1', answers: { paidThrough: 'own-practice' } }],
  }
  await open(t.db)
    .insertInto('enrollment_version')
    .values({
      enrollment_id: p.enrollmentId,
      ordinal: 1,
      effective_from: day('2020-01-01'),
      effective_to: null,
      known_from: noon,
      known_to: null,
      answers: JSON.stringify(answers),
      restricted: null,
      application_id: null,
    })
    .execute()
  must(await propose(p, GROUP_NPI))
  must(await sign(p.actor, p.name))
  must(await sign(t.group.official, 'Opal Harbor'))
  const versions = () =>
    open(t.db)
      .selectFrom('enrollment_version')
      .select(['effective_from', 'effective_to', 'answers'])
      .where('enrollment_id', '=', p.enrollmentId)
      .where('known_to', 'is', null)
      .orderBy('ordinal')
      .execute()
  const [before, then] = await versions()
  expect([before!.effective_to, then!.effective_from]).toEqual(['2026-11-09', '2026-11-10'])
  expect(then!.answers).toMatchObject({
    'legal-name': answers['legal-name'],
    business: [{ answers: { paidThrough: 'both' } }],
    reassignments: [
      { answers: { to: 'organization', npi: GROUP_NPI, legalName: 'Harbor Group LLC', startsOn: '2026-11-10' } },
    ],
  })
  const seeing = await ofEnrollment(t, t.group.official, 'roster.view', t.group.id)
  const line = (await memberLines(t.db, seeing, await t.snapshot(), today)).find((l) => l.practitioner.npi === p.npi)
  const ending = permit(p.actor, 'reassignment.sign', (await recordedSubject(t.db, line!.recordedId!))!)
  must(await endReassignment(t.db, ending, teller, { endsOn: day('2026-11-30'), reason: 'Moved away' }, noon))
  expect((await versions()).at(-1)).toMatchObject({
    effective_from: '2026-12-01',
    answers: { reassignments: [{ answers: { endsOn: '2026-11-30' } }] },
  })
})

test('what the policy holds is in the queue of its own contractor only', async () => {
  const p = t.people[3]!
  await open(t.db)
    .updateTable('enrollment_period')
    .set({ status: 'deactivated' })
    .where('enrollment_id', '=', p.enrollmentId)
    .execute()
  const id = must(await propose(p, GROUP_NPI))
  must(await sign(p.actor, p.name))
  must(await sign(t.group.official, 'Opal Harbor'))
  const desk = (partyId: string): Actor => ({ userId: t.vega.userId, memberships: [{ role: 'mac-analyst', partyId }] })
  const queue = (partyId: string) =>
    listHeldHandshakes(t.db, permit(desk(partyId), 'worklist.view', { id: partyId, contractorId: partyId }))
  expect((await queue('mid')).map((h) => [h.id, h.heldBecause])).toEqual([[id, ['practitioner-not-approved']]])
  expect(await queue('elsewhere')).toEqual([])
})

test('a group that is not enrolled here asks by a file: who signs waits for its enrollment, twice asks nobody twice', async () => {
  const k = open(t.db)
  const [first, second] = [t.people[0]!, t.people[1]!]
  const npi = npiAt(66_666)
  const enrolleeId = randomUUID()
  await k
    .insertInto('enrollee')
    .values({
      id: enrolleeId,
      kind: 'organization',
      npi,
      display_name: 'New Clinic LLC',
      practice: '{}',
      created_at: noon,
    })
    .execute()
  const official: Actor = { userId: t.vega.userId, memberships: [{ role: 'authorized-official', partyId: enrolleeId }] }
  const asking = permit(official, 'reassignment.propose', { id: enrolleeId, enrolleeId })
  const group = (await findGroupParty(t.db, asking, enrolleeId))!
  expect(group.id).toBeUndefined()
  expect(await listGroupsElsewhere(t.db, own(official))).toEqual([{ enrolleeId, name: 'New Clinic LLC' }])
  const send = async () => {
    const anywhere = { ...group, contractorId: undefined, state: undefined }
    const bytes = Buffer.from(csvFile([['npi'], [first.npi], [second.npi], ['2000001118']]))
    const sent = { fileName: 'new.csv', bytes, startsOn: day('2026-11-20') }
    const batch = (await batchSubject(t.db, must(await lookAtRoster(t.db, asking, anywhere, sent, teller, noon))))!
    expect([batch.enrolleeId, batch.group]).toEqual([enrolleeId, undefined])
    const { proposed } = must(await sendRoster(t.db, asking, anywhere, batch, teller, noon))
    return { proposed, answers: batch.batch.answers.map((a) => a.answer) }
  }
  expect(await send()).toEqual({ proposed: 2, answers: ['proposes', 'proposes', 'not-an-npi'] })
  expect(await send()).toEqual({ proposed: 0, answers: ['already-asked', 'already-asked', 'not-an-npi'] })
  expect(await listBatches(t.db, asking)).toHaveLength(2)
  const asked = (await listToSign(t.db, own(first.actor))).find((w) => w.handshake.group.npi === npi)!
  must(await sign(first.actor, first.name))
  expect((await standing(asked.handshake.id)).state).toBe('waiting-group-enrollment')
  const who = { ...t.vega, actor: official }
  const page = await walk(t, who, partyRosterPage, 'get', { enrolleeId })
  expect(page.html).toContain('New Clinic LLC is not enrolled here yet')
  const typed = { npis: first.npi, 'startsOn-month': '11', 'startsOn-day': '20', 'startsOn-year': '2026' }
  const looked = await walk(t, who, partyRosterPage, 'post', { enrolleeId }, { posted: typed })
  const batchId = looked.to!.split('/').at(-1)!
  expect((await walk(t, who, rosterFilePage, 'get', { batchId })).html).toContain(`/organizations/${enrolleeId}/roster`)
  expect((await walk(t, t.clerk, partyRosterPage, 'get', { enrolleeId })).status).toBe(404)
  expect((await walk(t, t.clerk, rosterFilePage, 'get', { batchId })).status).toBe(404)
})

test('a group that is enrolled with another contractor only: the answer says with whom', async () => {
  const k = open(t.db)
  await k
    .insertInto('contractor')
    .values({ id: 'far', name: 'Far West Contractor', time_zone: 'America/Denver', phone: '', email: '', address: '' })
    .execute()
  const enrolleeId = randomUUID()
  const npi = npiAt(55_555)
  await k
    .insertInto('enrollee')
    .values({
      id: enrolleeId,
      kind: 'organization',
      npi,
      display_name: 'Mesa Group PC',
      practice: '{}',
      created_at: noon,
    })
    .execute()
  await k
    .insertInto('enrollment')
    .values({
      id: 'O20261124000055',
      enrollee_id: enrolleeId,
      form: 'CMS-855B',
      specialty: '12-70',
      state: 'AZ',
      contractor_id: 'far',
      ptan: 'AZ900055',
      status: 'approved',
      created_at: noon,
    })
    .execute()
  const refused = await propose(t.people[2]!, npi)
  expect(refused).toMatchObject({
    ok: false,
    problem: { code: 'payee-elsewhere', with: { name: 'Mesa Group PC', contractor: 'Far West Contractor' } },
  })
})
