/** Filling forms as a person does: radio buttons and check boxes by their labels, the rest by typing. */
import type { Locator, Page } from 'playwright-core'
import type { AnyKind } from '#forms/kit/kinds.ts'

/** Clicks the label of a radio button or check box (the box itself is drawn by its label). */
export const pick = (page: Page, label: string) => page.locator('main label', { hasText: label }).first().click()

/** Clicks what opens a page or sends a form and waits for the answer: whoever goes on before it may stop it on its way. */
export const follow = async (target: Locator): Promise<void> => {
  await Promise.all([target.page().waitForEvent('load'), target.click()])
}

/** Types one answer into the control of a question, as `typed` has it. */
export async function answer(page: Page, name: string, kind: AnyKind, typed: string): Promise<void> {
  switch (kind.name) {
    case 'date': {
      const [y, m, d] = typed.split('-') as [string, string, string]
      await page.locator(`[id="${name}-month"]`).fill(m)
      await page.locator(`[id="${name}-day"]`).fill(d)
      await page.locator(`[id="${name}-year"]`).fill(y)
      return
    }
    case 'yesNo':
    case 'choice':
      await page.locator(`label[for="${name}-${typed}"]`).click()
      return
    case 'choices':
      for (const option of typed.split(',')) {
        const box = page.locator(`[id="${name}-${option}"]`)
        if (!(await box.isChecked())) await page.locator(`label[for="${name}-${option}"]`).click()
      }
      return
    case 'specialty':
    case 'state':
      await page.locator(`select[id="${name}"]`).selectOption(typed)
      return
    default:
      await page.locator(`[id="${name}"]`).fill(typed)
  }
}
