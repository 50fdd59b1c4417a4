/** How somebody gets an account and signs in: Rosa Vega with JavaScript, Harold Lindgren without. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { codeIn, openStage, type Stage } from '../portal.ts'
import { type Registrant, register } from '../steps/account.ts'
import { pick } from '../steps/fill.ts'
import type { Mode } from './flows.ts'
import { authenticator, givePassword, type Seeded, seeded, verify } from './signing.ts'
import { appCode, enter, fill, later, press, text, walk } from './walk.ts'

interface Person extends Registrant {
  password: string
  codes: string[]
  seed: string
}
const rosa: Person = {
  email: 'rosa@vega-family.example',
  userId: 'rosa.vega',
  password: 'pebble anthem willow 63',
  npi: '2000001117',
  ssn: '900-12-3456',
  practice: 'Vega Family Medicine',
  mobile: '2175550155',
  codes: [],
  seed: '',
}
const harold: Person = {
  ...rosa,
  email: 'harold@lindgren.example',
  userId: 'harold.lindgren',
  npi: '2000001000',
  ssn: '900-10-4321',
  practice: 'Lindgren Internal Medicine',
  mobile: '6145550155',
  codes: [],
}
const people: Readonly<Record<Mode, Person>> = { on: rosa, off: harold }
const delegates: Readonly<Record<Mode, Seeded>> = { on: seeded('tom.rayburn'), off: seeded('uma.lindholm') }

let stage: Stage
const here = () => stage
beforeAll(async () => {
  stage = await openStage(new Date('2026-11-24T15:00:00Z'))
})
afterAll(() => stage?.close())

const isIn = (page: Page) => expect(page.url()).toMatch(/\/dashboard$/)
const spokenIn = (call: { body: string }) => /is: ([\d, ]+)\./.exec(call.body)![1]!.replace(/\D/g, '')

walk('sign-up', here, async ({ page, mode }) => {
  const p = people[mode]
  await register(stage, page, p, {
    async at(name) {
      if (name === 'register-8-recovery-codes') p.codes = await page.locator('.recovery-codes code').allTextContents()
    },
  })
  expect(p.codes.length).toBeGreaterThan(5)
  await press(page, 'Sign out')
  await page.goto('/account')
  expect(page.url()).toContain('/sign-in')
})

walk('sign-in-sms', here, async ({ page, mode }) => {
  const p = people[mode]
  await givePassword(page, p.userId, p.password)
  await verify(page, '000000')
  expect(await page.title()).toMatch(/^Error/)
  await verify(page, codeIn(await stage.message(p.mobile)))
  isIn(page)
})

walk('sign-in-voice', here, async ({ page, mode }) => {
  const p = people[mode]
  await givePassword(page, p.userId, p.password)
  await page.getByRole('link', { name: 'Get a phone call with a code' }).click()
  await press(page, 'Call me')
  await verify(page, spokenIn(await stage.message(p.mobile, /Again/)))
  isIn(page)
})

walk('sign-in-recovery-code', here, async ({ page, mode }) => {
  const p = people[mode]
  const code = p.codes.shift()!
  for (const works of [true, false]) {
    await givePassword(page, p.userId, p.password)
    await page.getByRole('link', { name: 'Use a recovery code' }).click()
    await verify(page, code)
    expect(page.url().endsWith('/dashboard')).toBe(works)
    if (works) await press(page, 'Sign out')
  }
})

walk('sign-in-email', here, async ({ page, mode }) => {
  const d = delegates[mode]
  await givePassword(page, d.loginId, d.password)
  await page.getByRole('link', { name: 'Get a code by e-mail' }).click()
  await press(page, 'Send code')
  await verify(page, codeIn(await stage.message(d.email, /is your code$/)))
  isIn(page)
})

walk('add-method', here, async ({ page, mode }) => {
  const p = people[mode]
  await later(stage, 61)
  await givePassword(page, p.userId, p.password)
  await verify(page, codeIn(await stage.message(p.mobile)))
  await page.goto('/account')
  await page.getByRole('link', { name: 'Add an authenticator app' }).click()
  await press(page, 'Continue')
  p.seed = (await page.locator('code.app-key').textContent())!.replaceAll(' ', '')
  await fill(page, { label: 'My phone', code: await appCode(stage, p.seed) })
  await press(page, 'Add an authenticator app')
  expect(await text(page)).toContain('My phone')
  expect((await stage.message(p.email, /Authenticator app/)).subject).toContain('added')
})

walk('sign-in-app', here, async ({ page, mode }) => {
  const p = people[mode]
  await later(stage, 1)
  await givePassword(page, p.userId, p.password)
  await verify(page, await appCode(stage, p.seed))
  isIn(page)
})

walk('sign-in-passkey', here, async ({ page, context, javaScript, mode }) => {
  const p = people[mode]
  if (!javaScript) {
    await page.goto('/sign-in')
    expect(await page.locator('main').textContent()).toContain('Passkeys need JavaScript')
    expect(await page.locator('[data-passkey]').isVisible()).toBe(false)
    await enter(stage, context, { loginId: p.userId, password: p.password, totpSeed: p.seed })
    await page.goto('/account/passkey')
    expect(await page.locator('main').textContent()).toContain('Passkeys need JavaScript')
    return
  }
  // Browsers keep passkeys for names, not for numeric addresses.
  const named = stage.origin.replace('127.0.0.1', 'localhost')
  await authenticator(await context.newCDPSession(page))
  await later(stage, 1)
  await page.goto(`${named}/sign-in`)
  await fill(page, { loginId: p.userId, password: p.password })
  await press(page, 'Sign in')
  await verify(page, await appCode(stage, p.seed))
  await page.goto(`${named}/account/passkey`)
  await fill(page, { label: 'Laptop' })
  await page.getByRole('button', { name: 'Make the passkey' }).click()
  await expect.poll(() => page.url()).toMatch(/\/account$/)
  // Asked by the button, not offered in the box of the user ID.
  await page.addInitScript('PublicKeyCredential.isConditionalMediationAvailable = async () => false')
  await press(page, 'Sign out')
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect.poll(() => page.url()).toMatch(/\/dashboard$/)
})

walk('sign-up-passkey', here, async ({ page, context, javaScript, mode }) => {
  const origin = javaScript ? stage.origin.replace('127.0.0.1', 'localhost') : stage.origin
  if (javaScript) await authenticator(await context.newCDPSession(page))
  const email = `olga.${mode}@oak.example`
  await page.goto(`${origin}/register`)
  await pick(page, 'Somebody of an organization')
  await fill(page, { email })
  await press(page, 'Send code')
  await fill(page, { code: codeIn(await stage.message(email)) })
  await press(page, 'Continue')
  const password = 'copper lantern drifts 82'
  await fill(page, { loginId: `olga.oak.${mode}`, firstName: 'Olga', lastName: 'Oak', password, again: password })
  await press(page, 'Continue')
  if (javaScript) {
    await pick(page, 'Passkey (safest)')
    await press(page, 'Continue')
    await page.getByRole('button', { name: 'Make the passkey and create my account' }).click()
    await page.waitForURL('**/account/recovery-codes')
  } else {
    expect(await page.locator('main').textContent()).toContain('Needs JavaScript')
    await pick(page, 'Code by e-mail')
    await press(page, 'Continue')
    await fill(page, { code: codeIn(await stage.message(email, /is your code$/)) })
    await press(page, 'Create account')
  }
  await press(page, 'I have kept my codes')
  isIn(page)
})
