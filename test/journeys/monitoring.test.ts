/**
 * An analyst finds the hits of a new list in the monitoring queue, looks at both sides of one, and says what it is; of
 * somebody who did not bill, the deactivation is prepared with its letter.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD, demoAccounts } from '#demo/accounts/accounts.ts'
import { openStage, type Stage } from './portal.ts'
import { signInByApp } from './steps/account.ts'
import { follow } from './steps/fill.ts'
import { looker } from './steps/look.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage(new Date('2026-11-24T15:00:00Z'))
})
afterAll(() => stage?.close())

test('a hit is looked at, judged, and leaves the queue', { timeout: 120_000 }, async () => {
  const { page } = await stage.visitor()
  const look = looker(page, 'monitoring', true)
  const ada = demoAccounts.find((a) => a.loginId === 'analyst.ada')!
  await signInByApp(stage, page, { loginId: ada.loginId, password: DEMO_PASSWORD, totpSeed: ada.totpSeed! })
  await page.getByRole('link', { name: 'Monitoring' }).first().click()
  await look.at('queue')
  const rows = page.locator('tbody tr')
  const before = await rows.count()
  expect(before).toBeGreaterThanOrEqual(2)

  await rows.filter({ hasText: 'OIG' }).filter({ hasText: 'Possible match' }).getByRole('link').first().click()
  await look.at('possible')
  expect(await page.locator('.match').textContent()).toMatch(/Last name differs by one letter/)
  await page.getByRole('button', { name: 'Save and close' }).click()
  expect(await page.title()).toMatch(/^Error/)
  await look.at('refused')
  await page.locator('label[for="disposition-not-the-same"]').click()
  await page.locator('[name=reason]').fill('Another person: the provider was born in another year.')
  await page.getByRole('button', { name: 'Save and close' }).click()
  expect(await rows.count()).toBe(before - 1)

  await page
    .getByRole('row', { name: /No claim for months/ })
    .getByRole('link')
    .first()
    .click()
  await look.at('unbilled')
  expect(await page.locator('main').textContent()).toMatch(/Last claim known|None since/)
  expect(await page.locator('label[for="disposition-not-the-same"]').count()).toBe(0)
  await page.locator('label[for="disposition-for-action"]').click()
  await page.locator('[name=reason]').fill('Their telephone number is not in service.')
  const unbilled = page.url()
  await follow(page.getByRole('button', { name: 'Save and close' }))
  await page.goto(unbilled)
  await page.getByRole('link', { name: /Deactivate/ }).click()
  expect(await page.locator('[name=found]').inputValue()).toMatch(/whole calendar months passed/)
  await page.getByRole('button', { name: 'See the letter' }).click()
  expect(await page.locator('.letter-preview').textContent()).toContain('no Medicare claim for six calendar months')
  await look.at('unbilled-letter')
  await page.goto('/desk/monitoring')
  await page.getByText(/lists cannot be asked/).click()
  await look.at('lists')

  await page.getByRole('link', { name: /^Closed/ }).click()
  await rows.getByRole('link').first().click()
  await look.at('closed')
  expect(await page.getByRole('button', { name: 'Save and close' }).count()).toBe(0)
  expect(stage.faults).toEqual([])
})
