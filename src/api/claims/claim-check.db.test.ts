import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type PlannedFile, writeClaims } from '#domain/claims/synthetic-837.ts'
import { day } from '#domain/dates.ts'
import { movableClock } from '#outside/clock.ts'
import type { Services } from '#outside/services.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { fillDirectory, group, okafor, vega } from '#test/support/directory.ts'
import { takePlace } from '#use-cases/claims/receive-claims.ts'
import { createEligibilityKeeper, type EligibilityKeeper } from '#use-cases/eligibility/keep-snapshot.ts'
import { apiRoutes } from '../index.ts'
import { answerKind, claimCheckRoute } from './check-route.ts'

let t: TestDatabase
let keeper: EligibilityKeeper
let app: FastifyInstance
const log: string[] = []
const faults: unknown[] = []
const clock = movableClock()

beforeAll(async () => {
  t = await testDatabase()
  await fillDirectory(t)
  clock.moveTo(new Date('2026-03-01T15:00:00Z'))
  keeper = await createEligibilityKeeper(t.db, clock)
  const site = {
    product: 'OpenPECOS',
    agency: 'A',
    origin: 'https://enroll.example',
    demo: true,
    helpDesk: { phone: '1', email: 'help@enroll.example', hours: 'always' },
  }
  // The API asks for nothing else of what a portal is given.
  const services = { site, clock } as unknown as Services
  app = Fastify({ logger: { level: 'trace', stream: { write: (line: string) => log.push(line) } } })
  apiRoutes({ db: t.db, services, keeper, onFault: (fault) => faults.push(fault) })(app)
  await app.ready()
})
afterAll(async () => {
  keeper.stop()
  await app.close()
  await t.close()
})

const person = (p: { npi: string }, last: string, first: string) => ({ npi: p.npi, last, first })
const plan: PlannedFile = {
  kind: 'professional',
  madeOn: day('2026-02-20'),
  batches: [
    {
      billing: { npi: group.npi, last: 'THE GROUP' },
      claims: [
        {
          number: 'ONE',
          cents: 10_000,
          days: [day('2026-02-10')],
          providers: { rendering: person(vega, 'VEGA', 'ROSA') },
        },
        {
          number: 'TWO',
          cents: 7_000,
          days: [day('2026-01-02')],
          providers: { rendering: person(okafor, 'OKAFOR', 'X') },
        },
      ],
    },
  ],
}
const MARKER = 'QZMARKERZQ'
const text = writeClaims(plan).replaceAll('ABBOT', MARKER).replaceAll('BIRCH', `${MARKER}2`)

const send = (body: string, accept?: string, type = 'application/edi-x12') =>
  app.inject({
    method: 'POST',
    url: '/api/v1/claims/check',
    headers: { 'content-type': type, ...(accept && { accept }) },
    payload: body,
  })

describe('POST /claims/check', () => {
  test('JSON: sums, causes and findings with words', async () => {
    const reply = await send(text)
    expect([reply.statusCode, reply.headers['cache-control']]).toEqual([200, 'no-store'])
    const body = reply.json()
    expect(body).toMatchObject({ claims: { claims: 2, cents: 17_000 }, atRisk: { claims: 1, cents: 7_000 }, faults: 0 })
    expect(body.firstFindings[0]).toMatchObject({ claim: 'TWO', npi: okafor.npi, loop: '2310B' })
    expect(body.firstFindings[0].message).toMatch(/^Rendering provider: /)
  })
  test('CSV, 999 and 277CA by Accept', async () => {
    const csv = await send(text, 'text/csv')
    expect(csv.body.split('\r\n').length).toBe(3)
    expect((await send(text, 'application/edi-x12; type=999')).body).toContain('IK5*A~')
    const business = await send(text, 'application/edi-x12;type=277CA')
    expect(business.body).toContain('TRN*2*TWO~')
    expect((await send('claim,date,billing_npi\r\n', 'application/edi-x12; type=999', 'text/csv')).statusCode).toBe(422)
  })
  test('claims in CSV', async () => {
    const rows = `Claim,Date of service,Charge,Billing NPI,Rendering NPI\r\nA,2026-02-10,100.00,${group.npi},${vega.npi}\r\nB,1/2/2026,50,${group.npi},${okafor.npi}\r\n`
    const body = (await send(rows, undefined, 'text/csv')).json()
    expect(body).toMatchObject({
      format: 'csv',
      claims: { claims: 2, cents: 15_000 },
      atRisk: { claims: 1, cents: 5_000 },
    })
  })
  test('garbage gets a finding, not a fault', async () => {
    const body = (await send('this is no claim file', undefined, 'text/plain')).json()
    expect(body.structure[0]).toMatchObject({ code: 'text-outside' })
  })
  test('what cannot be given, and too many at once, are problems', async () => {
    expect((await send(text, 'image/png')).statusCode).toBe(406)
    const places = Array.from({ length: 10 }, takePlace)
    const full = await send(text)
    expect([full.statusCode, full.headers['retry-after']]).toEqual([429, '60'])
    for (const leave of places) leave?.()
    expect((await send(text)).statusCode).toBe(200)
  })
  test.each([
    [undefined, 'json'],
    ['*/*', 'json'],
    ['text/html, application/json;q=0.9', 'json'],
    ['text/csv', 'csv'],
    ['application/edi-x12; type="999"', '999'],
    ['application/edi-x12;type=277CA', '277ca'],
    ['text/html', undefined],
  ])('Accept %s is %s', (accept, kind) => expect(answerKind(accept)).toBe(kind))
})

test('nothing of a patient is in the database, the log or a fault', async () => {
  for (const accept of ['application/json', 'text/csv', 'application/edi-x12; type=277CA']) {
    const reply = await send(text, accept)
    expect(reply.body).not.toContain(MARKER)
  }
  await send(text.slice(0, 700))
  const { rows } = await t.pool.query<{ name: string }>(
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')",
  )
  expect(rows.length).toBeGreaterThan(20)
  const holds = async (what: string) => {
    const found: string[] = []
    for (const { name } of rows) {
      const { rowCount } = await t.pool.query(`select 1 from ${name} t where t::text like $1 limit 1`, [`%${what}%`])
      if (rowCount) found.push(name)
    }
    return found
  }
  expect(await holds(vega.npi)).not.toEqual([])
  expect(await holds(MARKER)).toEqual([])
  expect(log.length).toBeGreaterThan(5)
  expect(log.join('')).not.toContain(MARKER)
  expect(faults).toEqual([])
})

test('who leaves before the rows of a file begin gives the place back', async () => {
  const slow = Fastify()
  // As the look-up of a key does: meanwhile the caller goes.
  slow.addHook('onRequest', (_, __, done) => void setTimeout(done, 30))
  claimCheckRoute(slow, { db: t.db, services: { clock } as unknown as Services, keeper }, () => {})
  await slow.listen({ port: 0, host: '127.0.0.1' })
  for (let i = 0; i < 4; i++) {
    const socket = connect((slow.server.address() as AddressInfo).port, '127.0.0.1')
    await once(socket, 'connect')
    const head = 'POST /claims/check HTTP/1.1\r\nHost: x\r\nAccept: text/csv\r\nContent-Length: 100\r\n\r\n'
    socket.write(head, () => setTimeout(() => socket.destroy(), 5))
    await once(socket, 'close')
  }
  await new Promise((later) => setTimeout(later, 100))
  const places = Array.from({ length: 4 }, takePlace)
  for (const leave of places) leave?.()
  expect(places.every((p) => p)).toBe(true)
  await slow.close()
})
