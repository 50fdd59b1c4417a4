import { render } from 'preact-render-to-string'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { open } from '#db/kit/open.ts'
import { listChecks } from '#db/queries/application/screening.ts'
import type { Actor } from '#domain/access/policy.ts'
import { day } from '#domain/dates.ts'
import { buildSnapshot } from '#domain/eligibility/build-snapshot.ts'
import { drVega } from '#test/people/dr-vega.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { services } from '#test/support/provider.ts'
import { contractorId, type DeskWorld, seedDesk } from '#use-cases/case/desk.fixture.ts'
import { fileApplication, permitFor, submitAgain } from '#use-cases/case/filed.fixture.ts'
import { seedLists } from '#use-cases/case/lists.fixture.ts'
import { bringAsked } from '#use-cases/level/level.fixture.ts'
import { answer, type Visit } from '#web/kit/page.ts'
import { en } from '#words/index.ts'
import { deskPages } from './index.ts'

const snapshot = buildSnapshot({ exclusions: [], orderListLoaded: false }, { sequence: 0, asOf: day('2026-11-25') })
const now = new Date('2026-11-25T15:00:00Z')
let database: TestDatabase
let world: DeskWorld
let id: string

beforeAll(async () => {
  database = await testDatabase()
  world = await seedDesk(database.db, now)
  await seedLists(database.db, now, [
    {
      id: 'row-7',
      list: 'LEIE',
      last: 'BRANDT',
      first: 'IDA',
      bornOn: day('1975-09-14'),
      authority: '1128a1',
      excludedOn: day('2019-04-18'),
    },
  ])
})
afterAll(() => database.close())
beforeEach(async () => {
  id = await fileApplication(database.db, world, now)
})

interface Seen {
  readonly status: number
  readonly html: string
  readonly text: string
  readonly to?: string
}

/** Opens a page as a person. What is posted must be on the page that was declared for it. */
async function visit(
  actor: Actor,
  method: 'get' | 'post',
  url: string,
  posted: Record<string, string> = {},
): Promise<Seen> {
  const [path = '', query = ''] = url.split('?')
  const parts = path.split('/')
  const found = deskPages
    .filter((p) => (method === 'get' ? p.get : p.post))
    .map((p) => ({ p, names: p.path.split('/') }))
    .filter(({ names }) => names.length === parts.length && names.every((n, i) => n.startsWith(':') || n === parts[i]))
    .sort((a, b) => a.p.path.split(':').length - b.p.path.split(':').length)[0]
  if (!found) throw new Error(`no page ${url}`)
  const params = Object.fromEntries(found.names.flatMap((n, i) => (n.startsWith(':') ? [[n.slice(1), parts[i]!]] : [])))
  const visitor: Visit = { actor, session: undefined, csrf: 'x', path, ip: '', userAgent: '', cookies: {} }
  const subject = await found.p.subject(database.db, params, visitor)
  if (!subject) return { status: 404, html: '', text: '' }
  if (found.p.post && method === 'post') {
    const { fields, many } = found.p.post
    const names = (n: typeof fields | undefined) => (typeof n === 'function' ? n(subject, params) : (n ?? []))
    for (const name of Object.keys(posted)) expect(['go', ...names(fields), ...names(many)]).toContain(name)
  }
  const reply = await answer(found.p, method, subject, {
    db: database.db,
    params,
    query: Object.fromEntries(new URLSearchParams(query)),
    now,
    today: day('2026-11-25'),
    w: en,
    visit: visitor,
    services: { ...services, eligibility: () => snapshot },
    posted,
    uploads: [],
  })
  if (reply.kind === 'not-found') return { status: 404, html: '', text: '' }
  if (reply.kind === 'redirect') return { status: 303, html: '', text: '', to: reply.to }
  if (reply.kind !== 'show') return { status: 200, html: '', text: '' }
  const html = render(<main>{reply.body}</main>)
  const text = html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
  return { status: reply.status, html, text }
}
const look = (url: string, actor = world.analyst) => visit(actor, 'get', url)
const send = (url: string, posted: Record<string, string> = {}, actor = world.analyst) =>
  visit(actor, 'post', url, posted)
const at = (part = '') => `/desk/cases/${id}${part}`

/** The analyst asks that no place need be visited; the supervisor grants it. */
async function exceptVisits(): Promise<void> {
  expect((await look(at('/exception?kind=site-visit'))).text).not.toContain('five percent')
  const short = await send(at('/exception'), { ground: 'homes-only', reason: 'short' })
  expect([short.status, short.html]).toEqual([422, expect.stringContaining('href="#reason"')])
  const asked = { ground: 'homes-only', reason: 'House calls only, says the application' }
  expect((await send(at('/exception'), asked)).to).toBe(at('/tasks'))
  expect((await look(at('/tasks'))).text).toContain('exception asked for by analyst')
  expect((await look(at('/exception/answer'))).status).toBe(404)
  const waiting = await look(at('/exception/answer'), world.supervisor)
  expect(waiting.text).toContain('House calls only')
  const [exception] = [...waiting.html.matchAll(/name="exception" value="([^"]+)"/g)].map((m) => m[1]!)
  const said = { go: 'grant', exception: exception!, 'answer-site-visit': 'No' }
  const refused = await send(at('/exception/answer'), said, world.supervisor)
  expect([refused.status, refused.html]).toEqual([422, expect.stringContaining('href="#answer-site-visit"')])
  const granted = { ...said, 'answer-site-visit': 'I read the section on places' }
  expect((await send(at('/exception/answer'), granted, world.supervisor)).to).toBe(at('/tasks'))
  expect((await look(at('/tasks'))).text).toContain('Site visit: An exception was granted')
  expect((await look(at('/screening'))).text).toContain('homes: there is no place to visit')
}

describe('worklist', () => {
  it('shows what waits, counts it, and pages through all of it once', async () => {
    const seen = await look('/desk?queue=unassigned')
    expect(seen.text).toMatch(/Rosa Maria Vega/)
    expect(seen.html).toContain(`href="${at()}"`)
    const k = open(database.db)
    const { n } = await k
      .selectFrom('application')
      .select((e) => e.fn.countAll<number>().as('n'))
      .where('assigned_to', 'is', null)
      .executeTakeFirstOrThrow()
    for (let more = n; more < 30; more++) await fileApplication(database.db, world, now)
    const links: string[] = []
    for (let url: string | undefined = '/desk?queue=unassigned'; url; ) {
      const { html } = await look(url)
      links.push(...[...html.matchAll(/href="\/desk\/cases\/([^"]+)"/g)].map((m) => m[1]!))
      url = /href="([^"]+)">Next page/.exec(html)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(links).toHaveLength(30)
    expect(new Set(links).size).toBe(30)
    expect((await look('/desk?queue=unassigned')).text).toContain('Unassigned: 30 cases')
  }, 60_000)
  it('is empty at another contractor, and not there for the provider', async () => {
    expect((await look('/desk', world.stranger)).text).toContain('No cases')
    expect((await look('/desk', world.vega)).status).toBe(404)
  })
})

describe('an auditor', () => {
  it('sees the cases of every contractor, is led to pages that open, and can do nothing to them', async () => {
    const seen = await look('/desk', world.auditor)
    expect(seen.status).toBe(200)
    expect(seen.text).toContain('All contractors')
    expect(seen.text).toContain(`${contractorId} contractor`)
    const links = [...seen.html.matchAll(/href="\/desk\/cases\/([^"]+)"/g)].map((m) => m[1]!)
    expect(links).toHaveLength(25)
    for (const part of [
      '',
      '/changes',
      '/screening',
      '/documents',
      '/history',
      '/tasks',
      '/rules',
      '/evidence',
      '/fee',
      '/reassignments',
    ]) {
      const page = await look(`/desk/cases/${links[0]}${part}`, world.auditor)
      expect([part, page.status]).toEqual([part, 200])
      expect(page.html, part).not.toMatch(/<form|\/reveal\?/)
    }
    for (const part of ['/take', '/screening', '/history', '/tasks', '/fee'])
      expect((await visit(world.auditor, 'post', at(part))).status, part).toBe(404)
    for (const part of ['/request', '/recommend', '/decide', '/refuse', '/exception', '/exception/answer'])
      expect((await look(at(part), world.auditor)).status, part).toBe(404)
  })
})

describe('a case', () => {
  it('is not found by another contractor, by any address', async () => {
    for (const page of deskPages.filter((p) => p.path.includes('/cases/') && p.get))
      expect(
        (await look(page.path.replace(':applicationId', id).replace(/:\w+/, id), world.stranger)).status,
        page.path,
      ).toBe(404)
  })

  it('shows submitted beside registry, hides what is restricted, and says who holds it', async () => {
    expect((await send(at('/take'))).to).toBe(at())
    const seen = await look(at())
    expect(seen.text).toContain('Held by You')
    expect(seen.html).not.toMatch(/900123456|900-12-3456|000900123/)
    expect(seen.text).toMatch(/•••-••-3456/)
    expect(seen.text).toMatch(/Same/)
    const other = await send(at('/take'), {}, world.otherAnalyst)
    expect([other.status, other.text.includes('analyst holds this case')]).toEqual([422, true])
  })

  it('opens tasks with differences, counts them, and leaves only these when asked to', async () => {
    const all = await look(at())
    const said = /(\d+) differences? Show only differences/.exec(all.text)
    const rows = (html: string) => html.match(/<tr class="differs">/g)?.length ?? 0
    expect(Number(said?.[1])).toBeGreaterThan(0)
    expect(rows(all.html)).toBe(Number(said?.[1]))
    const folds = [...all.html.matchAll(/<details id="task-[\w-]+" class="fold"( open)?>([\s\S]*?)<\/details>/g)]
    expect(folds.length).toBeGreaterThan(5)
    for (const [, isOpen, inside] of folds) expect(Boolean(isOpen)).toBe(rows(inside!) > 0)
    const only = await look(`${at()}?show=differences`)
    expect(only.html.match(/<tr class="differs">/g)?.length).toBe(
      only.html
        .match(/<tbody>[\s\S]*?<\/tbody>/g)!
        .join('')
        .match(/<tr/g)!.length,
    )
    expect(rows(only.html)).toBe(rows(all.html))
    expect(only.text).toContain('Show all answers')
  })

  it('opens a hidden answer only for a reason, which is written down', async () => {
    await send(at('/take'))
    const field = 'identifiers/1/ssn'
    const asked = await look(`${at('/reveal')}?field=${field}`)
    expect(asked.text).not.toContain('900-12-3456')
    expect((await send(at('/reveal'), { field, reason: 'no' })).status).toBe(422)
    const shown = await send(at('/reveal'), { field, reason: 'To compare with the board' })
    expect(shown.text).toContain('900-12-3456')
    expect((await look(`${at('/reveal')}?field=legal-name/1/last`)).status).toBe(404)
    const rows = await open(database.db)
      .selectFrom('access_record')
      .selectAll()
      .where('subject_id', '=', id)
      .where('action', '=', 'answer.reveal')
      .execute()
    expect(rows.map((r) => [r.actor_id, r.path])).toEqual([
      [world.analyst.userId, `${field}: To compare with the board`],
    ])
  })

  it('goes from screening by dispositions and licenses to a recommendation and an approval', async () => {
    await send(at('/take'))
    const screening = await look(at('/screening'))
    expect(screening.text).toContain('BRANDT IDA')
    expect(screening.text).toContain('Same birth date')
    const early = await send(at('/recommend'), { note: '' })
    expect(early.status).toBe(422)
    expect(early.text).toContain('needs your disposition')
    const permit = await permitFor(database.db, world.analyst, 'application.review', id)
    for (const check of await listChecks(database.db, permit)) {
      const options = [...screening.html.matchAll(new RegExp(`id="disposition-${check.id}-([a-z-]+)"`, 'g'))].map(
        (m) => m[1]!,
      )
      if (options.length === 0) continue
      const names = { disposition: `disposition-${check.id}`, reason: `reason-${check.id}` }
      const refused = await send(at(`/screening/${check.id}`), { [names.disposition]: '', [names.reason]: 'short' })
      expect(refused.html).toContain(`href="#${names.disposition}"`)
      const said = { [names.disposition]: options[0]!, [names.reason]: 'Seen on the order: somebody else' }
      expect((await send(at(`/screening/${check.id}`), said)).to).toBe(at('/screening'))
    }
    const [license] = [...screening.html.matchAll(/name="license" value="([^"]+)"/g)].map((m) => m[1]!)
    const form = { site: 'board.example', 'seenOn-month': '11', 'seenOn-day': '25', 'seenOn-year': '2026' }
    expect((await send(at('/screening'), { go: 'license', license: license!, ...form })).status).toBe(422)
    for (const subject of ['licenses/il/IL 036.900111', 'licenses/ia/IA MD-90011'])
      expect((await send(at('/screening'), { go: 'license', license: subject, standing: 'active', ...form })).to).toBe(
        at('/screening'),
      )
    const open = await look(at('/tasks'))
    expect(open.text).toContain('Site visit: The task is open.')
    expect((await send(at('/recommend'), { note: '' })).text).toContain('A task of this case is open: 410 Elm St')
    await exceptVisits()
    await bringAsked(database.db, permit, now)
    expect((await look(at('/screening'))).text).toContain('Every check has a result')
    expect((await send(at('/recommend'), { note: 'All seen' })).to).toBe('/desk')
    expect((await look(at('/decide'))).status).toBe(404)

    const decide = await look(at('/decide'), world.supervisor)
    expect(decide.text).toContain('Recommended by analyst')
    expect(decide.text).toContain('December 1, 2026')
    expect(decide.text).toContain('42 CFR 424.520(d)(1)')
    const wrong = {
      go: 'approve',
      delay: 'none',
      'effectiveOn-month': '11',
      'effectiveOn-day': '1',
      'effectiveOn-year': '2026',
    }
    expect((await send(at('/decide'), wrong, world.supervisor)).text).toContain('cannot be the effective date')
    expect((await send(at('/decide'), { go: 'approve', delay: 'none' }, world.supervisor)).to).toBe(at('/history'))
    const history = await look(at('/history'))
    expect(history.text).toContain('Approved: supervisor')
    expect(history.text).toContain('Your Medicare enrollment is approved')
    const letter = /href="(\/desk\/letters\/[^"]+)"/.exec(history.html)![1]!
    expect((await look(letter)).text).toMatch(/PTAN IL\d{7}/)
  })

  it('asks for more on picked questions, in two steps without scripts, and shows the answer as a difference', async () => {
    await send(at('/take'))
    const first = await look(at('/request'))
    expect(first.html).toContain('value="licenses/ia/number"')
    // What is not as the registry has it is marked, and asked about in one click from where it is compared.
    expect(first.html).toMatch(/<strong class="difference">Different</)
    const ask = /href="([^"]*\/request\?pick=([^"#]*)#pick)"/.exec((await look(at())).html)!
    const field = decodeURIComponent(ask[2]!).replaceAll('/', '\\/')
    expect((await look(ask[1]!.split('#')[0]!)).html).toMatch(new RegExp(`<input[^>]*value="${field}"[^>]*checked`))
    const begun = await send(at('/request'), { go: 'pick', pick: decodeURIComponent(ask[2]!) })
    expect(begun.text).toContain('This differs from the NPI registry.')
    expect((await send(at('/request'), { go: 'pick', pick: '' })).status).toBe(422)
    const second = await send(at('/request'), { go: 'pick', pick: 'licenses/ia/number,birth/1/bornOn' })
    expect(second.text).toContain('December 25, 2026')
    expect(second.html).toContain('name="wording-1"')
    const said = { 'field-0': 'licenses/ia/number', 'library-0': 'license', 'wording-0': 'Send the number as printed' }
    const filled = await send(at('/request'), { ...said, 'library-0': 'document', go: 'fill-0' })
    expect(filled.text).toContain('Send it again.')
    const refused = await send(at('/request'), { ...said, 'wording-0': ' ', go: 'send' })
    expect(refused.status).toBe(422)
    expect(refused.html).toMatch(/href="#wording-0">[^<]*License 2: [^<]*: Answer this question</)
    const again = await send(at('/request'), { ...said, go: 'again' })
    expect(again.html).toMatch(/<input[^>]*value="licenses\/ia\/number"[^>]*checked/)
    // What was picked, and what differs from the registry.
    expect(again.html.match(/<details class="fold" open>/g)).toHaveLength(2)
    expect((await send(at('/request'), { ...said, go: 'send' })).to).toBe(at())
    expect((await look('/desk?queue=waiting')).html).toContain(at())
    const [il, ia] = drVega.licenses
    const corrected = { ...drVega, licenses: [il, { ...ia, answers: { ...ia.answers, number: 'MD-90012' } }] }
    await submitAgain(database.db, world, id, corrected, new Date('2026-11-27T15:00:00Z'), day('2026-11-27'))
    expect((await look('/desk?queue=answered')).html).toContain(at())
    const changes = await look(at('/changes'))
    expect(changes.text).toMatch(/MD-90011 MD-90012 Changed/)
  })

  it('is rejected, returned or denied by a supervisor, with reasons and a letter to look at first', async () => {
    await send(at('/take'))
    const url = at('/refuse')
    expect((await look(`${url}?kind=deny`, world.supervisor)).text).toContain('424.530(a)(1)')
    expect((await send(url, { kind: 'deny', reasons: '', found: '', go: 'decide' }, world.supervisor)).status).toBe(422)
    const said = { kind: 'deny', reasons: 'noncompliance', found: 'The license was suspended on November 2.' }
    const preview = await send(url, { ...said, go: 'preview' }, world.supervisor)
    expect(preview.text).toContain('corrective action plan')
    expect((await send(url, { ...said, go: 'decide' }, world.supervisor)).to).toBe(at('/history'))
    expect((await look('/desk?queue=decided')).html).toContain(at())
    expect((await send(url, { ...said, go: 'decide' }, world.supervisor)).status).toBe(422)
  })

  it('keeps notes that only the desk sees', async () => {
    expect((await send(at('/history'), { note: ' ' })).status).toBe(422)
    await send(at('/history'), { note: 'Called the practice' })
    expect((await look(at('/history'))).text).toContain('Called the practice')
  })

  it('says on every page how many notes and open tasks there are, and shows the notes alone', async () => {
    await send(at('/take'))
    const counts = async () =>
      [...(await look(at(''))).html.matchAll(/"tabs__count">(\d+)<span class="usa-sr-only"> (\w+)/g)].map((m) =>
        m.slice(1),
      )
    // The level of the applicant asks for visits, which are tasks from the beginning.
    const [[checks], [tasks]] = (await counts()) as [[string, string], [string, string]]
    expect(Number(tasks)).toBeGreaterThan(0)
    const open = /<section class="open-checks".*?<\/section>/s.exec((await look(at('/screening'))).html)![0]
    expect([...open.matchAll(/<li/g)].length).toBe(Number(checks))
    await send(at('/history'), { note: 'Called the practice' })
    await send(at('/tasks'), { kind: 'other', what: 'Ask for the hours', owner: world.analyst.userId })
    expect(await counts()).toEqual([
      [checks, 'open'],
      [String(Number(tasks) + 1), 'open'],
      ['1', 'note'],
    ])
    expect((await look(at('/history'))).text).toContain('Something else given: Ask for the hours')
    const notes = await look(at('/history?show=notes'))
    expect(notes.text).toContain('Called the practice')
    expect(notes.text).not.toContain('Ask for the hours')
  })

  it('leads from each rule that does not pass to where it is settled', async () => {
    await send(at('/take'))
    const { html } = await look(at('/rules'))
    expect(html).toContain(`href="${at('/tasks')}">Site visit`)
    expect(html).toContain(`href="${at('/screening#license-by-hand')}">License at the board`)
  })
})

describe('texts of mails', () => {
  const url = '/desk/mail-texts/letter-waiting'
  const typed = {
    subject: 'Prairie: a letter in {product}',
    body: 'Read it here:\r\n{link}',
    'from-month': '11',
    'from-day': '25',
    'from-year': '2026',
    reason: 'Readers did not know who writes.',
    seen: '0',
  }

  it('are written by one supervisor, looked at with invented facts, and put in force by another', async () => {
    const { supervisor } = world
    const second = { ...supervisor, userId: world.otherAnalyst.userId }
    expect((await look('/desk/mail-texts', supervisor)).text).toContain('A letter is in the inbox')
    expect((await look(url, supervisor)).text).toContain('You have a new letter in OpenPECOS')
    const preview = await send(url, { ...typed, go: 'preview' }, supervisor)
    expect(preview.text).toContain('Prairie: a letter in OpenPECOS')
    expect(preview.text).toContain('https://portal.example/sample')
    const without = await send(url, { ...typed, body: 'Sign in.', go: 'save' }, supervisor)
    expect([without.status, without.html]).toEqual([422, expect.stringContaining('href="#body"')])
    expect(without.text).toContain('The words have to say {link} somewhere')
    expect((await send(url, { ...typed, 'from-day': '', go: 'save' }, supervisor)).status).toBe(422)
    expect((await send(url, { ...typed, go: 'save' }, supervisor)).to).toContain(url)
    expect((await send(url, { seen: '1', go: 'put-in-force' }, supervisor)).status).toBe(422)
    expect((await look('/desk/mail-texts', second)).text).toContain('Waiting for a second person')
    expect((await look(url, second)).text).toContain('Read it here:')
    expect((await send(url, { seen: '1', go: 'put-in-force' }, second)).to).toContain(url)
    const after = await look(url, second)
    expect(after.text).toContain('Put in force')
    expect(after.html).toContain(`href="${url}?from=0"`)
    expect((await look(`${url}?from=0`, second)).html).toContain('You have a new letter in {product}')
  })

  it('about accounts are for administrators, and none are for analysts or another contractor', async () => {
    const june: Actor = { userId: world.vega.userId, memberships: [{ role: 'admin', partyId: '' }] }
    expect((await look('/desk/mail-texts/code', world.supervisor)).status).toBe(404)
    expect((await look(url)).status).toBe(404)
    expect((await look(url, world.stranger)).text).not.toContain('Prairie')
    expect((await look('/desk/mail-texts', june)).text).toContain('A code to sign in')
    const page = '/desk/mail-texts/code'
    const own = { ...typed, subject: '{code}', body: '{code} for {minutes} minutes: https://elsewhere.example' }
    expect((await send(page, { ...own, go: 'save' }, june)).text).toContain('Take out the web address')
    expect((await look('/desk/mail-texts/no-such-mail', june)).status).toBe(404)
  })
})

it('a case is opened by its number, and several are listed with the enrollments', async () => {
  const k = open(database.db)
  await k.updateTable('application').set({ tracking_number: 'ABCD-1234-EFGH-5678' }).where('id', '=', id).execute()
  expect((await look('/desk/find?find=abcd1234efgh5678')).to).toBe(at())
  expect((await look('/desk/find?find=nobody')).text).toContain('Nothing of yours fits')
  expect((await look('/desk/find?find=vega')).html).toContain(at())
  expect((await look('/desk/find?find=vega', world.stranger)).html).not.toContain(at())
})

it('who puts a policy in force sees what it would do', async () => {
  const url = '/desk/policies/moratoria/physician.IL/change'
  const value = { stands: 'yes', cite: '91 FR 8', reason: 'The agency asks for it by letter.', seen: '0' }
  const day = { 'from-month': '11', 'from-day': '26', 'from-year': '2026' }
  const tried = await send(url, { ...value, ...day, go: 'try' }, world.supervisor)
  expect(tried.text).toMatch(/\d+ files of the last 180 days: \d+ would have come to something else/)
  expect((await send(url, { ...value, ...day, go: 'save' }, world.supervisor)).status).toBe(303)
  // Also in the list, where nothing stands yet.
  expect((await look('/desk/policies/moratoria')).text).toContain('Physician, Illinois Waiting for a second person')
  const second = { ...world.supervisor, userId: world.otherAnalyst.userId }
  expect((await look(url, second)).text).toMatch(/would have come to something else.*Put in force/)
})
