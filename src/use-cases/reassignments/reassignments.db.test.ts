/** Both sides confirm, in either order; decline, end, hold; a roster of five hundred; nothing looks done that is not paid. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { open } from '#db/kit/open.ts'
import { batchSubject } from '#db/queries/reassignments/batches.ts'
import { recordedSubject } from '#db/queries/reassignments/members.ts'
import { listToSign } from '#db/queries/reassignments/to-sign.ts'
import type { Actor } from '#domain/access/policy.ts'
import { systemActor } from '#domain/access/policy.ts'
import { addDays, day } from '#domain/dates.ts'
import { check } from '#domain/eligibility/verdict.ts'
import { states } from '#domain/reassignment/standing.ts'
import { noon } from '#test/support/provider.ts'
import { decideReassignment } from './decide-reassignment.ts'
import { endReassignment } from './end-reassignment.ts'
import { memberLines } from './member-lines.ts'
import { proposeReassignment } from './propose-reassignment.ts'
import {
  GROUP_NPI,
  must,
  npiAt,
  ofEnrollment,
  ofHandshake,
  own,
  type Practitioner,
  permit,
  type ReassignmentWorld,
  reassignmentWorld,
  teller,
} from './reassignments.fixture.ts'
import { declineReassignment } from './refuse-reassignment.ts'
import { remindGroupSigners, remindReassignments } from './remind-signers.ts'
import { lookAtRoster, sendRoster } from './send-roster.ts'
import { signReassignments } from './sign-reassignments.ts'

const MANY = 500
let t: ReassignmentWorld
beforeAll(async () => {
  t = await reassignmentWorld(MANY + 12)
})
afterAll(() => t?.close())

const today = day('2026-11-24')
const startsOn = day('2026-11-10')
/** The last ones are for single stories; the roster has the first five hundred. */
const person = (n: number): Practitioner => t.people[MANY + n]!

const propose = async (p: Practitioner) => {
  const from = { enrolleeId: p.enrolleeId, npi: p.npi, contractorId: 'mid', enrollmentId: p.enrollmentId }
  const proposing = await ofEnrollment(t, p.actor, 'reassignment.propose', p.enrollmentId)
  return proposeReassignment(t.db, proposing, from, { group: GROUP_NPI, startsOn }, teller, noon)
}
const sign = async (actor: Actor, ids: readonly string[], over: { name?: string; at?: Date } = {}) => {
  const waiting = await listToSign(t.db, own(actor))
  const seen = new Map(waiting.map((w) => [w.handshake.id, w.handshake.termsSha256]))
  const name = over.name ?? (await nameOf(actor))
  const tools = { teller, snapshot: await t.snapshot() }
  return signReassignments(t.db, own(actor), { ids, typedName: name, agreed: true, seen }, tools, over.at ?? noon)
}
const nameOf = async ({ userId }: Actor) =>
  (await open(t.db).selectFrom('app_user').select('display_name').where('id', '=', userId).executeTakeFirstOrThrow())
    .display_name
const verdict = async (p: Practitioner, on = today) =>
  check(await t.snapshot(), { npi: p.npi, payee: GROUP_NPI, on, role: 'rendering' })
const line = async (p: Practitioner) => {
  const seeing = await ofEnrollment(t, t.group.official, 'roster.view', t.group.id)
  const lines = await memberLines(t.db, seeing, await t.snapshot(), today)
  return lines.filter((l) => l.practitioner.npi === p.npi)
}
const mails = async (recipient: string) =>
  (await open(t.db).selectFrom('message').select(['subject', 'body']).where('recipient', '=', recipient).execute()).map(
    (m) => m.subject,
  )

describe.each([
  ['the practitioner first', 0, 'waiting-group'],
  ['the group first', 1, 'waiting-practitioner'],
] as const)('%s', (_, n, between) => {
  test('nothing is payable before the second signature, and it is after', async () => {
    const p = person(n)
    const id = must(await propose(p))
    const order = n === 0 ? [p.actor, t.group.official] : [t.group.official, p.actor]
    expect((await line(p))[0]).toMatchObject({
      standing: { state: 'waiting-both' },
      missing: ['practitioner', 'group'],
    })
    expect(must(await sign(order[0]!, [id]))).toEqual({ signed: 1, inEffect: 0 })
    expect((await line(p))[0]?.standing.state).toBe(between)
    expect((await verdict(p)).link).toBe('no-reassignment')
    expect(must(await sign(order[1]!, [id]))).toEqual({ signed: 1, inEffect: 1 })
    expect((await verdict(p)).answer).toBe('yes')
    expect((await verdict(p, startsOn)).answer).toBe('yes')
    expect((await verdict(p, addDays(startsOn, -1))).link).toBe('reassignment-not-on-date')
    expect((await line(p))[0]).toMatchObject({ standing: { state: 'payable', from: startsOn }, missing: [] })
  })
})

test('the day is at most 30 days before the second signature', async () => {
  const p = person(2)
  const id = must(await propose(p))
  must(await sign(p.actor, [id]))
  must(await sign(t.group.official, [id], { at: new Date('2026-12-31T18:00:00Z') }))
  expect((await line(p))[0]?.standing).toMatchObject({ state: 'payable-later', from: '2026-12-01' })
})

test('nobody signs for another, under another name, or what is over', async () => {
  const p = person(3)
  const id = must(await propose(p))
  expect(await sign(t.group.manager, [id])).toMatchObject({ ok: false, problem: { code: 'over-already' } })
  expect(await sign(t.people[0]!.actor, [id])).toMatchObject({ ok: false })
  expect(await sign(p.actor, [id], { name: 'Pat Somebody' })).toMatchObject({ problem: { code: 'signature-name' } })
  expect(await sign(p.actor, [])).toMatchObject({ problem: { code: 'nothing-picked' } })
  const declining = await ofHandshake(t, t.group.official, 'reassignment.sign', id)
  expect(await declineReassignment(t.db, declining, teller, ' ', noon)).toMatchObject({
    problem: { code: 'reason-needed' },
  })
  must(await declineReassignment(t.db, declining, teller, 'Not one of our physicians', noon))
  expect((await line(p))[0]).toMatchObject({ standing: { state: 'declined' }, missing: [] })
  expect(await sign(p.actor, [id])).toMatchObject({ problem: { code: 'over-already' } })
  expect((await verdict(p)).answer).toBe('no')
  expect(await mails(`pat.number${MANY + 3}@example.org`)).toContain('Harbor Group LLC declined a reassignment')
  // It can be proposed again, and taken back.
  const again = must(await propose(p))
  must(
    await declineReassignment(
      t.db,
      await ofHandshake(t, p.actor, 'reassignment.sign', again),
      teller,
      'A mistake',
      noon,
    ),
  )
  expect((await line(p)).map((l) => l.standing.state)).toEqual(expect.arrayContaining(['declined', 'withdrawn']))
})

test('either side ends it on a day with a reason; a later one is another one', async () => {
  const p = person(4)
  const id = must(await propose(p))
  must(await sign(p.actor, [id]))
  must(await sign(t.group.official, [id]))
  expect(await propose(p)).toMatchObject({ ok: false, problem: { code: 'reassignment-row' } })
  const recordedId = (await line(p))[0]!.recordedId!
  const ending = permit(p.actor, 'reassignment.sign', (await recordedSubject(t.db, recordedId))!)
  const end = (endsOn: string, reason = 'Moved away') =>
    endReassignment(t.db, ending, teller, { endsOn: day(endsOn), reason }, noon)
  expect(await end('2026-11-09')).toMatchObject({ problem: { code: 'date-before-start' } })
  expect(await end('2028-11-09', '')).toMatchObject({
    problems: [{ code: 'date-too-late' }, { code: 'reason-needed' }],
  })
  must(await end('2026-11-20'))
  expect(await end('2026-11-21')).toMatchObject({ problem: { code: 'over-already' } })
  expect((await verdict(p, day('2026-11-20'))).answer).toBe('yes')
  expect((await verdict(p, day('2026-11-21'))).link).toBe('reassignment-not-on-date')
  expect((await line(p))[0]?.standing).toEqual({ state: 'ended', from: startsOn, to: '2026-11-20' })
  must(await propose(p))
})

test('what the policy does not let pass waits for a person of the contractor', async () => {
  const p = person(5)
  await open(t.db)
    .updateTable('enrollment_period')
    .set({ status: 'deactivated' })
    .where('enrollment_id', '=', p.enrollmentId)
    .execute()
  const id = must(await propose(p))
  must(await sign(p.actor, [id]))
  expect(must(await sign(t.group.official, [id]))).toEqual({ signed: 1, inEffect: 0 })
  expect((await line(p))[0]).toMatchObject({
    standing: { state: 'waiting-contractor' },
    handshake: { heldBecause: ['practitioner-not-approved'] },
  })
  const desk: Actor = { userId: t.vega.userId, memberships: [{ role: 'mac-analyst', partyId: 'mid' }] }
  const deciding = await ofHandshake(t, desk, 'reassignment.decide', id)
  must(await decideReassignment(t.db, deciding, teller, { accepts: true, reason: '' }, noon))
  // Accepted, and still not payable: it says why.
  const standing = (await line(p))[0]!.standing
  expect(standing).toMatchObject({ state: 'blocked', link: 'deactivated' })
  expect(teller.words.reassignments.say(standing, teller.words.values)).toContain('NOT yet payable')
  expect(await decideReassignment(t.db, deciding, teller, { accepts: true, reason: '' }, noon)).toMatchObject({
    problem: { code: 'over-already' },
  })
})

test('one mail a signer however often; a reminder at most once a day', async () => {
  const p = person(6)
  must(await propose(p))
  const seeing = await ofEnrollment(t, t.group.official, 'roster.view', t.group.id)
  expect(await remindGroupSigners(t.db, seeing, teller, noon)).toBe(0)
  const later = new Date(noon.getTime() + 26 * 3_600_000)
  expect(await remindGroupSigners(t.db, seeing, teller, later)).toBeGreaterThan(0)
  expect(await remindGroupSigners(t.db, seeing, teller, later)).toBe(0)
  const email = `pat.number${MANY + 6}@example.org`
  const before = (await mails(email)).length
  const system = permit(systemActor, 'system.run', { id: 'jobs' })
  await remindReassignments(t.db, system, teller, new Date(later.getTime() + 8 * 86_400_000))
  expect(await mails(email)).toHaveLength(before + 1)
})

describe('a roster of five hundred', () => {
  const csv = () =>
    Buffer.from(
      [
        '\uFEFFIndividual NPI,Individual Last Name,Start date',
        ...t.people.slice(0, MANY).map((p, i) => `${p.npi},Number${i},`),
        `${t.people[0]!.npi},,`,
        '1234567890,,',
        ',Nobody,',
        `${npiAt(9_999)},,`,
        `${t.people[MANY + 10]!.npi},Else,`,
        `${t.people[MANY + 11]!.npi},,2026-13-01`,
      ].join('\r\n'),
    )
  const look = async () => {
    const proposing = await ofEnrollment(t, t.group.manager, 'reassignment.propose', t.group.id)
    const sent = { fileName: 'roster.csv', bytes: csv(), startsOn: today }
    const id = must(await lookAtRoster(t.db, proposing, t.group, sent, teller, noon))
    return { proposing, batch: (await batchSubject(t.db, id))! }
  }
  const count = async () =>
    (await open(t.db).selectFrom('reassignment_handshake').select('id').where('batch_id', 'is not', null).execute())
      .length

  test('is looked at, sent, signed by each side in packets, and once only', { timeout: 30_000 }, async () => {
    const { proposing, batch } = await look()
    expect(await count()).toBe(0)
    const bad = batch.batch.answers.filter((a) => a.answer !== 'proposes').map((a) => [a.line, a.answer])
    expect(bad).toEqual([
      [502, 'twice-in-file'],
      [503, 'not-an-npi'],
      [504, 'npi-missing'],
      [505, 'not-known'],
      [506, 'name-differs'],
      [507, 'not-a-date'],
    ])
    const snapshot = await t.snapshot()
    const began = performance.now()
    expect(must(await sendRoster(t.db, proposing, t.group, batch, teller, noon))).toEqual({ proposed: MANY })
    const official = own(t.group.official)
    const waiting = (await listToSign(t.db, official)).filter((w) => w.handshake.startsOn === today)
    expect(waiting).toHaveLength(MANY)
    const seen = new Map(waiting.map((w) => [w.handshake.id, w.handshake.termsSha256]))
    const signing = { ids: [...seen.keys()], typedName: 'Opal Harbor', agreed: true, seen }
    const done = await signReassignments(t.db, official, signing, { teller, snapshot }, noon)
    expect(must(done)).toEqual({ signed: MANY, inEffect: 0 })
    expect(performance.now() - began).toBeLessThan(5_000)
    expect((await mails('opal.harbor@example.org')).filter((s) => s === '500 reassignments to sign')).toHaveLength(1)
    expect(await mails('pat.number7@example.org')).toEqual(['1 reassignment to sign'])

    const p = t.people[7]!
    expect(must(await sign(p.actor, [(await line(p))[0]!.key]))).toEqual({ signed: 1, inEffect: 1 })
    expect((await verdict(p)).answer).toBe('yes')
    // Sent again, and uploaded again: nothing twice.
    expect(await sendRoster(t.db, proposing, t.group, batch, teller, noon)).toMatchObject({
      problem: { code: 'over-already' },
    })
    const second = await look()
    const kinds = new Set(second.batch.batch.answers.slice(0, MANY).map((a) => a.answer))
    expect(kinds).toEqual(new Set(['already-asked', 'already-reassigned']))
    expect(must(await sendRoster(t.db, second.proposing, t.group, second.batch, teller, noon))).toEqual({ proposed: 0 })
    expect(await count()).toBe(MANY)
  })
})

test('no line of the whole roster says payable where a claim would be denied', async () => {
  const seeing = await ofEnrollment(t, t.group.official, 'roster.view', t.group.id)
  const snapshot = await t.snapshot()
  const lines = await memberLines(t.db, seeing, snapshot, today)
  expect(lines.length).toBeGreaterThan(MANY)
  for (const { standing, practitioner } of lines) {
    const on = standing.state === 'payable' ? today : (standing.from ?? today)
    const asked = check(snapshot, { npi: practitioner.npi, payee: GROUP_NPI, on, role: 'rendering' })
    if (states[standing.state].payable) expect(asked.answer).toBe('yes')
  }
})
