/**
 * The desk asks for affiliations; a provider without JavaScript discloses one on a phone, signs, and the desk finds it
 * beside what it knows, judges it and is led to a decision. Another provider, with JavaScript, has nothing to disclose.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD, demoAccounts } from '#demo/accounts/accounts.ts'
import { demoAppellants } from '#demo/applications/appellants.ts'
import { undueRiskFactors } from '#domain/affiliation/undue-risk.ts'
import { affiliationSection } from '#forms/affiliations/affiliation-section.ts'
import { openStage, type Stage } from './portal.ts'
import { signInByApp } from './steps/account.ts'
import { answer, pick } from './steps/fill.ts'
import { type Look, looker } from './steps/look.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage(new Date('2026-11-24T15:00:00Z'))
})
afterAll(() => stage?.close())

type Signed = { readonly page: Page; readonly look: Look }
async function signedIn(loginId: string, visit: Parameters<Stage['visitor']>[0] = {}): Promise<Signed> {
  const { page } = await stage.visitor(visit)
  const account = [...demoAccounts, ...demoAppellants].find((a) => a.loginId === loginId)!
  await signInByApp(stage, page, { loginId, password: DEMO_PASSWORD, totpSeed: account.totpSeed })
  // Axe needs scripts: the same pages are judged with the other provider.
  return { page, look: looker(page, `affiliations-${loginId}`, visit.javaScript !== false) }
}

const enrollmentOf = async ({ page }: Signed) =>
  (await page.locator('main a[href^="/enrollments/I"]').first().getAttribute('href'))!.split('/')[2]!

async function ask(ada: Signed, enrollmentId: string) {
  await ada.page.goto(`/desk/enrollments/${enrollmentId}`)
  await ada.page.getByRole('link', { name: /^Affiliations: ask/ }).click()
  await ada.page.getByLabel('Why do you believe').fill('The revocation list names a firm at the same address.')
  await ada.look.at('ask')
  await ada.page.getByRole('button', { name: 'Send the request' }).click()
  await ada.page.waitForURL('**/desk/affiliations/*')
}

/** What is typed, in the order in which the questions stand. */
const harbor = {
  concerns: 'provider',
  partyKind: 'organization',
  partyName: 'Quiet Harbor Therapy LLC',
  partyEin: '07-1234567',
  programs: 'medicare',
  ties: 'ownership',
  percent: '25',
  from: '2019-02-01',
  ended: 'yes',
  to: '2023-06-30',
  endReason: 'I sold my share.',
  event: 'revocation',
  eventOn: '2024-03-04',
  standing: 'stands',
} as const

async function disclose(page: Page) {
  for (const [name, typed] of Object.entries(harbor)) {
    // Without JavaScript a question that another one opens is not there yet.
    if (!(await page.locator(`[data-question="${name}"]`).isVisible())) continue
    await answer(page, name, affiliationSection.questions[name as keyof typeof harbor].kind, typed)
  }
  await page.getByRole('button', { name: 'Save and continue' }).click()
}

async function sign(page: Page) {
  const hint = (await page.locator('#name-hint').textContent())!
  await page.locator('#name').fill(hint.replace(/^.*: /, '').trim())
  await pick(page, 'I have read this and I certify it')
  await page.getByRole('button', { name: 'Sign and send' }).click()
  await page.getByText('Thank you. Your answer is signed').waitFor()
}

test('affiliations, from the question to the finding', { timeout: 180_000 }, async () => {
  const ada = await signedIn('analyst.ada')
  const stands = await signedIn('provider.stands', { javaScript: false, width: 390 })
  const enrollmentId = await enrollmentOf(stands)
  await ask(ada, enrollmentId)
  await ada.look.at('asked')

  const { page, look } = stands
  await page.goto('/dashboard')
  await page.getByRole('link', { name: 'Answer about your affiliations' }).click()
  await look.at('request')
  await page.getByRole('link', { name: 'Add an affiliation' }).click()
  await look.at('item')
  await page.getByLabel('What is their name?').fill('Quiet Harbor')
  await page.getByRole('button', { name: 'Save and finish later' }).click()
  await page.getByText('Not finished').waitFor()
  await page.getByRole('link', { name: 'Check and sign' }).click()
  await page.getByText('Finish or remove each affiliation first').waitFor()
  await page.goBack()
  await page.getByRole('link', { name: /^Change/ }).click()
  await disclose(page)
  await look.at('opened')
  await disclose(page)
  await page.getByText('Quiet Harbor Therapy LLC').first().waitFor()
  await page.getByRole('link', { name: /^Remove/ }).click()
  await look.at('remove')
  await page.getByRole('button', { name: 'Yes, remove it' }).click()
  await look.at('removed')
  await page.getByRole('button', { name: /^Put back/ }).click()
  await page.getByRole('link', { name: 'Check and sign' }).click()
  await look.at('sign')
  await sign(page)
  await look.at('signed')

  const rebuts = await signedIn('provider.rebuts')
  await ask(ada, await enrollmentOf(rebuts))
  await rebuts.page.goto('/calendar')
  await rebuts.page.getByRole('link', { name: /Answer about your affiliations/ }).click()
  await rebuts.look.at('request')
  await rebuts.page.getByRole('link', { name: 'Add an affiliation' }).click()
  await rebuts.look.at('item')
  await rebuts.page.goBack()
  await rebuts.page.getByRole('link', { name: 'There is nothing to disclose' }).click()
  await rebuts.look.at('sign')
  await sign(rebuts.page)
  await rebuts.look.at('signed')

  await ada.page.getByRole('navigation', { name: 'Main menu' }).getByRole('link', { name: 'Affiliations' }).click()
  await ada.look.at('queue')
  await ada.page.getByRole('link', { name: 'Search what was disclosed' }).click()
  await ada.page.getByLabel('Name of the party').fill('harbor')
  await ada.page.getByRole('button', { name: 'Search' }).first().click()
  await ada.page.getByRole('heading', { name: '1 affiliation' }).waitFor()
  await ada.look.at('search')
  await ada.page.getByLabel('Tax number of the party').fill('071234567')
  await ada.page.getByRole('button', { name: 'Search' }).last().click()
  await ada.page.getByRole('heading', { name: '1 affiliation' }).waitFor()
  expect(ada.page.url()).not.toContain('071234567')
  await ada.page.getByRole('link', { name: 'Quiet Harbor Therapy LLC' }).click()
  await ada.look.at('answer')
  await ada.page.getByRole('button', { name: 'Record the finding' }).click()
  expect(await ada.page.title()).toMatch(/^Error/)
  await ada.look.at('judge-wrong')
  for (const factor of undueRiskFactors) {
    await ada.page.locator(`[id="finding-${factor}"]`).selectOption('raises')
    await ada.page.locator(`[id="why-${factor}"]`).fill('They owned it together for four years.')
  }
  await pick(ada.page, 'An undue risk')
  await pick(ada.page, '1. Quiet Harbor')
  await ada.page.locator('#reason').fill('The firm was revoked for billing what was never done.')
  await ada.page.getByRole('button', { name: 'Record the finding' }).click()
  await ada.page.getByRole('heading', { name: 'What was found' }).waitFor()
  await ada.look.at('found')
  await ada.page.getByRole('link', { name: /^Prepare a revocation/ }).click()
  expect(await ada.page.locator('#reasons-affiliation-undue-risk').isChecked()).toBe(true)

  await page.goto('/dashboard')
  await page.locator(`main a[href="/enrollments/${enrollmentId}"]`).first().click()
  await page.getByRole('link', { name: 'Looked at: an undue risk' }).click()
  await look.at('closed')
  expect(stage.faults).toEqual([])
})
