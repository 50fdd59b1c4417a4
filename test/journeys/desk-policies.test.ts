/**
 * A supervisor tries another screening level dry and proposes it, an administrator puts it in force; an analyst sees what
 * comes and may not change it; a moratorium is noted for a county.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD, demoAccounts } from '#demo/accounts/accounts.ts'
import { openStage, type Stage } from './portal.ts'
import { signInByApp } from './steps/account.ts'
import { looker } from './steps/look.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage(new Date('2026-11-24T15:00:00Z'))
})
afterAll(() => stage?.close())

async function signedIn(loginId: string) {
  const { page } = await stage.visitor()
  const { totpSeed } = demoAccounts.find((a) => a.loginId === loginId)!
  await signInByApp(stage, page, { loginId, password: DEMO_PASSWORD, totpSeed })
  return { page, look: looker(page, 'policies', true) }
}

test('a policy is proposed, tried, put in force and seen', { timeout: 120_000 }, async () => {
  const carla = await signedIn('super.carla')
  await carla.page.goto('/desk/decisions')
  await carla.page.getByRole('link', { name: 'Policies of the desk' }).click()
  await carla.look.at('overview')
  await carla.page.getByRole('link', { name: 'Screening levels by type' }).click()
  await carla.look.at('levels')
  await carla.page.getByRole('link', { name: 'Portable X-ray supplier' }).click()
  await carla.page.getByRole('link', { name: 'Change it' }).click()
  await carla.page.locator('label[for="first-high"]').click()
  await carla.page.getByRole('button', { name: 'Try it on past files' }).click()
  expect(await carla.page.locator('.usa-alert').first().textContent()).toContain('would have come to something else')
  await carla.page.getByRole('button', { name: 'Save and ask a second person' }).click()
  await carla.look.at('change-refused')
  expect(await carla.page.locator('.usa-alert--error').textContent()).toContain('From which day?')
  for (const [part, value] of Object.entries({ month: '12', day: '1', year: '2026' }))
    await carla.page.locator(`[name=from-${part}]`).fill(value)
  await carla.page.locator('[name=cite]').fill('91 FR 12345')
  await carla.page.locator('[name=reason]').fill('Visits found too many empty offices.')
  await carla.page.getByRole('button', { name: 'Save and ask a second person' }).click()
  await carla.look.at('waits')
  await carla.page.goto('/desk/policies/monitoring/everybody/change')
  await carla.page.locator('[name=nonBillingMonths]').fill('12')
  await carla.page.getByRole('button', { name: 'Try it on those enrolled' }).click()
  expect(await carla.page.locator('main').textContent()).toMatch(
    /With 12 months instead of 6: 1 fewer case about who does not bill, \d+ in all/,
  )
  await carla.look.at('months-tried')

  const june = await signedIn('admin.june')
  await june.page.getByRole('link', { name: 'Policies of the desk' }).click()
  await june.look.at('waiting-list')
  await june.page.getByRole('link', { name: 'Portable X-ray supplier' }).click()
  await june.page.getByRole('link', { name: 'Look at what waits' }).click()
  await june.look.at('second')
  await june.page.getByRole('button', { name: 'Put in force' }).click()
  await june.look.at('in-force')
  await june.page.goto('/desk/policies/moratoria')
  await june.page.locator('[name=supplierType]').selectOption('home-health-agency')
  await june.page.locator('[name=state]').selectOption('FL')
  await june.page.locator('[name=county]').fill('Miami-Dade')
  await june.page.getByRole('button', { name: 'Go on' }).click()
  await june.page.getByRole('link', { name: 'Change it' }).click()
  await june.look.at('moratorium')
  await june.page.goto('/desk/policies/monitoring/everybody/change')
  await june.look.at('monitoring')

  const ada = await signedIn('analyst.ada')
  await ada.page.goto('/desk/policies/levels/portable-x-ray')
  expect(await ada.page.locator('main').textContent()).toContain('From December 1, 2026: high at first')
  expect(await ada.page.getByRole('link', { name: 'Change it' }).count()).toBe(0)
  const answer = await ada.page.goto('/desk/policies/levels/portable-x-ray/change')
  expect(answer?.status()).toBe(404)
  await ada.page.goto('/desk/policies/lists')
  await ada.look.at('lists')
  expect(stage.faults).toEqual([])
})
