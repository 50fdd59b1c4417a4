/**
 * From a fresh portal to an enrolled, verified provider, as the people concerned do it:
 * Rosa Vega registers, signs in, applies, signs; Ada Lindqvist reviews and asks; Rosa answers;
 * Carla Montague decides; Rosa changes a location; anybody verifies.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from './portal.ts'
import { register } from './steps/account.ts'
import { looker } from './steps/look.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

test('registration', async () => {
  const { page } = await stage.visitor()
  await register(
    stage,
    page,
    {
      email: 'lena@example.com',
      userId: 'lena.ito',
      password: 'copper lantern drifts 82',
      npi: '2000001000',
      ssn: '900-12-3456',
      mobile: '3125550142',
    },
    looker(page, 'js', true),
  )
  expect(stage.faults).toEqual([])
})
