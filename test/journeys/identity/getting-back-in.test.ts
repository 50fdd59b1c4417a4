/** Locked out, forgotten, or in danger: every way back into an account. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { codeIn, openStage, type Stage } from '../portal.ts'
import { pick } from '../steps/fill.ts'
import { httpClient } from '../steps/http-client.ts'
import type { Mode } from './flows.ts'
import { givePassword, type Seeded, seeded, verifyByApp } from './signing.ts'
import { another, enter, fill, later, linkIn, press, text, walk } from './walk.ts'

const people: Readonly<Record<Mode, Seeded & { readonly mobile: string }>> = {
  on: { ...seeded('tom.rayburn'), mobile: '2175550155' },
  off: { ...seeded('uma.lindholm'), mobile: '6145550155' },
}

let stage: Stage
const here = () => stage
beforeAll(async () => {
  stage = await openStage(new Date('2026-11-24T15:00:00Z'))
})
afterAll(() => stage?.close())

const isIn = (page: Page) => expect(page.url()).toMatch(/\/dashboard$/)

async function lockOut(page: Page, p: Seeded): Promise<void> {
  await later(stage, 31)
  const elsewhere = httpClient(stage.origin)
  for (let i = 0; i < 4; i++)
    await elsewhere.post('/sign-in', { loginId: p.loginId, password: `wrong guess number ${i}` })
  await givePassword(page, p.loginId, 'the fifth wrong guess')
  await givePassword(page, p.loginId, p.password)
  expect(await text(page)).toContain('Signing in is locked for a while')
}

walk('add-phone', here, async ({ page, context, mode }) => {
  const p = people[mode]
  await enter(stage, context, p)
  await page.goto('/account')
  await page.getByRole('link', { name: 'Add a phone' }).click()
  await page.getByLabel('Mobile phone number').fill(p.mobile)
  await press(page, 'Send code')
  await fill(page, { code: codeIn(await stage.message(p.mobile)) })
  await press(page, 'Add a phone')
  expect(page.url()).toMatch(/\/account$/)
  expect(await page.locator('a[href^="/account/remove-method?method=phone"]').count()).toBe(1)
})

walk('locked-wait', here, async ({ page, mode }) => {
  const p = people[mode]
  await lockOut(page, p)
  await later(stage, 16)
  await givePassword(page, p.loginId, p.password)
  expect(page.url()).toContain('/sign-in/verify')
})

walk('locked-link', here, async ({ page, mode }) => {
  const p = people[mode]
  await lockOut(page, p)
  await page.goto(linkIn(await stage.message(p.email, /\/unlock\?/), /http\S+\/unlock\?\S+/))
  await press(page, 'Unlock')
  await givePassword(page, p.loginId, p.password)
  expect(page.url()).toContain('/sign-in/verify')
})

walk('locked-reset', here, async ({ page, mode }) => {
  const p = people[mode]
  await lockOut(page, p)
  await page.getByRole('link', { name: 'I forgot my password' }).click()
  await resetByMail(page, p, 'cobalt lantern meadow 71')
})

walk('locked-help-desk', here, async (walker) => {
  const { page, mode } = walker
  const p = people[mode]
  await lockOut(page, p)
  const hana = await another(walker)
  await enter(stage, hana.context, seeded('help.hana'))
  await hana.page.goto('/help-desk')
  await hana.page.getByLabel('Find an account').fill(p.loginId)
  await press(hana.page, 'Search')
  await hana.page.locator('main a[href^="/help-desk/accounts/"]').first().click()
  expect(await text(hana.page)).toContain('Password locked until')
  await pick(hana.page, 'Unlock signing in')
  await fill(hana.page, { reason: 'She called, and I called back.' })
  await press(hana.page, 'Do it')
  expect(await text(hana.page)).toContain('Not locked')
  await hana.context.close()
  await givePassword(page, p.loginId, p.password)
  expect(page.url()).toContain('/sign-in/verify')
})

async function resetByMail(page: Page, p: Seeded, password: string): Promise<void> {
  await fill(page, { name: p.loginId })
  await pick(page, 'A link by e-mail')
  await press(page, 'Go on')
  await page.goto(linkIn(await stage.message(p.email, /\/reset-password\?/), /http\S+\/reset-password\?\S+/))
  await choosePassword(page, p, password)
}

async function choosePassword(page: Page, p: Seeded, password: string): Promise<void> {
  await verifyByApp(stage, page, p.totpSeed)
  await fill(page, { password, again: password })
  await press(page, 'Go on')
  expect(page.url()).toContain('/sign-in')
  p.password = password
  await later(stage, 1)
  await givePassword(page, p.loginId, password)
  await verifyByApp(stage, page, p.totpSeed)
  isIn(page)
}

walk('forgot-password-mail', here, async ({ page, mode }) => {
  await later(stage, 61)
  await page.goto('/forgot-password')
  await resetByMail(page, people[mode], 'meadow cobalt drummer 58')
})

walk('forgot-password-phone', here, async ({ page, mode }) => {
  const p = people[mode]
  await later(stage, 61)
  await page.goto('/forgot-password')
  await fill(page, { name: p.loginId })
  await pick(page, 'A code by text message')
  await press(page, 'Go on')
  await fill(page, { code: codeIn(await stage.message(p.mobile)) })
  await press(page, 'Continue')
  await choosePassword(page, p, 'thistle ferry orchard 94')
})

walk('forgot-user-id', here, async ({ page, mode }) => {
  const p = people[mode]
  await page.goto('/forgot-user-id')
  await fill(page, { name: p.email })
  await press(page, 'Go on')
  expect(await text(page)).toContain('If there is an account with this address')
  expect((await stage.message(p.email, /user ID/)).body).toContain(p.loginId)
})

walk('remove-method', here, async ({ page, context, mode }) => {
  const p = people[mode]
  await enter(stage, context, p)
  await page.goto('/account')
  await page.locator('a[href^="/account/remove-method?method=phone"]').click()
  await press(page, 'Remove')
  expect(page.url()).toMatch(/\/account$/)
  expect(await page.locator('a[href^="/account/remove-method?method=phone"]').count()).toBe(0)
  expect((await stage.message(p.email, /removed/)).body).toContain('/not-me')
})

walk('not-me', here, async (walker) => {
  const { page, mode } = walker
  const p = people[mode]
  const thief = await another(walker)
  await enter(stage, thief.context, p)
  await page.goto(linkIn(await stage.message(p.email, /removed/), /http\S+\/not-me\S+/))
  // Opening the link alone does nothing.
  await thief.page.goto('/account')
  expect(thief.page.url()).toMatch(/\/account$/)
  await press(page, 'Protect my account')
  expect(await text(page)).toMatch(/has the number H-\d+/)
  await thief.page.goto('/account')
  expect(thief.page.url()).toContain('/sign-in')
  await thief.context.close()
  await later(stage, 1)
  await givePassword(page, p.loginId, p.password)
  expect(page.url()).not.toContain('/verify')
  await page.goto(linkIn(await stage.message(p.email, /\/reset-password\?/), /http\S+\/reset-password\?\S+/))
  await choosePassword(page, p, 'lantern oyster tunnel 46')
})
