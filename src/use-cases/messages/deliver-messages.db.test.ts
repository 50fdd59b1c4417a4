import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { queueMessage } from '#db/records/messages.ts'
import { movableClock } from '#outside/clock.ts'
import { type Carrier, smtpCarrier, Undeliverable } from '#outside/mail/carrier.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { deliverMessages } from './deliver-messages.ts'

let t: TestDatabase
const received: { to: string; subject: string; text: string; id: string }[] = []
let accepting = true
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, _, done) {
    simpleParser(stream).then((m) => {
      if (!accepting) return done(new Error('mailbox is full'))
      received.push({
        to: String(m.to && 'text' in m.to ? m.to.text : ''),
        subject: m.subject ?? '',
        text: m.text ?? '',
        id: m.messageId ?? '',
      })
      done()
    }, done)
  },
})
let carrier: ReturnType<typeof smtpCarrier>

beforeAll(async () => {
  t = await testDatabase()
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.server.address()
  carrier = smtpCarrier(
    `smtp://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    'no-reply@portal.example',
  )
})
afterAll(async () => {
  await new Promise<void>((closed) => server.close(() => closed()))
  await t.close()
})

const mail = (dedupeKey: string, subject = 'Received') => ({
  channel: 'email' as const,
  recipient: 'rosa@vega.example',
  template: 'submitted',
  subject,
  body: 'We have your application.',
  dedupeKey,
})

test('a queued message reaches the mail server once, whoever delivers', async () => {
  const clock = movableClock()
  await queueMessage(t.db, mail('once'), clock.now())
  await queueMessage(t.db, mail('once'), clock.now())
  const sent = await Promise.all([1, 2, 3].map(() => deliverMessages(t.db, carrier, clock, false)))
  expect(sent.reduce((a, b) => a + b)).toBe(1)
  expect(received.map((m) => [m.to, m.subject, m.text.trim()])).toEqual([
    ['rosa@vega.example', 'Received', 'We have your application.'],
  ])
})

test('a line break in the subject does not add a header', async () => {
  const clock = movableClock()
  received.length = 0
  await queueMessage(t.db, mail('header', 'Hello\r\nBcc: thief@example.com'), clock.now())
  await deliverMessages(t.db, carrier, clock, false)
  expect(received.map((m) => m.to)).toEqual(['rosa@vega.example'])
})

test('while the server refuses, the message waits and is sent later under the same id', async () => {
  const clock = movableClock()
  received.length = 0
  accepting = false
  await queueMessage(t.db, mail('later'), clock.now())
  expect(await deliverMessages(t.db, carrier, clock, false)).toBe(0)
  accepting = true
  expect(await deliverMessages(t.db, carrier, clock, false)).toBe(0)
  clock.moveTo(new Date(Date.now() + 61_000))
  expect(await deliverMessages(t.db, carrier, clock, false)).toBe(1)
  expect(received).toHaveLength(1)
})

test('after it was sent, the database no longer holds its words', async () => {
  const clock = movableClock()
  await queueMessage(t.db, mail('secret', '123456 is your code'), clock.now())
  await deliverMessages(t.db, carrier, clock, false)
  const { rows } = await t.pool.query(
    "select count(*)::int as n from message where subject like '%123456%' or body like '%application%'",
  )
  expect(rows).toEqual([{ n: 0 }])
})

test('a message that can never be delivered is not tried again', async () => {
  const clock = movableClock()
  let tries = 0
  const refusing: Carrier = {
    async carry() {
      tries++
      throw new Undeliverable('no such number')
    },
  }
  await queueMessage(t.db, { ...mail('never'), channel: 'voice', recipient: '3125550100' }, clock.now())
  await deliverMessages(t.db, refusing, clock, false)
  clock.moveTo(new Date(Date.now() + 3_600_000))
  await deliverMessages(t.db, refusing, clock, false)
  expect(tries).toBe(1)
})
