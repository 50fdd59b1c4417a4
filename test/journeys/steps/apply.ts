/** Filling in a CMS-855I page by page, as a person does it, from the answers of a named person. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { cms855i } from '#forms/cms855i/index.ts'
import { asTyped } from '#forms/kit/answers.ts'
import { sectionsOf } from '#forms/kit/form.ts'
import { applies, type File, type Item, isAsked, type Section } from '#forms/kit/section.ts'
import { answer } from './fill.ts'
import type { Look } from './look.ts'

/** Answers every section of the file; the pages already hold what the registry knew. */
export async function fillApplication(page: Page, applicationId: string, file: File, look: Look): Promise<void> {
  for (const s of sectionsOf(cms855i)) {
    const items = file[s.id] ?? []
    if (items.length === 0 || !applies(s, file)) continue
    const base = `/applications/${applicationId}/sections/${s.id}`
    if (!s.repeats) await fillItem(page, base, s, items[0]!, look)
    else {
      await page.goto(base)
      await look.at(`list-${s.id}`)
      const changes = await page
        .locator('main a[href*="/items/"]:not([href$="/new"]):not([href$="/remove"])')
        .evaluateAll((links) => links.map((a) => a.getAttribute('href')!))
      for (const [i, item] of items.entries()) await fillItem(page, changes[i] ?? `${base}/items/new`, s, item, look)
    }
  }
}

async function fillItem(page: Page, path: string, s: Section, item: Item, look: Look): Promise<void> {
  await page.goto(path)
  await look.at(`ask-${s.id}`)
  const typed = asTyped(s, item.answers)
  for (let round = 0; round < 3; round++) {
    for (const [name, q] of Object.entries(s.questions)) {
      const value = typed[name]
      if (value === undefined || !isAsked(q, item.answers)) continue
      if ((await page.locator(`[name="${name}"], [name="${name}-month"]`).count()) > 0)
        await answer(page, name, q.kind, value)
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
