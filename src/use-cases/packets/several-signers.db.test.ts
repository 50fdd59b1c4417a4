/** A packet of two parties: each signs their own, nothing goes out before the last signature, and then all of it once. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { open } from '#db/kit/open.ts'
import { listEvents } from '#db/queries/application/application-events.ts'
import { listSubmissions } from '#db/queries/application/submissions.ts'
import { type Actor, authorize, systemActor } from '#domain/access/policy.ts'
import type { Npi } from '#domain/identifiers/npi.ts'
import type { RegistryProvider } from '#domain/party/registry-provider.ts'
import { residentOrdering } from '#test/people/dr-imani-resident.ts'
import { vegaNpi } from '#test/people/dr-vega.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { en } from '#words/index.ts'
import { freezeApplication } from '../application/freeze-application.ts'
import { explained, fillAll, must, say } from '../application/reasons.fixture.ts'
import { type Signature, signApplication } from '../application/sign-application.ts'
import { withdrawApplication } from '../application/withdraw-application.ts'
import { type DeskWorld, office, seedDesk } from '../case/desk.fixture.ts'
import { permitFor } from '../case/filed.fixture.ts'
import { seedLists, vegaInRegistry } from '../case/lists.fixture.ts'
import { packetOfCase } from './packet-of-case.ts'
import { packetStanding } from './packet-standing.ts'
import { preparePacket } from './prepare-packet.ts'
import { remindOfPacket, tendPackets } from './remind-packet.ts'
import { submitPacket } from './submit-packet.ts'
import { takeOutOfPacket } from './take-out.ts'

const now = new Date('2026-11-25T15:00:00Z')
const later = (days: number) => new Date(now.getTime() + days * 86_400_000)
const tools = { site: office.site as never, words: en }
const otherNpi = '2000000010' as Npi
let database: TestDatabase
let world: DeskWorld
let other: Actor
let clerk: Actor
let otherId: string

/** An account with one role at several enrollees. */
async function person(name: string, role: 'individual-provider' | 'staff-end-user', parties: readonly string[]) {
  const k = open(database.db)
  const userId = randomUUID()
  await k
    .insertInto('app_user')
    .values({ id: userId, login_id: name, status: 'active', display_name: name, created_at: now })
    .execute()
  for (const partyId of parties)
    await k
      .insertInto('membership')
      .values({ id: randomUUID(), user_id: userId, role, party_id: partyId, status: 'active', valid_from: now })
      .execute()
  const contact = { user_id: userId, kind: 'email', verified_at: now, use_for_mfa: true, notify: true } as const
  await k
    .insertInto('contact')
    .values({ id: randomUUID(), value: `${name}@vega.example`, ...contact })
    .execute()
  return { userId, memberships: parties.map((partyId) => ({ role, partyId })) }
}

beforeAll(async () => {
  database = await testDatabase()
  const { db } = database
  world = await seedDesk(db, now)
  await seedLists(db, now)
  const k = open(db)
  otherId = randomUUID()
  await k
    .insertInto('enrollee')
    .values({
      id: otherId,
      kind: 'individual',
      npi: otherNpi,
      display_name: 'Ada Brook',
      practice: '{}',
      created_at: now,
    })
    .execute()
  const detail: RegistryProvider = { ...vegaInRegistry, npi: otherNpi, person: { last: 'BROOK', first: 'ADA' } }
  const { import_id } = await k.selectFrom('registry_provider').select('import_id').executeTakeFirstOrThrow()
  await k
    .insertInto('registry_provider')
    .values({
      import_id,
      npi: otherNpi,
      entity_type: 1,
      name_key: 'BROOK',
      first_key: 'ADA',
      state: 'IL',
      city_key: 'SPRINGFIELD',
      detail: JSON.stringify(detail),
    })
    .execute()
  other = await person('ada', 'individual-provider', [otherId])
  clerk = await person('clerk', 'staff-end-user', [world.enrolleeId, otherId])
})
afterAll(() => database.close())

interface Pair {
  readonly packetId: string
  readonly hers: string
  readonly adas: string
}
let pair: Pair

const names = {
  hers: { npi: vegaNpi, first: 'Rosa', middle: 'Maria', last: 'Vega', ssn: '900-12-3456', bornOn: '1980-03-27' },
  adas: { npi: otherNpi, first: 'Ada', last: 'Brook', ssn: '900-12-3457', bornOn: '1981-03-27' },
}

// Every test begins with a packet of its own: what the one before left open is withdrawn.
beforeEach(async () => {
  const { db } = database
  for (const { id } of await open(db)
    .selectFrom('application')
    .select('id')
    .where('status', '!=', 'withdrawn')
    .execute())
    await open(db).updateTable('application').set({ status: 'withdrawn' }).where('id', '=', id).execute()
  await open(db).updateTable('packet_signature').set({ voided_at: now }).where('sent_at', 'is', null).execute()
  const said = { practitioner: 'physician', state: 'IL' }
  const beginnings = [world.enrolleeId, otherId].map((enrolleeId) => ({
    enrolleeId,
    form: 'CMS-855O',
    state: 'IL' as const,
    said,
  }))
  const { packetId, applicationIds } = await must(preparePacket(db, clerk, 'order-only', beginnings, now))
  pair = { packetId: packetId!, hers: applicationIds[0]!, adas: applicationIds[1]! }
  for (const [id, who] of [
    [pair.hers, names.hers],
    [pair.adas, names.adas],
  ] as const) {
    await fillAll(db, clerk, id, 'CMS-855O', residentOrdering(who as never), now)
    await explained(db, clerk, id, now)
  }
})

async function signatureFor(by: Actor, id: string): Promise<ReadonlyMap<string, Signature>> {
  const permit = await permitFor(database.db, by, 'application.sign', id)
  const { sha256, record, open: blocked } = await freezeApplication(database.db, permit, en, now)
  expect(blocked).toEqual([])
  const typedName = record.practitioner
  return new Map([[id, { typedName, agreed: true, seenSha256: sha256, idempotencyKey: randomUUID() }]])
}
const sign = async (by: Actor, id: string, at = now) =>
  submitPacket(database.db, by, pair.packetId, await signatureFor(by, id), tools, at)
const standing = async (by: Actor) =>
  (await packetStanding(database.db, by, pair.packetId, en, now))!.map((s) => s.signature)
const statuses = async () => {
  const rows = await open(database.db)
    .selectFrom('application')
    .select(['id', 'status', 'tracking_number'])
    .where('id', 'in', [pair.hers, pair.adas])
    .execute()
  return [pair.hers, pair.adas].map((id) => rows.find((r) => r.id === id)!.status)
}

test('the first signature waits and is seen; the last one sends all, each with the hour it was signed', async () => {
  const { db } = database
  expect(await sign(world.vega, pair.hers)).toMatchObject({ ok: true, value: { sent: false } })
  expect(await statuses()).toEqual(['draft', 'draft'])
  expect(await standing(clerk)).toEqual(['kept', 'missing'])
  // Ada learns that the other application is signed, and nothing else of it.
  const [hers] = (await packetStanding(db, other, pair.packetId, en, now))!
  expect(hers).toMatchObject({ signature: 'kept', mine: false, seen: undefined })
  // Nothing is left for her to sign, and it does not go out by itself.
  expect(await submitPacket(db, world.vega, pair.packetId, new Map(), tools, now)).toMatchObject({
    ok: false,
    problem: { code: 'packet-signed' },
  })
  const at = later(2)
  expect(await sign(other, pair.adas, at)).toMatchObject({ ok: true, value: { sent: true } })
  expect(await statuses()).toEqual(['submitted', 'submitted'])
  const view = await permitFor(db, clerk, 'application.view', pair.hers)
  const [submission] = await listSubmissions(db, view)
  expect(submission).toMatchObject({ signedAt: now, receivedOn: '2026-11-27' })
  const sent = (await listEvents(db, view)).findLast((e) => e.event === 'submit')
  expect(sent).toMatchObject({ actorId: world.vega.userId, at })
  const review = await permitFor(db, world.analyst, 'application.review', pair.hers)
  expect((await packetOfCase(db, review))?.others).toMatchObject([{ id: pair.adas, status: 'submitted' }])
})

test('two last signatures at once send it once', async () => {
  const hers = await signatureFor(world.vega, pair.hers)
  const adas = await signatureFor(other, pair.adas)
  const done = await Promise.all([
    submitPacket(database.db, world.vega, pair.packetId, hers, tools, now),
    submitPacket(database.db, other, pair.packetId, adas, tools, now),
  ])
  expect(done.map((d) => d.ok && d.value.sent).filter(Boolean)).toHaveLength(1)
  expect(await statuses()).toEqual(['submitted', 'submitted'])
  const { count } = await open(database.db)
    .selectFrom('submission')
    .select((e) => e.fn.countAll<string>().as('count'))
    .where('application_id', 'in', [pair.hers, pair.adas])
    .executeTakeFirstOrThrow()
  expect(Number(count)).toBe(2)
})

test('an edit voids a signature that waits, even one that is taken back', async () => {
  const { db } = database
  await must(sign(world.vega, pair.hers))
  const before = residentOrdering(names.hers as never)['legal-name']![0]!.answers
  await say(db, clerk, pair.hers, 'legal-name', { ...before, middle: 'Marie' }, now)
  expect(await standing(clerk)).toEqual(['void', 'missing'])
  await say(db, clerk, pair.hers, 'legal-name', before, now)
  expect(await standing(clerk)).toEqual(['void', 'missing'])
  // Ada's is not the last one now.
  expect(await sign(other, pair.adas)).toMatchObject({ ok: true, value: { sent: false } })
  expect(await sign(world.vega, pair.hers)).toMatchObject({ ok: true, value: { sent: true } })
})

test('a signer who may not sign any more does not count', async () => {
  await must(sign(world.vega, pair.hers))
  const held = open(database.db).updateTable('membership').where('user_id', '=', world.vega.userId)
  await held.set({ status: 'ended' }).execute()
  expect(await sign(other, pair.adas)).toMatchObject({ ok: true, value: { sent: false } })
  await held.set({ status: 'active' }).execute()
  expect(await statuses()).toEqual(['draft', 'draft'])
})

test('alone it is not sent; taken out with a reason, the others go at once', async () => {
  const { db } = database
  const permit = await permitFor(db, world.vega, 'application.sign', pair.hers)
  const [alone] = [...(await signatureFor(world.vega, pair.hers)).values()]
  const by = () => signApplication(db, permit, { ...alone!, idempotencyKey: `alone-${pair.hers}` }, tools, now)
  expect(await by()).toMatchObject({ ok: false, problem: { code: 'packet-together' } })
  await must(sign(other, pair.adas))
  const edit = await permitFor(db, clerk, 'application.edit', pair.hers)
  expect(await takeOutOfPacket(db, edit, 'no', tools, now)).toMatchObject({ ok: false, problem: { at: 'because' } })
  expect(await takeOutOfPacket(db, edit, 'She starts later than the others.', tools, now)).toEqual({
    ok: true,
    value: { sent: true },
  })
  expect(await statuses()).toEqual(['draft', 'submitted'])
  expect((await by()).ok).toBe(true)
})

test('who is missing is reminded on a click at most once a day, and by itself; a withdrawn one holds nobody up', async () => {
  const { db } = database
  await must(sign(world.vega, pair.hers))
  const to = async () =>
    (
      await open(db)
        .selectFrom('message')
        .select(['recipient', 'body'])
        .where('template', '=', 'packet-reminder')
        .where('body', 'like', `%${pair.packetId}%`)
        .execute()
    ).map((m) => m.recipient)
  const of = (applicationId: string) => ({ packetId: pair.packetId, applicationId })
  for (const _ of [1, 2]) await must(remindOfPacket(db, world.vega, of(pair.adas), tools, now))
  expect(await to()).toEqual(['ada@vega.example'])
  // Nobody is reminded of what is signed, and no stranger reminds anybody.
  expect((await remindOfPacket(db, clerk, of(pair.hers), tools, now)).ok).toBe(false)
  expect((await remindOfPacket(db, world.stranger, of(pair.adas), tools, now)).ok).toBe(false)
  const system = authorize(systemActor, 'system.run', { id: 'jobs' })
  if (!system.ok) throw new Error('the system runs')
  await tendPackets(db, system.value, tools, later(3))
  expect(await to()).toEqual(['ada@vega.example', 'ada@vega.example'])
  const withdraw = await permitFor(db, other, 'application.withdraw', pair.adas)
  await must(withdrawApplication(db, withdraw, later(3)))
  await tendPackets(db, system.value, tools, later(4))
  expect(await statuses()).toEqual(['submitted', 'withdrawn'])
})
