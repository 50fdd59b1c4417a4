/** The adapter in front of a real HTTP server that answers as the provider does. */
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Undeliverable } from './carrier.ts'
import { smsCarrier, spoken, voiceCarrier } from './phone-provider.ts'

let server: Server
let next: 'hang' | { readonly status: number; readonly body: object; readonly location?: string } = {
  status: 201,
  body: {},
}
const got: { url: string; headers: IncomingHttpHeaders; form: URLSearchParams }[] = []
beforeAll(async () => {
  server = createServer(async (request, response) => {
    let text = ''
    for await (const part of request) text += part
    got.push({ url: request.url ?? '', headers: request.headers, form: new URLSearchParams(text) })
    if (next === 'hang') return
    response.writeHead(next.status, {
      'content-type': 'application/json',
      ...(next.location && { location: next.location }),
    })
    response.end(JSON.stringify(next.body))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
})
afterAll(() => server.closeAllConnections())
beforeEach(() => {
  got.length = 0
  next = { status: 201, body: { sid: 'SM1', status: 'queued' } }
})

const provider = (kind: string) => ({
  url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/2010-04-01/Accounts/AC1/${kind}.json`,
  account: 'AC1',
  token: 'secret',
  from: '+18005550100',
})
const message = {
  id: 'm-1',
  channel: 'sms',
  recipient: '3125550142',
  subject: '',
  body: 'Your code is 123456. <&',
} as const

describe('a provider of the Twilio shape', () => {
  test('gets a text message with number, words, account and a key that stays the same over retries', async () => {
    await smsCarrier(provider('Messages')).carry(message)
    expect(got[0]!.url).toBe('/2010-04-01/Accounts/AC1/Messages.json')
    expect(Object.fromEntries(got[0]!.form)).toEqual({
      To: '+13125550142',
      From: '+18005550100',
      Body: 'Your code is 123456. <&',
    })
    expect(got[0]!.headers.authorization).toBe(`Basic ${Buffer.from('AC1:secret').toString('base64')}`)
    expect(got[0]!.headers['idempotency-key']).toBe('m-1')
  })

  test('gets a call that says the words and obeys nothing in them', async () => {
    await voiceCarrier(provider('Calls')).carry({ ...message, channel: 'voice', body: '1, 2 </Say><Hangup/>' })
    expect(got[0]!.url).toBe('/2010-04-01/Accounts/AC1/Calls.json')
    expect(got[0]!.form.get('Twiml')).toBe(spoken('1, 2 </Say><Hangup/>'))
    expect(got[0]!.form.get('Twiml')).toContain('<Say language="en-US">1, 2 &lt;/Say&gt;&lt;Hangup/&gt;</Say>')
    expect(got[0]!.form.has('Body')).toBe(false)
  })

  test.each([
    [400, { code: 21211, message: 'Invalid To' }, true],
    [404, {}, true],
    [401, { code: 20003 }, false],
    [429, { code: 20429 }, false],
    [500, {}, false],
    [503, {}, false],
  ])(
    'that answers %i is a fault that names status and number; only a wrong number is for good',
    async (status, body, forGood) => {
      next = { status, body }
      for (const carrier of [smsCarrier(provider('Messages')), voiceCarrier(provider('Calls'))]) {
        const fault = await carrier.carry(message).then(
          () => undefined,
          (f: unknown) => f as Error,
        )
        expect(fault?.message).toContain(String(status))
        expect(fault?.message).toContain('code' in body ? `(${body.code})` : 'answered')
        expect(fault?.message).not.toContain('123456')
        expect(fault instanceof Undeliverable).toBe(forGood)
      }
    },
  )

  test('that does not answer is given up on, and tried again later', async () => {
    next = 'hang'
    const began = performance.now()
    const fault = await voiceCarrier(provider('Calls'), 150)
      .carry(message)
      .then(
        () => undefined,
        (f: unknown) => f as Error,
      )
    expect(fault?.name).toBe('TimeoutError')
    expect(fault instanceof Undeliverable).toBe(false)
    expect(performance.now() - began).toBeLessThan(2000)
  })

  test('cannot send us, and the account, elsewhere', async () => {
    next = { status: 302, body: {}, location: 'http://127.0.0.1:1/' }
    await expect(smsCarrier(provider('Messages')).carry(message)).rejects.toThrow()
    expect(got).toHaveLength(1)
  })
})
