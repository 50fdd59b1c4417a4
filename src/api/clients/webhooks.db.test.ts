/**
 * Webhooks as a program drives them, over HTTP: addresses inside are refused, a receiver that is down and comes back has
 * in the end what the feed has, and what was sent can be sent again. The sending itself: use-cases/webhooks.
 */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Fastify, { type FastifyInstance } from 'fastify'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { partySubject } from '#db/queries/delegation/parties.ts'
import { type Actor, authorize, systemActor } from '#domain/access/policy.ts'
import { movableClock } from '#outside/clock.ts'
import type { Services } from '#outside/services.ts'
import { postSafely } from '#outside/webhooks/post-safely.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { fillDirectory, group, noteChange, vega } from '#test/support/directory.ts'
import { createClient } from '#use-cases/api/manage-clients.ts'
import { publishEvents } from '#use-cases/api/publish-events.ts'
import { createEligibilityKeeper, type EligibilityKeeper } from '#use-cases/eligibility/keep-snapshot.ts'
import { deliverWebhooks } from '#use-cases/webhooks/deliver-webhooks.ts'
import { en } from '#words/index.ts'
import { apiRoutes } from '../index.ts'
import { clientRouteList } from './index.ts'

let t: TestDatabase
let keeper: EligibilityKeeper
let app: FastifyInstance
let key: string
let strangersKey: string
const clock = movableClock()
const caller = { ip: '198.51.100.7', userAgent: 'test' }
const userId = '00000000-0000-4000-8000-000000000001'
const system = (() => {
  const permit = authorize(systemActor, 'system.run', { id: 'test' })
  if (!permit.ok) throw new Error('the system may run')
  return permit.value
})()

async function keyOf(npi: string): Promise<string> {
  const { rows } = await t.pool.query<{ id: string }>('select id from enrollee where npi = $1', [npi])
  const partyId = rows[0]!.id
  const head: Actor = { userId, memberships: [{ role: 'individual-provider', partyId }] }
  const permit = authorize(head, 'client.manage', (await partySubject(t.db, partyId))!)
  if (!permit.ok) throw new Error(permit.problem.code)
  const asked = { name: 'Billing', scopes: ['webhooks', 'events.read'] } as const
  const made = await createClient(t.db, permit.value, asked, caller, clock.now())
  if (!made.ok) throw new Error(made.problem.code)
  return made.value.key
}

beforeAll(async () => {
  t = await testDatabase()
  await fillDirectory(t)
  // The library checks the time of a message against the real clock.
  clock.moveTo(new Date())
  keeper = await createEligibilityKeeper(t.db, clock)
  await t.pool.query(
    `insert into app_user (id, login_id, status, display_name, created_at) values ($1, 'rosa', 'active', 'Rosa', now())`,
    [userId],
  )
  await publishEvents(t.db, system)
  key = await keyOf(vega.npi)
  strangersKey = await keyOf(group.npi)
  const site = {
    product: 'OpenPECOS',
    agency: 'A',
    origin: 'https://enroll.example',
    demo: true,
    webhooksToLoopback: true,
    helpDesk: { phone: '1', email: 'help@enroll.example', hours: 'always' },
  }
  app = Fastify()
  apiRoutes({ db: t.db, services: { site, clock, wake: () => {} } as unknown as Services, keeper })(app)
  await app.ready()
})
afterAll(async () => {
  keeper.stop()
  await app.close()
  await t.close()
})

let asked = 0
async function call(method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object, by = key) {
  const headers = { authorization: `Bearer ${by}`, ...(method === 'POST' && { 'idempotency-key': `k${asked++}` }) }
  const reply = await app.inject({ method, url: `/api/v1${url}`, headers, ...(payload && { payload }) })
  return { status: reply.statusCode, body: reply.json() }
}
const answered = (id: string, body: unknown) => clientRouteList.find((r) => r.id === id)!.response.parse(body)
const deliver = () =>
  deliverWebhooks(t.db, system, {
    clock,
    origin: 'https://enroll.example',
    words: en,
    post: (m) => postSafely(m, { allowLoopback: true, timeoutMs: 2_000 }),
  })
const change = async (n: number) => {
  for (let i = 0; i < n; i++) await noteChange(t.pool, vega.enrollmentId)
  await publishEvents(t.db, system)
}

interface Event {
  readonly id: string
  readonly sequence: number
}
/** Answers 204 on a port that it keeps when it is stopped and started again. */
function receiver() {
  const got: { readonly headers: Readonly<Record<string, string>>; readonly body: string }[] = []
  let port = 0
  let server: Server | undefined
  return {
    got,
    url: () => `http://127.0.0.1:${port}/hook`,
    async start() {
      server = createServer(async (request, reply) => {
        let body = ''
        for await (const piece of request) body += piece
        got.push({ headers: request.headers as Record<string, string>, body })
        reply.writeHead(204).end()
      })
      await new Promise<void>((done) => server!.listen(port, '127.0.0.1', done))
      port = (server.address() as AddressInfo).port
    },
    async stop() {
      server?.closeAllConnections()
      await new Promise((done) => server?.close(done))
    },
  }
}

test.each([
  'https://169.254.169.254/latest/meta-data',
  'https://10.0.0.5/hook',
  'https://[::ffff:10.0.0.1]/hook',
  // 10.0.0.5 as one number.
  'https://167772165/hook',
  'https://intranet/hook',
  'http://hooks.example.com/hook',
  'https://user:secret@hooks.example.com/hook',
  'file:///etc/passwd',
])('%s is no address for a webhook', async (url) => {
  const { status, body } = await call('POST', '/webhooks', { url })
  expect([status, body.code]).toEqual([422, 'refused'])
  expect(answered('listWebhooks', (await call('GET', '/webhooks')).body)).toEqual({ results: [] })
})

test('down for a while, back, caught up, and all of it again on request: what came is what the feed has', async () => {
  const r = receiver()
  await r.start()
  const made = await call('POST', '/webhooks', { url: r.url() })
  const { id, secret } = answered('createWebhook', made.body) as { readonly id: string; readonly secret: string }
  await change(2)
  await deliver()
  await r.stop()
  await change(3)
  expect(await deliver()).toBe(0)
  const hooks = answered('listWebhooks', (await call('GET', '/webhooks')).body) as { results: object[] }
  expect(hooks.results).toMatchObject([{ id, status: 'active', lastError: 'ECONNREFUSED' }])
  await r.start()
  clock.moveTo(new Date(clock.now().getTime() + 2 * 60_000))
  expect(await deliver()).toBe(3)

  const feed = ((await call('GET', '/events?limit=100')).body.results as Event[]).filter((e) => e.sequence > 0)
  const sent = r.got.map((g) => new Webhook(secret).verify(g.body, { ...g.headers }) as Event)
  expect(sent.map((e) => e.id)).toEqual(feed.slice(-5).map((e) => e.id))
  expect(r.got.map((g) => g.headers['webhook-id'])).toEqual(sent.map((e) => e.id))

  const log = answered('listDeliveries', (await call('GET', `/webhooks/${id}/deliveries`)).body) as {
    readonly results: readonly { readonly error?: string; readonly status?: number }[]
  }
  expect(log.results.filter((d) => d.status === 204)).toHaveLength(5)
  expect(log.results.filter((d) => d.error)).toMatchObject([{ error: 'ECONNREFUSED' }])

  const again = await call('POST', `/webhooks/${id}/replay`, { after: sent[2]!.sequence })
  expect([again.status, answered('replayWebhook', again.body)]).toEqual([again.status, { id }])
  expect(await deliver()).toBe(2)
  expect(r.got.slice(5).map((g) => JSON.parse(g.body).id)).toEqual(sent.slice(3).map((e) => e.id))

  // Nobody else's: no reading, no sending, no ending.
  for (const [method, path] of [
    ['GET', 'deliveries'],
    ['POST', 'replay'],
  ] as const)
    expect(
      (await call(method, `/webhooks/${id}/${path}`, method === 'POST' ? {} : undefined, strangersKey)).status,
    ).toBe(404)
  expect((await call('DELETE', `/webhooks/${id}`, undefined, strangersKey)).status).toBe(404)
  expect((await call('DELETE', `/webhooks/${id}`)).body).toEqual({ id, deleted: true })
  await change(1)
  expect(await deliver()).toBe(0)
  await r.stop()
})
