/** Somebody works out which days a reactivation loses, by keyboard and on a narrow screen. */
import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, launchBrowser } from '#test/support/browser.ts'
import { type SmallPortal, smallPortal } from './steps/small-portal.ts'

let portal: SmallPortal
let browser: Browser
beforeAll(async () => {
  ;[portal, browser] = await Promise.all([smallPortal(), launchBrowser()])
  mkdirSync('test-results', { recursive: true })
}, 120_000)
afterAll(() => Promise.all([portal?.close(), browser?.close()]))

test.each([1280, 390])(
  'works out a date at %i pixels',
  async (width) => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: true })
    const page = await context.newPage()
    await page.goto(`${portal.origin}/dates`)
    await expectAccessible(page)
    await page.screenshot({ path: `test-results/dates-start-${width}.png`, fullPage: true })
    await page.getByRole('link', { name: 'Reactivate after a deactivation' }).click()
    await page.getByRole('button', { name: 'Work it out' }).click()
    await page.getByRole('link', { name: /First day of the deactivation/ }).waitFor()
    await expectAccessible(page)
    await page.getByLabel('Day it is received').fill('2026-05-01')
    await page.getByLabel('First day of the deactivation').fill('2026-03-01')
    await page.keyboard.press('Enter')
    await page.getByText('61 days: March 1, 2026 to April 30, 2026').waitFor()
    await expectAccessible(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    await page.screenshot({ path: `test-results/dates-answer-${width}.png`, fullPage: true })
    await page.goto(`${portal.origin}/dates?act=enroll`)
    await expectAccessible(page)
    await page.screenshot({ path: `test-results/dates-enroll-${width}.png`, fullPage: true })
    await context.close()
  },
  60_000,
)
