/**
 * Every page against every role, near and far: the things of Rosa Vega and of the Lakes contractor, asked for by
 * themselves, by people who act for her, by strangers and by another contractor. The committed table is the judge;
 * a page without a row fails, and whoever may not see gets the page that is shown where nothing is.
 */
import Fastify from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isPublic } from '#web/kit/page.ts'
import { everyPage } from '../../src/pages.ts'
import { askers, type Matrix, openMatrix } from './steps/matrix.ts'
import { routesOf, withoutRow } from './steps/program-routes.ts'
import { listsOfOthers, type ProgramRow, programColumns, programRoutes, programRows } from './steps/program-rows.ts'

let matrix: Matrix
beforeAll(async () => {
  matrix = await openMatrix()
})
afterAll(() => matrix?.portal.stop())

const ask = async (path: string, loginId: string | undefined) => {
  const cookie = loginId && matrix.cookies.get(loginId)
  const answer = await fetch(matrix.origin + path, { redirect: 'manual', headers: cookie ? { cookie } : {} })
  return { status: answer.status, to: answer.headers.get('location') ?? '', text: await answer.text() }
}
/** The answer without what differs for every request. */
const sameWords = (text: string) =>
  text.replace(/(?<=value=")[^"]*"/g, '').replace(/(?<=(?:href|action|data-[\w-]+)=")[^"]*"/g, '')

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
  '/account/email/remove',
  '/account/recovery-codes/file',
  '/account/remove-method',
  '/account/rename-method',
  '/affiliations/:requestId',
  '/affiliations/:requestId/items/:itemId',
  '/affiliations/:requestId/items/:itemId/remove',
  '/affiliations/:requestId/sign',
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
  '/organizations/:enrolleeId/roster/add',
  '/ownership/:enrollmentId',
  '/people/:partyId/programs/:clientId',
  '/people/:partyId/webhooks/:webhookId',
  '/sign-in/staff',
  '/sign-in/staff/back',
  '/sign-in/staff/go',
]

/** For the table that the next test writes. */
let programs: readonly ProgramRow[] = []
test('every route for programs answers every kind of key, and every session alike', { timeout: 120_000 }, async () => {
  programs = await programRows(matrix)
  expect(programs.filter((r) => r.cells.every((c) => c === '')).map((r) => r.route)).toEqual([])
})

test('every page, asked for by every role, and every route for programs, with every kind of key, answer as the committed table says', {
  timeout: 180_000,
}, async () => {
  const pages = everyPage.filter((p) => p.get).toSorted((a, b) => (a.path < b.path ? -1 : 1))
  const rows: string[] = []
  const empty: string[] = []
  for (const page of pages) {
    const path = matrix.things.fill(page.path)
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
    '# Every route for programs, asked with every kind of key',
    '',
    'The same things, and a roster and a webhook of the program of the provider, asked for by programs. "in" is an answer,',
    '"key" the demand for a key, "scope" the refusal of a key without the scope; an empty cell is the answer that is given',
    'where nothing is. "A session" is each of the signed-in askers above, whose cookie opens nothing here. What anybody may',
    'ask refuses a key that nobody made, rather than to answer as if none had come.',
    '',
    `| Route | ${programColumns.join(' | ')} |`,
    `|---|${programColumns.map(() => '---|').join('')}`,
    ...programs.map((r) => r.row),
    '',
  ].join('\n')
  expect(empty).toEqual(nobodyHere)
  expect(withoutRow(programRoutes(matrix), table)).toEqual([])
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
    const theirs = await ask(matrix.things.fill(pattern), loginId)
    const nothing = await ask(matrix.things.absent(pattern), loginId)
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
    const cookie = loginId && matrix.cookies.get(loginId)
    const answer = await fetch(matrix.origin + path, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: matrix.origin,
        ...(cookie && { cookie }),
      },
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
    for (const [, loginId] of strangers) cells.push(await send(matrix.things.fill(path), loginId))
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

test("the lists of a program hold nothing of others'", async () => {
  const { own, others } = await listsOfOthers(matrix)
  expect(own).toEqual(['applications', 'enrollments', 'rosters', 'webhooks'])
  expect(others).toEqual([])
})

test('a route that nobody asked is found', async () => {
  const app = Fastify()
  app.get('/api/v1/rosters', async () => '')
  app.register(
    async (own) => {
      own.get('/rosters/:id', async () => '')
      own.delete('/rosters/:id', async () => '')
    },
    { prefix: '/api/v1' },
  )
  await app.ready()
  const routes = routesOf(app)
  expect(routes).toEqual(['DELETE /api/v1/rosters/:id', 'GET /api/v1/rosters', 'GET /api/v1/rosters/:id'])
  const table = '| `GET /api/v1/rosters` | in |\n| `GET /api/v1/rosters/:id` | in |'
  expect(withoutRow(routes, table)).toEqual(['DELETE /api/v1/rosters/:id'])
})
