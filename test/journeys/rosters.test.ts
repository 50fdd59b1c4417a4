/** Bria Stone of a billing company checks a list of practitioners, downloads the answers, shares it, and removes it. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD, demoAccounts } from '#demo/accounts/accounts.ts'
import { demoDelegates } from '#demo/accounts/delegates.ts'
import { openStage, type Stage } from './portal.ts'
import { signInByApp } from './steps/account.ts'
import { looker } from './steps/look.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage(new Date('2026-11-24T15:00:00Z'))
})
afterAll(() => stage?.close())

const account = (loginId: string) => ({
  ...[...demoAccounts, ...demoDelegates].find((a) => a.loginId === loginId)!,
  password: DEMO_PASSWORD,
})

test('a roster is checked, shown, downloaded and removed', { timeout: 120_000 }, async () => {
  const { page, context } = await stage.visitor()
  const look = looker(page, 'roster', true)
  await signInByApp(stage, page, account('bria.stone'))
  await page.getByRole('link', { name: 'Rosters' }).click()
  await page.getByText('You have no roster yet.').waitFor()
  await page.getByRole('button', { name: 'Check and watch' }).click()
  await page.getByText('There is a problem').waitFor()
  await look.at('refused')

  const results: { npi: string; enrolled: boolean }[] = []
  for (const letter of 'abdghlmorsvw') {
    const found = await context.request.get(`/api/v1/providers?lastName=${letter}&limit=20`)
    results.push(...((await found.json()) as { results: typeof results }).results)
  }
  expect(results.some((r) => r.enrolled)).toBe(true)
  const npis = results.map((r) => r.npi)
  const csv = `Name,NPI\n${npis.map((npi) => `somebody,${npi}`).join('\n')}\nwrong,2000001118\nshort,12\n`
  await page.getByLabel('Name of the roster').fill('Cardiology, June')
  await page.getByLabel('CSV file').setInputFiles({ name: 'r.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  await page.getByRole('button', { name: 'Check and watch' }).click()
  await page.getByRole('heading', { name: 'Cardiology, June' }).waitFor()
  const said = await page.getByRole('main').innerText()
  expect(said).toContain('This is not a valid NPI. Its check digit is wrong.')
  expect(said).toContain('Nothing has changed since this roster was added.')
  expect(said).not.toContain('somebody')
  await look.at('answers')

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download all rows (CSV)' }).click(),
  ])
  const lines = readFileSync((await file.path())!, 'utf8')
    .trimEnd()
    .split('\n')
  expect(lines).toHaveLength(npis.length + 3)
  expect(lines.filter((l) => l.includes(',yes,all-held,')).length).toBeGreaterThan(0)

  const stranger = await stage.visitor()
  await stranger.page.goto(page.url())
  expect(stranger.page.url()).toContain('/sign-in')

  // It is the company's: a colleague with the right sees it, too, and may not be told apart by who added it.
  const colleague = await stage.visitor()
  await signInByApp(stage, colleague.page, account('uma.lindholm'))
  await colleague.page.goto('/roster')
  await colleague.page.getByRole('link', { name: 'Cardiology, June' }).click()
  await colleague.page.getByText('A roster of Brightline Billing LLC.').waitFor()
  const another = await stage.visitor()
  await signInByApp(stage, another.page, account('tom.rayburn'))
  expect((await another.page.goto(page.url()))?.status()).toBe(404)

  await page.goto('/roster')
  await look.at('list')
  await page.getByRole('link', { name: 'Cardiology, June' }).click()
  await page.getByRole('button', { name: 'Remove this roster' }).click()
  await page.getByText('You have no roster yet.').waitFor()
  expect(stage.faults).toEqual([])
})
