import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Fastify, { type FastifyInstance } from 'fastify'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type * as z from 'zod'
import { clientSubject } from '#db/queries/api/clients.ts'
import { partySubject } from '#db/queries/delegation/parties.ts'
import type { Scope } from '#domain/access/api/scopes.ts'
import { type Actor, authorize, type Permit, systemActor } from '#domain/access/policy.ts'
import { movableClock } from '#outside/clock.ts'
import { publishedKeys } from '#outside/identity/published-keys.ts'
import type { Services } from '#outside/services.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { fillDirectory, group, noteChange, okafor, vega } from '#test/support/directory.ts'
import {
  createClient,
  registerKeysUrl,
  registerPublicKeys,
  revokeClient,
  revokeKey,
  rotateKey,
} from '#use-cases/api/manage-clients.ts'
import { publishEvents } from '#use-cases/api/publish-events.ts'
import { createEligibilityKeeper, type EligibilityKeeper } from '#use-cases/eligibility/keep-snapshot.ts'
import { apiRouteList, apiRoutes } from '../index.ts'
import { problemDocument } from '../kit/problem.ts'
import { clientRouteList } from './index.ts'

let t: TestDatabase
let keeper: EligibilityKeeper
let app: FastifyInstance
let head: Actor
let vegaId: string
const routes: string[] = []
const clock = movableClock()
const caller = { ip: '198.51.100.7', userAgent: 'test' }
const userId = '00000000-0000-4000-8000-000000000001'
const applicationId = '00000000-0000-4000-8000-0000000000a1'
const others = '00000000-0000-4000-8000-0000000000a2'
const now = () => clock.now()
const system = (() => {
  const permit = authorize(systemActor, 'system.run', { id: 'test' })
  if (!permit.ok) throw new Error('the system may run')
  return permit.value
})()

const ofParty = async (): Promise<Permit<'client.manage'>> => {
  const permit = authorize(head, 'client.manage', (await partySubject(t.db, vegaId))!)
  if (!permit.ok) throw new Error('heads manage programs')
  return permit.value
}
const ofClient = async (id: string): Promise<Permit<'client.manage'>> => {
  const permit = authorize(head, 'client.manage', (await clientSubject(t.db, id))!)
  if (!permit.ok) throw new Error('heads manage programs')
  return permit.value
}
async function client(...scopes: Scope[]) {
  const made = await createClient(t.db, await ofParty(), { name: 'Billing', scopes }, caller, now())
  if (!made.ok) throw new Error(made.problem.code)
  return made.value
}
const call = async (
  key: string | undefined,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  url: string,
  payload?: object,
  headers: Record<string, string> = {},
) => {
  const reply = await app.inject({
    method,
    url: `/api/v1${url}`,
    headers: { ...(key && { authorization: `Bearer ${key}` }), ...headers },
    ...(payload && { payload }),
  })
  const type = String(reply.headers['content-type'] ?? '')
  return { status: reply.statusCode, headers: reply.headers, body: type.includes('json') ? reply.json() : reply.body }
}
const shapeOf = (id: string): z.ZodType => clientRouteList.find((r) => r.id === id)!.response
const once = (key: string) => ({ 'idempotency-key': key })

beforeAll(async () => {
  t = await testDatabase()
  await fillDirectory(t)
  clock.moveTo(new Date('2026-03-01T15:00:00Z'))
  keeper = await createEligibilityKeeper(t.db, clock)
  const { rows } = await t.pool.query<{ id: string; npi: string }>('select id, npi from enrollee')
  vegaId = rows.find((r) => r.npi === vega.npi)!.id
  const groupId = rows.find((r) => r.npi === group.npi)!.id
  await t.pool.query(
    `insert into app_user (id, login_id, status, display_name, created_at) values ($1, 'rosa', 'active', 'Rosa', now())`,
    [userId],
  )
  head = { userId, memberships: [{ role: 'individual-provider', partyId: vegaId }] }
  for (const [id, enrollee] of [
    [applicationId, vegaId],
    [others, groupId],
  ] as const) {
    await t.pool.query(
      `insert into application (id, form, edition, reason, enrollee_id, state, contractor_id, status, status_since, due_on, tracking_number, created_by, created_at, updated_at)
       values ($1, 'CMS-855I', '2023', 'initial', $2, 'WI', 'lakes', 'in-development', now(), '2026-04-01', $3, $4, now(), now())`,
      [id, enrollee, `T${id.slice(-4)}`, userId],
    )
    for (const [i, event] of ['start', 'submit', 'assign', 'begin-review', 'request-development'].entries())
      await t.pool.query(
        `insert into application_event (id, application_id, ordinal, event, at, actor_id) values (gen_random_uuid(), $1, $2, $3, now(), $4)`,
        [id, i + 1, event, userId],
      )
  }
  const site = {
    product: 'OpenPECOS',
    agency: 'A',
    origin: 'https://enroll.example',
    demo: true,
    webhooksToLoopback: true,
    helpDesk: { phone: '1', email: 'help@enroll.example', hours: 'always' },
  }
  const services = {
    site,
    clock,
    publishedKeys: publishedKeys({ allowLoopback: true, timeoutMs: 1000 }),
    wake: () => {},
  } as unknown as Services
  app = Fastify()
  app.addHook('onRoute', ({ method, url }) => {
    if (url.startsWith('/api/v1/')) routes.push(...[method].flat().map((m) => `${m} ${url.slice('/api/v1'.length)}`))
  })
  apiRoutes({ db: t.db, services, keeper, limits: { perClient: 60 } })(app)
  await app.ready()
})
afterAll(async () => {
  keeper.stop()
  await app.close()
  await t.close()
})

describe('keys', () => {
  test('a key opens what its scopes say and nothing else; each use is in the audit', async () => {
    const { key, clientId } = await client('applications.read')
    expect((await call(undefined, 'GET', '/applications')).status).toBe(401)
    expect((await call('opk_nobody0000000000000000000', 'GET', '/applications')).body.code).toBe('unauthorized')
    const listed = await call(key, 'GET', '/applications')
    expect(shapeOf('listApplications').parse(listed.body)).toMatchObject({
      results: [{ id: applicationId, status: 'in-development', waitingOn: 'provider', dueOn: '2026-04-01' }],
      hasMore: false,
    })
    expect(listed.headers).toMatchObject({ 'ratelimit-limit': '60', 'ratelimit-remaining': '59' })
    const refused = await call(key, 'GET', '/events')
    expect([refused.status, refused.body.code]).toEqual([403, 'insufficient-scope'])
    const { rows } = await t.pool.query(
      'select action, outcome, acting_for from access_record where actor_id = $1 order by at, action desc',
      [clientId],
    )
    expect(rows).toEqual(
      expect.arrayContaining([
        { action: 'api.listApplications', outcome: 'done', acting_for: vegaId },
        { action: 'api.listEvents', outcome: 'refused', acting_for: vegaId },
      ]),
    )
  })

  test("another one's application is exactly one that does not exist", async () => {
    const { key } = await client('applications.read')
    const theirs = await call(key, 'GET', `/applications/${others}`)
    const none = await call(key, 'GET', '/applications/00000000-0000-4000-8000-0000000000ff')
    const { requestId: _, ...a } = theirs.body
    const { requestId: __, ...b } = none.body
    expect([theirs.status, a]).toEqual([none.status, b])
    expect(a.code).toBe('not-found')
  })

  test('only the hash is kept; rotation overlaps; revocation is at once', async () => {
    const { key, clientId } = await client('events.read')
    const { rows } = await t.pool.query('select * from api_key where client_id = $1', [clientId])
    expect(JSON.stringify(rows)).not.toContain(key)
    const permit = await ofClient(clientId)
    const next = await rotateKey(t.db, permit, caller, now())
    if (!next.ok) throw new Error(next.problem.code)
    expect((await call(key, 'GET', '/events')).status).toBe(200)
    expect((await call(next.value, 'GET', '/events')).status).toBe(200)
    clock.moveTo(new Date(now().getTime() + 8 * 86_400_000))
    expect((await call(key, 'GET', '/events')).status).toBe(401)
    expect((await call(next.value, 'GET', '/events')).status).toBe(200)
    const { rows: made } = await t.pool.query('select id from api_key where client_id = $1 order by created_at desc', [
      clientId,
    ])
    expect((await revokeKey(t.db, permit, made[0].id, caller, now())).ok).toBe(true)
    expect((await call(next.value, 'GET', '/events')).status).toBe(401)
    expect((await revokeClient(t.db, permit, caller, now())).ok).toBe(true)
    expect(await revokeClient(t.db, permit, caller, now())).toMatchObject({ problem: { code: 'over-already' } })
  })

  test('too many requests are told to wait', async () => {
    const { key } = await client('events.read')
    const all = await Promise.all(Array.from({ length: 125 }, () => call(key, 'GET', '/events')))
    const late = all.find((r) => r.status === 429)
    expect(late?.body.code).toBe('rate-limited')
    expect(Number(late?.headers['retry-after'])).toBeGreaterThan(0)
  })

  test('a program is nobody who signed in', async () => {
    const program: Actor = { userId: 'c', memberships: [{ role: 'api-client', partyId: vegaId }] }
    expect(authorize(program, 'account.manage', { id: 'c', ownerId: 'c' }).ok).toBe(false)
    expect(authorize(program, 'application.edit', { id: 'a', enrolleeId: vegaId }).ok).toBe(false)
  })
})

describe('tokens', () => {
  const aud = 'https://enroll.example/oauth/token'
  const ask = async (assertion: string, more: Record<string, string> = {}) => {
    const reply = await app.inject({
      method: 'POST',
      url: '/oauth/token',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({
        grant_type: 'client_credentials',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: assertion,
        ...more,
      }).toString(),
    })
    return { status: reply.statusCode, body: reply.json() }
  }

  test('an assertion signed with the registered key gives a token for five minutes, once', async () => {
    const { clientId } = await client('events.read', 'applications.read')
    const { publicKey, privateKey } = await generateKeyPair('ES384', { extractable: true })
    const stranger = await generateKeyPair('ES384')
    const jwk = await exportJWK(publicKey)
    expect(
      await registerPublicKeys(
        t.db,
        await ofClient(clientId),
        JSON.stringify(await exportJWK(privateKey)),
        caller,
        now(),
      ),
    ).toMatchObject({
      problem: { code: 'public-keys-wrong' },
    })
    expect(
      (await registerPublicKeys(t.db, await ofClient(clientId), JSON.stringify({ keys: [jwk] }), caller, now())).ok,
    ).toBe(true)
    const at = Math.floor(now().getTime() / 1000)
    const sign = (o: { jti?: string; aud?: string; exp?: number; iss?: string; key?: typeof privateKey } = {}) =>
      new SignJWT({ ...(o.jti !== '' && { jti: o.jti ?? crypto.randomUUID() }) })
        .setProtectedHeader({ alg: 'ES384' })
        .setIssuer(o.iss ?? clientId)
        .setSubject(clientId)
        .setAudience(o.aud ?? aud)
        .setExpirationTime(at + (o.exp ?? 200))
        .sign(o.key ?? privateKey)
    const good = await sign({ jti: 'one' })
    const given = await ask(good, { scope: 'events.read' })
    expect(given).toMatchObject({ status: 200, body: { token_type: 'Bearer', expires_in: 300, scope: 'events.read' } })
    const token = given.body.access_token
    expect((await call(token, 'GET', '/events')).status).toBe(200)
    expect((await call(token, 'GET', '/applications')).body.code).toBe('insufficient-scope')
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${good.split('.')[1]}.`
    const shared = await new SignJWT({ jti: 'hs' })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(clientId)
      .setSubject(clientId)
      .setAudience(aud)
      .setExpirationTime(at + 100)
      .sign(Buffer.from(JSON.stringify(jwk)))
    const wrong = [
      good,
      none,
      shared,
      'x',
      await sign({ aud: 'https://elsewhere.example' }),
      await sign({ exp: -10 }),
      await sign({ exp: 4000 }),
      await sign({ jti: '' }),
      await sign({ iss: 'somebody' }),
      await sign({ key: stranger.privateKey }),
    ]
    for (const assertion of wrong)
      expect(await ask(assertion)).toEqual({ status: 401, body: { error: 'invalid_client' } })
    expect(await ask(await sign(), { scope: 'rosters' })).toEqual({ status: 400, body: { error: 'invalid_scope' } })
    expect((await ask(await sign(), { nonsense: '1' })).body.error).toBe('invalid_request')
    clock.moveTo(new Date(now().getTime() + 301_000))
    expect((await call(token, 'GET', '/events')).status).toBe(401)
  })

  test('keys that a program publishes count, the new one beside the old one; no answer is no token, with words', async () => {
    const { clientId } = await client('events.read')
    const pairs = { old: await generateKeyPair('ES384'), next: await generateKeyPair('ES384') }
    const published: object[] = [{ ...(await exportJWK(pairs.old.publicKey)), kid: 'old' }]
    const server = createServer((_, reply) => reply.end(JSON.stringify({ keys: published })))
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`
    const register = async (u: string, allowLoopback = true) =>
      registerKeysUrl(t.db, await ofClient(clientId), { url: u, allowLoopback }, caller, now())
    expect(await register(url, false)).toMatchObject({ problem: { code: 'keys-address' } })
    expect(await register('http://keys.example.com/')).toMatchObject({ problem: { code: 'keys-address' } })
    expect((await register(url)).ok).toBe(true)
    const by = async (kid: 'old' | 'next', signed = kid) =>
      ask(
        await new SignJWT({ jti: crypto.randomUUID() })
          .setProtectedHeader({ alg: 'ES384', kid })
          .setIssuer(clientId)
          .setSubject(clientId)
          .setAudience(aud)
          .setExpirationTime(Math.floor(now().getTime() / 1000) + 200)
          .sign(pairs[signed].privateKey),
      )
    expect((await by('old')).status).toBe(200)
    expect((await by('old', 'next')).body).toEqual({ error: 'invalid_client' })
    published.push({ ...(await exportJWK(pairs.next.publicKey)), kid: 'next' })
    clock.moveTo(new Date(now().getTime() + 60_000))
    expect((await by('next')).status).toBe(200)
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
    clock.moveTo(new Date(now().getTime() + 11 * 60_000))
    const refused = await by('next')
    expect(refused).toMatchObject({ status: 503, body: { error: 'keys_unavailable' } })
    expect(refused.body.error_description).toContain('could not be read')
  })
})

describe('what acts', () => {
  test('the same request fifty times at once makes one roster and fifty equal answers', async () => {
    const { key } = await client('rosters')
    const body = { name: 'Lake', npis: [vega.npi, okafor.npi] }
    const all = await Promise.all(Array.from({ length: 50 }, () => call(key, 'POST', '/rosters', body, once('a'))))
    expect(new Set(all.map((r) => `${r.status} ${JSON.stringify(r.body)}`)).size).toBe(1)
    expect(all[0]?.status).toBe(201)
    const { id } = shapeOf('createRoster').parse(all[0]?.body) as { id: string }
    expect(shapeOf('listRosters').parse((await call(key, 'GET', '/rosters')).body)).toMatchObject({
      results: [{ id, rows: 2 }],
    })
    const other = await call(key, 'POST', '/rosters', { ...body, name: 'Other' }, once('a'))
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused'])
    expect((await call(key, 'POST', '/rosters', body)).body.code).toBe('idempotency-key-needed')
  })

  test('a roster is read with a tag, and deleted; strangers find nothing', async () => {
    const { key } = await client('rosters')
    const { key: stranger } = await client('rosters')
    const made = await call(key, 'POST', '/rosters', { name: 'R', npis: [vega.npi] }, once('b'))
    const url = `/rosters/${made.body.id}`
    const got = await call(key, 'GET', url)
    expect(shapeOf('getRoster').parse(got.body)).toMatchObject({ name: 'R', changes: [] })
    expect(got.body.answers).toContain(vega.npi)
    expect((await call(key, 'GET', url, undefined, { 'if-none-match': String(got.headers.etag) })).status).toBe(304)
    expect((await call(stranger, 'GET', url)).status).toBe(404)
    expect((await call(stranger, 'DELETE', url)).status).toBe(404)
    const other = { name: 'R2', npis: [okafor.npi, vega.npi] }
    expect((await call(key, 'PUT', url, other)).body.code).toBe('precondition-needed')
    expect((await call(key, 'PUT', url, other, { 'if-match': '"old"' })).body.code).toBe('changed-meanwhile')
    const seen = { 'if-match': String(got.headers.etag) }
    const both = await Promise.all([call(key, 'PUT', url, other, seen), call(key, 'PUT', url, other, seen)])
    expect(both.map((r) => r.status).toSorted()).toEqual([200, 412])
    expect(shapeOf('replaceRoster').parse(both.find((r) => r.status === 200)?.body)).toMatchObject({
      name: 'R2',
      rows: 2,
    })
    expect((await call(stranger, 'PUT', url, other, seen)).status).toBe(404)
    expect((await call(key, 'DELETE', url)).body).toEqual({ id: made.body.id, deleted: true })
    expect((await call(key, 'GET', url)).status).toBe(404)
  })

  test.each([
    [{ name: 'x', npis: [], more: 1 }, ['npis', 'more']],
    [{ npis: ['1'] }, ['name', 'npis.0']],
  ])('a body that is not valid is refused by name: %j', async (body, names) => {
    const { key } = await client('rosters')
    const reply = await call(key, 'POST', '/rosters', body, once('c'))
    expect(reply.status).toBe(400)
    expect(problemDocument.parse(reply.body).errors?.map((e) => e.parameter)).toEqual(names)
  })
})

describe('events', () => {
  test('own events are read from where one was, without names; what is public is public', async () => {
    const { key } = await client('events.read')
    await publishEvents(t.db, system)
    const first = await call(key, 'GET', '/events?limit=2')
    shapeOf('listEvents').parse(first.body)
    expect(first.body).toMatchObject({ hasMore: true })
    const types: string[] = []
    let after = 0
    for (;;) {
      const { body } = await call(key, 'GET', `/events?limit=2&after=${after}`)
      types.push(...body.results.map((e: { type: string }) => e.type))
      after = body.next
      if (!body.hasMore) break
    }
    expect(types.filter((x) => x.startsWith('application'))).toEqual([
      'application.started',
      'application.submitted',
      'application.updated',
      'application.development-requested',
    ])
    expect(JSON.stringify(first.body)).not.toContain('Vega')
    expect((await call(key, 'GET', `/events?after=${after}`)).body.results).toEqual([])
    await noteChange(t.pool, vega.enrollmentId)
    await noteChange(t.pool, group.enrollmentId)
    await publishEvents(t.db, system)
    expect((await call(key, 'GET', `/events?after=${after}`)).body.results).toMatchObject([
      { type: 'enrollment.changed', data: { id: vega.enrollmentId, object: 'enrollment' } },
    ])
    const changes = await call(undefined, 'GET', `/changes?after=${after}`)
    apiRouteList.find((r) => r.id === 'listChanges')!.response.parse(changes.body)
    expect(changes.body.results.map((c: { npi: string }) => c.npi)).toEqual([vega.npi, group.npi])
    const tag = String(changes.headers.etag)
    expect((await call(undefined, 'GET', `/changes?after=${after}`, undefined, { 'if-none-match': tag })).status).toBe(
      304,
    )
  })
})

describe('enrollments and affiliations', () => {
  test('own enrollments with a key, those of anybody without', async () => {
    const { key } = await client('enrollments.read')
    expect(shapeOf('listEnrollments').parse((await call(key, 'GET', '/enrollments')).body)).toMatchObject({
      results: [{ enrollmentId: vega.enrollmentId, status: 'approved' }],
    })
    expect((await call(key, 'GET', `/enrollments/${vega.enrollmentId}`)).status).toBe(200)
    expect((await call(key, 'GET', `/enrollments/${group.enrollmentId}`)).status).toBe(404)
    const groups = await call(undefined, 'GET', `/providers/${vega.npi}/affiliations?on=2026-03-01`)
    apiRouteList.find((r) => r.id === 'listAffiliations')!.response.parse(groups.body)
    expect(groups.body.results).toMatchObject([{ npi: group.npi, from: '2026-02-01' }])
    const all = await call(undefined, 'GET', `/providers/${vega.npi}/enrollments?on=2026-03-01`)
    expect(all.body.results).toMatchObject([{ enrollmentId: vega.enrollmentId }])
    expect((await call(undefined, 'GET', '/providers/2000001448/enrollments')).status).toBe(404)
  })
})

test('every route of the router is in /openapi.json, and the other way round', async () => {
  const document = (await app.inject('/openapi.json')).json() as { paths: Record<string, Record<string, unknown>> }
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((m) => `${m.toUpperCase()} ${path}`),
  )
  const routed = routes.filter((r) => !r.startsWith('HEAD')).map((r) => r.replace(/:(\w+)/g, '{$1}'))
  expect(routed.length).toBeGreaterThan(15)
  expect(described.toSorted()).toEqual(routed.toSorted())
})
