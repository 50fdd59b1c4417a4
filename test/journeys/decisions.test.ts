/**
 * An analyst prepares a revocation, a supervisor issues it, the provider finds the letter and asks for reconsideration,
 * another analyst reverses it: eligibility says no in between and yes again, and a bar comes and goes.
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
  return { page, look: looker(page, 'decisions', true) }
}
const eligible = async (npi: string): Promise<string> => {
  const answered = await fetch(`${stage.origin}/api/v1/eligibility?npi=${npi}`)
  return String(((await answered.json()) as { answer: unknown }).answer)
}

test('a revocation, its letter, and an appeal that is right', { timeout: 180_000 }, async () => {
  const provider = await signedIn('provider.stands')
  await provider.page.goto('/dashboard')
  const link = provider.page.getByRole('link', { name: /^I20/ }).first()
  const id = /I20\d{12}/.exec((await link.textContent()) ?? '')![0]
  await link.click()
  await provider.page.waitForURL(`**/enrollments/${id}`)
  const npi = /NPI\s*(\d{10})/.exec((await provider.page.locator('main').textContent()) ?? '')![1]!
  await expect.poll(() => eligible(npi)).toBe('yes')

  const ada = await signedIn('analyst.ada')
  await ada.page.getByRole('link', { name: 'Decisions', exact: true }).click()
  await ada.look.at('queue')
  await ada.page.getByLabel('Enrollment ID').first().fill(id)
  await ada.page.getByRole('button', { name: 'Open' }).click()
  await ada.look.at('enrollment')
  await ada.page.getByRole('link', { name: 'Revoke' }).click()
  await ada.page.getByRole('button', { name: 'Prepare', exact: true }).click()
  expect(await ada.page.title()).toMatch(/^Error/)
  await ada.look.at('refused')
  await ada.page.locator('label[for="reasons-felony"]').click()
  await ada.page
    .locator('[name=found]')
    .fill('A court record shows a conviction of the year 2025 for health care fraud.')
  await answer(ada.page, 'eventOn', date(), '2026-06-01')
  await ada.page.locator('[name=barYears]').fill('10')
  await ada.page.getByRole('button', { name: 'See the letter' }).click()
  expect(await ada.page.locator('.letter-preview').textContent()).toContain('You may not enroll in Medicare again')
  await ada.look.at('prepare')
  await ada.page.getByRole('button', { name: 'Prepare', exact: true }).click()
  await ada.look.at('prepared')
  expect(await ada.page.getByRole('button', { name: 'Issue it now' }).count()).toBe(0)
  const decision = ada.page.url()
  expect(await eligible(npi)).toBe('yes')

  const carla = await signedIn('super.carla')
  await carla.page.goto(decision)
  await carla.page.getByRole('button', { name: 'Issue it now' }).click()
  await carla.look.at('issued')
  await expect.poll(() => eligible(npi), { timeout: 10_000 }).toBe('no')
  await stage.message('stands@practice.example')

  await provider.page.goto('/inbox')
  await provider.page.getByRole('link', { name: 'Your Medicare enrollment is revoked' }).click()
  await provider.look.at('letter')
  await provider.page.getByRole('link', { name: 'I do not agree' }).click()
  await provider.page.getByRole('button', { name: 'Sign and send' }).click()
  expect(await provider.page.title()).toMatch(/^Error/)
  await provider.page.locator('[name=grounds]').fill('The conviction is of another person who has the same name as I.')
  await provider.page.locator('[name=signerName]').fill('The practitioner')
  await provider.page.locator('label[for="agree-yes"]').click()
  await provider.look.at('file')
  await provider.page.getByRole('button', { name: 'Sign and send' }).click()
  await provider.page
    .locator('input[type=file]')
    .setInputFiles({ name: 'court.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF\n') })
  await provider.page.getByRole('button', { name: 'Add it' }).click()
  await provider.look.at('appeal')
  const appeal = provider.page.url().split('/').at(-1)!
  await provider.page.goto('/enroll/start')
  expect(await provider.page.locator('main').textContent()).toContain('A bar to enroll again runs')

  await ada.page.goto(`/desk/appeals/${appeal}`)
  expect(await ada.page.locator('main').textContent()).toContain('somebody else hears the appeal')
  const ben = await signedIn('analyst.ben')
  await ben.page.getByRole('link', { name: 'Appeals', exact: true }).click()
  await ben.look.at('appeals')
  await ben.page.goto(`/desk/appeals/${appeal}`)
  await ben.page.getByRole('button', { name: 'Hear this appeal' }).click()
  await ben.page.locator('label[for="outcome-reversed"]').click()
  await ben.page.locator('[name=reason]').fill('The court confirms that the convicted person was born in another year.')
  await ben.look.at('hear')
  await ben.page.getByRole('button', { name: 'Answer and issue the letter' }).click()
  await ben.look.at('answered')
  await expect.poll(() => eligible(npi), { timeout: 10_000 }).toBe('yes')
  await stage.message('stands@practice.example')

  await provider.page.goto(`/enrollments/${id}`)
  await provider.look.at('record')
  await carla.page.goto('/desk/letter-wordings/revoke')
  await carla.page.locator('[name=title]').fill('Your enrollment {enrollment} is revoked')
  await carla.page.locator('[name=opening]').fill('We revoke it from {effectiv}.')
  await carla.page.locator('[name=reason]').fill('The number of the enrollment is asked for.')
  await carla.page.getByRole('button', { name: 'Save and ask a second person' }).click()
  expect(await carla.page.locator('.usa-alert--error').textContent()).toMatch(/Opening.*does not know {effectiv}/)
  await carla.page.locator('[name=opening]').fill('We revoke it from {effective}.')
  const saved = carla.page.waitForEvent('download')
  await carla.page.getByRole('button', { name: 'Sample as PDF' }).click()
  expect((await saved).suggestedFilename()).toBe('revoke.pdf')
  await carla.page.getByRole('button', { name: 'With a sample case' }).click()
  await carla.look.at('wording')
  await carla.page.getByRole('button', { name: 'Save and ask a second person' }).click()
  await carla.look.at('wording-waits')
  expect(await carla.page.getByRole('button', { name: 'Put in force' }).count()).toBe(0)
  const june = await signedIn('admin.june')
  await june.page.goto('/desk/letter-wordings/revoke')
  await june.look.at('wording-second')
  await june.page.getByRole('button', { name: 'Put in force' }).click()
  await june.page.getByRole('link', { name: /Write from these words.*own words/ }).click()
  expect(await june.page.locator('[name=title]').inputValue()).toBe('Your Medicare enrollment is revoked')
  await june.look.at('wording-back')
  await june.page.goto('/desk/letter-wordings')
  await june.look.at('wordings')
  expect(stage.faults).toEqual([])
})
