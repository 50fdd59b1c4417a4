/**
 * A clinic's helper prepares, pays at the payment page after it failed once, and asks the official for the signature;
 * she declines, the correction is made, she signs. The desk sees the fee. Walked with scripts at two widths.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD, demoAccounts } from '#demo/accounts/accounts.ts'
import { cms855b } from '#forms/cms855b/index.ts'
import { draftFile } from '#forms/drafts/draft-file.ts'
import type { Typed } from '#forms/kit/answers.ts'
import { fileOf } from '#forms/kit/typed-file.ts'
import { fixtureDay } from '../people/answered.ts'
import { elmRidgeTyped } from '../people/elm-ridge-group.ts'
import { codeIn, openStage, type Stage } from './portal.ts'
import { signInByApp } from './steps/account.ts'
import { fillApplication } from './steps/apply.ts'
import { pick } from './steps/fill.ts'
import { looker } from './steps/look.ts'
import { takeCase } from './steps/review.ts'
import { compareWithRecords } from './steps/submit.ts'

const NPI = '2000001885'
const NAME = 'Tallgrass Care Center of Columbus'
const place = { line1: '95 Meadow Dr', line2: undefined, city: 'Columbus', state: 'OH', zip: '43215-0188' }
const { 'doctor-1': president, 'doctor-2': treasurer } = elmRidgeTyped.individuals as Record<string, Typed>
const signs = { first: 'Ruth', last: 'Penhallow', title: 'Administrator' }

/** The group of fourteen as a public health agency of one office, which pays the fee. */
const answers = fileOf(
  cms855b,
  {
    ...elmRidgeTyped,
    enrollment: { supplier: 'public-health', state: 'OH' },
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

/** The parts with numbers that no file holds. */
const neverKept = {
  ...cms855b,
  tasks: cms855b.tasks.map((t) => ({
    ...t,
    sections: t.sections.filter((s) => Object.values(s.questions).some((q) => q.sensitivity === 'restricted')),
  })),
}

let stage: Stage
beforeAll(async () => {
  stage = await openStage(new Date('2026-11-24T15:00:00Z'))
})
afterAll(() => stage?.close())

const person = async (login: string) => {
  const { page } = await stage.visitor({ javaScript: true, width: 1280 })
  const { loginId, totpSeed } = demoAccounts.find((a) => a.loginId === login)!
  await signInByApp(stage, page, { loginId, totpSeed, password: DEMO_PASSWORD })
  return { page, look: looker(page, 'fee', true), quick: looker(page, 'fee-quick', false) }
}

const nell = {
  name: 'Nell Foxworth',
  email: 'nell@tallgrass-care.example',
  userId: 'nell.penn',
  password: 'cobalt meadow lantern 71',
  mobile: '2175550156',
}

/** The invited helper makes an account from the link of the mail. */
async function acceptAsNew(page: Page): Promise<void> {
  const press = (name: string | RegExp) => page.getByRole('main').getByRole('button', { name }).click()
  await page.goto(/https?:\/\/\S+/.exec((await stage.message(nell.email, /invites you/)).body)![0])
  await press(/create an account/)
  await page.getByLabel('User ID').fill(nell.userId)
  await page.getByLabel('Password', { exact: true }).fill(nell.password)
  await page.getByLabel('Password again').fill(nell.password)
  await press('Continue')
  await pick(page, 'Code by text message')
  await page.getByLabel('Mobile phone number').fill(nell.mobile)
  await press('Continue')
  await page.getByLabel('Code', { exact: true }).fill(codeIn(await stage.message(nell.mobile)))
  await press('Create account')
  await page.getByRole('main').getByText('I have kept my codes').click()
  await expect.poll(() => page.url()).toContain('/dashboard')
}

const main = (page: Page) => page.locator('main').innerText()

test('one prepares and pays, another declines and then signs', { timeout: 120_000 }, async () => {
  const ruth = await person('ruth.penhallow')
  await ruth.page.getByRole('link', { name: 'People and access' }).click()
  await ruth.page.getByRole('link', { name: 'Invite somebody' }).click()
  await ruth.page.getByLabel('Name of the person').fill(nell.name)
  await ruth.page.getByLabel('E-mail address').fill(nell.email)
  await pick(ruth.page, 'Staff end user')
  await ruth.page.getByRole('main').getByRole('button', { name: 'Send invitation' }).click()
  const { page } = await stage.visitor({ width: 1280 })
  const look = looker(page, 'fee', true)
  // Judged by axe elsewhere, or too long to be judged twice.
  const glance = looker(page, 'fee-glance', false)
  await acceptAsNew(page)
  await page.goto('/enroll/start')
  await page.locator('label[for="form-CMS-855B"]').click()
  await page.locator('label[for=supplier-public-health]').click()
  await page.locator('select[name=state]').selectOption('OH')
  await page.getByRole('button', { name: 'Start' }).click()
  const id = /applications\/([0-9a-f-]{36})/.exec(page.url())![1]!

  await page.goto(`/applications/${id}/fee`)
  await look.at('to-pay')
  await page.getByRole('button', { name: 'Pay $750' }).click()
  await glance.at('payment-page')
  await page.getByRole('button', { name: 'Let it fail' }).click()
  expect(await main(page)).toContain('Did not go through')
  await page.getByRole('button', { name: 'Pay $750' }).click()
  await page.getByRole('button', { name: 'Pay, and change the amount' }).click()
  await glance.at('altered')
  expect(await main(page)).toContain('does not fit its signature')
  await page.goto(`/applications/${id}/fee`)
  await page.getByRole('link', { name: 'Go on to the payment page' }).click()
  const paying = page.url()
  await page.getByRole('button', { name: 'Pay', exact: true }).click()
  await look.at('paid')
  // Back to the payment page, and once more: one payment stays one.
  await page.goto(paying)
  await page.getByRole('button', { name: 'Pay', exact: true }).click()
  expect((await main(page)).match(/FEE-/g)).toHaveLength(1)
  await page.getByRole('link', { name: /^FEE-/ }).click()
  await look.at('receipt')
  expect(await main(page)).toContain('$750')

  const silent = { at: () => Promise.resolve() }
  await page.goto(`/applications/${id}/signers`)
  await page
    .getByRole('button', { name: /^Ask for the signature/ })
    .first()
    .click()
  await glance.at('signers-not-ready')
  await page.goto(`/applications/${id}/bring-in`)
  const about = { form: 'CMS-855B', edition: cms855b.edition, reason: 'initial', state: 'OH', npi: NPI }
  const file = Buffer.from(JSON.stringify(draftFile(about, cms855b, answers)))
  await page.locator('input[type=file]').setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: file })
  await page.getByRole('button', { name: 'Bring in' }).click()
  await look.at('brought-in')
  await fillApplication(page, id, answers, silent, neverKept)
  await compareWithRecords(page, id, silent)
  expect(await (await page.request.get(`/applications/${id}/draft.json`)).text()).not.toContain('900-')
  expect((await (await page.request.get(`/applications/${id}/draft.pdf`)).body()).subarray(0, 5).toString()).toBe(
    '%PDF-',
  )
  await page.goto(`/applications/${id}`)
  await glance.at('task-list')
  await page.getByRole('link', { name: 'Signer', exact: true }).click()
  await page.getByRole('button', { name: /^Ask for the signature of Ruth Penhallow/ }).click()
  await look.at('signers-asked')
  expect((await page.goto(`/applications/${id}/sign`))?.status()).toBe(404)

  const mail = await stage.message('ruth@tallgrass-care.example', /Your signature is asked for/)
  await ruth.page.goto(/https?:\S+/.exec(mail.body)![0])
  await ruth.quick.at('ruth-sign')
  await ruth.page.getByRole('link', { name: 'I do not sign this' }).click()
  await ruth.page.getByLabel('What has to change?').fill('The treasurer has left. Take her out, please.')
  await ruth.look.at('decline')
  await ruth.page.getByRole('button', { name: 'Decline to sign' }).click()
  await ruth.look.at('signers-declined')

  await page.goto('/dashboard')
  await glance.at('dashboard-declined')
  await page.getByRole('link', { name: 'Ruth Penhallow declined to sign' }).click()
  await page.getByRole('button', { name: /^Ask again/ }).click()

  await ruth.page.goto(`/applications/${id}/sign`)
  await ruth.page.getByLabel('Type your full legal name').fill('Ruth Penhallow')
  await ruth.page.locator('main .usa-checkbox__label').last().click()
  await ruth.page.getByRole('button', { name: 'Sign and submit' }).click()
  expect(ruth.page.url()).toContain('/submitted')
  await page.goto(`/applications/${id}`)
  await glance.at('tracker')
  expect(await main(page)).toContain('Ruth Penhallow declined to sign')

  const ada = await person('analyst.ada')
  expect(await takeCase(ada.page, 'TALLGRASS', ada.quick)).toBe(id)
  await ada.page.goto(`/desk/cases/${id}/fee`)
  await ada.look.at('desk')
  expect(await main(ada.page)).toContain('Paid')
  expect(stage.faults).toEqual([])
})
