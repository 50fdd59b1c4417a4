/** The contractor's side: take, screen, ask, recommend, decide. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Look } from './look.ts'

export async function takeCase(page: Page, enrollee: string, look: Look): Promise<string> {
  await page.goto('/desk')
  await look.at('worklist')
  // In the list: what is told to the analyst above it may be about an older case of the same provider.
  await page
    .getByRole('table')
    .getByRole('link', { name: new RegExp(enrollee) })
    .first()
    .click()
  await look.at('case-answers')
  await page.getByRole('button', { name: 'Take this case' }).click()
  return /cases\/([0-9a-f-]{36})/.exec(page.url())![1]!
}

/** Looks at every part of the case. */
export async function readCase(page: Page, id: string, look: Look): Promise<void> {
  for (const tab of ['changes', 'screening', 'documents', 'history']) {
    await page.goto(`/desk/cases/${id}/${tab}`)
    await look.at(`case-${tab}`)
  }
}

/** Records each license as seen at the board, and says of each finding that it is acceptable. */
export async function screen(page: Page, id: string, look: Look): Promise<void> {
  await page.goto(`/desk/cases/${id}/screening`)
  await page.getByRole('button', { name: 'Run the checks again' }).click()
  const licenses = await page.locator('input[name=license]').evaluateAll((boxes) => boxes.map((b) => b.id))
  for (const license of licenses) {
    await page.goto(`/desk/cases/${id}/screening`)
    await page.locator(`label[for="${license}"]`).click()
    await page.locator('[name=site]').fill('Illinois Department of Professional Regulation')
    await page.locator('label[for=standing-active]').click()
    await page.locator('[id=expiresOn-month]').fill('7')
    await page.locator('[id=expiresOn-day]').fill('31')
    await page.locator('[id=expiresOn-year]').fill('2028')
    await page.getByRole('button', { name: 'Record the license' }).click()
    expect(await page.title()).not.toMatch(/^Error/)
  }
  await page.goto(`/desk/cases/${id}/recommend`)
  await page
    .getByRole('button', { name: 'Recommend for approval' })
    .click()
    .catch(() => {})
  await look.at('recommend-refused')
  for (let i = 0; i < 20; i++) {
    await page.goto(`/desk/cases/${id}/screening`)
    const open = page.locator('form:has([name^="disposition-"])').first()
    if ((await open.count()) === 0) break
    await open.locator('label[for$="-acceptable"]').click()
    await open.locator('[name^="reason-"]').fill('Explained by the provider, and the record is plausible.')
    await open.getByRole('button', { name: 'Save the disposition' }).click()
    expect(await page.title()).not.toMatch(/^Error/)
  }
  await bringAsked(page, id, look)
  await page.goto(`/desk/cases/${id}/screening`)
  await look.at('case-screened')
}

/** Brings what the screening level asks for: visits that pass, fingerprints without a record. */
export async function bringAsked(page: Page, id: string, look: Look): Promise<void> {
  for (let i = 0; i < 10; i++) {
    await page.goto(`/desk/cases/${id}/tasks`)
    if (i === 0) await look.at('case-tasks')
    const open = page.locator('main tr', { has: page.locator('td', { hasText: /^Open$/ }) }).first()
    if ((await open.count()) === 0) return
    await open.getByRole('link').first().click()
    const isVisit = (await page.locator('[id=visitedOn-month]').count()) > 0
    if (isVisit) {
      await page.locator('[id=visitedOn-month]').fill('11')
      await page.locator('[id=visitedOn-day]').fill('1')
      await page.locator('[id=visitedOn-year]').fill('2026')
    }
    await page.locator(`label[for=result-${isVisit ? 'operational' : 'no-record'}]`).click()
    await page.getByRole('button', { name: 'Send the result' }).click()
    expect(await page.title()).not.toMatch(/^Error/)
  }
}

/** Asks about one answer; the wording comes from the library. */
export async function askForMore(page: Page, id: string, field: string, wording: string, look: Look): Promise<void> {
  await page.goto(`/desk/cases/${id}/request`)
  await look.at('request-pick')
  // The questions of a task are in one closed group.
  await page
    .locator('details', { has: page.locator(`[id="pick-${field}"]`) })
    .locator('summary')
    .click()
  await page.locator(`label[for="pick-${field}"]`).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await look.at('request-say')
  await page.locator('[name^="wording-"]').first().fill(wording)
  await page.getByRole('button', { name: 'Send the request' }).click()
  expect(await page.title()).not.toMatch(/^Error/)
}

export async function recommend(page: Page, id: string, look: Look): Promise<void> {
  await page.goto(`/desk/cases/${id}/recommend`)
  await look.at('recommend')
  await page.getByRole('button', { name: 'Recommend for approval' }).click()
  await look.at('recommended')
  expect(await page.title()).not.toMatch(/^Error/)
}

export async function approve(page: Page, id: string, button: string, look: Look): Promise<void> {
  await page.goto(`/desk/cases/${id}/decide`)
  await look.at('decide')
  await page.getByRole('button', { name: button }).click()
  await look.at('decided')
  expect(await page.title()).not.toMatch(/^Error/)
}
