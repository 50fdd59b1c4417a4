/**
 * A supervisor gives several cases to an analyst, sees what came of each, takes it back, and shares a view; the analyst
 * goes from case to case by one key, and a colleague with a phone without scripts does the same with buttons.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD, demoAccounts } from '#demo/accounts/accounts.ts'
import { openStage, type Stage } from './portal.ts'
import { signInByApp } from './steps/account.ts'
import { looker } from './steps/look.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage(new Date('2026-11-24T15:00:00Z'), undefined, true)
}, 240_000)
afterAll(() => stage?.close())

const staff = (loginId: string) => {
  const { totpSeed } = demoAccounts.find((a) => a.loginId === loginId)!
  return { loginId, totpSeed, password: DEMO_PASSWORD }
}
async function worker(loginId: string, prefix: string, options: { javaScript?: boolean; width?: number } = {}) {
  const { page } = await stage.visitor(options)
  await signInByApp(stage, page, staff(loginId))
  return { page, look: looker(page, prefix, options.javaScript !== false) }
}
const said = async (page: Page) => (await page.locator('main').textContent()) ?? ''
const caseOf = (page: Page) => /cases\/([0-9a-f-]{36})/.exec(page.url())?.[1]
const pick = async (page: Page, n: number) => {
  for (const i of Array(n).keys()) await page.locator('label[for^="case-"]').nth(i).click()
}

test('many at once with a way back, a shared view, and the next case by one key', { timeout: 180_000 }, async () => {
  const carla = await worker('super.carla', 'queues')
  await carla.page.goto('/desk?queue=unassigned')
  await carla.look.at('worklist')
  const waiting = await carla.page.locator('tbody tr').count()
  expect(waiting).toBeGreaterThan(2)

  // Nothing is ticked: said at once, and nothing happens.
  await carla.page.getByRole('button', { name: 'Give', exact: true }).click()
  expect(await carla.page.title()).toMatch(/^Error/)
  await carla.look.at('nothing-picked')

  await pick(carla.page, 2)
  expect(await said(carla.page)).toContain('2 cases picked')
  await carla.page
    .locator('select[name=to]')
    .selectOption({ label: demoAccounts.find((a) => a.loginId === 'analyst.ada')!.name })
  await carla.page.getByRole('button', { name: 'Give', exact: true }).click()
  expect(await said(carla.page)).toContain('2 of 2 cases done')
  await carla.look.at('batch')
  await carla.page.getByRole('button', { name: 'Undo' }).click()
  expect(await carla.page.locator('tbody tr').filter({ hasText: 'Undone' }).count()).toBe(2)
  await carla.page.goto('/desk?queue=unassigned')
  expect(await carla.page.locator('tbody tr').count()).toBe(waiting)

  // Another order, a filter, kept for everybody.
  await carla.page.locator('thead').getByRole('link', { name: /^Due/ }).click()
  expect(await carla.page.locator('th[aria-sort=ascending]').textContent()).toContain('Due')
  await carla.page.locator('summary', { hasText: 'Filter and order' }).click()
  await carla.page.locator('#filter-holder').selectOption('nobody')
  await carla.page.getByRole('button', { name: 'Show', exact: true }).click()
  await carla.page.locator('summary', { hasText: 'Keep the view' }).click()
  await carla.page.locator('#name').fill('Nobody’s, first due')
  await carla.page.locator('label[for=shared]').click()
  await carla.look.at('filtered')
  await carla.page.getByRole('button', { name: 'Keep the view' }).click()
  expect(await carla.page.locator('.kept-views [aria-current]').textContent()).toBe('Nobody’s, first due')

  // The analyst: the shared view, then from case to case by the key.
  const ada = await worker('analyst.ada', 'queues-ada')
  await ada.page.goto('/desk')
  await ada.page.getByRole('link', { name: 'Nobody’s, first due' }).click()
  expect(await ada.page.locator('#filter-holder').inputValue()).toBe('nobody')
  await ada.look.at('worklist')
  await ada.page.goto('/desk')
  const seen: (string | undefined)[] = []
  for (let i = 0; i < 2; i++) {
    await Promise.all([
      ada.page.waitForURL((to) => /cases/.test(to.href) && !to.href.includes(String(seen.at(-1)))),
      ada.page.keyboard.press('n'),
    ])
    seen.push(caseOf(ada.page))
  }
  expect(seen[0]).not.toBe(seen[1])
  expect(await said(ada.page)).toContain('Running')
  await ada.look.at('case')

  // Who types gets the letter, and the key can be turned off.
  await ada.page.goto(`/desk/cases/${seen[1]}/history`)
  await ada.page.locator('[name=note]').pressSequentially('n')
  expect(await ada.page.locator('[name=note]').inputValue()).toBe('n')
  await ada.page.getByRole('button', { name: 'Turn the N key off' }).click()
  await ada.page.keyboard.press('n')
  await ada.page.waitForTimeout(300)
  expect(caseOf(ada.page)).toBe(seen[1])

  // A phone without scripts: the same by buttons.
  const phone = await worker('analyst.ben', 'queues-phone', { javaScript: false, width: 390 })
  await phone.page.goto('/desk?queue=mine')
  await phone.look.at('worklist')
  await pick(phone.page, 1)
  await phone.page.getByRole('button', { name: 'Put them back' }).click()
  await phone.look.at('batch')
  await phone.page.goto('/desk')
  await phone.page.getByRole('button', { name: 'Next case' }).click()
  expect(caseOf(phone.page)).toBeDefined()
  expect(stage.faults).toEqual([])
})
