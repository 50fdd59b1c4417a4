import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair } from 'jose'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { publishedKeys } from './published-keys.ts'

let server: Server | undefined
afterEach(async () => {
  server?.closeAllConnections()
  await new Promise((done) => (server ? server.close(done) : done(undefined)))
  server = undefined
})
type Handler = NonNullable<Parameters<typeof createServer>[1]>
async function listen(handler: Handler): Promise<string> {
  const made = createServer(handler)
  server = made
  await new Promise<void>((done) => made.listen(0, '127.0.0.1', done))
  return `http://127.0.0.1:${(made.address() as AddressInfo).port}/jwks.json`
}
const rules = { allowLoopback: true, timeoutMs: 300 }
const at = (seconds: number) => new Date(Date.UTC(2026, 4, 1, 12) + seconds * 1000)
let keys: Record<'one' | 'two', object>
let withPrivatePart: object
beforeAll(async () => {
  const make = async (kid: string) => ({
    ...(await exportJWK((await generateKeyPair('ES384', { extractable: true })).publicKey)),
    kid,
  })
  keys = { one: await make('one'), two: await make('two') }
  withPrivatePart = await exportJWK((await generateKeyPair('ES384', { extractable: true })).privateKey)
})
const kidsOf = (a: object) => ('keys' in a ? (a.keys as { kid: string }[]).map((k) => k.kid) : a)

test('keys are kept for ten minutes; a key that is not among them is asked for, at most twice a minute', async () => {
  let asked = 0
  let set: object[] = [keys.one]
  const url = await listen((_, reply) => {
    asked++
    reply.writeHead(200).end(JSON.stringify({ keys: set }))
  })
  const source = publishedKeys(rules)
  expect(kidsOf(await source.at(url, 'one', at(0)))).toEqual(['one'])
  expect(kidsOf(await source.at(url, 'one', at(599)))).toEqual(['one'])
  expect(asked).toBe(1)
  set = [keys.one, keys.two]
  expect(kidsOf(await source.at(url, 'two', at(599)))).toEqual(['one', 'two'])
  expect(asked).toBe(2)
  // Made-up names make nobody knock again and again.
  for (let i = 0; i < 20; i++) await source.at(url, `made up ${i}`, at(600 + i))
  expect(asked).toBe(2)
  await source.at(url, 'made up', at(630))
  expect(asked).toBe(3)
  // A key that is no longer published ends with what was kept.
  set = [keys.two]
  expect(kidsOf(await source.at(url, 'one', at(630 + 600)))).toEqual(['two'])
})

test('many who ask at once make one request', async () => {
  let asked = 0
  const url = await listen((_, reply) => {
    asked++
    setTimeout(() => reply.writeHead(200).end(JSON.stringify({ keys: [keys.one] })), 30)
  })
  const source = publishedKeys(rules)
  const all = await Promise.all(Array.from({ length: 20 }, () => source.at(url, 'one', at(0))))
  expect(new Set(all.map((a) => JSON.stringify(kidsOf(a))))).toEqual(new Set(['["one"]']))
  expect(asked).toBe(1)
})

test.each<[string, Handler, string]>([
  ['that answers something else', (_, reply) => reply.writeHead(404).end(), 'status'],
  ['that leads on', (_, reply) => reply.writeHead(302, { location: '/elsewhere' }).end(), 'status'],
  ['that never answers', () => {}, 'timeout'],
  ['that says too much', (_, reply) => reply.writeHead(200).end('x'.repeat(70_000)), 'too-large'],
  ['that says no JSON', (_, reply) => reply.writeHead(200).end('<html>'), 'no-keys'],
  ['with an empty set', (_, reply) => reply.writeHead(200).end('{"keys":[]}'), 'no-keys'],
  ['that publishes a private key', (_, reply) => reply.end(JSON.stringify({ keys: [withPrivatePart] })), 'no-keys'],
  [
    'with a shared secret',
    (_, reply) => reply.end(JSON.stringify({ keys: [{ kty: 'oct', k: 'AAAA', kid: 'one' }] })),
    'no-keys',
  ],
  ['that hangs up', (_, reply) => reply.destroy(), 'connection'],
])('an address %s is unavailable', async (_, handler, reason) => {
  const url = await listen(handler)
  expect(await publishedKeys(rules).at(url, 'one', at(0))).toEqual({ unavailable: reason })
})

test('keys of other kinds beside a good one do not spoil it', async () => {
  const url = await listen((_, reply) =>
    reply.end(JSON.stringify({ keys: [{ kty: 'oct', k: 'AAAA' }, withPrivatePart, keys.two, null] })),
  )
  expect(kidsOf(await publishedKeys(rules).at(url, undefined, at(0)))).toEqual(['two'])
})

test('nothing inside this network is asked, whatever its name says', async () => {
  let asked = 0
  const url = await listen((_, reply) => {
    asked++
    reply.end(JSON.stringify({ keys: [keys.one] }))
  })
  const strict = { ...rules, allowLoopback: false }
  for (const inside of [url, url.replace('127.0.0.1', 'localhost'), 'https://10.0.0.1/', 'https://169.254.169.254/'])
    expect(await publishedKeys(strict).at(inside, 'one', at(0))).toEqual({ unavailable: 'address' })
  const rebound = ((_: string, __: unknown, tell: (f: null, a: { address: string; family: number }[]) => void) =>
    tell(null, [{ address: '127.0.0.1', family: 4 }])) as never
  const named = 'https://keys.example.com/jwks.json'
  expect(await publishedKeys({ ...strict, resolve: rebound }).at(named, 'one', at(0))).toEqual({
    unavailable: 'address',
  })
  expect(asked).toBe(0)
})
