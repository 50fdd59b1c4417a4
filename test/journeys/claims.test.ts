/** Bria Stone of a billing company checks a sample claim file on her phone, without JavaScript: the picture, what to fix, the 999, and wiping it. */
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

test('a claim file on a phone, without JavaScript', { timeout: 120_000 }, async () => {
  const { page, context } = await stage.visitor({ javaScript: false, width: 390 })
  await signInByApp(stage, page, account('bria.stone'))
  await page.locator('summary', { hasText: 'Menu' }).click()
  await page.getByRole('link', { name: 'Check claims' }).click()
  await page.getByRole('button', { name: 'Check the file' }).click()
  await page.getByText('There is a problem').waitFor()
  const [sample] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download a sample file' }).click(),
  ])
  const text = readFileSync((await sample.path())!, 'latin1')
  expect(text).toMatch(/^ISA\*00\*/)
  const send = async (buffer: Buffer, name: string) => {
    await page.goto('/claims/check')
    await page.getByLabel('Claim file').setInputFiles({ name, mimeType: 'text/plain', buffer })
    await page.getByRole('button', { name: 'Check the file' }).click()
  }
  await send(Buffer.from(text, 'latin1'), 'claims.txt')
  await page.getByRole('heading', { name: 'Result of the claim check' }).waitFor()
  const said = await page.getByRole('main').innerText()
  expect(said).toMatch(/would be turned away, \$[\d,.]+ at risk/)
  expect(said).toContain('There is no reassignment to this group.')
  expect(said).toContain('Envelopes, counts and control numbers are in order.')
  expect(said).not.toMatch(/ABBOT|9SAMPLE/)
  expect(await page.locator('svg.chart-bar').count()).toBeGreaterThan(2)

  const [ack] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Shape of the file (999)' }).click(),
  ])
  expect(readFileSync((await ack.path())!, 'latin1')).toContain('IK5*A~')
  const csv = page.getByRole('link', { name: 'Findings (CSV)' })
  const address = (await csv.getAttribute('href'))!
  const rows = await context.request.get(address)
  expect((await rows.text()).split('\r\n').length).toBeGreaterThan(4)
  const business = await context.request.get(address.replace('csv', '277ca'))
  expect(await business.text()).toContain('ST*277*0001*005010X214')

  // Somebody else, even with the address, finds nothing.
  const other = await stage.visitor({ width: 1280 })
  await signInByApp(stage, other.page, account('analyst.ada'))
  await other.page.goto('/claims/check')
  expect((await other.context.request.get(address)).status()).toBe(404)

  const look = looker(other.page, 'claims', true)
  await look.at('upload')
  await other.page.getByLabel('Claim file').setInputFiles({
    name: 'claims.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(text.replace(/SE\*\d+/, 'SE*5'), 'latin1'),
  })
  await other.page.getByRole('button', { name: 'Check the file' }).click()
  await look.at('result')

  // A large file: how much was sent is shown meanwhile, and the answer takes the place of the page.
  await other.page.goto('/claims/check')
  await other.page.route('**/claims/check', async (route) => {
    await other.page.getByRole('progressbar', { name: 'How much was sent' }).waitFor()
    await route.continue()
  })
  const large = Buffer.from(text.repeat(Math.ceil(1_100_000 / text.length)), 'latin1')
  await other.page.getByLabel('Claim file').setInputFiles({ name: 'large.txt', mimeType: 'text/plain', buffer: large })
  await other.page.getByRole('button', { name: 'Check the file' }).click()
  await other.page.getByRole('heading', { name: 'Result of the claim check' }).waitFor()
  await other.page.getByRole('button', { name: 'Wipe this result now' }).click()
  await other.page.getByText('The result was wiped.').waitFor()

  await page.getByRole('button', { name: 'Wipe this result now' }).click()
  await page.getByText('The result was wiped.').waitFor()
  expect((await context.request.get(address)).status()).toBe(404)

  await send(Buffer.from('%PDF-1.7 this is no claim file'), 'letter.pdf')
  await page.getByText('No claims could be read.').waitFor()
  expect(stage.faults).toEqual([])
})
