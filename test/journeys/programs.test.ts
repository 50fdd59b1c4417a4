/**
 * An organization gives a program access, its key answers at once, its webhook delivers to a receiver of this machine,
 * and what was ended answers no more. The page for developers says what there is.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from './portal.ts'
import { type Registrant, register } from './steps/account.ts'
import { startApplication } from './steps/apply.ts'
import { looker } from './steps/look.ts'

const rosa: Registrant = {
  email: 'rosa@vega-family.example',
  userId: 'rosa.vega',
  password: 'pebble anthem willow 63',
  npi: '2000001117',
  ssn: '900-12-3456',
  practice: 'Vega Family Medicine',
  mobile: '2175550155',
}

let stage: Stage
beforeAll(async () => {
  stage = await openStage(new Date('2026-11-24T15:00:00Z'), () => ({ WEBHOOK_ALLOW_LOOPBACK: '1' }))
})
afterAll(() => stage?.close())

const press = (page: Page, name: string | RegExp) => page.getByRole('main').getByRole('button', { name }).click()
const ask = (key: string, path: string) =>
  fetch(`${stage.origin}/api/v1${path}`, { headers: { authorization: `Bearer ${key}` } })

test('a program is given a key and a webhook, and loses them', { timeout: 120_000 }, async () => {
  const got: string[] = []
  const receiver = createServer((request, reply) => {
    got.push(String(request.headers['webhook-id']))
    reply.writeHead(204).end()
  })
  await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done))
  const { port } = receiver.address() as AddressInfo

  const { page } = await stage.visitor()
  await register(stage, page, rosa, looker(page, 'programs-register', false))
  const look = looker(page, 'programs', true)
  await page.goto('/people')
  await page.getByRole('link', { name: 'Programs and keys' }).click()
  await look.at('none')
  await press(page, 'Make a key')
  await expect.poll(() => page.title()).toMatch(/^Error/)
  await look.at('wrong')
  await page.getByLabel('Name of the program').fill('Billing software')
  await press(page, 'Make a key')
  await expect.poll(() => page.title()).toContain('Copy the key now')
  await look.at('key')
  const key = (await page.locator('pre').textContent())!.trim()
  expect(key).toMatch(/^opk_[\w-]{43}$/)
  expect((await (await ask(key, '/applications')).json()).results).toEqual([])
  await page.getByRole('link', { name: 'I have copied it' }).click()
  expect(await page.locator('body').textContent()).not.toContain(key)
  await look.at('list')

  await page.getByRole('link', { name: 'Webhooks' }).click()
  await page.getByLabel('Address').fill('http://10.0.0.1/')
  await press(page, 'Add the webhook')
  await look.at('webhook-wrong')
  await page.getByLabel('Address').fill(`http://127.0.0.1:${port}/hook`)
  await press(page, 'Add the webhook')
  expect(await page.locator('pre').textContent()).toMatch(/^whsec_/)
  await page.getByRole('link', { name: 'I have copied it' }).click()
  const hookPage = page.url()
  await startApplication(page, looker(page, 'programs-start', false))
  await stage.now()
  await expect.poll(() => got.length).toBeGreaterThan(0)
  const events = (await (await ask(key, '/events')).json()) as { results: { id: string; type: string }[] }
  expect(events.results.map((e) => e.id)).toEqual(expect.arrayContaining(got))
  await page.goto(hookPage)
  await look.at('webhook')
  await page
    .getByRole('button', { name: /Send again from here/ })
    .first()
    .click()
  await expect.poll(() => got.length).toBeGreaterThan(1)
  expect(new Set(got).size).toBeLessThan(got.length)

  await page.goto('/people')
  await page.getByRole('link', { name: 'Programs and keys' }).click()
  await page.getByRole('link', { name: 'Open Billing software' }).click()
  await look.at('program')
  await press(page, 'End access')
  await expect.poll(() => page.url()).toMatch(/programs$/)
  expect((await ask(key, '/applications')).status).toBe(401)
  await page.goto('/developers')
  await look.at('developers')
  receiver.closeAllConnections()
  await new Promise((done) => receiver.close(done))
  expect(stage.faults).toEqual([])
})
