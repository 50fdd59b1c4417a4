/** What every page of a journey must stand up to: accessible, nothing wider than the screen, no fault in the console. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { expectAccessible, screenshot } from '../../support/browser.ts'

const NARROW = [320, 390] as const

export interface Look {
  /** Judges the page that is open and keeps a picture of it under the name. */
  at(name: string): Promise<void>
}

/** With `thorough`, each page is judged by axe and at narrow widths; otherwise only for overflow as it is. */
export function looker(page: Page, prefix: string, thorough: boolean): Look {
  const complaints: string[] = []
  page.on(
    'console',
    (m) => m.type() === 'error' && !/status of 4\d\d/.test(m.text()) && complaints.push(`${page.url()}: ${m.text()}`),
  )
  page.on('pageerror', (fault) => complaints.push(`${page.url()}: ${fault.message}`))
  return {
    async at(name) {
      // A press may still be on its way to the next page.
      await page.waitForLoadState()
      expect(complaints).toEqual([])
      if (thorough) {
        await expectAccessible(page)
        const full = page.viewportSize()!
        for (const width of NARROW) {
          await page.setViewportSize({ width, height: full.height })
          await expectNoOverflow(page, name)
          if (width === 390) await screenshot(page, `${prefix}-${name}-390`)
        }
        await page.setViewportSize(full)
      }
      await expectNoOverflow(page, name)
      await screenshot(page, `${prefix}-${name}-${page.viewportSize()!.width}`)
    },
  }
}

async function expectNoOverflow(page: Page, name: string): Promise<void> {
  const { wide, screen, widest } = await page.evaluate(() => {
    const root = document.documentElement
    const out = [...document.querySelectorAll('main *')].filter(
      (e) => e.getBoundingClientRect().right > root.clientWidth + 1,
    )
    return {
      wide: root.scrollWidth,
      screen: root.clientWidth,
      widest: out.slice(0, 3).map((e) => e.outerHTML.slice(0, 120)),
    }
  })
  expect(wide, `${name} is wider than the screen: ${widest.join(' | ')}`).toBeLessThanOrEqual(screen)
}
