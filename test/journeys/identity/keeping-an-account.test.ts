/** What somebody changes about an account that works, and how their sessions end. */
import { afterAll, beforeAll, expect } from 'vitest'
import { codeIn, openStage, type Stage } from '../portal.ts'
import { pick } from '../steps/fill.ts'
import type { Mode } from './flows.ts'
import { type Seeded, seeded, verifyByApp } from './signing.ts'
import { another, enter, fill, later, press, text, walk } from './walk.ts'

const people: Readonly<Record<Mode, Seeded>> = { on: seeded('ida.brandt'), off: seeded('paul.meyer') }

let stage: Stage
const here = () => stage
beforeAll(async () => {
  stage = await openStage(new Date('2026-11-24T15:00:00Z'))
})
afterAll(() => stage?.close())

walk('step-up', here, async ({ page, context, mode }) => {
  const p = people[mode]
  await enter(stage, context, p)
  await later(stage, 20)
  await page.goto('/account/password')
  expect(page.url()).toContain('/confirm-identity')
  await fill(page, { password: p.password })
  await press(page, 'Continue')
  await verifyByApp(stage, page, p.totpSeed)
  expect(page.url()).toMatch(/\/account\/password$/)
})

walk('rename-method', here, async ({ page, context, mode }) => {
  await enter(stage, context, people[mode])
  await page.goto('/account')
  await page.getByRole('link', { name: /^Rename Authenticator app/ }).click()
  await fill(page, { label: 'Work phone' })
  await press(page, 'Save name')
  expect(await text(page)).toContain('Work phone')
})

walk('change-password', here, async ({ page, context, mode }) => {
  const p = people[mode]
  await enter(stage, context, p)
  await page.goto('/account/password')
  const password = 'copper drifts thistle 82'
  await fill(page, { current: p.password, password, again: 'something else 12' })
  await press(page, 'Change your password')
  expect(await page.title()).toMatch(/^Error/)
  await fill(page, { current: p.password, password, again: password })
  await press(page, 'Change your password')
  p.password = password
  expect(page.url()).toMatch(/\/account$/)
  expect((await stage.message(p.email, /password/i)).body).toContain('/not-me')
})

walk('change-email', here, async ({ page, context, mode }) => {
  const p = people[mode]
  await enter(stage, context, p)
  await page.goto('/account/email')
  const email = `second.${p.email}`
  await fill(page, { email })
  await pick(page, 'Add it beside the others')
  await press(page, 'Send code')
  await fill(page, { code: codeIn(await stage.message(email)) })
  await press(page, 'Confirm the address')
  expect(await text(page)).toContain('s•••@')
})

walk('remove-email', here, async ({ page, context, mode }) => {
  const p = people[mode]
  const email = `second.${p.email}`
  await enter(stage, context, p)
  await page.goto('/account/email')
  await page
    .locator('main tr, main li', { hasText: email })
    .getByRole('link', { name: /^Remove/ })
    .click()
  await press(page, 'Remove the address')
  expect(page.url()).toMatch(/\/account$/)
  expect(await text(page)).not.toContain('s•••@')
  // The one that is left stays: notices have to reach somebody.
  await page.goto('/account/email')
  expect(await page.locator('a[href^="/account/email/remove"]').count()).toBe(0)
  expect((await stage.message(email, /\/not-me/)).body).toContain('removed')
})

walk('renew-recovery-codes', here, async ({ page, context, mode }) => {
  await enter(stage, context, people[mode])
  const make = async () => {
    await page.goto('/account/recovery-codes/new')
    await press(page, 'Make new codes')
    return page.locator('.recovery-codes code').allTextContents()
  }
  const former = await make()
  const fresh = await make()
  expect(new Set([...former, ...fresh]).size).toBe(former.length + fresh.length)
  await press(page, 'I have kept my codes')
  expect(page.url()).toMatch(/\/dashboard$/)
})

walk('end-one-session', here, async (walker) => {
  const { page, context, mode } = walker
  const [elsewhere, third] = [await another(walker), await another(walker)]
  for (const c of [elsewhere.context, third.context, context]) await enter(stage, c, people[mode])
  await page.goto('/account')
  const others = page.getByRole('button', { name: /^Sign out .* on |^Sign out (?!everywhere)\w/ })
  const before = await others.count()
  await press(page, /^Sign out (?!everywhere)\w/)
  expect(await others.count()).toBe(before - 1)
  const left = []
  for (const o of [elsewhere, third]) {
    await o.page.goto('/account')
    left.push(new URL(o.page.url()).pathname)
    await o.context.close()
  }
  expect(left.toSorted()).toEqual(['/account', '/sign-in'])
})

walk('end-other-sessions', here, async (walker) => {
  const { page, context, mode } = walker
  const elsewhere = await another(walker)
  for (const c of [elsewhere.context, context]) await enter(stage, c, people[mode])
  await page.goto('/account')
  await press(page, 'Sign out everywhere else')
  expect(await text(page)).not.toContain('Sign out everywhere else')
  await elsewhere.page.goto('/account')
  expect(elsewhere.page.url()).toContain('/sign-in')
  await elsewhere.context.close()
})

walk('idle-time-out', here, async ({ page, context, javaScript, mode }) => {
  const p = people[mode]
  await enter(stage, context, p)
  if (javaScript) await page.clock.install()
  await page.goto('/help/contact')
  await fill(page, { text: 'I typed this for a long time.' })
  await pick(page, 'Something else')
  // The warning is in every page; a script shows it in time, and the press that goes on works without one.
  if (javaScript) {
    await page.clock.fastForward('28:00')
    expect(await page.locator('dialog.idle-warning').isVisible()).toBe(true)
    await page.clock.fastForward('01:58')
    await expect.poll(() => page.url()).toContain('/sign-in?ended=kept')
  } else {
    expect(await page.locator('form[action="/session/extend"] button').isVisible()).toBe(true)
    await later(stage, 31)
    await press(page, 'Send')
    expect(await text(page)).toContain('What you typed is kept for 30 minutes')
  }
  await later(stage, 1)
  await fill(page, { loginId: p.loginId, password: p.password })
  await press(page, 'Sign in')
  await verifyByApp(stage, page, p.totpSeed)
  expect(await page.locator('main [name=text]').inputValue()).toBe('I typed this for a long time.')
})

walk('ticket-form', here, async ({ page, context, mode }) => {
  const p = people[mode]
  await later(stage, 61)
  for (const signedIn of [false, true]) {
    if (signedIn) await enter(stage, context, p)
    await page.goto('/help/contact')
    await press(page, 'Send')
    expect(await page.title()).toMatch(/^Error/)
    if (!signedIn) await fill(page, { name: 'Somebody', email: p.email, loginId: p.loginId })
    await pick(page, 'Something else')
    await fill(page, { text: 'What does a reassignment need?' })
    await press(page, 'Send')
    expect(await text(page)).toMatch(/Your request has the number H-\d{6}/)
  }
  await page.goto('/help/tickets')
  await page.locator('main a[href^="/help/tickets/"]').first().click()
  expect(await text(page)).toContain('What does a reassignment need?')
})
