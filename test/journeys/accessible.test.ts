/** What judges every page of the other journeys can fail: a box without a label and faint words are found and named. */
import { expect, test } from 'vitest'
import { expectAccessible, launchBrowser } from '../support/browser.ts'

const faulty = `<html lang="en"><head><title>A page</title></head><body><main><h1>A page</h1>
  <input><p style="color:#ccc;background:#fff">faint</p></main></body></html>`

test('a box without a label and faint words are found', async () => {
  const browser = await launchBrowser()
  const page = await (await browser.newContext()).newPage()
  await page.setContent(faulty)
  await expect(expectAccessible(page)).rejects.toThrow(/color-contrast[\s\S]*label|label[\s\S]*color-contrast/)
  await page.setContent(faulty.replace('<input>', '').replace('#ccc', '#222'))
  await expectAccessible(page)
  await browser.close()
})
