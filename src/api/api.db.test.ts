import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type * as z from 'zod'
import { rosterColumns } from '#domain/roster/write-row.ts'
import { movableClock } from '#outside/clock.ts'
import type { Services } from '#outside/services.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { addPeriod, fillDirectory, group, noteChange, okafor, vega } from '#test/support/directory.ts'
import { createEligibilityKeeper, type EligibilityKeeper } from '#use-cases/eligibility/keep-snapshot.ts'
import { apiPostList, apiRouteList, apiRoutes } from './index.ts'
import { problemDocument } from './kit/problem.ts'

let t: TestDatabase
let keeper: EligibilityKeeper
let app: FastifyInstance
const clock = movableClock()
const helpDesk = { phone: '1', email: 'help@enroll.example', hours: 'always' }

beforeAll(async () => {
  t = await testDatabase()
  await fillDirectory(t)
  clock.moveTo(new Date('2026-03-01T15:00:00Z'))
  keeper = await createEligibilityKeeper(t.db, clock)
  const site = { product: 'OpenPECOS', agency: 'A', origin: 'https://enroll.example', demo: true, helpDesk }
  // The API asks for nothing else of what a portal is given.
  const services = { site, clock } as unknown as Services
  app = Fastify()
  apiRoutes({ db: t.db, services, keeper, migrations: ['000001_core.sql'] })(app)
  await app.ready()
})
afterAll(async () => {
  keeper.stop()
  await app.close()
  await t.close()
})

const get = async (url: string, headers: Record<string, string> = {}) => {
  const reply = await app.inject({ url, headers })
  const type = String(reply.headers['content-type'])
  return {
    status: reply.statusCode,
    type,
    headers: reply.headers,
    body: type.includes('json') ? reply.json() : reply.body,
  }
}
const responseOf = (id: string): z.ZodType => apiRouteList.find((r) => r.id === id)!.response

describe('eligibility', () => {
  test('answers with the link, its words, the enrollment and the version', async () => {
    const { status, body, headers } = await get(`/api/v1/eligibility?npi=${vega.npi}&on=2026-02-01`)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      answer: 'yes',
      link: 'all-held',
      enrollmentId: vega.enrollmentId,
      effectiveFrom: '2026-01-05',
      version: { asOf: '2026-03-01' },
    })
    expect(headers.etag).toMatch(/^".+"$/)
  })

  test.each([
    ['on=2026-01-04', 'no', 'before-effective-date'],
    ['on=2026-02-01&role=ordering&name=Vega,Rosa', 'yes', 'all-held'],
    ['on=2026-02-01&role=ordering&service=hospice', 'no', 'service-not-orderable'],
    [`on=2026-01-31&role=rendering&payee=${group.npi}`, 'no', 'reassignment-not-on-date'],
    ['on=2026-02-01&knownOn=2026-01-09', 'no', 'not-enrolled'],
  ])('%s is %s because of %s', async (query, answer, link) => {
    const { body } = await get(`/api/v1/eligibility?npi=${vega.npi}&${query}`)
    expect(responseOf('checkEligibility').parse(body)).toMatchObject({ answer })
    if (link !== 'not-enrolled') expect(body.link).toBe(link)
  })

  test('today is the day when none is given', async () => {
    expect((await get(`/api/v1/eligibility?npi=${vega.npi}`)).body).toMatchObject({ on: '2026-03-01', role: 'billing' })
  })

  test('a wrong check digit is an answer, not a fault', async () => {
    const { status, body } = await get('/api/v1/eligibility?npi=2000001118')
    expect([status, body.answer, body.link]).toEqual([200, 'no', 'npi-not-valid'])
  })

  test.each([
    ['', [{ parameter: 'npi', code: 'missing' }]],
    ['npi=2000001117&npi=2000001224', [{ parameter: 'npi', code: 'repeated' }]],
    ['npi=200000111', [{ parameter: 'npi', code: 'invalid' }]],
    ['npi=2000001117&on=2026-02-30', [{ parameter: 'on', code: 'invalid' }]],
    ['npi=2000001117&when=2026-02-01', [{ parameter: 'when', code: 'unknown' }]],
    ['npi=2000001117&role=boss', [{ parameter: 'role', code: 'invalid' }]],
  ])('"%s" is refused by name', async (query, errors) => {
    const { status, type, body } = await get(`/api/v1/eligibility?${query}`)
    expect(status).toBe(400)
    expect(type).toContain('application/problem+json')
    expect(problemDocument.parse(body)).toMatchObject({ code: 'invalid-request', errors })
  })

  test('the tag saves the second answer, until something changes', async () => {
    const url = `/api/v1/eligibility?npi=${vega.npi}`
    const tag = String((await get(url)).headers.etag)
    expect((await get(url, { 'if-none-match': tag })).status).toBe(304)
    await addPeriod(t.pool, group.enrollmentId, {
      status: 'approved',
      from: '2020-01-01',
      to: '2020-02-01',
      knownFrom: '2026-03-01T15:00:00Z',
    })
    await noteChange(t.pool, group.enrollmentId)
    await keeper.refreshNow()
    expect((await get(url, { 'if-none-match': tag })).status).toBe(200)
  })
})

describe('eligibility in batches', () => {
  const post = async (payload: unknown, type = 'application/json') => {
    const reply = await app.inject({
      method: 'POST',
      url: '/api/v1/eligibility/batch',
      headers: { 'content-type': type },
      payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
    })
    return { status: reply.statusCode, type: String(reply.headers['content-type']), body: reply.json() }
  }

  test('answers in order; a question that is not valid has its errors in its place', async () => {
    const { status, body } = await post({
      questions: [
        { npi: vega.npi, on: '2026-02-01' },
        { npi: '12', when: 'x' },
        'vega',
        { npi: vega.npi, on: '2026-02-01', role: 'rendering', payee: group.npi, place: 'IL' },
      ],
    })
    expect(status).toBe(200)
    apiPostList[0]!.gives['application/json']!.parse(body)
    expect(body.version).toMatchObject({ asOf: '2026-03-01' })
    expect(body.results).toMatchObject([
      { answer: 'yes', link: 'all-held', enrollmentId: vega.enrollmentId },
      {
        errors: [
          { parameter: 'npi', code: 'invalid' },
          { parameter: 'when', code: 'unknown' },
        ],
      },
      { errors: [{ parameter: 'npi', code: 'missing' }] },
      { answer: 'no', link: 'enrolled-in-other-state' },
    ])
    const { version: _, ...single } = (await get(`/api/v1/eligibility?npi=${vega.npi}&on=2026-02-01`)).body
    expect(body.results[0]).toEqual(single)
  })

  test('ten thousand are taken, one more is not', async () => {
    const many = (n: number) => ({ questions: Array.from({ length: n }, () => ({ npi: vega.npi })) })
    expect((await post(many(10_000))).body.results).toHaveLength(10_000)
    const { status, body } = await post(many(10_001))
    expect([status, problemDocument.parse(body).errors]).toMatchObject([400, [{ parameter: 'questions' }]])
  })

  test.each([
    ['{"questions": [', 'application/json', 400, 'not-readable'],
    ['[]', 'application/json', 400, 'invalid-request'],
    ['{"questions": [], "more": 1}', 'application/json', 400, 'invalid-request'],
    ['npi\n1', 'text/csv', 415, 'not-acceptable-type'],
  ])('%s as %s is refused whole', async (payload, type, code, problem) => {
    const { status, type: given, body } = await post(payload, type)
    expect([status, given, problemDocument.parse(body).code]).toEqual([
      code,
      'application/problem+json; charset=utf-8',
      problem,
    ])
  })
})

describe('a roster', () => {
  const post = async (payload: string, type = 'text/csv') =>
    app.inject({ method: 'POST', url: '/api/v1/roster/check', headers: { 'content-type': type }, payload })

  test('is answered row by row, as CSV', async () => {
    const reply = await post(`name,npi\nRosa,${vega.npi}\nChidi,${okafor.npi}\nNobody,12\n`)
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8'])
    expect(reply.body.split('\n')).toEqual([
      rosterColumns.join(','),
      `2,${vega.npi},yes,all-held,approved,2026-01-05,,2031-01-31,part-b dme,,`,
      expect.stringContaining(`3,${okafor.npi},no,not-enrolled`),
      '4,12,,,,,,,,,not-ten-digits',
      '',
    ])
  })

  test('must be CSV', async () => expect((await post('{}', 'application/json')).statusCode).toBe(415))
})

describe('providers', () => {
  test('one provider, with open locations only and nothing personal', async () => {
    const { status, body } = await get(`/api/v1/providers/${vega.npi}?on=2026-02-15`)
    expect(status).toBe(200)
    expect(responseOf('getProvider').parse(body)).toMatchObject({
      registry: { last: 'VEGA', practice: { line1: '12 Lake Road' } },
      enrollments: [
        { status: 'approved', locations: [{ name: 'Lake Road Office' }], reassignedTo: [{ npi: group.npi }] },
      ],
      sources: { registry: { asOf: '2026-02-08' } },
    })
    expect(JSON.stringify(body)).not.toMatch(/Hidden Lane|Home Street|WI0000002/)
  })

  test('a registry address that the provider keeps hidden shows no street', async () => {
    await t.pool.query(
      `update enrollment_location set address = jsonb_set(address, '{line1}', '"12 LAKE ROAD"') where not public`,
    )
    const { body } = await get(`/api/v1/providers/${vega.npi}`)
    expect(body.registry.practice).toEqual({ city: 'Madison', state: 'WI' })
  })

  test('who is in no source is not found; so is a number that is none', async () => {
    for (const npi of ['2000001992', '2000001118']) {
      const { status, body } = await get(`/api/v1/providers/${npi}`)
      expect([status, problemDocument.parse(body).code]).toEqual([404, 'not-found'])
    }
  })

  test.each([
    ['{"questions":[{"npi":"2000001117","npi":"2000001224"}]}', 'questions.0.npi', 'repeated'],
    ['{"questions":[{"npi":"2000001117\\u0000"}]}', 'questions.0.npi', 'invalid'],
  ])('%s names the field that is wrong', async (payload, parameter, code) => {
    const headers = { 'content-type': 'application/json' }
    const { statusCode, body } = await app.inject({
      method: 'POST',
      url: '/api/v1/eligibility/batch',
      headers,
      payload,
    })
    expect(statusCode).toBe(400)
    expect(problemDocument.parse(JSON.parse(body)).errors).toMatchObject([{ parameter, code }])
  })

  test('a method that an address does not take is told which ones it takes', async () => {
    for (const [method, url, allow] of [
      ['DELETE', `/api/v1/providers/${vega.npi}`, 'GET, HEAD'],
      ['GET', '/api/v1/eligibility/batch', 'POST'],
    ] as const) {
      const { statusCode, headers, body } = await app.inject({ method, url })
      expect([statusCode, headers.allow]).toEqual([405, allow])
      expect(problemDocument.parse(JSON.parse(body)).code).toBe('not-acceptable-method')
    }
  })

  test('by name, a page after another', async () => {
    const { body } = await get('/api/v1/providers?lastName=o&limit=1')
    expect(responseOf('searchProviders').parse(body)).toMatchObject({
      results: [{ npi: okafor.npi, enrolled: false }],
      hasMore: false,
    })
    expect((await get(`/api/v1/providers?lastName=o&startingAfter=${okafor.npi}`)).body.results).toEqual([])
    expect((await get('/api/v1/providers?lastName=o&startingAfter=2000001992')).status).toBe(404)
    expect((await get('/api/v1/providers?lastName=o&limit=101')).body.errors).toMatchObject([{ parameter: 'limit' }])
  })
})

describe('description and health', () => {
  test('every route is described, with its parameters, roles and answers', async () => {
    const { body } = await get('/openapi.json')
    expect(body.openapi).toBe('3.1.0')
    for (const r of apiRouteList) {
      const described = body.paths[r.path.replace(':npi', '{npi}')].get
      expect(described).toMatchObject({ operationId: r.id, 'x-roles': r.roles })
      expect(described.parameters.map((p: { name: string }) => p.name)).toEqual(Object.keys(r.parameters.shape))
      expect(Object.keys(described.responses)).toEqual(expect.arrayContaining(['200', '400', '500']))
      const { $ref } = described.responses['200'].content['application/json'].schema
      expect(body.components.schemas[$ref.split('/').at(-1)]).toMatchObject({
        type: 'object',
        additionalProperties: false,
      })
    }
    for (const r of apiPostList) expect(body.paths[r.path].post).toMatchObject({ operationId: r.id })
    const refs = [...JSON.stringify(body).matchAll(/"#\/components\/(\w+)\/([\w-]+)"/g)]
    expect(refs.length).toBeGreaterThan(5)
    for (const [, kind, name] of refs) expect(body.components[kind!]).toHaveProperty(name!)
    expect(JSON.stringify(body)).not.toContain('$defs')
    interface Told {
      readonly operationId: string
      readonly parameters?: readonly { readonly name: string; readonly description?: string }[]
      readonly responses: Readonly<Record<string, { readonly 'x-codes'?: readonly string[] }>>
    }
    const told = Object.values(body.paths as Record<string, Record<string, Told>>).flatMap((m) => Object.values(m))
    for (const o of told) {
      const silent = (o.parameters ?? []).filter((p) => !p.description).map((p) => p.name)
      expect([o.operationId, silent]).toEqual([o.operationId, []])
      for (const r of Object.values(o.responses))
        for (const code of r['x-codes'] ?? []) expect(body.components.responses).toHaveProperty(code)
    }
    expect(body.paths['/eligibility'].get.parameters[0]).toMatchObject({ name: 'npi', in: 'query', required: true })
    expect(body.paths['/providers/{npi}'].get.parameters[0]).toMatchObject({ in: 'path', required: true })
  })

  test('an address under the API that is none gets a problem document', async () => {
    const { status, body } = await get('/api/v1/nothing')
    expect([status, problemDocument.parse(body).code]).toEqual([404, 'not-found'])
  })

  test('alive, ready, and counted by route and never by NPI', async () => {
    expect((await get('/livez')).body).toEqual({ status: 'ok' })
    expect((await get('/readyz')).body).toEqual({
      status: 'ok',
      checks: { database: 'ok', migrations: 'ok', snapshot: 'ok' },
    })
    const { body } = await get('/metrics')
    expect(body).toContain('openpecos_http_requests_total{method="GET",route="/api/v1/providers/:npi",status="200"}')
    expect(body).toMatch(/openpecos_outbox_waiting 0/)
    expect(body).not.toContain(vega.npi)
  })
})

describe('the date ledger', () => {
  const path = '/api/v1/date-ledger'
  test('answers as it is described, and by its tag', async () => {
    const { status, body, headers } = await get(`${path}?act=reactivate&received=2026-02-20&deactivated=2026-01-10`)
    expect([status, body.effectiveOn, body.atRisk.days]).toEqual([200, '2026-02-20', 41])
    expect(responseOf('workOutDates').parse(body)).toEqual(body)
    const again = await get(`${path}?act=reactivate&received=2026-02-20&deactivated=2026-01-10`, {
      'if-none-match': String(headers.etag),
    })
    expect(again.status).toBe(304)
  })
  test('says what is missing or wrong', async () => {
    const refused = await get(`${path}?act=reactivate&received=2026-02-30`)
    expect([refused.status, refused.body.code]).toEqual([422, 'refused'])
    expect(refused.body.detail).toMatch(/received: .+ deactivated: /)
    expect((await get(`${path}?act=marry`)).status).toBe(400)
  })
})
