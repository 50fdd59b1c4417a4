/**
 * The real browser of the journeys, and what every page must stand up to in it.
 *
 * Promises: the same Chromium on every machine (from npm; E2E_CHROMIUM names another one);
 * an accessibility fault is reported so that it can be found and mended without running anything.
 */
import fs from 'node:fs'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, chromium, type Page } from 'playwright-core'
import { type Chromium, unpackedChromium } from './unpack-chromium.ts'

const args = [
  // Chromium's sandbox needs rights that root in a container does not have; only our own pages are opened.
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Open pages in a context of their own (`browser.newContext()`): one context is one person, and axe needs it. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = await findChromium()
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return chromium.launch({ executablePath, args, headless: true, env: { ...Object.fromEntries(inherited), ...env } })
}

async function findChromium(): Promise<Chromium> {
  const given = process.env.E2E_CHROMIUM
  return given ? { executablePath: given, env: {} } : unpackedChromium()
}

export async function expectAccessible(page: Page): Promise<void> {
  // Our pages have no frames. The other mode opens a second tab for each judgment and takes three times as long.
  const axe = new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(standards)
    .setLegacyMode()
  const { violations } = await axe.analyze()
  if (violations.length === 0) return
  const list = violations.flatMap(({ id, impact, help, helpUrl, nodes }) => [
    `- ${help} [${id}, ${impact ?? 'unrated'}] ${helpUrl}`,
    ...nodes.map((node) => `    ${node.target.join(' ')}\n      ${node.html}\n      ${indented(node.failureSummary)}`),
  ])
  throw new Error(`${page.url()} ("${await page.title()}") is not accessible:\n${list.join('\n')}`)
}

const indented = (text: string | undefined) => (text ?? '').replaceAll('\n', '\n      ')

/** Writes test-results/<name>.png, the whole page, when pictures are asked for: they cost a third of a journey's time. */
export async function screenshot(page: Page, name: string): Promise<string> {
  if (!process.env.PICTURES) return ''
  const file = path.resolve(import.meta.dirname, '../../test-results', `${name.replaceAll(/[^\w.-]+/g, '-')}.png`)
  fs.mkdirSync(path.dirname(file), { recursive: true })
  await page.screenshot({ path: file, fullPage: true })
  return file
}
