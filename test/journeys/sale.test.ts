/**
 * A clinic's official buys facilities: of a young agency nothing passes, which is said before anything begins; of a nursing
 * home the draft begins with its number. The desk's queue of held reassignments is empty, and says so.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD, demoAccounts } from '#demo/accounts/accounts.ts'
import { demoDelegates } from '#demo/accounts/delegates.ts'
import { openStage, type Stage } from './portal.ts'
import { signInByApp } from './steps/account.ts'
import { looker } from './steps/look.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage(new Date('2026-11-24T15:00:00Z'))
})
afterAll(() => stage?.close())

const text = async (page: Page) => (await page.locator('main').textContent()) ?? ''
const begin = (page: Page) => page.getByRole('main').getByRole('button', { name: 'Begin' }).click()

async function name(page: Page, number: string): Promise<void> {
  await page.locator('[name=number]').fill(number)
  for (const [part, value] of [
    ['month', '12'],
    ['day', '31'],
    ['year', '2026'],
  ] as const)
    await page.locator(`[name=saleOn-${part}]`).fill(value)
  await page.locator('label[for=agreement-accepted]').click()
}

test('a buyer names what it bought, hears the 36-month rule, and begins', { timeout: 120_000 }, async () => {
  const { page } = await stage.visitor()
  const look = looker(page, 'sale', true)
  const ida = demoDelegates.find((d) => d.loginId === 'ida.brandt')!
  await signInByApp(stage, page, { ...ida, password: DEMO_PASSWORD })
  await expect.poll(() => page.url()).toContain('/dashboard')
  await page.goto('/start/bought')
  await page.getByRole('link', { name: /name the seller/ }).click()
  await begin(page)
  await expect.poll(() => page.title()).toMatch(/^Error/)
  await look.at('empty')
  await name(page, '14-7790')
  await begin(page)
  await expect.poll(() => text(page)).toContain('36-month rule')
  await look.at('nothing-passes')
  await name(page, '14-5990')
  await begin(page)
  await expect.poll(() => page.url()).toContain('/sale')
  expect(await text(page)).toContain('Quiet Meadow Care Center')
  expect(await text(page)).toContain('You keep the certification number')
  await look.at('sale')
  await page.getByRole('link', { name: 'Application', exact: true }).click()
  expect(await text(page)).toContain('Change of ownership, as buyer')
  await look.at('draft')

  const desk = await stage.visitor()
  const analyst = demoAccounts.find((a) => a.role === 'mac-analyst')!
  await signInByApp(stage, desk.page, { ...analyst, password: DEMO_PASSWORD })
  await desk.page.goto('/desk/reassignments')
  expect(await text(desk.page)).toContain('Reassignments to decide')
  await looker(desk.page, 'sale-desk', true).at('held')
  expect(stage.faults).toEqual([])
})
