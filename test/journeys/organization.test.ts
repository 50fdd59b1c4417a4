/**
 * A clinic of a care center enrolls by CMS-855B: its official starts, answers and signs, the desk reviews and decides,
 * and the record holds places, owners and people. Walked with scripts; every page fits the screen.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD, demoAccounts } from '#demo/accounts/accounts.ts'
import { cms855b } from '#forms/cms855b/index.ts'
import type { Typed } from '#forms/kit/answers.ts'
import { fileOf } from '#forms/kit/typed-file.ts'
import { fixtureDay } from '../people/answered.ts'
import { elmRidgeTyped } from '../people/elm-ridge-group.ts'
import { expectAccessible } from '../support/browser.ts'
import { openStage, type Stage } from './portal.ts'
import { signInByApp } from './steps/account.ts'
import { fillApplication } from './steps/apply.ts'
import { follow } from './steps/fill.ts'
import { looker } from './steps/look.ts'
import { approve, bringAsked, recommend, takeCase } from './steps/review.ts'
import { compareWithRecords, signAndSubmit, smallPdf } from './steps/submit.ts'

const NPI = '2000001885'
const NAME = 'Tallgrass Care Center of Columbus'
const place = { line1: '95 Meadow Dr', line2: undefined, city: 'Columbus', state: 'OH', zip: '43215-0188' }
const { 'doctor-1': president, 'doctor-2': treasurer } = elmRidgeTyped.individuals as Record<string, Typed>
const signs = { first: 'Ruth', last: 'Penhallow', title: 'Administrator' }

/** The group of fourteen, cut to what two people and one office answer. */
const answers = fileOf(
  cms855b,
  {
    ...elmRidgeTyped,
    enrollment: { ...elmRidgeTyped.enrollment, state: 'OH' },
    organization: { legalName: NAME, ein: '08-0000188', npi: NPI },
    correspondence: { ...elmRidgeTyped.correspondence, ...place },
    'practice-locations': { office: { ...elmRidgeTyped['practice-locations'].main, ...place, name: NAME } },
    'home-visits': { any: 'no' },
    'record-storage': { elsewhere: 'no' },
    individuals: { president: { ...president, ...signs }, treasurer: treasurer! },
    'electronic-payment': { ...elmRidgeTyped['electronic-payment'], accountName: NAME },
    'authorized-official': { ...elmRidgeTyped['authorized-official'], ...signs },
    'delegated-officials': {},
    'contact-persons': {},
  },
  fixtureDay,
)

let stage: Stage
beforeAll(async () => {
  stage = await openStage(new Date('2026-11-24T15:00:00Z'))
})
afterAll(() => stage?.close())

test('an official enrolls a clinic, and the record keeps who owns and runs it', { timeout: 120_000 }, async () => {
  const person = async (login: string) => {
    const { page } = await stage.visitor({ javaScript: true, width: 1280 })
    await signInByApp(stage, page, account(login))
    return { page, look: looker(page, 'organization', false) }
  }
  const { page, look } = await person('ruth.penhallow')
  await page.goto('/enroll/start')
  await look.at('start')
  await page.getByRole('button', { name: 'Start' }).click()
  expect(await page.title()).toMatch(/^Error/)
  await page.locator('label[for="form-CMS-855B"]').click()
  await page.locator('label[for=supplier-clinic]').click()
  await page.locator('label[for=groupOf-physicians]').click()
  await page.locator('select[name=state]').selectOption('OH')
  await page.getByRole('button', { name: 'Start' }).click()
  const id = /applications\/([0-9a-f-]{36})/.exec(page.url())![1]!
  await look.at('task-list-new')
  // A picture of every page would take longer than filling them.
  const some = { at: (name: string) => (/owner|individuals|official/.test(name) ? look.at(name) : Promise.resolve()) }
  await fillApplication(page, id, answers, some, cms855b)
  await page.goto(`/applications/${id}`)
  await look.at('task-list-filled')

  await page.goto(`/applications/${id}/ownership`)
  expect(await page.locator('main').textContent()).toContain('owns')
  await expectAccessible(page)
  await look.at('ownership')
  await page.goto(`/applications/${id}/documents`)
  await look.at('documents')
  expect(await page.locator('main').textContent()).toContain('Chart of who owns and manages the organization')
  await page.goto(`/applications/${id}/documents/slots/irs-letter`)
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'irs.pdf', mimeType: 'application/pdf', buffer: smallPdf })
  await follow(page.getByRole('button', { name: 'Upload' }))
  await page.goto(`/applications/${id}/check`)
  await look.at('check')
  await compareWithRecords(page, id, look)
  await signAndSubmit(page, id, 'Ruth Penhallow', 'Sign and submit', look)
  const pdf = await page.request.get(`/applications/${id}/submissions/1.pdf`)
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')

  const analyst = await person('analyst.ada')
  expect(await takeCase(analyst.page, 'TALLGRASS', analyst.look)).toBe(id)
  await analyst.page.goto(`/desk/cases/${id}/ownership`)
  await expectAccessible(analyst.page)
  await analyst.look.at('case-ownership')
  await analyst.page.goto(`/desk/cases/${id}/screening`)
  await analyst.look.at('case-screening')
  await bringAsked(analyst.page, id, analyst.look)
  await recommend(analyst.page, id, analyst.look)
  const supervisor = await person('super.carla')
  await approve(supervisor.page, id, 'Approve enrollment', supervisor.look)

  await page.goto('/dashboard')
  await look.at('dashboard-enrolled')
  await follow(page.locator('main a[href^="/enrollments/"]').first())
  await page.goto(`${new URL(page.url()).pathname}?on=2026-12-24`)
  await look.at('enrollment')
  const record = (await page.locator('main').textContent()) ?? ''
  await page.getByRole('link', { name: 'Chart of owners' }).click()
  await look.at('record-ownership')
  for (const kept of ['Clinic or group practice', '95 Meadow Dr', 'Prairie Practice Services Inc', 'Penhallow'])
    expect(record).toContain(kept)
  expect(await (await fetch(`${stage.origin}/api/v1/eligibility?npi=${NPI}&on=2026-12-24`)).json()).toMatchObject({
    npi: NPI,
  })
  expect(stage.faults).toEqual([])
})

function account(loginId: string) {
  const { totpSeed } = demoAccounts.find((a) => a.loginId === loginId)!
  return { loginId, totpSeed, password: DEMO_PASSWORD }
}
