/**
 * The same form sent twice, at the same instant and once more, as a second press without JavaScript sends it: one thing is
 * made, and every answer is the same, also where it shows a secret that no page shows again. Then what is too large, of the
 * wrong type or broken is answered with the menu of whoever is signed in; and a note typed too late comes back.
 */
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD, demoAccounts } from '#demo/accounts/accounts.ts'
import { everyPage } from '../../src/pages.ts'
import { type Matrix, openMatrix } from './steps/matrix.ts'
import { typedTooLate } from './steps/typed-too-late.ts'

let matrix: Matrix
let database: pg.Client
beforeAll(async () => {
  matrix = await openMatrix(cases.map((c) => c.at))
  database = new pg.Client({ connectionString: matrix.databaseUrl })
  await database.connect()
}, 120_000)
afterAll(async () => {
  await database?.end()
  await matrix?.portal.stop()
})

interface Made {
  readonly what: string
  readonly who: string
  /** Where the form stands, and where it goes when that is another page. */
  readonly at: string
  readonly to?: string
  readonly typed: Readonly<Record<string, string>>
  /** Of the table in which one row more must be. */
  readonly table: string
}

/** Stands for the id of the analyst. */
const ADA = 'analyst.ada'
const day = { 'dueOn-month': '12', 'dueOn-day': '31', 'dueOn-year': '2026' }
const cases: readonly Made[] = [
  {
    what: 'a program with its key',
    who: 'rosa.vega',
    at: '/people/:partyId/programs',
    typed: { name: 'Twice', scopes: 'events.read' },
    table: 'api_client',
  },
  {
    what: 'a webhook with its secret',
    who: 'rosa.vega',
    at: '/people/:partyId/webhooks',
    typed: { url: 'https://hooks.example/twice', types: 'enrollment.changed' },
    table: 'webhook',
  },
  {
    what: 'an invitation',
    who: 'rosa.vega',
    at: '/people/:partyId/invite',
    typed: { name: 'Twice Asked', email: 'twice@people.example', role: 'staff-end-user', functions: 'prepare' },
    table: 'invitation',
  },
  {
    what: 'the address of a calendar',
    who: 'rosa.vega',
    at: '/calendar/settings',
    to: '/calendar/feed',
    typed: {},
    table: 'calendar_setting where feed_hash is not null',
  },
  {
    what: 'a request for help',
    who: 'rosa.vega',
    at: '/help/contact',
    typed: { topic: 'other', text: 'I pressed the button twice.' },
    table: 'help_ticket',
  },
  {
    what: 'a saved view of the worklist',
    who: 'analyst.ada',
    at: '/desk',
    to: '/desk/views',
    typed: { name: 'Twice' },
    table: 'saved_view',
  },
  {
    what: 'a task of a case',
    who: 'analyst.ada',
    at: '/desk/cases/:applicationId/tasks',
    typed: { kind: 'other', what: 'Call the office about the second signature.', owner: ADA, ...day },
    table: 'case_task',
  },
  {
    what: 'a note of a case',
    who: 'analyst.ada',
    at: '/desk/cases/:applicationId/history',
    typed: { note: 'Said twice, written once.' },
    table: "application_event where event = 'note'",
  },
  {
    what: 'an invitation of staff',
    who: 'admin.june',
    at: '/admin/staff/invite',
    typed: {
      name: 'Twice Staff',
      loginId: 'twice.staff',
      email: 'twice@staff.example',
      role: 'help-desk',
      partyId: '',
      reason: 'A new colleague of the help desk.',
    },
    table: 'admin_proposal',
  },
]

test.each(cases)('$what', async ({ who, at, to, typed, table }) => {
  const cookie = matrix.cookies.get(who)!
  const page = matrix.things.fill(at)
  const target = to ?? page
  const html = await (await fetch(matrix.origin + page, { headers: { cookie } })).text()
  const body = new URLSearchParams({ ...hiddenOf(html, to ? target : page, Object.keys(typed)), ...typed })
  if (typed.owner === ADA) body.set('owner', await idOf(ADA))
  expect(body.get('once'), `${page} has no form with a token`).toMatch(/^[0-9a-f-]{36}$/)
  const send = async () => {
    const answer = await fetch(matrix.origin + target, {
      method: 'POST',
      body,
      redirect: 'manual',
      headers: { cookie },
    })
    return { status: answer.status, to: answer.headers.get('location'), said: textOf(await answer.text()) }
  }
  const before = await count(table)
  const [first, second] = await Promise.all([send(), send()])
  expect(first.status, first.said).toBeLessThan(400)
  expect(second).toEqual(first)
  expect(await send()).toEqual(first)
  expect(await count(table)).toBe(before + 1)
})

test('whoever goes back and means another one gets another one; a refusal is not kept', async () => {
  const cookie = matrix.cookies.get('rosa.vega')!
  const page = matrix.things.fill('/people/:partyId/programs')
  const html = await (await fetch(matrix.origin + page, { headers: { cookie } })).text()
  const form = hiddenOf(html, page, ['name'])
  const send = (typed: Record<string, string>) =>
    fetch(matrix.origin + page, {
      method: 'POST',
      body: new URLSearchParams({ ...form, ...typed }),
      redirect: 'manual',
      headers: { cookie },
    }).then((a) => a.status)
  const before = await count('api_client')
  expect(await send({ name: '', scopes: 'events.read' })).toBe(422)
  expect(await send({ name: '', scopes: 'events.read' })).toBe(422)
  expect(await send({ name: 'Before', scopes: 'events.read' })).toBe(200)
  expect(await send({ name: 'After', scopes: 'events.read' })).toBe(200)
  expect(await count('api_client')).toBe(before + 2)
})

test('every page that acts once also draws a form with a token or is posted to from one', () => {
  expect(everyPage.filter((p) => p.post?.once).length).toBeGreaterThan(30)
})

test.each([
  ['too large', { 'content-type': 'application/x-www-form-urlencoded' }, `name=${'x'.repeat(2_000_000)}`, 413],
  ['of a type that is no form', { 'content-type': 'application/xml' }, '<a/>', 415],
  ['broken', { 'content-type': 'application/json' }, '{', 400],
] as const)('what is %s is answered with the menu of whoever is signed in', async (_, headers, body, status) => {
  const cookie = matrix.cookies.get('rosa.vega')!
  const send = (extra: Record<string, string>) =>
    fetch(`${matrix.origin}/help/contact`, { method: 'POST', body, headers: { ...headers, ...extra } })
  const answer = await send({ cookie })
  expect(answer.status).toBe(status)
  const html = await answer.text()
  expect(html).toContain('href="/dashboard"')
  expect(html).toContain('Sign out')
  expect(await (await send({})).text()).toContain('href="/sign-in"')
})

// Last, because it moves the clock and with it ends the sessions of the tests above.
test('a note of a case, typed when the time was over, comes back into its form', { timeout: 60_000 }, async () => {
  const control = async (path: string, body: object) => {
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(matrix.origin + path, { method: 'POST', headers, body: JSON.stringify(body) })
    return (await answer.json()) as { now: string }
  }
  const now = async () => new Date((await control('/test/jobs/run', {})).now)
  const forward = async (minutes: number) => {
    const to = new Date((await now()).getTime() + minutes * 60_000)
    await control('/test/clock', { now: to.toISOString() })
    return to
  }
  await forward(1)
  const ada = { ...demoAccounts.find((a) => a.loginId === 'analyst.ada')!, password: DEMO_PASSWORD }
  const page = matrix.things.fill('/desk/cases/:applicationId/history')
  expect(await typedTooLate({ origin: matrix.origin, now, forward }, ada, async () => [page, 'note'])).toBe(303)
  expect(await count("application_event where event = 'note' and detail::text like '%Typed %slowly%'")).toBe(1)
})

/** The hidden fields of the form that goes there, of several the one with these boxes. */
function hiddenOf(html: string, to: string, names: readonly string[]): Record<string, string> {
  const forms = [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)]
  const found = forms.find(([, tag = '', inside = '']) => {
    const action = /action="([^"]*)"/.exec(tag)?.[1]
    return (
      (action ?? to) === to &&
      /method="post"/.test(tag) &&
      names.every((n) => inside.includes(`name="${n}"`) || n === 'partyId')
    )
  })
  if (!found) throw new Error(`no form to ${to}`)
  const hidden = [...found[2]!.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)]
  return Object.fromEntries(hidden.map(([, name, value]) => [name!, value!]))
}
const textOf = (html: string) =>
  (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
const idOf = async (loginId: string): Promise<string> =>
  (await database.query<{ id: string }>('select id from app_user where login_id = $1', [loginId])).rows[0]!.id
const count = async (from: string): Promise<number> =>
  (await database.query<{ n: number }>(`select count(*)::int as n from ${from}`)).rows[0]!.n
