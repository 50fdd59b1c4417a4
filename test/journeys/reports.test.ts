/**
 * A supervisor reads the figures of the desk, narrows the period, takes a figure as a file and prints the page; an
 * auditor looks at one contractor of all; and anybody reads the service levels that are published from the same count.
 */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '#db/kit/connect.ts'
import { open } from '#db/kit/open.ts'
import { findAccountByLoginId } from '#db/records/access/accounts.ts'
import { DEMO_PASSWORD, demoAccounts } from '#demo/accounts/accounts.ts'
import type { Actor, Role } from '#domain/access/policy.ts'
import { testVault } from '#test/support/database.ts'
import { seedCountable } from '#use-cases/reports/reports.fixture.ts'
import { openStage, type Stage } from './portal.ts'
import { signInByApp } from './steps/account.ts'
import { looker } from './steps/look.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage(new Date('2026-11-24T15:00:00Z'))
  await seedHistory(stage.databaseUrl)
})
afterAll(() => stage?.close())

/** The applications that the test of the figures counts by hand, for the people of the Lakes desk. */
async function seedHistory(url: string): Promise<void> {
  const { db, close } = connect(url, testVault, 1)
  const actor = async (loginId: string, role: Role): Promise<Actor> => ({
    userId: (await findAccountByLoginId(db, loginId))!.id,
    memberships: [{ role, partyId: 'lakes' }],
  })
  const { id } = await open(db).selectFrom('enrollee').select('id').limit(1).executeTakeFirstOrThrow()
  await seedCountable(db, {
    enrolleeId: id,
    contractorId: 'lakes',
    otherContractorId: 'gulf',
    analyst: await actor('analyst.ada', 'mac-analyst'),
    otherAnalyst: await actor('analyst.ben', 'mac-analyst'),
    supervisor: await actor('super.carla', 'mac-supervisor'),
  })
  await close()
}

async function signedIn(loginId: string, thorough: boolean) {
  const { page } = await stage.visitor()
  const account = demoAccounts.find((a) => a.loginId === loginId)!
  await signInByApp(stage, page, { loginId, password: DEMO_PASSWORD, totpSeed: account.totpSeed })
  return { page, look: looker(page, 'reports', thorough) }
}

/** Cells of lines; a cell with a comma stands in quotes. */
const readCsv = (text: string): readonly (readonly string[])[] =>
  text
    .trim()
    .split('\r\n')
    .map((line) =>
      [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
        .map((m) => m[1]!.replace(/^"(.*)"$/, '$1').replaceAll('""', '"'))
        .slice(0, line.endsWith(',') ? undefined : -1),
    )

test('the figures of a desk, their files, on paper', { timeout: 120_000 }, async () => {
  const { page, look } = await signedIn('super.carla', true)
  await page.goto('/desk')
  await page.getByRole('link', { name: 'Reports', exact: true }).click()
  expect(await page.locator('section.sheet').count()).toBe(8)
  await look.at('desk')

  // Every table and its file have the same rows.
  const sections = await page.locator('section.sheet').all()
  for (const section of sections) {
    const [head, ...shown] = await section
      .locator('table tr')
      .evaluateAll((rows) => rows.map((r) => [...r.children].map((c) => c.textContent ?? '')))
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      section.getByRole('link', { name: /^Download/ }).click(),
    ])
    expect(file.suggestedFilename()).toMatch(/^[a-z-]+-2026-08-27-2026-11-24\.csv$/)
    expect(readCsv(readFileSync(await file.path(), 'utf8'))).toEqual([head, ...shown])
    expect(shown.length, file.suggestedFilename()).toBeGreaterThan(0)
  }
  const ages = sections[2]!.locator('tbody tr').last().locator('td').last()
  expect(Number(await ages.textContent())).toBeGreaterThan(0)

  // On paper: the figures, without forms and links.
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('form.report-form').isVisible()).toBe(false)
  expect(await page.getByText('Download as CSV').first().isVisible()).toBe(false)
  expect(await page.locator('svg.chart-lines').isVisible()).toBe(true)
  await look.at('print')
  await page.emulateMedia({ media: 'screen' })

  await page.getByLabel('First day').fill('2026-11-30')
  await page.getByRole('button', { name: 'Show' }).click()
  expect(await page.title()).toMatch(/^Error/)
  expect(await page.getByLabel('First day').inputValue()).toBe('2026-11-30')
  await page.getByLabel('First day').fill('2026-01-01')
  await page.getByRole('button', { name: 'Show' }).click()
  expect(page.url()).toContain('since=2026-01-01')
  expect(await page.locator('main').textContent()).toContain('January 1, 2026')
})

test('an auditor looks at one contractor of all', { timeout: 60_000 }, async () => {
  const { page } = await signedIn('auditor.gia', false)
  await page.goto('/desk/reports')
  const total = async () => Number(await page.locator('#sheet-inventory ~ table tbody tr td').last().textContent())
  const all = await total()
  await page.getByLabel('Contractor').selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Show' }).click()
  const one = await total()
  expect(one).toBeGreaterThan(0)
  expect(one).toBeLessThan(all)
})

test('anybody reads the service levels', { timeout: 60_000 }, async () => {
  const { page } = await stage.visitor()
  const look = looker(page, 'reports', true)
  await page.goto('/')
  await page.getByRole('link', { name: 'See how long it takes' }).click()
  expect(await page.locator('h1').textContent()).toBe('Service levels')
  const text = (await page.locator('main').textContent()) ?? ''
  expect(text).toContain('Median days')
  for (const { name } of demoAccounts.filter((a) => a.role === 'mac-analyst')) expect(text).not.toContain(name)
  await look.at('levels')
})
