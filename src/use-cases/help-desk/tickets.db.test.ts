import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  countTickets,
  findTicket,
  listOwnTickets,
  listTicketEntries,
  listTickets,
  ticketSubject,
} from '#db/queries/staff/tickets.ts'
import { type Actor, anonymous, authorize, can } from '#domain/access/policy.ts'
import {
  at,
  caller,
  identity,
  mailbox,
  permit,
  person,
  type TestDatabase,
  testDatabase,
} from '#test/support/identity.ts'
import { permitOf, staffMember } from '#test/support/staff.ts'
import { askHelp, type HelpInput } from './ask-help.ts'
import { askOn, handleTicket, type TicketAct } from './handle-ticket.ts'

let t: TestDatabase
let hana: Actor
beforeAll(async () => {
  t = await testDatabase()
  hana = await staffMember(t.db, 'help-desk')
})
afterAll(() => t.close())

const input: HelpInput = {
  name: 'Wren',
  email: 'wren@billing.example',
  loginId: '',
  topic: 'sign-in',
  text: 'I am locked out, what now?',
  from: '/sign-in',
}
const codeOf = (r: { ok: boolean; problem?: { code: string } }) => (r.ok ? 'done' : r.problem?.code)
const ask = (more: Partial<HelpInput> = {}, by = anonymous, from = caller(), now = at(0)) =>
  askHelp(t.db, permitOf(by, 'help.ask', 'public'), identity, { ...input, ...more }, from, now)
const desk = () => permitOf(hana, 'account.find', 'help-desk')
const latest = async () => (await listTickets(t.db, desk(), 'open')).at(-1)!
const handle = (id: string, act: TicketAct, text = '', now = at(5)) =>
  handleTicket(t.db, permitOf(hana, 'ticket.handle', id), identity, { act, text }, caller(), now)

test('sent twice at once or again at once, it is one request with one mail', async () => {
  const email = 'twice@billing.example'
  const first = await Promise.all([ask({ email }), ask({ email })])
  const again = await ask({ email }, anonymous, caller(), at(3))
  expect(first[0]).toEqual(first[1])
  expect(again).toEqual(first[0])
  expect(await mailbox(t, email)).toHaveLength(1)
  const other = await ask({ email, text: 'And another thing.' }, anonymous, caller(), at(3))
  expect(other).not.toEqual(first[0])
  await t.pool.query('delete from help_ticket_entry where ticket_id in (select id from help_ticket where email = $1)', [
    email,
  ])
  await t.pool.query('delete from help_ticket where email = $1', [email])
})

test('from anybody: a number by mail, what the portal knew for staff, no word on whether the user ID exists', async () => {
  const p = await person(t.db)
  const known = await ask({ loginId: p.loginId, text: 'My SSN is 900-10-4321, I am locked out' })
  const unknown = await ask({ loginId: 'nobody.at.all', email: 'other@billing.example' }, anonymous, caller(), at(1))
  expect([known, unknown].map((r) => (r.ok ? Object.keys(r.value) : r))).toEqual([['number'], ['number']])
  const [first, second] = await listTickets(t.db, desk(), 'open')
  expect(first).toMatchObject({
    name: 'Wren',
    userId: undefined,
    context: { from: '/sign-in', loginId: p.loginId, account: 'active' },
  })
  expect(second?.context.account).toBe('none')
  expect((await mailbox(t, 'wren@billing.example')).at(-1)?.body).toContain(known.ok ? known.value.number : '')
  const [entry] = await listTicketEntries(t.db, permitOf(hana, 'ticket.handle', first!.id))
  expect(entry?.body).toContain('•••-••-4321')
})

test.each<[Partial<HelpInput>, string]>([
  [{ name: ' ' }, 'required'],
  [{ email: 'nothing' }, 'not-an-email'],
  [{ topic: 'weather' }, 'not-a-choice'],
  [{ text: '' }, 'required'],
  [{ text: 'x'.repeat(2001) }, 'too-long'],
])('%j is refused: %s', async (more, code) => {
  expect(codeOf(await ask(more))).toBe(code)
})

test('six an hour from one network or for one address', async () => {
  const from = caller()
  const tries = await Promise.all(
    Array.from({ length: 9 }, (_, i) => ask({ email: `a${i}@x.example` }, anonymous, from)),
  )
  expect(tries.filter((r) => r.ok).length).toBeLessThanOrEqual(6)
  expect(codeOf(await ask({ email: 'b@x.example' }, anonymous, from))).toBe('too-many-tries')
  expect(codeOf(await ask({ email: 'b@x.example' }, anonymous, from, at(61)))).toBe('done')
})

test('a page of another site is not believed, nor an application that is not theirs', async () => {
  await ask({ from: 'https://evil.example/applications/x' }, anonymous, caller(), at(90))
  expect((await latest()).context.from).toBeUndefined()
})

test('of somebody signed in: theirs, answered by mail and on their page; notes stay with staff', async () => {
  const p = await person(t.db)
  const me: Actor = { userId: p.userId, memberships: [] }
  await ask({ name: 'ignored', email: 'ignored@x.example' }, me, caller(), at(100))
  const ticket = await latest()
  expect(ticket).toMatchObject({ userId: p.userId, email: p.email, status: 'new' })
  expect(codeOf(await handle(ticket.id, 'take'))).toBe('done')
  expect((await countTickets(t.db, desk())).mine).toBe(1)
  expect(codeOf(await handle(ticket.id, 'answer'))).toBe('required')
  await handle(ticket.id, 'note', 'Called twice', at(106))
  await handle(ticket.id, 'answer', 'Wait 15 minutes, then try again.', at(107))
  expect((await mailbox(t, p.email)).at(-1)?.body).toContain('Wait 15 minutes')
  const mine = permit('ticket.view', me)
  expect((await listOwnTickets(t.db, mine)).map((x) => x.status)).toEqual(['answered'])
  const subject = (await ticketSubject(t.db, ticket.id))!
  const view = authorize(me, 'ticket.view', subject)
  if (!view.ok) throw new Error('their own')
  expect((await listTicketEntries(t.db, view.value)).map((e) => e.kind)).toEqual(['asked', 'answered'])
  expect(codeOf(await askOn(t.db, view.value, 'It is still locked', caller(), at(108)))).toBe('done')
  expect((await findTicket(t.db, view.value)).status).toBe('taken')
  await handle(ticket.id, 'close')
  expect(codeOf(await handle(ticket.id, 'answer', 'one more'))).toBe('already-so')
  expect(codeOf(await askOn(t.db, view.value, 'hello?', caller(), at(9)))).toBe('already-so')
  const other: Actor = { userId: (await person(t.db)).userId, memberships: [] }
  expect([can(other, 'ticket.view', subject), can(anonymous, 'ticket.view', subject)]).toEqual([false, false])
})

test('staff link a ticket to the account it is about', async () => {
  const p = await person(t.db)
  await ask({}, anonymous, caller(), at(200))
  const { id } = await latest()
  expect(codeOf(await handle(id, 'link', 'nobody.at.all'))).toBe('not-found')
  expect(codeOf(await handle(id, 'link', p.loginId.toUpperCase()))).toBe('done')
  expect(await ticketSubject(t.db, id)).toMatchObject({ ownerId: p.userId })
  const { rows } = await t.pool.query(`select action from staff_event where subject_id = $1 order by at, id`, [id])
  expect(rows.map((r) => r.action).sort()).toEqual(['ticket.ask', 'ticket.link'])
})
