import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { open, vaultOf } from '#db/kit/open.ts'
import { applicationSubject } from '#db/queries/application/applications.ts'
import { versionPlace } from '#db/queries/enrollment/enrollment-versions.ts'
import { type Actor, authorize } from '#domain/access/policy.ts'
import { day } from '#domain/dates.ts'
import { cms855i } from '#forms/cms855i/index.ts'
import { splitFile } from '#forms/kit/record-file.ts'
import { drVega } from '#test/people/dr-vega.ts'
import {
  fill,
  loadSources,
  noon,
  providerWorld,
  type Sent,
  services,
  vegaInRegistry,
  type World,
  walk,
} from '#test/support/provider.ts'
import { takeCase } from '#use-cases/case/take-case.ts'
import { requestDevelopment } from '#use-cases/development/request-development.ts'
import type { AnyPage } from '#web/kit/page.ts'
import { en } from '#words/index.ts'
import { changePage } from '../beginning/change-page.tsx'
import { startPage } from '../beginning/start-page.tsx'
import { dashboardPage } from '../dashboard-page.tsx'
import { documentFilePage, documentSlotPage } from '../documents/document-file-page.tsx'
import { documentsPage } from '../documents/documents-page.tsx'
import { enrollmentPage } from '../enrollment-page.tsx'
import { inboxPage, letterPage, letterPdfPage } from '../letters/letters-page.tsx'
import { signPage } from '../signatures/sign-page.tsx'
import { submissionPdfPage, submittedPage } from '../signatures/submitted-page.tsx'
import { applicationPage } from './application-page.tsx'
import { changesPage } from './changes-page.tsx'
import { checkPage } from './check-page.tsx'
import { developmentRequestPage } from './development-request-page.tsx'
import { preflightPage } from './preflight-page.tsx'
import { sectionPage } from './section-page.tsx'
import { withdrawPage } from './withdraw-page.tsx'

let t: World
let applicationId: string
const analyst: Actor = { userId: randomUUID(), memberships: [{ role: 'mac-analyst', partyId: 'mid' }] }

const see = (p: AnyPage, sent?: Sent, params = {}) => walk(t, t.vega, p, 'get', { applicationId, ...params }, sent)
const send = (p: AnyPage, posted: Record<string, string> = {}, sent: Sent = {}, params = {}) =>
  walk(t, t.vega, p, 'post', { applicationId, ...params }, { ...sent, posted })
const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)![1]!
const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)

async function signNow(typed = 'Rosa Maria Vega', now = noon) {
  const page = await see(signPage, { now })
  expect(page.html).toContain('What you sign')
  const posted = { name: typed, agree: 'yes', sha256: hidden(page.html, 'sha256'), key: hidden(page.html, 'key') }
  return { page, posted, done: await send(signPage, posted, { now }) }
}

beforeAll(async () => {
  t = await providerWorld()
  await loadSources(t, [vegaInRegistry])
  await open(t.db)
    .insertInto('app_user')
    .values({ id: analyst.userId, login_id: 'ada', status: 'active', display_name: 'Ada', created_at: noon })
    .execute()
  const posted = { reason: 'initial', practitioner: 'physician', state: 'IL' }
  applicationId = (await walk(t, t.vega, startPage, 'post', {}, { posted })).to!.split('/')[2]!
})
afterAll(() => t.close())

describe('before the application is complete', () => {
  it('the signing page says what blocks it and has no form', async () => {
    const { html } = await see(signPage)
    expect(html).toContain('Some tasks are not complete yet')
    expect(html).not.toContain('name="sha256"')
  })
  it('the dashboard says what needs the person, and how to begin when there is nothing', async () => {
    expect((await see(dashboardPage)).html).toContain('Finish your CMS-855I application')
    expect((await walk(t, t.stranger, dashboardPage, 'get', {})).html).toContain('You have no applications yet')
  })
})

describe('from a filled draft to a tracking number', () => {
  it('checks, with every answer and no restricted one in full', async () => {
    await fill(t, applicationId, drVega, t.vega.actor)
    const { html } = await see(checkPage)
    expect(html).toContain('Nothing is missing.')
    expect(html).toContain('Elm Street Family Medicine LLC')
    expect(html).not.toMatch(/900-?12-?3456|000900123|123456780|900-?65-?4321/)
    expect((await see(applicationPage)).html).toContain('You have completed 12 of 12 tasks.')
    expect((await see(dashboardPage)).html).toContain('Sign your CMS-855I application')
    expect((await walk(t, t.clerk, dashboardPage, 'get', {})).html).toContain('Finish your CMS-855I application')
  })
  it('takes a document and gives it back to its owner only', async () => {
    expect((await see(documentsPage)).html).toContain('Letter from the IRS with your EIN')
    const empty = await send(documentSlotPage, {}, {}, { slot: 'irs-letter' })
    expect([empty.status, empty.html.includes('Choose a file')]).toEqual([422, true])
    const bytes = Buffer.from('%PDF-1.7\n%%EOF')
    const uploads = [{ field: 'file', fileName: 'cp575.pdf', bytes, tooLarge: false }]
    expect((await send(documentSlotPage, {}, { uploads }, { slot: 'irs-letter' })).status).toBe(303)
    const documentId = /documents\/files\/([0-9a-f-]{36})"/.exec((await see(documentsPage)).html)![1]!
    expect((await see(documentFilePage, {}, { documentId })).bytes!.equals(bytes)).toBe(true)
    expect((await walk(t, t.stranger, documentFilePage, 'get', { applicationId, documentId })).status).toBe(404)
  })
  it('compares, and lets differences be explained', async () => {
    const before = await see(preflightPage)
    expect(before.html).toContain('NPI registry as of November 1, 2026')
    expect((await see(signPage)).html).toContain('Correct or explain each difference first')
    const keys = [...before.html.matchAll(/name="key" value="([^"]*)"/g)].map((m) => m[1]!)
    expect(keys.length).toBeGreaterThan(0)
    const short = await send(preflightPage, { key: keys[0]!, explanation: 'no' })
    expect([short.status, short.html.includes('>no</textarea>')]).toEqual([422, true])
    for (const key of keys) await send(preflightPage, { key, explanation: 'The board has it under the new number.' })
    expect((await see(preflightPage)).html).toContain('Nothing stops you from signing.')
  })
  it('is signed by the practitioner alone, once, and shows the same number again', async () => {
    expect((await walk(t, t.clerk, signPage, 'get', { applicationId })).status).toBe(404)
    const wrong = await signNow('Rosa')
    expect([wrong.done.status, wrong.done.html.includes('href="#name"')]).toEqual([422, true])
    expect(wrong.page.html).not.toMatch(/900-?12-?3456/)
    const { done, posted } = await signNow()
    expect(done.to).toBe(`/applications/${applicationId}/submitted`)
    expect((await send(signPage, posted)).to).toBe(done.to)
    const first = await see(submittedPage)
    const number = /[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/.exec(first.html)![0]
    expect((await see(submittedPage)).html).toContain(number)
    const pdf = await see(submissionPdfPage, {}, { ordinal: '1' })
    expect(pdf.bytes!.subarray(0, 5).toString()).toBe('%PDF-')
    const tracker = await see(applicationPage)
    expect(tracker.html).toContain(number)
    expect(tracker.html).toContain('Midland Contractor')
    expect((await see(signPage)).to).toBe(`/applications/${applicationId}`)
  })
})

describe('a request for more information', () => {
  it('opens only what was asked about, keeps partial replies, and is answered by signing again', async () => {
    const review = authorize(analyst, 'application.review', (await applicationSubject(t.db, applicationId))!)
    if (!review.ok) throw new Error('not permitted')
    expect((await takeCase(t.db, review.value, later(1))).ok).toBe(true)
    const items = [
      {
        sectionId: 'correspondence',
        itemId: '1',
        question: 'line1',
        wording: 'Is this your own box?',
        cite: '42 CFR 424.502',
      },
      { wording: 'Send the letter from the IRS.', cite: '42 CFR 424.510(d)(2)' },
    ]
    const asked = await requestDevelopment(t.db, review.value, items, { site: services.site, words: en }, later(2))
    expect(asked.ok).toBe(true)
    const now = later(60)
    expect((await see(dashboardPage, { now })).html).toContain('in 30 days (December 24, 2026)')
    const page = await see(developmentRequestPage, { now })
    expect(page.html).toContain('Is this your own box?')
    expect(page.html).toContain(`/applications/${applicationId}/sections/correspondence?from=request#line1`)

    const other = await send(sectionPage, { accepting: 'no', seenVersion: '1' }, { now }, { sectionId: 'new-patients' })
    expect([other.status, other.html.includes('did not ask about this part')]).toEqual([422, true])
    const pinned = {
      line1: 'PO Box 120',
      city: 'Springfield',
      state: 'IL',
      zip: '62701',
      phone: '(217) 555-0142',
      email: 'rosa.vega@example.com',
      seenVersion: '1',
    }
    const saved = await send(sectionPage, pinned, { now, query: { from: 'request' } }, { sectionId: 'correspondence' })
    expect(saved.to).toBe(`/applications/${applicationId}/request`)

    await send(developmentRequestPage, { 'reply-1': 'Corrected.', go: 'save' }, { now })
    expect((await see(developmentRequestPage, { now })).html).toContain('>Corrected.</textarea>')
    expect((await see(signPage, { now })).html).toContain('Reply to every item')
    const half = await send(developmentRequestPage, { 'reply-1': 'Corrected.', go: 'sign' }, { now })
    expect([half.status, half.html.includes('href="#reply-2"')]).toEqual([422, true])
    await send(developmentRequestPage, { 'reply-1': 'Corrected.', 'reply-2': 'It is attached.', go: 'sign' }, { now })
    // The address differs from the registry's anew, so that is explained anew.
    const compared = await see(preflightPage, { now })
    for (const m of compared.html.matchAll(/name="key" value="([^"]*)"/g))
      await send(preflightPage, { key: m[1]!, explanation: 'The post office changed the number.' }, { now })
    const { done } = await signNow('Rosa Maria Vega', now)
    expect(done.status).toBe(303)
    expect((await see(submittedPage, { now })).html).toContain('Answer sent')
    expect((await see(applicationPage, { now })).html).toContain('Submission 2 (PDF)')
  })

  it('leaves a letter in the inbox, new until it is read', async () => {
    const inbox = await see(inboxPage)
    expect(inbox.html).toContain('New')
    const letterId = /letters\/([0-9a-f-]{36})/.exec(inbox.html)![1]!
    expect((await see(letterPage, {}, { letterId })).html).toContain('Is this your own box?')
    expect((await see(letterPdfPage, {}, { letterId })).bytes!.subarray(0, 5).toString()).toBe('%PDF-')
    expect((await see(inboxPage)).html).not.toContain('>New<')
    expect((await walk(t, t.stranger, letterPage, 'get', { letterId })).status).toBe(404)
  })
})

it('can be withdrawn until it is decided', async () => {
  expect((await see(withdrawPage)).html).toContain('Withdraw this application?')
  expect((await send(withdrawPage)).to).toBe('/dashboard')
  expect((await see(applicationPage)).html).toContain('It was withdrawn. Nothing was decided.')
})

describe('a change of information', () => {
  const enrollmentId = 'I20250101000001'
  beforeAll(async () => {
    const k = open(t.db)
    await k
      .insertInto('enrollment')
      .values({
        id: enrollmentId,
        enrollee_id: t.enrolleeId,
        form: 'CMS-855I',
        specialty: '14-08',
        state: 'IL',
        contractor_id: 'mid',
        ptan: 'IL0000042',
        status: 'approved',
        created_at: noon,
      })
      .execute()
    const { open: answers, restricted } = splitFile(cms855i, drVega)
    await k
      .insertInto('enrollment_version')
      .values({
        enrollment_id: enrollmentId,
        ordinal: 1,
        effective_from: day('2025-01-01'),
        known_from: noon,
        answers: JSON.stringify(answers),
        restricted: vaultOf(t.db).seal(versionPlace(enrollmentId, 1), JSON.stringify(restricted)),
      })
      .execute()
  })

  it('shows the record to its owner, restricted answers in part', async () => {
    const { html } = await see(enrollmentPage, {}, { enrollmentId })
    expect(html).toContain('IL0000042')
    expect(html).toContain('Family practice')
    expect(html).not.toMatch(/900-?12-?3456|000900123/)
    expect((await see(enrollmentPage, { query: { on: '2020-01-01' } }, { enrollmentId })).html).toContain(
      'Nothing was on file',
    )
    expect((await see(enrollmentPage, { query: { on: '2026-02-31' } }, { enrollmentId })).status).toBe(422)
    expect((await walk(t, t.stranger, enrollmentPage, 'get', { enrollmentId })).status).toBe(404)
  })

  it('asks only the chosen tasks, refuses to be signed unchanged, and shows what changes', async () => {
    const none = await send(changePage, {}, {}, { enrollmentId })
    expect(none.status).toBe(422)
    const begun = await send(changePage, { tasks: 'mail' }, {}, { enrollmentId })
    applicationId = begun.to!.split('/')[2]!
    const again = await send(changePage, { tasks: 'mail' }, {}, { enrollmentId })
    expect([again.status, again.html.includes(applicationId)]).toEqual([422, true])
    const list = await see(applicationPage)
    expect(list.html).toContain('Say where we write to you')
    expect(list.html).not.toContain('Set up payment')
    expect((await see(signPage)).html).toContain('Nothing differs from your enrollment record yet')
    const page = await see(sectionPage, {}, { sectionId: 'correspondence' })
    expect(page.html).toContain('value="PO Box 118"')
    const posted = {
      line1: 'PO Box 999',
      city: 'Springfield',
      state: 'IL',
      zip: '62701',
      phone: '(217) 555-0142',
      email: 'rosa.vega@example.com',
      seenVersion: hidden(page.html, 'seenVersion'),
    }
    expect((await send(sectionPage, posted, {}, { sectionId: 'correspondence' })).status).toBe(303)
    const changes = await see(changesPage)
    expect(changes.html).toContain('PO Box 118')
    expect(changes.html).toContain('PO Box 999')
    const compared = await see(preflightPage)
    for (const m of compared.html.matchAll(/name="key" value="([^"]*)"/g))
      await send(preflightPage, { key: m[1]!, explanation: 'A new box, from today on.' })
    const { page: toSign, done } = await signNow()
    expect(toSign.html).toContain('PO Box 118')
    expect(done.status).toBe(303)
  })
})
