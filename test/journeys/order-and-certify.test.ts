/**
 * A resident who only orders: from "what brings you here" to an enrollment that may order and may not bill, and a
 * revalidation-like short path is not asked of her. The desk is walked as in the journey of a physician.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD, demoAccounts } from '#demo/accounts/accounts.ts'
import { cms855o } from '#forms/cms855o/index.ts'
import { residentOrdering } from '../people/dr-imani-resident.ts'
import { openStage, type Stage } from './portal.ts'
import { type Registrant, register, signInByApp } from './steps/account.ts'
import { fillApplication } from './steps/apply.ts'
import { looker } from './steps/look.ts'
import { approve, recommend, screen, takeCase } from './steps/review.ts'
import { compareWithRecords, signAndSubmit } from './steps/submit.ts'

const rosa: Registrant = {
  email: 'rosa.vega@example.com',
  userId: 'rosa.vega',
  password: 'copper lantern drifts 82',
  npi: '2000001117',
  ssn: '900-12-3456',
  practice: 'Prairie State University Hospital',
  mobile: '2175550199',
}
const answers = residentOrdering({ ...rosa, first: 'Rosa', middle: 'Maria', last: 'Vega', bornOn: '1980-03-27' })

let stage: Stage
beforeAll(async () => {
  stage = await openStage(new Date('2026-11-24T15:00:00Z'))
})
afterAll(() => stage?.close())

test('a resident enrolls to order, and is known as one who may order and may not bill', {
  timeout: 120_000,
}, async () => {
  const person = async () => {
    const { page } = await stage.visitor({ javaScript: true, width: 1280 })
    return { page, look: looker(page, 'order', false) }
  }
  const { page, look } = await person()
  await register(stage, page, rosa, look)
  await page.goto('/dashboard')
  await page.getByRole('link', { name: 'Start an application' }).first().click()
  await look.at('situations')
  await page.getByRole('link', { name: 'I only order tests, equipment or home care' }).click()
  await page.getByRole('button', { name: 'Start' }).click()
  expect(await page.title()).toMatch(/^Error/)
  await look.at('situation-refused')
  await page.locator('label[for=practitioner-physician]').click()
  await page.locator('select[name=state]').selectOption('IL')
  await page.getByRole('button', { name: 'Start' }).click()
  const id = /applications\/([0-9a-f-]{36})/.exec(page.url())![1]!
  await fillApplication(page, id, answers, look, cms855o)
  await page.goto(`/applications/${id}`)
  await look.at('task-list')
  await compareWithRecords(page, id, look)
  await signAndSubmit(page, id, 'Rosa Maria Vega', 'Sign and submit', look)

  const analyst = await person()
  const supervisor = await person()
  await signInByApp(stage, analyst.page, staff('analyst.ada'))
  expect(await takeCase(analyst.page, 'Rosa', analyst.look)).toBe(id)
  await screen(analyst.page, id, analyst.look)
  await recommend(analyst.page, id, analyst.look)
  await signInByApp(stage, supervisor.page, staff('super.carla'))
  await approve(supervisor.page, id, 'Approve enrollment', supervisor.look)

  await page.goto('/dashboard')
  await page.locator('main a[href^="/enrollments/"]').first().click()
  await page.getByRole('link', { name: 'Revalidate, withdraw and more' }).click()
  await look.at('reasons')
  expect(await page.locator('main').textContent()).toContain('Stop ordering')
  const ask = async (role: string) =>
    (await fetch(`${stage.origin}/api/v1/eligibility?npi=${rosa.npi}&on=2026-12-24&role=${role}`)).json()
  expect(await ask('rendering')).toMatchObject({ answer: 'no', link: 'enrolled-to-order-only' })
  expect((await ask('ordering')) as { link: string }).not.toMatchObject({ link: 'enrolled-to-order-only' })
  expect(stage.faults).toEqual([])
})

function staff(loginId: string) {
  const { totpSeed } = demoAccounts.find((a) => a.loginId === loginId)!
  return { loginId, totpSeed, password: DEMO_PASSWORD }
}
