/** Filling in a form page by page, as a person does it, from the answers of a named person. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { cms855i } from '#forms/cms855i/index.ts'
import { asTyped } from '#forms/kit/answers.ts'
import { type Form, sectionsOf } from '#forms/kit/form.ts'
import { applies, type File, type Item, isAsked, type Section } from '#forms/kit/section.ts'
import { answer, follow } from './fill.ts'
import type { Look } from './look.ts'

/** Answers every section of the file; the pages already hold what the registry knew. */
export async function fillApplication(
  page: Page,
  applicationId: string,
  file: File,
  look: Look,
  form: Form = cms855i,
): Promise<void> {
  for (const s of sectionsOf(form)) {
    const items = file[s.id] ?? []
    if (items.length === 0 || !applies(s, file)) continue
    const base = `/applications/${applicationId}/sections/${s.id}`
    if (!s.repeats) await fillItem(page, base, s, items[0]!, look)
    else {
      const there = await itemPages(page, base, `list-${s.id}`, look)
      for (const [i, item] of items.entries()) await fillItem(page, there[i] ?? `${base}/items/new`, s, item, look)
    }
  }
}

/** Goes there unless the last save already led there. */
const open = (page: Page, path: string) =>
  new URL(page.url()).pathname === path ? page.waitForLoadState() : page.goto(path)

/** Opens the list of a section; where each item that is there is changed. */
export async function itemPages(page: Page, base: string, name: string, look: Look): Promise<readonly string[]> {
  await open(page, base)
  await look.at(name)
  return page
    .locator('main a[href*="/items/"]:not([href$="/new"]):not([href$="/remove"])')
    .evaluateAll((links) => links.map((a) => a.getAttribute('href')!))
}

/** Answers the questions of one item that have an answer here; what the page holds besides stays. */
export async function fillItem(page: Page, path: string, s: Section, item: Item, look: Look): Promise<void> {
  await open(page, path)
  await look.at(`ask-${s.id}`)
  const typed = asTyped(s, item.answers)
  for (let round = 0; round < 3; round++) {
    for (const [name, q] of Object.entries(s.questions)) {
      const value = typed[name]
      if (value === undefined || !isAsked(q, item.answers)) continue
      // Without scripts a question that an answer brings up appears after saving.
      if (await page.locator(`[data-question="${name}"]`).isVisible()) await answer(page, name, q.kind, value)
    }
    await page.getByRole('button', { name: 'Save and continue' }).click()
    if (!(await page.title()).startsWith('Error')) {
      if (new URL(page.url()).pathname !== path) return
    }
  }
  const said = await page
    .locator('#errors')
    .textContent()
    .catch(() => '')
  expect(`${s.id} ${item.id}: ${said}`).toBe('saved')
}

/** Begins a new enrollment as a physician in Illinois, from what brings her here; returns the application's id. */
export async function startApplication(page: Page, look: Look): Promise<string> {
  await page.goto('/dashboard')
  await page.getByRole('link', { name: 'Start an application' }).first().click()
  await look.at('enroll-start')
  await page.getByRole('link', { name: 'I am opening my own practice', exact: true }).click()
  await look.at('situation')
  await page.locator('select[name=state]').selectOption('IL')
  await page.locator('label[for=practitioner-physician]').click()
  await page.getByRole('button', { name: 'Start' }).click()
  await look.at('task-list')
  return idIn(page.url())
}

/** Corrects the state of birth that was asked about, and says so. */
export async function answerRequest(page: Page, applicationId: string, look: Look): Promise<void> {
  await page.goto(`/applications/${applicationId}/request`)
  await look.at('request')
  await page.locator('main a[href*="/sections/birth"]').click()
  await page.locator('select[name=state]').selectOption('AZ')
  await follow(page.getByRole('button', { name: 'Save and continue' }))
  await page.goto(`/applications/${applicationId}/request`)
  await page.getByLabel('Your reply to item 1').fill('I was born in Arizona. It is corrected.')
  await page.getByRole('button', { name: 'Save and go on to sign' }).click()
}

/** Chooses to change practice locations and gives the first one another street address. */
export async function changeLocation(page: Page, line1: string, look: Look): Promise<string> {
  await look.at('enrollment')
  if (!page.url().endsWith('/change')) await page.getByRole('link', { name: 'Update this enrollment' }).click()
  await look.at('change-choose')
  await page.locator('main label', { hasText: 'Practice locations' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  const id = idIn(page.url())
  await look.at('change-tasks')
  await page.goto(`/applications/${id}/sections/practice-locations`)
  await page.locator('main a[href*="/items/"]:not([href$="/new"]):not([href$="/remove"])').first().click()
  await page.locator('[name=line1]').fill(line1)
  await follow(page.getByRole('button', { name: 'Save and continue' }))
  await page.goto(`/applications/${id}/changes`)
  await look.at('change-diff')
  return id
}

const idIn = (url: string): string => /applications\/([0-9a-f-]{36})/.exec(url)![1]!
