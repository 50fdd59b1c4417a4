/**
 * From a fresh portal to an enrolled, verified provider, as the people concerned do it:
 * Rosa Vega registers, signs in, applies, signs; Ada Lindqvist reviews and asks; Rosa answers;
 * Carla Montague decides; Rosa changes a location; anybody verifies.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { drVega } from '../people/dr-vega.ts'
import { openStage, type Stage } from './portal.ts'
import { type Registrant, register } from './steps/account.ts'
import { fillApplication } from './steps/apply.ts'
import { looker } from './steps/look.ts'
import { addDocuments, compareWithRecords, signAndSubmit } from './steps/submit.ts'

const rosa: Registrant = {
  email: 'rosa.vega@example.com',
  userId: 'rosa.vega',
  password: 'copper lantern drifts 82',
  npi: '2000001117',
  ssn: '900-12-3456',
  practice: 'Elm Street Family Medicine',
  mobile: '2175550199',
}

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  await stage.moveClock(new Date('2026-11-24T15:00:00Z'))
})
afterAll(() => stage?.close())

test('a physician enrolls', async () => {
  const { page } = await stage.visitor()
  const look = looker(page, 'js', false)
  await register(stage, page, rosa, look)
  await look.at('dashboard-empty')

  await page.getByRole('link', { name: 'Start an application' }).first().click()
  await look.at('enroll-start')
  await page.locator('label[for=reason-initial]').click()
  await page.locator('select[name=state]').selectOption('IL')
  await page.locator('label[for=practitioner-physician]').click()
  await page.getByRole('button', { name: 'Start' }).click()
  const applicationId = /applications\/([0-9a-f-]{36})/.exec(page.url())![1]!
  await look.at('task-list')
  await fillApplication(page, applicationId, drVega, look)
  await page.goto(`/applications/${applicationId}`)
  await look.at('task-list-filled')
  await addDocuments(page, applicationId, look)
  await page.goto(`/applications/${applicationId}/check`)
  await look.at('check')
  await compareWithRecords(page, applicationId, look)
  const tracking = await signAndSubmit(page, applicationId, 'Rosa Maria Vega', look)
  expect(tracking).toMatch(/^[0-9A-Z-]{19}$/)
  await page.goto(`/applications/${applicationId}`)
  await look.at('tracker')
  expect(stage.faults).toEqual([])
})
