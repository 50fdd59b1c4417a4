/** From a filled draft to a tracking number: documents, check, comparison, signature. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Look } from './look.ts'

/** The smallest file that is a PDF by its content. */
export const smallPdf = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
)

/** Adds a document to every slot that still needs one; first tries a file that is none of the accepted kinds. */
export async function addDocuments(page: Page, applicationId: string, look: Look): Promise<void> {
  await page.goto(`/applications/${applicationId}/documents`)
  await look.at('documents')
  const slots = await page
    .getByRole('link', { name: /^Add a file/ })
    .evaluateAll((links) => links.map((a) => a.getAttribute('href')!))
  expect(slots.length).toBeGreaterThan(0)
  for (const [i, slot] of slots.entries()) {
    await page.goto(slot)
    if (i === 0) {
      await page.locator('input[type=file]').setInputFiles({
        name: 'license.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from('<html>not a pdf</html>'),
      })
      await page.getByRole('button', { name: 'Upload' }).click()
      expect(await page.title()).toMatch(/^Error/)
      await look.at('document-refused')
    }
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: `paper-${i}.pdf`, mimeType: 'application/pdf', buffer: smallPdf })
    await page.getByRole('button', { name: 'Upload' }).click()
  }
  await page.goto(`/applications/${applicationId}/documents`)
  await look.at('documents-added')
}

/** Explains every difference that stays. */
export async function compareWithRecords(page: Page, applicationId: string, look: Look): Promise<void> {
  await page.goto(`/applications/${applicationId}/preflight`)
  await look.at('preflight')
  const boxes = await page.locator('textarea').count()
  for (let i = 0; i < boxes; i++) {
    const open = page.locator('textarea').nth(i)
    await open.fill('The record is older than my practice; I have asked the registry to correct it.')
    await page.getByRole('button', { name: 'Save explanation' }).nth(i).click()
  }
  await page.goto(`/applications/${applicationId}/preflight`)
  await look.at('preflight-explained')
}

/** Signs and returns the tracking number. */
export async function signAndSubmit(
  page: Page,
  applicationId: string,
  legalName: string,
  button: string,
  look: Look,
): Promise<string> {
  await page.goto(`/applications/${applicationId}/sign`)
  await look.at('sign')
  await page.getByRole('button', { name: button }).click()
  expect(await page.title()).toMatch(/^Error/)
  await look.at('sign-refused')
  await page.getByLabel('Type your full legal name').fill(legalName)
  await page.locator('main .usa-checkbox__label').last().click()
  await page.getByRole('button', { name: button }).click()
  await look.at('submitted')
  expect(page.url()).toContain('/submitted')
  const number = /[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/.exec(await page.locator('main').innerText())?.[0]
  await page.reload()
  expect(await page.locator('main').innerText()).toContain(number)
  return number!
}
