/** Somebody who writes a program finds the directory, opens every example, and comes to it from a provider's page. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from './portal.ts'
import { looker } from './steps/look.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage(new Date('2026-11-24T15:00:00Z'))
})
afterAll(() => stage?.close())

test('the directory explains itself, and its examples answer', { timeout: 60_000 }, async () => {
  const { page, context } = await stage.visitor()
  const look = looker(page, 'fhir', true)
  await stage.moveClock(new Date('2026-11-24T15:01:00Z'))
  await expect
    .poll(async () => (await (await context.request.get('/fhir/r4/Practitioner?_summary=count')).json()).total)
    .toBeGreaterThan(30)
  await page.goto(`${stage.origin}/developers/fhir`)
  await look.at('page')
  const links = await page
    .locator('main a[href^="/fhir/r4/"]')
    .evaluateAll((all) => all.map((a) => a.getAttribute('href')!))
  expect(links.length).toBeGreaterThan(10)
  let matches = 0
  for (const link of links) {
    const answer = await context.request.get(link)
    expect([link, answer.status()]).toEqual([link, 200])
    matches += ((await answer.json()).entry ?? []).length
  }
  expect(matches).toBeGreaterThan(20)
  const npi = /us-npi\|(\d{10})/.exec(links.join())![1]!
  await page.goto(`${stage.origin}/lookup/${npi}`)
  await look.at('provider')
  await page.getByRole('link', { name: 'This provider in FHIR' }).click()
  expect(JSON.parse(await page.locator('body').innerText())).toMatchObject({
    resourceType: 'Practitioner',
    id: npi,
    active: true,
  })
  expect(stage.faults).toEqual([])
})
