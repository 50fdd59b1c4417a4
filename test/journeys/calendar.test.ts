/**
 * The provider sees what is due and enters a change, takes the calendar away as a file, and stops it again; the desk sees
 * who did not revalidate and what the notices prove, and anybody looks up a due date.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD, demoAccounts } from '#demo/accounts/accounts.ts'
import { demoAppellants } from '#demo/applications/appellants.ts'
import { date } from '#forms/kit/kinds.ts'
import { openStage, type Stage } from './portal.ts'
import { signInByApp } from './steps/account.ts'
import { answer } from './steps/fill.ts'
import { type Look, looker } from './steps/look.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage(new Date('2026-11-24T15:00:00Z'))
})
afterAll(() => stage?.close())

async function signedIn(loginId: string): Promise<{ page: Page; look: Look }> {
  const { page } = await stage.visitor()
  const account = [...demoAccounts, ...demoAppellants].find((a) => a.loginId === loginId)!
  await signInByApp(stage, page, { loginId, password: DEMO_PASSWORD, totpSeed: account.totpSeed })
  return { page, look: looker(page, 'calendar', true) }
}

test('what is due, for the provider, the desk and anybody', { timeout: 180_000 }, async () => {
  const { page, look } = await signedIn('provider.stands')
  await page.getByRole('link', { name: 'Calendar', exact: true }).click()
  await page.waitForURL('**/calendar')
  await look.at('month')
  await page
    .getByRole('link', { name: /Last day to send a claim/ })
    .first()
    .click()
  await page.getByRole('heading', { name: 'No claims for months' }).waitFor()
  await look.at('no-claims')
  await page.goto('/calendar')
  await page.getByRole('link', { name: /change: a practice location/ }).click()
  await page.getByRole('button', { name: 'Work out the last day' }).click()
  expect(await page.title()).toMatch(/^Error/)
  await page.locator('label[for="event-adverse-legal-action"]').click()
  await answer(page, 'happenedOn', date(), '2026-11-20')
  await page.getByRole('button', { name: 'Work out the last day' }).click()
  await page.getByText('December 20, 2026').first().waitFor()
  await look.at('report')

  await page.goto('/calendar')
  await page.getByRole('link', { name: 'Mails and calendar programs' }).click()
  await page.locator('label[for="digest-daily"]').click()
  await page.getByRole('button', { name: 'Save' }).click()
  await look.at('settings')
  await page.getByRole('button', { name: 'Make an address' }).click()
  const address = await page.getByLabel('Address of the calendar').inputValue()
  await look.at('address')
  const file = await fetch(address)
  expect(file.headers.get('content-type')).toContain('text/calendar')
  expect((await file.text()).match(/BEGIN:VEVENT/g)).toHaveLength(4)
  await page.getByRole('link', { name: 'How you are told' }).click()
  await page.getByRole('button', { name: 'Stop the address' }).click()
  await page.getByText('Saved.').waitFor()
  expect((await fetch(address)).status).toBe(404)

  const mail = await stage.message('stands@practice.example', /What is due/)
  const stop = /http\S+\/calendar\/stop\/\S+/.exec(mail.body)![0]
  const { page: reader } = await stage.visitor()
  await reader.goto(stop)
  await looker(reader, 'calendar', true).at('stop')
  await reader.getByRole('button', { name: 'Stop the mails' }).click()
  await reader.getByRole('heading', { name: 'The mails are stopped.' }).waitFor()
  expect((await reader.goto(`${stop}x`))!.status()).toBe(404)

  const late = await signedIn('provider.late')
  await late.page.goto('/calendar')
  await late.page.getByRole('link', { name: /Revalidation due/ }).click()
  await late.page.getByText('Came back').first().waitFor()
  await late.look.at('revalidation')
  const id = /I20\d{12}/.exec(late.page.url())![0]

  const ada = await signedIn('analyst.ada')
  await ada.page.getByRole('link', { name: 'Revalidations', exact: true }).click()
  await ada.look.at('overdue')
  await ada.page.locator(`main a[href*="${id}"]`).click()
  await ada.page.waitForURL(`**/desk/enrollments/${id}/revalidation`)
  await ada.look.at('proof')
  await ada.page.getByRole('link', { name: /^Prepare a / }).click()
  await ada.page.waitForURL('**/prepare/*')

  await reader.goto('/revalidation?npi=2000001117')
  await looker(reader, 'calendar', true).at('lookup')
})
