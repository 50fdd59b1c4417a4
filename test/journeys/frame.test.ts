/**
 * The frame of every page as it is used: on a phone without a script the menu is folded and opens by a key, and the skip
 * link stays first; with the forced colors of high contrast, what has the focus and what is chosen can be seen.
 */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD, demoAccounts } from '#demo/accounts/accounts.ts'
import { launchBrowser, screenshot } from '../support/browser.ts'
import { signInOverHttp } from './steps/http-sign-in.ts'
import { type SmallPortal, smallPortal } from './steps/small-portal.ts'

let portal: SmallPortal
let browser: Browser
const cookies = new Map<string, string>()
beforeAll(async () => {
  portal = await smallPortal()
  browser = await launchBrowser()
  for (const loginId of ['ruth.penhallow', 'analyst.ada', 'admin.june']) {
    const account = demoAccounts.find((a) => a.loginId === loginId)!
    cookies.set(loginId, await signInOverHttp(portal.origin, { ...account, password: DEMO_PASSWORD }))
  }
}, 120_000)
afterAll(async () => {
  await browser.close()
  await portal.close()
})

async function seat(
  loginId: string | undefined,
  width: number,
  forcedColors: 'active' | 'none' = 'none',
): Promise<Page> {
  const context = await browser.newContext({
    baseURL: portal.origin,
    javaScriptEnabled: forcedColors === 'active',
    viewport: { width, height: 844 },
    forcedColors,
  })
  const pairs = loginId ? cookies.get(loginId)!.split('; ') : []
  await context.addCookies(
    pairs.map((c) => ({ name: c.split('=')[0]!, value: c.slice(c.indexOf('=') + 1), url: portal.origin })),
  )
  return context.newPage()
}

test.each([
  ['analyst.ada', '/desk', 'Worklist', 'Monitoring'],
  ['ruth.penhallow', '/inbox', 'Inbox', 'Calendar'],
  ['admin.june', '/admin', 'Administration', 'Account and security'],
])('the menu of %s is folded on a phone and opens by a key', async (loginId, path, here, other) => {
  const page = await seat(loginId, 390)
  await page.goto(path)
  const menu = page.getByRole('navigation', { name: 'Main menu' })
  const fold = menu.locator('summary')
  expect(await fold.innerText()).toMatch(new RegExp(`^Menu\\s*${here}$`))
  expect(await menu.getByRole('link', { name: other }).isVisible()).toBe(false)
  // Three lines more where somebody acts for a provider.
  const top = await page.locator('#main-content').evaluate((e) => e.getBoundingClientRect().top)
  expect(top).toBeLessThan(loginId === 'ruth.penhallow' ? 380 : 320)
  // The skip link is the first thing that the key reaches, the fold comes before the page.
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#main-content')
  await fold.focus()
  await page.keyboard.press('Enter')
  expect(await menu.getByRole('link', { name: other }).isVisible()).toBe(true)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await screenshot(page, `frame-menu-${loginId}-390`)
  await page.setViewportSize({ width: 1280, height: 844 })
  expect(await fold.isVisible()).toBe(false)
  expect(await menu.getByRole('link', { name: other }).isVisible()).toBe(true)
  await page.context().close()
})

test('a short menu is not folded: signing in is one press away', async () => {
  const page = await seat(undefined, 390)
  await page.goto('/')
  expect(
    await page.getByRole('navigation', { name: 'Main menu' }).getByRole('link', { name: 'Sign in' }).isVisible(),
  ).toBe(true)
  await page.context().close()
})

test.each([
  [undefined, '/sign-in'],
  ['ruth.penhallow', '/dashboard'],
  ['ruth.penhallow', '/calendar/settings'],
  ['analyst.ada', '/desk'],
  ['admin.june', '/admin/staff/invite'],
])(
  'with forced colors everything that has the focus shows it: %s at %s',
  { timeout: 60_000 },
  async (loginId, path) => {
    const page = await seat(loginId, 1280, 'active')
    await page.goto(path)
    const unseen: string[] = []
    const seen = new Set<string>()
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press('Tab')
      const at = await page.evaluate(() => {
        const e = document.activeElement
        if (!e || e === document.body) return undefined
        // USWDS draws radio buttons and check boxes on their labels.
        const drawn = e.matches('.usa-radio__input, .usa-checkbox__input') ? (e.nextElementSibling ?? e) : e
        const outlined = [drawn, e].some((x) =>
          [undefined, '::before'].some((pseudo) => {
            const s = getComputedStyle(x, pseudo)
            return s.outlineStyle !== 'none' && Number.parseFloat(s.outlineWidth) >= 2
          }),
        )
        return { what: `${e.tagName} ${e.id || e.textContent?.trim().slice(0, 40)}`, outlined }
      })
      if (!at) break
      seen.add(at.what)
      if (!at.outlined) unseen.push(at.what)
    }
    expect(seen.size).toBeGreaterThan(5)
    expect(unseen).toEqual([])
    await screenshot(page, `frame-forced-${path}`)
    await page.context().close()
  },
)

test('with forced colors the current entry, a chosen answer, an error and a status are more than a background', async () => {
  const page = await seat('ruth.penhallow', 1280, 'active')
  await page.goto('/calendar/settings')
  const border = (selector: string, side: 'borderBottomColor' | 'borderTopStyle') =>
    page
      .locator(selector)
      .first()
      .evaluate((e, s) => getComputedStyle(e)[s], side)
  expect(await border('.site-nav a[aria-current="page"]', 'borderBottomColor')).not.toBe(
    await border('.site-nav a:not([aria-current])', 'borderBottomColor'),
  )
  const marks = await page.locator('.usa-radio__input').evaluateAll((all) =>
    all.map((e) => {
      const s = getComputedStyle(e.nextElementSibling!, '::before')
      return [(e as HTMLInputElement).checked, `${s.backgroundColor} ${s.boxShadow} ${s.borderTopWidth}`] as const
    }),
  )
  const [chosen] = marks.filter(([is]) => is).map(([, look]) => look)
  expect(chosen).toBeDefined()
  expect(marks.filter(([is]) => !is).map(([, look]) => look)).not.toContain(chosen)
  await page.goto('/help/contact')
  await page.getByRole('button', { name: /^Send/ }).click()
  expect(await border('.error-summary', 'borderTopStyle')).toBe('solid')
  await screenshot(page, 'frame-forced-error')
  await page.context().close()
})
