import { render } from 'preact-render-to-string'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anonymous } from '#domain/access/policy.ts'
import { day } from '#domain/dates.ts'
import { forms } from '#forms/index.ts'
import { sectionsOf } from '#forms/kit/form.ts'
import { movableClock } from '#outside/clock.ts'
import type { Services } from '#outside/services.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { fillDirectory, group, okafor, vega } from '#test/support/directory.ts'
import { createEligibilityKeeper, type EligibilityKeeper } from '#use-cases/eligibility/keep-snapshot.ts'
import { answer, type Fields, type Params } from '#web/kit/page.ts'
import { en } from '#words/index.ts'
import { publicPages } from './index.ts'

let t: TestDatabase
let keeper: EligibilityKeeper
const clock = movableClock()
const helpDesk = { phone: '800-555-0142', email: 'help@example.org', hours: 'Monday to Friday' }
const site = { product: 'OpenPECOS', agency: 'Example Payer', origin: 'https://enroll.example', demo: true, helpDesk }

beforeAll(async () => {
  t = await testDatabase()
  await fillDirectory(t)
  clock.moveTo(new Date('2026-03-01T15:00:00Z'))
  keeper = await createEligibilityKeeper(t.db, clock)
})
afterAll(async () => {
  keeper.stop()
  await t.close()
})

async function visit(path: string, query: Fields = {}, params: Params = {}, from = { db: t.db, keeper }) {
  const page = publicPages.find((p) => p.path === path)!
  for (const name of Object.keys(query)) expect(page.query ?? []).toContain(name)
  const reply = await answer(
    page,
    'get',
    { id: 'public' },
    {
      db: from.db,
      params,
      query,
      now: clock.now(),
      today: day('2026-03-01'),
      w: en,
      visit: { actor: anonymous, session: undefined, csrf: '', path, ip: '', userAgent: '', cookies: {} },
      services: { site, clock, eligibility: () => from.keeper.current() } as unknown as Services,
      posted: {},
      uploads: [],
    },
  )
  if (reply.kind === 'redirect') return { status: 303, title: '', html: '', text: '', to: reply.to }
  if (reply.kind !== 'show') throw new Error(`unexpected reply: ${reply.kind}`)
  const html = render(<div>{reply.body}</div>)
  return {
    status: reply.status,
    title: reply.title,
    html,
    text: html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '),
    to: '',
  }
}
const provider = (npi: string, query: Fields = {}) => visit('/lookup/:npi', query, { npi })

describe('one provider', () => {
  test('says the status in words on the chosen date, with places, reassignment and ordering', async () => {
    const { status, text } = await provider(vega.npi, { on: '2026-02-15' })
    expect(status).toBe(200)
    for (const said of [
      'May this NPI bill for services on February 15, 2026? Yes',
      'Family practice Enrolled',
      'since January 5, 2026',
      'Lake Road Office, 12 Lake Road, Madison, WI 53703',
      'ELM STREET CLINIC (since February 1, 2026)',
      'Part B services, medical equipment and supplies',
      'NPI registry (NPPES): as of February 8, 2026 (21 days old)',
    ])
      expect(text).toContain(said)
  })

  test('never shows a PTAN, a mailing address or a hidden location', async () => {
    const { html } = await provider(vega.npi)
    expect(html).not.toMatch(/WI0000002|Home Street|Hidden Lane|Telehealth/)
  })

  test('on a day before it is a no, and nothing was reassigned yet', async () => {
    const { text } = await provider(vega.npi, { on: '2026-01-04' })
    expect(text).toContain('No The date is before the enrollment took effect.')
    expect(text).toContain('No one on this date')
  })

  test('as known on an earlier day', async () => {
    const { text } = await provider(vega.npi, { on: '2026-01-07', knownOn: '2026-01-09' })
    expect(text).toContain('As the enrollment record stood at the end of January 9, 2026.')
    expect(text).toContain('Not enrolled on this date')
  })

  test('in the registry only', async () => {
    const { status, text } = await provider(okafor.npi)
    expect(status).toBe(200)
    expect(text).toContain('Nobody with this NPI is enrolled here.')
  })

  test.each(['2000001992', '2000001118', 'nonsense'])('%s is not there', async (npi) => {
    expect((await provider(npi)).status).toBe(404)
  })

  test('a date that is none is refused with a link to its field', async () => {
    const { status, html, title } = await provider(vega.npi, { on: '2026-02-30' })
    expect(status).toBe(422)
    expect(title).toMatch(/^Error: /)
    expect(html).toContain('href="#on"')
    expect(html).toContain('value="2026-02-30"')
  })
})

describe('search', () => {
  test('an NPI leads to its page, with blanks forgiven', async () => {
    expect((await visit('/lookup', { npi: '2000 001 117', on: '2026-02-15' })).to).toBe(
      `/lookup/${vega.npi}?on=2026-02-15`,
    )
    expect((await visit('/lookup', { npi: vega.npi })).to).toBe(`/lookup/${vega.npi}`)
  })

  test('by the beginning of a name, saying who is enrolled', async () => {
    const { text } = await visit('/lookup', { last: 'el' })
    expect(text).toContain('1 provider found')
    expect(text).toMatch(new RegExp(`ELM STREET CLINIC ${group.npi} Madison, WI Enrolled`))
    expect((await visit('/lookup', { last: 'okafor' })).text).toContain('Not enrolled here')
  })

  test('nothing found says what to try', async () => {
    expect((await visit('/lookup', { last: 'zzz' })).text).toContain('No provider found Check the spelling')
  })

  test('names that come near stand below those that begin so', async () => {
    const terms = "'k:1' 'l:VEGA' 'f:ROSA' 'w:VEGA' 'w:ROSA' 'ps:WI'"
    const id = `(select id from source_import where source = 'nppes')`
    await t.pool.query(`insert into registry_search values (${id}, $1, $2::tsvector)`, [vega.npi, terms])
    await t.pool.query(`insert into registry_near_word values (${id}, 'VEG', 'VEGA'), (${id}, 'VEGA', 'VEGA')`)
    const row = `VEGA, ROSA ${vega.npi} Madison, WI Enrolled`
    const because = (why: string) => row.replace('ROSA ', `ROSA ${why} `)
    const typo = await visit('/lookup', { last: 'vegaa' })
    expect(typo.text).toMatch(
      new RegExp(`These names come near. * Similar names .*${because('VEGA: one letter from VEGAA')}`),
    )
    await t.pool.query(`insert into word_sound values ('FK', 'VEGA')`)
    expect((await visit('/lookup', { last: 'fehka' })).text).toMatch(
      new RegExp(
        `These names come near. * Short forms and names that sound alike .*${because('VEGA sounds like FEHKA')}`,
      ),
    )
    expect(typo.text).not.toContain('No provider found')
    expect((await visit('/lookup', { last: 'rosa vega' })).text).toMatch(new RegExp(`Names with these words .*${row}`))
    expect((await visit('/lookup', { last: 'vega', first: 'ros' })).text).not.toMatch(/Similar names|with these words/)
    expect((await visit('/lookup', { last: 'vegaa', state: 'IL' })).text).toContain('No provider found')
  })

  test('a wrong NPI is refused and kept, and the summary names the question', async () => {
    const { status, html, text } = await visit('/lookup', { npi: '2000001118' })
    expect([status, html.includes('value="2000001118"'), html.includes('href="#npi"')]).toEqual([422, true, true])
    expect(text).toMatch(/There is a problem +NPI: /)
    expect((await visit('/lookup', { last: 'vega', on: 'x' })).text).toMatch(/There is a problem +On which date\? /)
    expect((await provider(vega.npi, { knownOn: 'x' })).text).toMatch(/There is a problem +As known on: /)
  })
})

test('without a registry it says "unavailable", never "not found"', async () => {
  const empty = await testDatabase()
  await fillDirectory(empty, { lists: false })
  const bare = await createEligibilityKeeper(empty.db, clock)
  const from = { db: empty.db, keeper: bare }
  expect((await visit('/lookup', { last: 'vega' }, {}, from)).text).toContain('The registry is unavailable')
  const { text } = await visit('/lookup/:npi', {}, { npi: vega.npi }, from)
  expect(text).toContain('Not known')
  expect(text).toContain('NPI registry (NPPES): unavailable')
  expect(text).toContain('Not known: the order and referring list is not loaded here')
  bare.stop()
  await empty.close()
})

test('start and help say where to go and whom to ask', async () => {
  const start = await visit('/')
  for (const href of ['/register', '/sign-in', '/lookup']) expect(start.html).toContain(`href="${href}"`)
  expect((await visit('/help')).text).toContain(helpDesk.phone)
})

describe('the date ledger', () => {
  const ask = (query: Fields) => visit('/dates', query)
  test('offers every act, then asks what the act needs', async () => {
    expect((await ask({})).html).toContain('href="/dates?act=reactivate"')
    const { status, html } = await ask({ act: 'reactivate', deactivated: '2026-01-10' })
    expect([status, html.includes('value="2026-01-10"'), html.includes('usa-alert--error')]).toEqual([200, true, false])
  })
  test('answers with the days, the rule and what was given', async () => {
    const { status, text } = await ask({
      act: 'reactivate',
      ask: '1',
      received: '2026-02-20',
      deactivated: '2026-01-10',
    })
    expect(status).toBe(200)
    for (const said of [
      'Effective date February 20, 2026',
      '41 days: January 10, 2026 to February 19, 2026',
      '42 CFR 424.540(d)(2)',
      'February 20, 2026 Received Yes',
    ])
      expect(text).toContain(said)
  })
  test('names each box that is wrong and keeps what was typed', async () => {
    const { status, title, html, text } = await ask({ act: 'revoke', ask: '1', notice: '2026-02-30', reason: 'felony' })
    expect([status, title.startsWith('Error: ')]).toEqual([422, true])
    expect(text).toContain('Date of the letter: Enter a real date')
    expect(html).toMatch(/value="felony"[^>]*selected/)
  })
})

describe('everything the forms ask', () => {
  test.each(forms.map((f) => [f.id, f] as const))(
    '%s: every question is there, with when it is asked',
    async (id, f) => {
      const { status, text, title } = await visit('/forms/:form', {}, { form: id.toLowerCase() })
      expect([status, title]).toEqual([200, `Everything the ${en.forms[id]!.short} asks`])
      const plain = (s: string) =>
        s.replace(/\s+/g, ' ').replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
      const asks = sectionsOf(f).flatMap((s) =>
        Object.keys(s.questions).map((n) => en.forms[id]!.sections[s.id]!.questions[n]!.ask),
      )
      expect(asks.filter((ask) => !text.includes(plain(ask).trim()))).toEqual([])
    },
  )
  test('the list leads to each, and another name is not found', async () => {
    const { html } = await visit('/forms')
    for (const f of forms) expect(html).toContain(`href="/forms/${f.id.toLowerCase()}"`)
    await expect(visit('/forms/:form', {}, { form: 'cms-1' })).rejects.toThrow('not-found')
  })
})
