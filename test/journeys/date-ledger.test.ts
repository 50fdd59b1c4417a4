/**
 * Whoever was deactivated reads what was said about a day before and after, goes on to what a reactivation would lose, and
 * tries another date; mistakes are named and nothing typed is lost.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '#demo/accounts/accounts.ts'
import { demoAppellants } from '#demo/applications/appellants.ts'
import { openStage, type Stage } from './portal.ts'
import { signInByApp } from './steps/account.ts'
import { looker } from './steps/look.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage(new Date('2026-11-24T15:00:00Z'))
})
afterAll(() => stage?.close())

test('what was said about a day, and what a reactivation loses', { timeout: 120_000 }, async () => {
  const { page } = await stage.visitor()
  const { loginId, totpSeed } = demoAppellants.find((a) => a.loginId === 'provider.rebuts')!
  await signInByApp(stage, page, { loginId, password: DEMO_PASSWORD, totpSeed })
  const look = looker(page, 'date-ledger', true)
  await page.locator('a[href^="/enrollments/"]').first().click()
  await page.getByRole('link', { name: 'History: what we said, and when' }).click()
  await page.getByRole('heading', { name: 'What did we say?' }).waitFor()
  await page.getByLabel('About this day').fill('1999-12-31')
  await page.keyboard.press('Enter')
  await page.waitForURL('**about=1999-12-31')
  expect(await page.getByText('Not enrolled: no period covers that day').count()).toBe(2)
  // Before the decision of November 19 the same day was one of an approved enrollment.
  await page.getByLabel('Asked on this day').fill('2026-11-10')
  await page.getByLabel('About this day').fill('2026-11-20')
  await page.keyboard.press('Enter')
  await page.getByText('The record was corrected in between.').waitFor()
  expect(await page.getByText(/^Approved, since /).count()).toBe(1)
  expect(await page.getByText(/^Deactivated, since /).count()).toBe(1)
  await look.at('history')

  await page.getByRole('link', { name: 'What a reactivation would lose that is received today' }).click()
  await page.getByText('42 CFR 424.540(d)(2)').first().waitFor()
  await look.at('answer')
  await page.getByLabel('Day it is received').fill('')
  await page.getByRole('button', { name: 'Work it out' }).click()
  await page.getByRole('link', { name: /^Day it is received: / }).waitFor()
  expect(await page.getByLabel('First day of the deactivation').inputValue()).not.toBe('')
  await look.at('mistake')
})
