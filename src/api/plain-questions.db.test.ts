/** The short way and the ordinary way give the same answers, byte for byte; only the ordinary way refuses. */
import net from 'node:net'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { movableClock } from '#outside/clock.ts'
import type { Services } from '#outside/services.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { fillDirectory, group, vega } from '#test/support/directory.ts'
import { createEligibilityKeeper, type EligibilityKeeper } from '#use-cases/eligibility/keep-snapshot.ts'
import { installHeaders } from '#web/kit/headers.ts'
import { apiRoutes } from './index.ts'

let t: TestDatabase
let keeper: EligibilityKeeper
let short: FastifyInstance
/** The same with a limit for addresses that nobody reaches, so that nothing goes the short way. */
let ordinary: FastifyInstance

beforeAll(async () => {
  t = await testDatabase()
  await fillDirectory(t)
  const clock = movableClock()
  clock.moveTo(new Date('2026-03-01T15:00:00Z'))
  keeper = await createEligibilityKeeper(t.db, clock)
  const helpDesk = { phone: '1', email: 'help@enroll.example', hours: 'always' }
  const site = { product: 'OpenPECOS', agency: 'A', origin: 'https://enroll.example', demo: true, helpDesk }
  const services = { site, clock } as unknown as Services
  const started = async (perAddress: number | undefined) => {
    const app = Fastify()
    installHeaders(app, site)
    apiRoutes({ db: t.db, services, keeper, limits: { perAddress } })(app)
    await app.listen({ port: 0, host: '127.0.0.1' })
    return app
  }
  short = await started(undefined)
  ordinary = await started(1_000_000)
})
afterAll(async () => {
  keeper.stop()
  await Promise.all([short.close(), ordinary.close()])
  await t.close()
})

/** The whole answer as it came over the wire, without what differs from second to second or only says the limit. */
function wire(app: FastifyInstance, lines: readonly string[]): Promise<string> {
  const { port } = app.server.address() as net.AddressInfo
  return new Promise((resolve, reject) => {
    let text = ''
    const socket = net.connect(port, '127.0.0.1')
    socket.end([...lines, 'Host: x', 'Connection: close', '', ''].join('\r\n'))
    socket.setEncoding('latin1').on('data', (piece) => {
      text += piece
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(sorted(text)))
  })
}
function sorted(text: string): string {
  const end = text.indexOf('\r\n\r\n')
  const [status, ...headers] = text.slice(0, end).split('\r\n')
  const kept = headers
    .filter((h) => !/^(date|ratelimit-)/i.test(h))
    .map((h) => h.replace(/^[^:]+/, (n) => n.toLowerCase()))
  return [status, ...kept.sort(), text.slice(end).replace(/"requestId":"[^"]*"/, '')].join('\n')
}

const of = (query: string) => [`GET /api/v1/eligibility${query} HTTP/1.1`]
const plain = [
  of(`?npi=${vega.npi}&on=2026-02-01`),
  of(`?npi=${vega.npi}`),
  of(`?on=2026-01-04&npi=${vega.npi}`),
  of(`?npi=${vega.npi}&on=2026-02-01&role=ordering&name=Vega,Rosa`),
  of(`?npi=${vega.npi}&on=2026-01-31&role=rendering&payee=${group.npi}`),
  of(`?npi=${vega.npi}&on=2026-02-01&knownOn=2026-01-09&place=IL`),
  of('?npi=1234567890'),
]
const others = [
  of(''),
  of('?'),
  of('?npi=12'),
  of(`?npi=${vega.npi}&npi=${vega.npi}`),
  of(`?npi=${vega.npi}&what=1`),
  of(`?npi=${vega.npi}&__proto__=1`),
  of(`?npi=${vega.npi}&on=2026-02-30`),
  of(`?npi=${vega.npi}&&on=2026-02-01`),
  of(`?npi=${vega.npi}&on`),
  of(`?npi=${vega.npi}&on=`),
  of(`?npi=%3${vega.npi}`),
  of(`?npi=${vega.npi}&name=Vega%2CRosa&role=ordering`),
  of(`?npi=${vega.npi}&name=De+La,Rosa&role=ordering`),
  of(`?npi=${vega.npi}#there`),
  of(`/?npi=${vega.npi}`),
  [...of(`?npi=${vega.npi}`), 'Authorization: Bearer nobody'],
  [...of(`?npi=${vega.npi}`), 'If-None-Match: "other"'],
  [...of(`?npi=${vega.npi}`), 'Content-Length: 0'],
  [`HEAD /api/v1/eligibility?npi=${vega.npi} HTTP/1.1`],
  [`POST /api/v1/eligibility?npi=${vega.npi} HTTP/1.1`, 'Content-Length: 0'],
]

test.each([...plain, ...others].map((lines) => [lines.join(' | '), lines] as const))('%s', async (_, lines) => {
  expect(await wire(short, lines)).toBe(await wire(ordinary, lines))
})

test('what is still held is not sent again, and every answer is counted once', async () => {
  const answer = await wire(short, plain[0]!)
  const tag = /^etag: (.*)$/m.exec(answer)![1]!
  expect(await wire(short, [...plain[0]!, `If-None-Match: ${tag}`])).toMatch(/^HTTP\/1\.1 304 /)
  const counted = async (app: FastifyInstance) => {
    const text = (await app.inject('/metrics')).body
    const found = text.matchAll(/requests_total\{method="GET",route="\/api\/v1\/eligibility",status="\d+"\} (\d+)/g)
    return [...found].reduce((sum, [, n]) => sum + Number(n), 0)
  }
  for (const app of [short, ordinary]) {
    const before = await counted(app)
    for (const lines of [...plain, others[2]!]) await wire(app, lines)
    expect(await counted(app)).toBe(before + plain.length + 1)
  }
})
