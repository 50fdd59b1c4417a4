import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { afterEach, expect, test } from 'vitest'
import { postSafely } from './post-safely.ts'
import { signatureHeaders } from './sign.ts'

let server: Server | undefined
afterEach(async () => {
  server?.closeAllConnections()
  await new Promise((done) => (server ? server.close(done) : done(undefined)))
  server = undefined
})
type Handler = Parameters<typeof createServer>[1]
async function listen(handler: NonNullable<Handler>): Promise<string> {
  const made = createServer(handler)
  server = made
  await new Promise<void>((done) => made.listen(0, '127.0.0.1', done))
  return `http://127.0.0.1:${(made.address() as AddressInfo).port}/`
}
const loopback = { allowLoopback: true, timeoutMs: 400 }

test('the answer is its status; a redirect is not followed', async () => {
  let calls = 0
  const url = await listen((_, reply) => {
    calls++
    reply.writeHead(302, { location: '/again' }).end()
  })
  expect(await postSafely({ url, body: '{}', headers: {} }, loopback)).toEqual({ status: 302 })
  expect(calls).toBe(1)
})

test('a receiver that never answers, or never stops, does not hold us', async () => {
  const silent = await listen(() => {})
  expect(await postSafely({ url: silent, body: '{}', headers: {} }, loopback)).toEqual({ error: 'timeout' })
  const endless = await listen((_, reply) => {
    reply.writeHead(200)
    setInterval(() => reply.write('x'.repeat(100_000)), 1).unref()
  })
  expect(await postSafely({ url: endless, body: '{}', headers: {} }, loopback)).toEqual({ status: 200 })
})

test('a name that leads inside is refused when the connection is made, whatever it said before', async () => {
  let asked = 0
  const rules = {
    allowLoopback: true,
    resolve: ((_: string, __: unknown, tell: (f: null, a: { address: string; family: number }[]) => void) => {
      asked++
      tell(null, [
        { address: '8.8.8.8', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ])
    }) as never,
  }
  expect(await postSafely({ url: 'https://rebound.example.com/', body: '{}', headers: {} }, rules)).toEqual({
    error: 'not-public',
  })
  expect(asked).toBe(1)
})

test('every secret in force signs, as Standard Webhooks checks it', () => {
  const [old, next] = ['whsec_' + btoa('a'.repeat(32)), 'whsec_' + btoa('b'.repeat(32))]
  const body = '{"type":"x"}'
  const headers = signatureHeaders('evt_1', body, [next!, old!], new Date())
  for (const secret of [old!, next!]) expect(new Webhook(secret).verify(body, { ...headers })).toEqual({ type: 'x' })
  expect(() => new Webhook('whsec_' + btoa('c'.repeat(32))).verify(body, { ...headers })).toThrow()
  expect(() => new Webhook(old!).verify(`${body} `, { ...headers })).toThrow()
})
