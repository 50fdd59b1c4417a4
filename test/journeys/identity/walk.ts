/**
 * A flow of identity, walked twice: with JavaScript and without. The steps are the same; where they cannot be (a
 * passkey), they ask `javaScript`.
 *
 * Promises: the browser of each walk really is what it says it is; a fault of the server or of a page's script fails it.
 */
import { generate } from 'otplib'
import type { BrowserContext, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Stage } from '../portal.ts'
import { httpClient, signInWith } from '../steps/http-client.ts'
import { type IdentityFlow, identityFlows, type Mode, modes } from './flows.ts'

export interface Walker {
  readonly stage: Stage
  readonly page: Page
  readonly context: BrowserContext
  readonly javaScript: boolean
  /** Tells the people of the two walks apart, who share one portal. */
  readonly mode: Mode
}

export function walk(flow: IdentityFlow, stageOf: () => Stage, steps: (walker: Walker) => Promise<void>): void {
  for (const mode of modes)
    test(`${flow}, JavaScript ${mode}: ${identityFlows[flow]}`, { timeout: 60_000 }, async () => {
      const stage = stageOf()
      const javaScript = mode === 'on'
      const { page, context } = await stage.visitor({ javaScript, width: javaScript ? 1280 : 390 })
      await page.goto('data:text/html,<title>off</title><script>document.title = "on"</script>')
      expect(await page.title()).toBe(mode)
      const broken: string[] = []
      page.on('pageerror', (fault) => broken.push(`${page.url()}: ${fault.message}`))
      await steps({ stage, page, context, javaScript, mode })
      expect(broken).toEqual([])
      expect(stage.faults).toEqual([])
      await context.close()
    })
}

/** Another person in a browser of the same kind. */
export async function another({ stage, javaScript }: Walker): Promise<{ page: Page; context: BrowserContext }> {
  return stage.visitor({ javaScript, width: javaScript ? 1280 : 390 })
}

/** Types into the boxes of a form by their field names. */
export async function fill(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const box = page.locator(`main [name="${name}"]:not([type=hidden])`).first()
    if ((await box.evaluate((e) => e.tagName)) === 'SELECT') await box.selectOption(value)
    else await box.fill(value)
  }
}
/** Picks a radio button or box by its id, through its label, as a person does. */
export const tick = (page: Page, id: string): Promise<void> => page.locator(`label[for="${id}"]`).click()
/** Presses a button and waits for the page that it leads to. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  const button = page.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) }).first()
  await Promise.all([page.waitForEvent('domcontentloaded'), button.click()])
}
export const text = async (page: Page): Promise<string> => (await page.locator('body').textContent()) ?? ''
export const linkIn = (message: { body: string }, like = /https?:\/\/\S+/): string => {
  const found = like.exec(message.body)?.[0]
  if (!found) throw new Error(`no link in ${message.body}`)
  return found
}

/** How far the clock of a portal is ahead of ours: to ask the portal runs all of its jobs, which is slow. */
const ahead = new WeakMap<Stage, number>()
async function now(stage: Stage): Promise<Date> {
  const known = ahead.get(stage) ?? (await stage.now()).getTime() - Date.now()
  ahead.set(stage, known)
  return new Date(Date.now() + known)
}
export async function later(stage: Stage, minutes: number): Promise<void> {
  const to = new Date((await now(stage)).getTime() + minutes * 60_000)
  await stage.moveClock(to)
  ahead.set(stage, to.getTime() - Date.now())
}
/** What the authenticator app shows now. */
export const appCode = async (stage: Stage, secret: string): Promise<string> =>
  generate({ secret, epoch: Math.floor((await now(stage)).getTime() / 1000) })

interface ByApp {
  readonly loginId: string
  readonly password: string
  readonly totpSeed: string
}
/** Signed in without walking through it, for what comes afterwards. A code works once, so a minute passes. */
export async function enter(stage: Stage, context: BrowserContext, who: ByApp): Promise<void> {
  await later(stage, 1)
  const client = httpClient(stage.origin)
  const { location } = await signInWith(client, who, await now(stage))
  if (!location || location.startsWith('/sign-in')) throw new Error(`${who.loginId} is not signed in`)
  await context.clearCookies()
  await context.addCookies([...client.jar].map(([name, value]) => ({ name, value, url: stage.origin })))
}
