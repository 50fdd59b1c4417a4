import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listDeliveries, listWebhooks, webhookSubject } from '#db/queries/api/webhooks.ts'
import { partySubject } from '#db/queries/delegation/parties.ts'
import { type Actor, authorize, type Permit, type Subject, systemActor } from '#domain/access/policy.ts'
import { movableClock } from '#outside/clock.ts'
import { postSafely } from '#outside/webhooks/post-safely.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { fillDirectory, group, noteChange, vega } from '#test/support/directory.ts'
import { en } from '#words/index.ts'
import { publishEvents } from '../api/publish-events.ts'
import { BACK_OFF, deliverWebhooks, type WebhookSender } from './deliver-webhooks.ts'
import { createWebhook, endWebhook, replayWebhook, rotateSecret } from './manage-webhooks.ts'

let t: TestDatabase
let partyId: string
let head: Actor
const clock = movableClock()
const caller = { ip: '198.51.100.7', userAgent: 'test' }
const userId = randomUUID()
const system = (() => {
  const permit = authorize(systemActor, 'system.run', { id: 'test' })
  if (!permit.ok) throw new Error('the system may run')
  return permit.value
})()
const of = (subject: Subject): Permit<'webhook.manage'> => {
  const permit = authorize(head, 'webhook.manage', subject)
  if (!permit.ok) throw new Error('heads manage webhooks')
  return permit.value
}
const ofHook = async (id: string) => of((await webhookSubject(t.db, id))!)
const wait = (minutes: number) => clock.moveTo(new Date(clock.now().getTime() + minutes * 60_000))

interface Got {
  readonly id: string
  readonly signature: string
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
}
/** A receiver on a port of its own that can be killed and started again. */
function receiver() {
  const got: Got[] = []
  let port = 0
  let server: Server | undefined
  return {
    got,
    status: 204,
    get url() {
      return `http://127.0.0.1:${port}/hook`
    },
    async start() {
      server = createServer((request, reply) => {
        let body = ''
        request.on('data', (d: Buffer) => (body += d))
        request.on('end', () => {
          const headers = request.headers as Record<string, string>
          got.push({ id: headers['webhook-id']!, signature: headers['webhook-signature']!, body, headers })
          reply.writeHead(this.status).end()
        })
      })
      await new Promise<void>((done) => server!.listen(port, '127.0.0.1', done))
      port = (server.address() as AddressInfo).port
    },
    async stop() {
      server?.closeAllConnections()
      await new Promise((done) => (server ? server.close(done) : done(undefined)))
    },
  }
}
const sender: WebhookSender = {
  clock,
  origin: 'https://enroll.example',
  words: en,
  post: (m) => postSafely(m, { allowLoopback: true, timeoutMs: 2000 }),
}
const deliver = (by = sender) => deliverWebhooks(t.db, system, by)
async function change(n: number, enrollmentId = vega.enrollmentId) {
  for (let i = 0; i < n; i++) await noteChange(t.pool, enrollmentId)
  await publishEvents(t.db, system)
}
async function hook(url: string, types: readonly string[] = []) {
  const made = await createWebhook(
    t.db,
    of((await partySubject(t.db, partyId))!),
    { url, types },
    true,
    caller,
    clock.now(),
  )
  if (!made.ok) throw new Error(made.problem.code)
  return made.value
}

beforeAll(async () => {
  t = await testDatabase()
  await fillDirectory(t)
  // The library checks the time of a message against the real clock.
  clock.moveTo(new Date())
  const { rows } = await t.pool.query('select id from enrollee where npi = $1', [vega.npi])
  partyId = rows[0].id
  head = { userId, memberships: [{ role: 'individual-provider', partyId }] }
  await t.pool.query(
    `insert into app_user (id, login_id, status, display_name, created_at) values ($1, 'rosa', 'active', 'Rosa', now())`,
    [userId],
  )
  await t.pool.query(
    `insert into contact values (gen_random_uuid(), $1, 'email', 'rosa@example.org', now(), false, true)`,
    [userId],
  )
  await t.pool.query(
    `insert into membership (id, user_id, role, party_id, status, valid_from) values (gen_random_uuid(), $1, 'individual-provider', $2, 'active', now())`,
    [userId, partyId],
  )
  await publishEvents(t.db, system)
})
afterAll(() => t.close())

test('a receiver that is down and comes back gets every event, in order, under the same id', async () => {
  const r = receiver()
  await r.start()
  const { id, secret } = await hook(r.url)
  await change(2)
  await change(1, group.enrollmentId)
  expect(await deliver()).toBe(2)
  for (const g of r.got) {
    expect(new Webhook(secret).verify(g.body, { ...g.headers })).toMatchObject({
      type: 'enrollment.changed',
      data: { id: vega.enrollmentId },
    })
    expect(g.body).not.toMatch(/vega|rosa/i)
  }
  await r.stop()
  await change(3)
  expect(await deliver()).toBe(0)
  expect(await deliver()).toBe(0)
  wait(2)
  expect(await deliver()).toBe(0)
  await r.start()
  expect(await deliver()).toBe(0)
  wait(6)
  expect(await deliver()).toBe(3)
  const sequences = r.got.map((g) => JSON.parse(g.body).sequence as number)
  expect(sequences).toEqual(sequences.toSorted((a, b) => a - b))
  expect(new Set(r.got.map((g) => g.id)).size).toBe(5)
  const log = await listDeliveries(t.db, await ofHook(id), 100)
  const failed = log.filter((d) => d.error)
  expect(failed).toMatchObject([{ error: 'ECONNREFUSED', ordinal: 2 }, { ordinal: 1 }])
  expect(log.find((d) => d.eventId === failed[0]?.eventId && !d.error)).toMatchObject({ ordinal: 3, status: 204 })
  await endWebhook(t.db, await ofHook(id), caller, clock.now())
  await r.stop()
})
test('a worker that is killed after sending repeats the event, and loses none', async () => {
  const r = receiver()
  await r.start()
  const { id } = await hook(r.url)
  await change(3)
  let sent = 0
  const dying: WebhookSender = {
    ...sender,
    async post(m) {
      const answer = await sender.post(m)
      if (++sent === 2) throw new Error('killed')
      return answer
    },
  }
  await expect(deliver(dying)).rejects.toThrow('killed')
  expect(await deliver()).toBe(0)
  wait(2)
  expect(await deliver()).toBe(2)
  const ids = r.got.map((g) => g.id)
  expect(ids[1]).toBe(ids[2])
  expect(new Set(ids).size).toBe(3)
  await endWebhook(t.db, await ofHook(id), caller, clock.now())
  await r.stop()
})

test('after the last try it stops, its party is told once, and it goes on where it stood', async () => {
  const r = receiver()
  await r.start()
  r.status = 500
  const { id } = await hook(r.url)
  const other = receiver()
  await other.start()
  const fine = await hook(other.url)
  await change(2)
  for (const minutes of [...BACK_OFF, 0]) {
    await deliver()
    wait(minutes)
  }
  await deliver()
  expect(other.got).toHaveLength(2)
  expect(r.got).toHaveLength(BACK_OFF.length + 1)
  const permit = of((await partySubject(t.db, partyId))!)
  expect(await listWebhooks(t.db, permit, partyId)).toMatchObject([
    { id, status: 'stopped' },
    { id: fine.id, status: 'active' },
  ])
  const mails = await t.pool.query(`select recipient, body from message where template = 'webhook-stopped'`)
  expect(mails.rows).toHaveLength(1)
  expect(mails.rows[0].body).toContain(`/people/${partyId}/webhooks/${id}`)
  r.status = 200
  expect((await replayWebhook(t.db, await ofHook(id), undefined, caller, clock.now())).ok).toBe(true)
  expect(await deliver()).toBe(2)
  const first = (await listDeliveries(t.db, await ofHook(id), 1))[0]!
  await replayWebhook(t.db, await ofHook(id), first.sequence - 2, caller, clock.now())
  expect(await deliver()).toBe(2)
  await replayWebhook(t.db, await ofHook(id), first.sequence + 1000, caller, clock.now())
  await change(1)
  expect(await deliver()).toBe(2)
  expect((await listDeliveries(t.db, await ofHook(id), 2))[1]?.again).toBe(true)
  await r.stop()
  await other.stop()
  await endWebhook(t.db, await ofHook(id), caller, clock.now())
  await endWebhook(t.db, await ofHook(fine.id), caller, clock.now())
})

test('a new secret signs beside the old one, until it does not', async () => {
  const r = receiver()
  await r.start()
  const { id, secret } = await hook(r.url)
  const next = await rotateSecret(t.db, await ofHook(id), caller, clock.now())
  if (!next.ok) throw new Error(next.problem.code)
  await change(1)
  await deliver()
  expect(r.got.at(-1)?.signature.split(' ')).toHaveLength(2)
  wait(8 * 24 * 60)
  await change(1)
  await deliver()
  const last = r.got.at(-1)!
  expect(last.signature.split(' ')).toHaveLength(1)
  const sign = (s: string) =>
    new Webhook(s).sign(last.id, new Date(Number(last.headers['webhook-timestamp']) * 1000), last.body)
  expect(last.signature).toBe(sign(next.value))
  expect(last.signature).not.toBe(sign(secret))
  const { rows } = await t.pool.query('select sealed_secret::text as s from webhook where id = $1', [id])
  expect(Buffer.from(rows[0].s.slice(2), 'hex').includes(Buffer.from(next.value))).toBe(false)
  await r.stop()
})

test.each([
  ['', 'required'],
  ['http://hooks.example.com', 'webhook-address'],
  ['https://169.254.169.254/', 'webhook-address'],
])('%s is refused: %s', async (url, code) => {
  const permit = of((await partySubject(t.db, partyId))!)
  expect(await createWebhook(t.db, permit, { url, types: [] }, true, caller, clock.now())).toMatchObject({
    problem: { code },
  })
})

test('strangers have no right to it', async () => {
  const subject = (await partySubject(t.db, partyId))!
  const stranger: Actor = { userId, memberships: [{ role: 'authorized-official', partyId: 'another' }] }
  expect(authorize(stranger, 'webhook.manage', subject).ok).toBe(false)
})
