/** Reminders with a moved clock: who is written to, on which day in the contractor's zone, and never twice. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { open } from '#db/kit/open.ts'
import { reserve } from '#db/records/access/counters.ts'
import { insertFlow } from '#db/records/access/flows.ts'
import { limits } from '#domain/access/limits.ts'
import { authorize, systemActor } from '#domain/access/policy.ts'
import type { ApplicationStatus } from '#domain/application/lifecycle.ts'
import { day } from '#domain/dates.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { en } from '#words/index.ts'
import { sweepAccess } from '../account/sign-in/sweep-access.ts'
import { expireDrafts } from '../application/expire-drafts.ts'
import { remindDevelopment } from '../development/remind-development.ts'
import { remindDrafts } from './remind-drafts.ts'

let t: TestDatabase
const enrolleeId = randomUUID()
const [owner, silent, analyst] = [randomUUID(), randomUUID(), randomUUID()]
const writer = { origin: 'https://portal.example', words: en }
const granted = authorize(systemActor, 'system.run', { id: 'test' })
if (!granted.ok) throw new Error('the system may run')
const permit = granted.value

/** Noon in Chicago. */
const noon = (d: string) => new Date(`${d}T18:00:00Z`)

beforeAll(async () => {
  t = await testDatabase()
  const k = open(t.db)
  const contractor = { id: 'lakes', name: 'Lakes MAC', time_zone: 'America/Chicago' }
  await k
    .insertInto('contractor')
    .values({ ...contractor, phone: '3125550142', email: 'desk@lakes.example', address: 'x' })
    .execute()
  await k
    .insertInto('enrollee')
    .values({
      id: enrolleeId,
      kind: 'individual',
      npi: '2000001117',
      display_name: 'Rosa Vega',
      tax_id_index: null,
      restricted: null,
      practice: '{}',
      created_at: noon('2026-01-01'),
    })
    .execute()
  const people = [
    [owner, 'rosa', 'individual-provider', enrolleeId, true],
    [silent, 'quiet', 'staff-end-user', enrolleeId, false],
    [analyst, 'ada', 'mac-analyst', 'lakes', true],
  ] as const
  for (const [id, login_id, role, party_id, notify] of people) {
    const at = noon('2026-01-01')
    await k
      .insertInto('app_user')
      .values({ id, login_id, status: 'active', display_name: login_id, created_at: at })
      .execute()
    const contact = { kind: 'email', value: `${login_id}@example.org`, verified_at: at, use_for_mfa: true } as const
    await k
      .insertInto('contact')
      .values({ ...contact, id: randomUUID(), user_id: id, notify })
      .execute()
    const membership = { status: 'active', valid_from: at, valid_to: null } as const
    await k
      .insertInto('membership')
      .values({ ...membership, id: randomUUID(), user_id: id, role, party_id })
      .execute()
  }
})
afterAll(() => t.close())
beforeEach(async () => {
  const k = open(t.db)
  for (const table of ['message', 'development_request', 'application_event', 'application'] as const)
    await k.deleteFrom(table).execute()
})

async function application(status: ApplicationStatus, touchedAt: Date, assignedTo: string | null = null) {
  const id = randomUUID()
  await open(t.db)
    .insertInto('application')
    .values({
      id,
      form: 'CMS-855I',
      edition: '05/23',
      reason: 'initial',
      enrollee_id: enrolleeId,
      enrollment_id: null,
      basis_ordinal: null,
      state: 'IL',
      contractor_id: 'lakes',
      status,
      status_since: touchedAt,
      due_on: null,
      tracking_number: status === 'draft' ? null : 'ABCD-EFGH-JKMN-PQRS',
      received_on: null,
      assigned_to: assignedTo,
      signer_id: owner,
      prefilled: '[]',
      chosen_tasks: '[]',
      created_by: owner,
      created_at: touchedAt,
      updated_at: touchedAt,
    })
    .execute()
  return id
}

const request = (applicationId: string, sentOn: string, dueOn: string, answeredAt: Date | null = null) =>
  open(t.db)
    .insertInto('development_request')
    .values({
      id: randomUUID(),
      application_id: applicationId,
      ordinal: 1,
      sent_on: day(sentOn),
      due_on: day(dueOn),
      sent_by: analyst,
      answered_at: answeredAt,
    })
    .execute()

const mails = () => open(t.db).selectFrom('message').selectAll().orderBy('queued_at').orderBy('recipient').execute()
const subjects = async () => (await mails()).map((m) => `${m.recipient}: ${m.subject}`)
const deliverAll = (at: Date) => open(t.db).updateTable('message').set({ sent_at: at }).execute()

describe('a development request due on June 30', () => {
  const remind = (at: Date) => remindDevelopment(t.db, permit, writer, at)
  beforeEach(async () =>
    request(await application('in-development', noon('2026-05-31'), analyst), '2026-05-31', '2026-06-30'),
  )

  test('reminds 21, 7 and 2 days before, once each, however often the job runs', async () => {
    for (let d = 1; d <= 30; d++) {
      const date = `2026-06-${String(d).padStart(2, '0')}`
      await remind(noon(date))
      await remind(new Date(noon(date).getTime() + 3_600_000))
    }
    const sent = await mails()
    expect(sent.map((m) => m.queued_at.toISOString().slice(0, 10))).toEqual(['2026-06-09', '2026-06-23', '2026-06-28'])
    expect(new Set(sent.map((m) => m.recipient))).toEqual(new Set(['rosa@example.org']))
    expect(sent[0]!.subject).toBe('Answer by June 30, 2026: application ABCD-EFGH-JKMN-PQRS')
    expect(sent[0]!.body).toContain('21 days left')
    expect(sent[0]!.body).not.toMatch(/Vega|2000001117/)
  })

  test('two workers at once send it once', async () => {
    await Promise.all([1, 2, 3].map(() => remind(noon('2026-06-09'))))
    expect(await mails()).toHaveLength(1)
  })

  test('counts days in Chicago: at 23:00 of June 8 there it is not yet 21 days before', async () => {
    await remind(new Date('2026-06-09T04:00:00Z'))
    expect(await mails()).toHaveLength(0)
    await remind(new Date('2026-06-09T06:00:00Z'))
    expect(await mails()).toHaveLength(1)
  })

  test('after a leap of the clock only the latest reminder goes out', async () => {
    await remind(noon('2026-06-29'))
    expect(await subjects()).toEqual(['rosa@example.org: Answer by June 30, 2026: application ABCD-EFGH-JKMN-PQRS'])
    expect((await mails())[0]!.body).toContain('1 day left')
  })

  test('tells the holder once when it is overdue, and the provider no more', async () => {
    await remind(noon('2026-07-01'))
    await remind(noon('2026-07-09'))
    expect(await subjects()).toEqual(['ada@example.org: No answer to your request: application ABCD-EFGH-JKMN-PQRS'])
  })

  test('tells the contractor when nobody holds the case', async () => {
    await open(t.db).updateTable('application').set({ assigned_to: null }).execute()
    await remind(noon('2026-07-01'))
    expect((await mails()).map((m) => m.recipient)).toEqual(['desk@lakes.example'])
  })

  test('is silent once it is answered or the application is withdrawn', async () => {
    await open(t.db)
      .updateTable('development_request')
      .set({ answered_at: noon('2026-06-02') })
      .execute()
    await remind(noon('2026-06-28'))
    await open(t.db).updateTable('development_request').set({ answered_at: null }).execute()
    await open(t.db).updateTable('application').set({ status: 'withdrawn' }).execute()
    await remind(noon('2026-06-28'))
    await remind(noon('2026-07-05'))
    expect(await mails()).toHaveLength(0)
  })
})

describe('a draft last touched on January 10, so kept through May 10', () => {
  let id: string
  const touched = noon('2026-01-10')
  const remind = (at: Date) => remindDrafts(t.db, permit, writer, at)
  const expire = (at: Date) => expireDrafts(t.db, permit, writer, at)
  const status = async () =>
    (await open(t.db).selectFrom('application').select('status').where('id', '=', id).executeTakeFirstOrThrow()).status
  beforeEach(async () => {
    id = await application('draft', touched)
  })

  test('warns 30, 7 and 1 days before, and is withdrawn by the system after the last day', async () => {
    for (let at = noon('2026-04-01'); at <= noon('2026-05-11'); at = new Date(at.getTime() + 86_400_000)) {
      await remind(at)
      await remind(at)
      await deliverAll(at)
      expect(await status()).toBe('draft')
      if (at < noon('2026-05-11')) expect(await expire(at)).toBe(0)
    }
    expect((await mails()).map((m) => m.queued_at.toISOString().slice(0, 10))).toEqual([
      '2026-04-10',
      '2026-05-03',
      '2026-05-09',
    ])
    await open(t.db)
      .updateTable('message')
      .set({ sent_at: noon('2026-05-09') })
      .execute()
    expect(await expire(noon('2026-05-11'))).toBe(1)
    expect(await expire(noon('2026-05-11'))).toBe(0)
    expect(await status()).toBe('withdrawn')
    const events = await open(t.db).selectFrom('application_event').selectAll().execute()
    expect(events.map((e) => [e.event, e.actor_id, e.detail])).toEqual([['withdraw', 'system', { reason: 'expired' }]])
    expect((await subjects()).at(-1)).toBe('rosa@example.org: Your enrollment application for Illinois was withdrawn')
  })

  test('after a leap of the clock a warning is sent first, and a whole day passes', async () => {
    await remind(noon('2026-08-01'))
    expect((await mails())[0]!.body).toContain('until the end of August 2, 2026')
    expect(await expire(noon('2026-08-01'))).toBe(0)
    expect(await expire(noon('2026-08-03'))).toBe(0) // not delivered yet
    await deliverAll(noon('2026-08-01'))
    expect(await expire(noon('2026-08-02'))).toBe(0)
    expect(await expire(noon('2026-08-03'))).toBe(1)
  })

  test('is kept while every warning failed', async () => {
    await remind(noon('2026-05-09'))
    await open(t.db)
      .updateTable('message')
      .set({ failed_at: noon('2026-05-10') })
      .execute()
    expect(await expire(noon('2026-06-01'))).toBe(0)
  })

  test('is kept when it is touched, and the warnings begin anew', async () => {
    await remind(noon('2026-04-10'))
    await open(t.db)
      .updateTable('application')
      .set({ updated_at: noon('2026-04-11') })
      .execute()
    await remind(noon('2026-05-09'))
    expect(await mails()).toHaveLength(1)
    await remind(noon('2026-07-11'))
    expect(await mails()).toHaveLength(2)
  })

  test('what is submitted never expires', async () => {
    await open(t.db).updateTable('application').set({ status: 'submitted' }).execute()
    await remind(noon('2026-09-01'))
    expect([await expire(noon('2026-09-01')), (await mails()).length]).toEqual([0, 0])
  })
})

test('what is over is swept, what is open stays', async () => {
  const now = noon('2026-05-01')
  const longAgo = noon('2026-03-01')
  const content = { loginId: 'x' } as never
  await insertFlow(t.db, { token: 'old', kind: 'sign-in', content }, longAgo)
  await insertFlow(t.db, { token: 'new', kind: 'sign-in', content }, now)
  await reserve(t.db, limits.password, 'old', longAgo)
  await reserve(t.db, limits.password, 'new', now)
  await sweepAccess(t.db, permit, now)
  const count = async (table: 'flow' | 'counter') => (await open(t.db).selectFrom(table).selectAll().execute()).length
  expect([await count('flow'), await count('counter')]).toEqual([1, 1])
})
