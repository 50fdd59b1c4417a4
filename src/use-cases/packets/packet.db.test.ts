/** A packet of one signer: begun together, not sent while one of it is open, sent in one act with a number each. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { open } from '#db/kit/open.ts'
import { applicationSubject } from '#db/queries/application/applications.ts'
import { type Actor, authorize } from '#domain/access/policy.ts'
import { residentOrdering } from '#test/people/dr-imani-resident.ts'
import { drLund } from '#test/people/dr-lund-opted-out.ts'
import { drVega, vegaNpi } from '#test/people/dr-vega.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { en } from '#words/index.ts'
import { freezeApplication } from '../application/freeze-application.ts'
import { explained, fillAll, must } from '../application/reasons.fixture.ts'
import type { Signature } from '../application/sign-application.ts'
import { type DeskWorld, office, seedDesk } from '../case/desk.fixture.ts'
import { permitFor } from '../case/filed.fixture.ts'
import { seedLists } from '../case/lists.fixture.ts'
import { packetStanding } from './packet-standing.ts'
import { type Beginning, preparePacket } from './prepare-packet.ts'
import { submitPacket } from './submit-packet.ts'

const now = new Date('2026-11-25T15:00:00Z')
let database: TestDatabase
let world: DeskWorld

beforeAll(async () => {
  database = await testDatabase()
  world = await seedDesk(database.db, now)
  await seedLists(database.db, now)
})
afterAll(() => database.close())

const ordering = residentOrdering({
  npi: vegaNpi,
  first: 'Rosa',
  middle: 'Maria',
  last: 'Vega',
  ssn: '900-12-3456',
  bornOn: '1980-03-27',
})
const affidavit = {
  ...drLund,
  enrollment: ordering.enrollment,
  identifiers: drVega.identifiers,
  'legal-name': drVega['legal-name'],
  birth: drVega.birth,
}

const said = { practitioner: 'physician', state: 'IL' }
const beginnings = (): readonly Beginning[] =>
  ['OPT-OUT', 'CMS-855O'].map((form) => ({ enrolleeId: world.enrolleeId, form, state: 'IL', said }))

const submit = (packetId: string, signatures: ReadonlyMap<string, Signature>, by: Actor = world.vega) =>
  submitPacket(database.db, by, packetId, signatures, { site: office.site as never, words: en }, now)

async function signatureFor(id: string, typedName = 'Rosa Maria Vega'): Promise<Signature> {
  const permit = await permitFor(database.db, world.vega, 'application.sign', id)
  const { sha256 } = await freezeApplication(database.db, permit, en, now)
  return { typedName, agreed: true, seenSha256: sha256, idempotencyKey: `key-${id}` }
}

test('two applications of one situation are one packet, and go out together', async () => {
  const { db } = database
  const begun = await must(preparePacket(db, world.vega, 'opt-out', beginnings(), now))
  const [first, second] = begun.applicationIds as [string, string]
  const packetId = begun.packetId!
  // Beginning again finds what is open.
  expect(await must(preparePacket(db, world.vega, 'opt-out', beginnings(), now))).toEqual(begun)

  await fillAll(db, world.vega, first, 'OPT-OUT', affidavit, now)
  await explained(db, world.vega, first, now)
  const standing = await packetStanding(db, world.vega, packetId, en, now)
  expect(standing?.map((s) => [s.seen?.complete, s.draft, s.mine])).toEqual([
    [true, true, true],
    [false, true, true],
  ])
  const early = new Map([[first, await signatureFor(first)]])
  expect(await submit(packetId, early)).toMatchObject({ ok: false, problem: { code: 'packet-not-ready', at: second } })

  await fillAll(db, world.vega, second, 'CMS-855O', ordering, now)
  await explained(db, world.vega, second, now)
  const wrong = new Map([
    [first, await signatureFor(first)],
    [second, await signatureFor(second, 'Somebody Else')],
  ])
  expect(await submit(packetId, wrong)).toMatchObject({
    ok: false,
    problem: { code: 'signature-name', at: `${second}.name` },
  })
  const statuses = async () =>
    (
      await open(db)
        .selectFrom('application')
        .select(['status', 'tracking_number'])
        .where('id', 'in', [first, second])
        .execute()
    ).map((a) => [a.status, a.tracking_number !== null])
  // The first signature was right, and yet nothing of it is left.
  expect(await statuses()).toEqual([
    ['draft', false],
    ['draft', false],
  ])

  const right = new Map([
    [first, await signatureFor(first)],
    [second, await signatureFor(second)],
  ])
  expect(await submit(packetId, right)).toMatchObject({ ok: true, value: { signed: [first, second], sent: true } })
  expect(await statuses()).toEqual([
    ['submitted', true],
    ['submitted', true],
  ])
  const numbers = await open(db).selectFrom('application').select('tracking_number').execute()
  expect(new Set(numbers.map((n) => n.tracking_number)).size).toBe(2)
  expect(await submit(packetId, right)).toMatchObject({ ok: false, problem: { code: 'packet-signed' } })
})

test('a stranger sees nothing of a packet, and cannot begin for somebody else', async () => {
  const { db } = database
  const stranger: Actor = {
    userId: randomUUID(),
    memberships: [{ role: 'individual-provider', partyId: randomUUID() }],
  }
  const { packet_id: packetId, application_id: id } = await open(db)
    .selectFrom('packet_application')
    .selectAll()
    .executeTakeFirstOrThrow()
  expect(await packetStanding(db, stranger, packetId, en, now)).toBeUndefined()
  expect(await submit(packetId, new Map(), stranger)).toMatchObject({ ok: false, problem: { code: 'not-found' } })
  expect(authorize(stranger, 'application.view', (await applicationSubject(db, id))!).ok).toBe(false)
  expect((await preparePacket(db, stranger, 'opt-out', beginnings(), now)).ok).toBe(false)
})
