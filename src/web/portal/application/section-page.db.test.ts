import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { open } from '#db/kit/open.ts'
import {
  loadSources,
  providerWorld,
  type Sent,
  services,
  vegaInRegistry,
  type World,
  walk,
} from '#test/support/provider.ts'
import { fillForm } from '#web/kit/fill-form.ts'
import { createServer } from '#web/kit/server.tsx'
import { startPage } from '../beginning/start-page.tsx'
import { applicationPage } from './application-page.tsx'
import { checkPage } from './check-page.tsx'
import { removeItemPage, restoreItemPage } from './remove-item-page.tsx'
import { itemPage, sectionPage } from './section-page.tsx'

let t: World
let applicationId: string

const section = (id: string, method: 'get' | 'post', sent?: Sent) =>
  walk(t, t.vega, sectionPage, method, { applicationId, sectionId: id }, sent)
const item = (sectionId: string, itemId: string, method: 'get' | 'post', sent?: Sent) =>
  walk(t, t.vega, itemPage, method, { applicationId, sectionId, itemId }, sent)
const value = (html: string, name: string) =>
  new RegExp(`name="${name}"[^>]*? value="([^"]*)"`).exec(html)?.[1] ?? /$^/.exec(html)?.[1]

beforeAll(async () => {
  t = await providerWorld()
  await loadSources(t, [vegaInRegistry])
  const posted = { reason: 'initial', practitioner: 'physician', state: 'IL' }
  const started = await walk(t, t.vega, startPage, 'post', {}, { posted })
  applicationId = started.to!.split('/')[2]!
})
afterAll(() => t.close())

describe('starting', () => {
  it('fills in what the registry knows and says so', async () => {
    const { html } = await section('legal-name', 'get')
    expect(html).toContain('value="Rosa"')
    expect(html).toContain('From the NPI registry, November 24, 2026')
    expect((await section('enrollment', 'get')).html).not.toContain('From the NPI registry')
  })
  it('refuses a second open application for the same state, with a link to the first', async () => {
    const posted = { reason: 'initial', practitioner: 'physician', state: 'IL' }
    const again = await walk(t, t.vega, startPage, 'post', {}, { posted })
    expect([again.status, again.html.includes(`/applications/${applicationId}`)]).toEqual([422, true])
    const elsewhere = await walk(t, t.vega, startPage, 'post', {}, { posted: { ...posted, state: 'WY' } })
    expect(elsewhere.html).toContain('No contractor takes applications from this state')
  })
  it('takes back what was typed before a time-out, in every section that is typed into', async () => {
    const { html } = await walk(t, t.vega, applicationPage, 'get', { applicationId })
    const ids = new Set([...html.matchAll(/\/sections\/([\w-]+)"/g)].map((m) => m[1]!))
    let boxes = 0
    for (const id of ids) {
      const page = (await section(id, 'get')).html
      const names = [...page.matchAll(/<input[^>]*type="text"[^>]*>/g)].flatMap(
        (m) => / name="([^"]+)"/.exec(m[0])?.[1] ?? [],
      )
      if (names.length === 0) continue
      const here = `/applications/${applicationId}/sections/${id}`
      const typed = Object.fromEntries(names.map((name, i) => [name, `typed ${i} & "so"`]))
      const filled = fillForm(page, here, here, typed) ?? ''
      for (const i of names.keys()) expect(filled).toContain(`value="typed ${i} &amp; &quot;so&quot;"`)
      boxes += names.length
    }
    expect(boxes).toBeGreaterThan(5)
  })
  it('is not there for anybody else', async () => {
    const params = { applicationId, sectionId: 'legal-name' }
    expect((await walk(t, t.stranger, sectionPage, 'get', params)).status).toBe(404)
    expect((await walk(t, t.stranger, applicationPage, 'get', params)).status).toBe(404)
  })
  it('counts tasks and says what cannot start yet', async () => {
    const { html } = await walk(t, t.vega, applicationPage, 'get', { applicationId })
    expect(html).toMatch(/You have completed \d+ of \d+ tasks/)
    expect(html).toContain('First complete “Say how you are paid”')
    expect(html).toContain('in 120 days (March 24, 2027)')
  })
})

describe('saving a section', () => {
  it('shows mistakes with 422, keeps what was typed, and takes the person to the next page once it is right', async () => {
    const wrong = await section('school', 'post', {
      posted: { name: 'Prairie', graduated: '20x7', shown: '', seenVersion: '' },
    })
    expect(wrong.status).toBe(422)
    expect(wrong.title).toMatch(/^Error: /)
    expect(wrong.html).toContain('href="#graduated"')
    expect(wrong.html).toContain('value="20x7"')
    expect(wrong.html).toContain('value="Prairie"')
    const right = await section('school', 'post', { posted: { name: 'Prairie', graduated: '2007', seenVersion: '' } })
    expect([right.status, right.to]).toEqual([303, `/applications/${applicationId}`])
  })
  it('shows both sides when somebody saved in between, and saves when told again', async () => {
    const first = await section('school', 'get')
    const seenVersion = value(first.html, 'seenVersion')!
    await section('school', 'post', { posted: { name: 'Lakeside', graduated: '2007', seenVersion } })
    const late = await section('school', 'post', { posted: { name: 'Riverside', graduated: '2007', seenVersion } })
    expect(late.status).toBe(422)
    expect(late.html).toContain('Lakeside')
    expect(late.html).toContain('value="Riverside"')
    const fresh = value(late.html, 'seenVersion')!
    expect(Number(fresh)).toBe(Number(seenVersion) + 1)
    const saved = await section('school', 'post', {
      posted: { name: 'Riverside', graduated: '2007', seenVersion: fresh },
    })
    expect(saved.status).toBe(303)
  })
  it('shows a question that an answer opens before it complains about it', async () => {
    const posted = { inTraining: 'yes', shown: 'inTraining', seenVersion: '' }
    const opened = await section('residency', 'post', { posted })
    expect([opened.status, opened.html.includes('Your answers add a question')]).toEqual([200, true])
    expect(opened.html).toMatch(/data-question="hospital"(?![^>]*hidden)/)
    const again = { ...posted, shown: value(opened.html, 'shown')! }
    expect((await section('residency', 'post', { posted: again })).status).toBe(422)
  })
  it('keeps an unfinished page when asked to finish later, but nothing that is wrong', async () => {
    const posted = { enrolled: 'yes', shown: 'enrolled,ptan,otherStates', go: 'later', seenVersion: '' }
    expect((await section('prior-enrollment', 'post', { posted })).to).toBe(`/applications/${applicationId}`)
    expect((await section('prior-enrollment', 'get')).html).toMatch(/value="yes" checked/)
    const wrong = await section('school', 'post', { posted: { graduated: 'soon', go: 'later', seenVersion: '3' } })
    expect(wrong.status).toBe(422)
  })
  it('does not let the state or the NPI of an application change', async () => {
    const page = await section('enrollment', 'get')
    const posted = { practitioner: 'physician', state: 'IA', seenVersion: value(page.html, 'seenVersion')! }
    const refused = await section('enrollment', 'post', { posted })
    expect([refused.status, refused.html.includes('This application is for IL')]).toEqual([422, true])
  })
})

describe('restricted answers', () => {
  it('never come back to the screen, are sealed in the database, and an empty box keeps them', async () => {
    const before = await section('identifiers', 'get')
    const npi = vegaInRegistry.npi
    const wrong = await section('identifiers', 'post', { posted: { npi: 'x', ssn: '900-12-3456', seenVersion: '' } })
    expect(wrong.html).not.toMatch(/900-?12-?3456/)
    const seenVersion = value(before.html, 'seenVersion')!
    await section('identifiers', 'post', { posted: { npi, ssn: '900-12-3456', seenVersion } })
    const shown = await section('identifiers', 'get')
    expect(shown.html).toContain('•••-••-3456')
    expect(shown.html).not.toMatch(/900-?12-?3456/)
    const kept = { npi, ssn: '', seenVersion: value(shown.html, 'seenVersion')! }
    expect((await section('identifiers', 'post', { posted: kept })).status).toBe(303)
    const check = await walk(t, t.vega, checkPage, 'get', { applicationId })
    expect(check.html).toContain('•••-••-3456')
    expect(check.html).not.toMatch(/900-?12-?3456/)
    const rows = await open(t.db)
      .selectFrom('section_answers')
      .selectAll()
      .where('section_id', '=', 'identifiers')
      .execute()
    expect(JSON.stringify(rows.map((r) => r.answers))).not.toContain('3456')
    expect(rows[0]!.restricted!.toString('latin1')).not.toContain('900123456')
  })
})

describe('lists', () => {
  const name = { kind: 'former', first: 'Rosa', last: 'Quintero', seenVersion: '' }
  it('adds once however often it is sent, removes, and puts back', async () => {
    const page = await item('other-names', 'new', 'get')
    const posted = { ...name, itemKey: value(page.html, 'itemKey')! }
    const first = await item('other-names', 'new', 'post', { posted })
    const again = await item('other-names', 'new', 'post', { posted })
    expect([first.status, again.status]).toEqual([303, 303])
    const list = await section('other-names', 'get')
    expect(list.html).toContain('You have added 1 other name.')
    const params = { applicationId, sectionId: 'other-names', itemId: posted.itemKey }
    expect((await walk(t, t.vega, removeItemPage, 'get', params)).html).toContain('Quintero')
    await walk(t, t.vega, removeItemPage, 'post', params)
    const gone = await section('other-names', 'get')
    expect(gone.html).toContain('You have added no other names.')
    expect(gone.html).toContain('Put back')
    await walk(t, t.vega, restoreItemPage, 'post', params)
    expect((await section('other-names', 'get')).html).toContain('You have added 1 other name.')
  })
  it('stops at the most that the form takes', async () => {
    for (let i = 0; i < 9; i++)
      await item('other-names', 'new', 'post', { posted: { ...name, first: `Rosa${i}`, itemKey: `n${i}` } })
    const full = await item('other-names', 'new', 'post', { posted: { ...name, first: 'One more', itemKey: 'n10' } })
    expect([full.status, full.html.includes('You can add up to 10')]).toEqual([422, true])
  })
})

it('refuses a field that the section does not have', async () => {
  const app = await createServer({
    db: t.db,
    services,
    pages: [sectionPage],
    routes: [],
    csrfKey: new Uint8Array(32),
    assets: '/tmp',
    build: 'test',
    visitorOf: async () => ({ actor: t.vega.actor, session: { ...session, userId: t.vega.userId } }),
    recordAccess: async () => {},
    onFault: (fault) => {
      throw fault
    },
  })
  const reply = await app.inject({
    method: 'POST',
    url: `/applications/${applicationId}/sections/school`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'name=x&status=approved',
  })
  expect([reply.statusCode, reply.body.includes('status')]).toEqual([400, true])
  await app.close()
})

const when = new Date('2026-11-24T19:00:00Z')
const session = { id: 's', displayName: '', loginId: '', aal: 2 as const, authAt: when, idleUntil: when, endsAt: when }
