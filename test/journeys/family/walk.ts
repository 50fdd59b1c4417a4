/** From a record to a tracking number in the browser: the reason, only what changes, what differs, the fee, the signature. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { applicationForm } from '#forms/application-form.ts'
import { parseAnswers, type Typed } from '#forms/kit/answers.ts'
import { sectionOf } from '#forms/kit/form.ts'
import { ONLY_ITEM } from '#forms/kit/section.ts'
import { readingOf } from '#forms/readings.ts'
import { en } from '#words/index.ts'
import { fixtureDay } from '../../people/answered.ts'
import { fillItem, itemPages } from '../steps/apply.ts'
import type { Look } from '../steps/look.ts'
import type { Told } from './cast.ts'

/** One page of a section: what is typed there and nothing else. */
export interface Edit {
  readonly section: string
  /** Of a list: which item is changed, or a new one. */
  readonly item?: number | 'new'
  readonly typed: Typed
}

/** Presses a button, and waits for the page that it leads to. */
export async function press(page: Page, name: string | RegExp, nth = 0): Promise<void> {
  const button = page.getByRole('main').getByRole('button', { name }).nth(nth)
  await Promise.all([page.waitForEvent('load'), button.click()])
}
export const mainText = (page: Page) => page.locator('main').innerText()
const applicationIn = (page: Page): string => /applications\/([0-9a-f-]{36})/.exec(page.url())![1]!

/** Chooses the reason on the page of the enrollment, and of a change the parts; returns the application's id. */
export async function beginAbout(page: Page, enrollmentId: string, told: Told, tasks: readonly string[], look: Look) {
  await page.goto(`/enrollments/${enrollmentId}`)
  await page.getByRole('link', { name: en.portal.reasons.more }).click()
  await look.at('reasons')
  await page.locator(`label[for="reason-${told.reason}"]`).click()
  await press(page, en.portal.change.begin)
  for (const task of tasks) await page.locator(`label[for="tasks-${task}"]`).click()
  if (tasks.length > 0) await press(page, en.portal.change.begin)
  await look.at('task-list')
  return applicationIn(page)
}

/** Opens one page of the draft, types, and saves. */
export async function edit(page: Page, applicationId: string, told: Told, e: Edit, look: Look): Promise<void> {
  const everyTask = readingOf(told.form).form.tasks.map((t) => t.id)
  const section = sectionOf(applicationForm({ ...told, chosenTasks: everyTask }), e.section)!
  // Left out answers stay as they are on file, so that only what is typed has to be right.
  const { answers } = parseAnswers(section, e.typed, fixtureDay)
  const given = Object.fromEntries(Object.entries(answers).filter(([name]) => e.typed[name] !== undefined))
  const base = `/applications/${applicationId}/sections/${e.section}`
  const path =
    e.item === undefined
      ? base
      : e.item === 'new'
        ? `${base}/items/new`
        : (await itemPages(page, base, `list-${e.section}`, look))[e.item]!
  await fillItem(page, path, section, { id: ONLY_ITEM, answers: given }, look)
}

/** Nothing changed: a tick for each part of the record, and one button. */
export async function confirmAll(page: Page, applicationId: string, look: Look): Promise<void> {
  await page.goto(`/applications/${applicationId}`)
  await page.getByRole('main').getByRole('link', { name: 'Say why you file this' }).first().click()
  await look.at('confirm')
  for (const label of await page.locator('label[for^="confirmed-"]').all()) await label.click()
  await press(page, en.portal.reasons.confirm.done)
}

/** At the payment page of the demonstration. */
export async function payFee(page: Page, applicationId: string, look: Look): Promise<void> {
  await page.goto(`/applications/${applicationId}/fee`)
  await look.at('fee')
  await press(page, /^Pay \$/)
  await press(page, /^Pay$/)
  expect(await mainText(page)).toContain('FEE-')
}

/** Explains what the registry has otherwise, when there is something. */
export async function explain(page: Page, applicationId: string, look: Look): Promise<void> {
  await page.goto(`/applications/${applicationId}/preflight`)
  await look.at('preflight')
  const boxes = await page.locator('textarea').count()
  for (let i = 0; i < boxes; i++) {
    await page.locator('textarea').nth(i).fill('It is as we say here; the registry will be corrected.')
    await press(page, 'Save explanation', i)
  }
}

/** Types the name of the signer and sends; ends on the page with the tracking number. */
export async function sign(page: Page, applicationId: string, signer: string, look: Look): Promise<void> {
  await page.goto(`/applications/${applicationId}/sign`)
  await look.at('sign')
  expect(await mainText(page), 'what keeps it from being signed').not.toContain(en.portal.sign.blockedTitle)
  await page.getByLabel('Type your full legal name').fill(signer)
  await page.locator('label[for=agree]').click()
  await press(page, en.portal.sign.button)
  await look.at('submitted')
  expect(page.url(), await mainText(page)).toContain('/submitted')
}
