/**
 * Every page against every role, near and far: the things of Rosa Vega and of the Lakes contractor, asked for by
 * themselves, by people who act for her, by strangers and by another contractor. The committed table is the judge;
 * a page without a row fails, and whoever may not see gets the page that is shown where nothing is.
 */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { clientRouteList } from '#api/clients/index.ts'
import { DEMO_PASSWORD, demoAccounts } from '#demo/accounts/accounts.ts'
import { demoDelegates } from '#demo/accounts/delegates.ts'
import { demoPrograms } from '#demo/accounts/programs.ts'
import { isPublic } from '#web/kit/page.ts'
import { readConfig } from '../../src/config.ts'
import { type Portal, startPortal } from '../../src/main.ts'
import { everyPage } from '../../src/pages.ts'
import { freePort } from './free-port.ts'
import { signInOverHttp } from './steps/http-sign-in.ts'
import { type Things, thingsOf } from './steps/things-of-rosa.ts'

/** Column titles, and whose session asks. */
const askers: readonly (readonly [title: string, loginId: string | undefined])[] = [
  ['nobody', undefined],
  ['the provider', 'rosa.vega'],
  ['her surrogate, to prepare', 'tom.rayburn'],
  ['her surrogate, for letters', 'uma.lindholm'],
  ['another provider', 'chidi.okafor'],
  ["another's official", 'ida.brandt'],
  ["another's staff", 'nell.foxworth'],
  ["the contractor's analyst", 'analyst.ada'],
  ["the contractor's supervisor", 'super.carla'],
  ["another contractor's analyst", 'analyst.dev'],
  ["another contractor's supervisor", 'super.finn'],
  ['auditor', 'auditor.gia'],
  ['help desk', 'help.hana'],
  ['administrator', 'admin.june'],
]

let portal: Portal
let origin = ''
let things: Things
const cookies = new Map<string, string>()

beforeAll(async () => {
  const port = await freePort()
  const name = `matrix_${port}_${Date.now()}`
  const admin = new pg.Client({ connectionString: inject('pgUrl') })
  await admin.connect()
  await admin.query(`create database ${name}`)
  await admin.end()
  const url = new URL(inject('pgUrl'))
  url.pathname = `/${name}`
  const dataDir = mkdtempSync(join(tmpdir(), 'matrix-'))
  const config = readConfig({ PORT: String(port), DATABASE_URL: url.toString(), DATA_DIR: dataDir })
  portal = await startPortal(config)
  origin = config.site.origin
  things = await thingsOf(url.toString())
  const accounts = [...demoAccounts, ...demoDelegates]
  for (const [, loginId] of askers) {
    const account = accounts.find((a) => a.loginId === loginId)
    if (account) cookies.set(account.loginId, await signInOverHttp(origin, { ...account, password: DEMO_PASSWORD }))
  }
})
afterAll(() => portal?.stop())

const ask = async (path: string, loginId: string | undefined) => {
  const cookie = loginId && cookies.get(loginId)
  const answer = await fetch(origin + path, { redirect: 'manual', headers: cookie ? { cookie } : {} })
  return { status: answer.status, to: answer.headers.get('location') ?? '', text: await answer.text() }
}
/** The answer without what differs for every request. */
const sameWords = (text: string) =>
  text.replace(/(?<=value=")[^"]*"/g, '').replace(/(?<=(?:href|action|data-\w+)=")[^"]*"/g, '')

/** What an asker gets: "in", "absent" (as if nothing were there), "sign in", or "proof" (may, after a fresh proof). */
async function outcome(path: string, loginId: string | undefined): Promise<string> {
  const got = await ask(path, loginId)
  if (got.status >= 500) throw new Error(`${path} answered ${got.status} to ${loginId ?? 'nobody'}`)
  if (got.to.startsWith('/sign-in?')) return 'sign in'
  if (got.to.startsWith('/confirm-identity')) return 'proof'
  return got.status === 404 ? '' : 'in'
}

/** Pages about things that the demonstration has none of, or that answer only within a flow: nobody sees them here. */
const nobodyHere: readonly string[] = [
  '/account/remove-method',
  '/account/rename-method',
  '/appeals/:appealId/papers/:paperId',
  '/applications/:applicationId/documents/files/:documentId',
  '/applications/:applicationId/fee/receipts/:receipt',
  '/applications/:applicationId/ownership',
  '/applications/:applicationId/ownership/import',
  '/applications/:applicationId/sections/:sectionId/items/:itemId',
  '/applications/:applicationId/sections/:sectionId/items/:itemId/remove',
  '/calendar/feed/:token.ics',
  '/calendar/stop/:userId/:proof',
  '/claims/check/:checkId/277ca',
  '/claims/check/:checkId/999',
  '/claims/check/:checkId/csv',
  '/data/:name',
  '/desk/appeals/:appealId/papers/:paperId',
  '/desk/batches/:batchId',
  '/desk/cases/:applicationId/ownership',
  '/desk/cases/:applicationId/reveal',
  '/desk/cases/:applicationId/tasks/:taskId/photos/:photoId',
  '/desk/owners/:partyId',
  '/enrollments/:enrollmentId/roster/add',
  '/help/tickets/:ticketId',
  '/lists/:list/results.csv',
  '/notices/:noticeId',
  '/ownership/:enrollmentId',
  '/packets/:packetId',
  '/packets/:packetId/sign',
  '/people/:partyId/programs/:clientId',
  '/people/:partyId/webhooks/:webhookId',
  '/roster/:rosterId',
  '/roster/:rosterId/answers.csv',
  '/sign-in/staff',
  '/sign-in/staff/back',
  '/sign-in/staff/go',
]

test('every page, asked for by every role, answers as the committed table says', { timeout: 180_000 }, async () => {
  const pages = everyPage.filter((p) => p.get).toSorted((a, b) => (a.path < b.path ? -1 : 1))
  const rows: string[] = []
  const empty: string[] = []
  for (const page of pages) {
    const path = things.fill(page.path)
    const cells: string[] = []
    // Signing out would end the session of whoever asks first.
    for (const [, loginId] of askers) cells.push(await outcome(path, loginId))
    if (!isPublic(page.action)) expect(`${page.path}: ${cells[0]}`).toBe(`${page.path}: sign in`)
    if (cells.every((c) => c === '' || c === 'sign in')) empty.push(page.path)
    rows.push(`| \`${page.path}\` | ${cells.join(' | ')} |`)
  }
  const head = `| Page | ${askers.map(([title]) => title).join(' | ')} |\n|---|${askers.map(() => '---|').join('')}`
  const table = [
    '# Every page, asked for by every role',
    '',
    'What `test/journeys/routes-and-roles.test.ts` found, asking for the things of one provider and of her contractor.',
    '"in" is an answer, "proof" an answer after a fresh proof of who asks; an empty cell is the page that is shown where',
    'nothing is. Forms are in `forms-and-strangers.md`; `permissions.md` is the table of rights behind both.',
    '',
    head,
    ...rows,
    '',
  ].join('\n')
  expect(empty).toEqual(nobodyHere)
  await expect(table).toMatchFileSnapshot('../../docs/generated/routes-and-roles.md')
})

test('what is not yours looks exactly like what is not there', async () => {
  const pairs: readonly [string, string][] = [
    ['/applications/:applicationId', 'chidi.okafor'],
    ['/enrollments/:enrollmentId', 'ida.brandt'],
    ['/letters/:letterId', 'tom.rayburn'],
    ['/desk/cases/:applicationId', 'analyst.dev'],
    ['/people/:partyId', 'nell.foxworth'],
    ['/help-desk/accounts/:userId', 'rosa.vega'],
  ]
  for (const [pattern, loginId] of pairs) {
    const theirs = await ask(things.fill(pattern), loginId)
    const nothing = await ask(things.absent(pattern), loginId)
    expect([pattern, theirs.status]).toEqual([pattern, 404])
    expect(sameWords(theirs.text)).toBe(sameWords(nothing.text))
  }
})

/** Who has nothing to do with the things asked for: their forms must change nothing, whatever is in them. */
const strangers = askers.filter(([, id]) =>
  [undefined, 'chidi.okafor', 'ida.brandt', 'nell.foxworth', 'analyst.dev', 'super.finn'].includes(id),
)

test('every form, sent by strangers with a token of their own, answers as the committed table says', async () => {
  const tokens = new Map<string, string>()
  for (const [, loginId] of strangers)
    if (loginId)
      tokens.set(loginId, /name="csrf" value="([^"]+)"/.exec((await ask('/account', loginId)).text)?.[1] ?? '')
  expect([...tokens.values()].filter((t) => t === '')).toEqual([])
  const send = async (path: string, loginId: string | undefined): Promise<string> => {
    const cookie = loginId && cookies.get(loginId)
    const answer = await fetch(origin + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin, ...(cookie && { cookie }) },
      body: new URLSearchParams({ csrf: (loginId && tokens.get(loginId)) ?? '' }),
    })
    await answer.arrayBuffer()
    if (answer.status >= 500) throw new Error(`${path} answered ${answer.status} to ${loginId ?? 'nobody'}`)
    if ((answer.headers.get('location') ?? '').startsWith('/sign-in?')) return 'sign in'
    return answer.status === 404 ? '' : 'in'
  }
  const forms = everyPage.filter((p) => p.post && !isPublic(p.action) && p.path.includes(':'))
  const rows: string[] = []
  for (const { path } of forms.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    const cells: string[] = []
    for (const [, loginId] of strangers) cells.push(await send(things.fill(path), loginId))
    expect(`${path}: ${cells[0]}`).toBe(`${path}: sign in`)
    rows.push(`| \`${path}\` | ${cells.join(' | ')} |`)
  }
  const table = [
    '# Every form about a thing, sent by strangers',
    '',
    'What `test/journeys/routes-and-roles.test.ts` found when people who have nothing to do with the provider or her',
    'contractor sent the form, empty, with a token of their own. An empty cell is the page that is shown where nothing is.',
    '',
    `| Form | ${strangers.map(([title]) => title).join(' | ')} |`,
    `|---|${strangers.map(() => '---|').join('')}`,
    ...rows,
    '',
  ].join('\n')
  await expect(table).toMatchFileSnapshot('../../docs/generated/forms-and-strangers.md')
})

test('every route for programs asks for a key, and a key opens only what its party and scopes give', async () => {
  const held = { key: demoPrograms[0]!.key, other: demoPrograms[1]!.key }
  const answers: string[] = []
  for (const route of clientRouteList) {
    const path = `/api/v1${things.absent(route.path)}`
    const status = async (key: string | undefined) => {
      const answer = await fetch(origin + path, {
        method: route.method.toUpperCase(),
        headers: { ...(key && { authorization: `Bearer ${key}` }), 'content-type': 'application/json' },
        ...(route.method === 'get' || route.method === 'delete' ? {} : { body: '{}' }),
      })
      await answer.arrayBuffer()
      return answer.status
    }
    answers.push(
      `${route.method} ${route.path}: ${await status(undefined)} ${await status('opk_nobody_made_this_key')}`,
    )
    expect(await status(held.key), `${route.method} ${route.path}`).not.toBe(401)
    const allowed = demoPrograms[1]!.scopes.includes(route.scope as never)
    expect((await status(held.other)) === 403, `${route.method} ${route.path}`).toBe(!allowed)
  }
  expect(answers.filter((a) => !a.endsWith(': 401 401'))).toEqual([])
})
