/** A mail provider reports a bounce and a delivery: signed, strict, once each; the proof of the notice changes. */
import { randomUUID } from 'node:crypto'
import Fastify, { type FastifyInstance } from 'fastify'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { open } from '#db/kit/open.ts'
import { listNotices } from '#db/queries/time/due-notices.ts'
import { queueMessage } from '#db/records/messages.ts'
import { insertNotice, newNoticeId } from '#db/records/time/due-notices.ts'
import { authorize, systemActor } from '#domain/access/policy.ts'
import { day } from '#domain/dates.ts'
import { base64Of } from '#outside/webhooks/verify.ts'
import { noon, providerWorld, services, type World } from '#test/support/provider.ts'
import { MAIL_REPORTS, mailReports } from './mail-reports.ts'

const secret = 'a secret that both of them know, and nobody else'
const enrollmentId = 'I20200115000009'
let t: World
let app: FastifyInstance

beforeAll(async () => {
  t = await providerWorld()
  app = Fastify()
  mailReports(t.db, { ...services, mailReportSecret: secret })(app)
  await open(t.db)
    .insertInto('enrollment')
    .values({
      id: enrollmentId,
      enrollee_id: t.enrolleeId,
      form: 'CMS-855I',
      specialty: '14-08',
      state: 'IL',
      contractor_id: 'mid',
      ptan: 'IL77',
      status: 'approved',
      created_at: noon,
    })
    .execute()
})
afterAll(async () => {
  await app?.close()
  await t?.close()
})

/** A notice that a mail server took; returns the id of its message. */
async function notified(stage: 'first' | 'second', email: string): Promise<string> {
  const messageKey = `revalidation|${stage}|${email}`
  const notice = {
    id: newNoticeId(),
    enrollmentId,
    dueOn: day('2027-03-31'),
    stage,
    userId: t.vega.userId,
    email,
    messageKey,
  }
  await insertNotice(t.db, notice, noon)
  const mail = { channel: 'email', recipient: email, template: 'revalidation-notice', subject: 'x', body: 'x' } as const
  await queueMessage(t.db, { ...mail, dedupeKey: messageKey }, noon)
  const row = await open(t.db)
    .updateTable('message')
    .set({ sent_at: noon })
    .where('dedupe_key', '=', messageKey)
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}
async function report(body: object | string, o: { id?: string; key?: string; at?: Date } = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const [id, at] = [o.id ?? `evt_${randomUUID()}`, o.at ?? new Date()]
  const answer = await app.inject({
    method: 'POST',
    url: MAIL_REPORTS,
    payload: text,
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(base64Of(o.key ?? secret)).sign(id, at, text),
    },
  })
  return { status: answer.statusCode, body: answer.json() }
}
async function proofs() {
  const permit = authorize(systemActor, 'system.run', { id: 'jobs' })
  if (!permit.ok) throw new Error('the system runs')
  return (await listNotices(t.db, permit.value, [enrollmentId])).map((n) => [n.stage, n.email, n.proof, n.bounceReason])
}
const event = (type: string, more: object = {}) => ({
  type,
  email: 'Old@practice.example',
  at: '2026-11-24T19:00:00Z',
  ...more,
})

test('a bounce by the id of the mail, once however often it is reported', async () => {
  const message = await notified('first', 'old@practice.example')
  const body = event('bounced', { messageId: `<${message}@openpecos.example>`, reason: '5.1.1 user unknown' })
  expect(await report(body, { id: 'evt_1' })).toEqual({ status: 200, body: { notices: 1, again: false } })
  expect(await report(body, { id: 'evt_1' })).toEqual({ status: 200, body: { notices: 0, again: true } })
  expect(await proofs()).toEqual([['first', 'old@practice.example', 'bounced', '5.1.1 user unknown']])
})

test('a delivery proves only the mail that it names', async () => {
  const message = await notified('second', 'rosa@vega.example')
  const delivered = (more: object) => event('delivered', { email: 'rosa@vega.example', ...more })
  expect((await report(delivered({}))).body).toEqual({ notices: 0, again: false })
  expect((await report(delivered({ messageId: message }))).body).toEqual({ notices: 1, again: false })
  expect((await proofs()).map(([, , proof]) => proof)).toEqual(['bounced', 'delivered'])
})

test('another secret, an old message, another shape, no text at all: nothing is noted', async () => {
  const count = async () => (await open(t.db).selectFrom('mail_report').select('id').execute()).length
  const before = await count()
  expect((await report(event('bounced'), { key: 'another secret that is long enough to be one' })).status).toBe(401)
  expect((await report(event('bounced'), { at: new Date(Date.now() - 600_000) })).status).toBe(401)
  expect((await app.inject({ method: 'POST', url: MAIL_REPORTS, payload: event('bounced') })).statusCode).toBe(401)
  for (const wrong of [
    event('delayed'),
    event('bounced', { extra: 1 }),
    { type: 'bounced' },
    event('bounced', { at: 'today' }),
  ])
    expect((await report(wrong)).status).toBe(400)
  // What is no JSON was signed by nobody who keeps to Standard Webhooks.
  expect((await report('not json')).status).toBe(401)
  expect(await count()).toBe(before)
})

test('without a secret the address is not there', async () => {
  const bare = Fastify()
  mailReports(t.db, services)(bare)
  expect((await bare.inject({ method: 'POST', url: MAIL_REPORTS, payload: {} })).statusCode).toBe(404)
  await bare.close()
})
