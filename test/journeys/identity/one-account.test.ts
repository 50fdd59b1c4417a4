/**
 * One person and their account, from signing up to "this was not me", each flow with JavaScript and without: Rosa Vega
 * walks with it, Harold Lindgren without. Later flows need what earlier ones made (an app, a new password).
 */
import type { CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { DEMO_PASSWORD, demoAccounts } from '#demo/accounts/accounts.ts'
import { demoDelegates } from '#demo/accounts/delegates.ts'
import { codeIn, openStage, type Stage } from '../portal.ts'
import { type Registrant, register } from '../steps/account.ts'
import { pick } from '../steps/fill.ts'
import { httpClient } from '../steps/http-client.ts'
import type { Mode } from './flows.ts'
import { another, appCode, enter, fill, later, linkIn, press, text, walk } from './walk.ts'

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
const seeded = (loginId: string) => {
  const found = [...demoAccounts, ...demoDelegates].find((a) => a.loginId === loginId)
  if (!found) throw new Error(loginId)
  return { ...found, password: DEMO_PASSWORD }
}
const delegates: Readonly<Record<Mode, ReturnType<typeof seeded>>> = {
  on: seeded('tom.rayburn'),
  off: seeded('uma.lindholm'),
}

let stage: Stage
const here = () => stage
beforeAll(async () => {
  stage = await openStage(new Date('2026-11-24T15:00:00Z'))
})
afterAll(() => stage?.close())

const byApp = (p: Person) => ({ loginId: p.userId, password: p.password, totpSeed: p.seed })
async function givePassword(page: Page, loginId: string, password: string): Promise<void> {
  await page.goto('/sign-in')
  await fill(page, { loginId, password })
  await press(page, 'Sign in')
}
async function verify(page: Page, code: string): Promise<void> {
  await fill(page, { code })
  await press(page, 'Verify')
}
/** Also of somebody whom the page asks for a passkey first. */
async function verifyByApp(page: Page, p: Person): Promise<void> {
  await page.goto('/sign-in/verify?method=app')
  await verify(page, await appCode(stage, p.seed))
}
const isIn = (page: Page) => expect(page.url()).toMatch(/\/dashboard$/)
async function lockOut(page: Page, p: Person): Promise<void> {
  await later(stage, 31)
  const elsewhere = httpClient(stage.origin)
  for (let i = 0; i < 4; i++)
    await elsewhere.post('/sign-in', { loginId: p.userId, password: `wrong guess number ${i}` })
  await givePassword(page, p.userId, 'the fifth wrong guess')
  await givePassword(page, p.userId, p.password)
  expect(await text(page)).toContain('Signing in is locked for a while')
}
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

walk('rename-method', here, async ({ page, context, mode }) => {
  await enter(stage, context, byApp(people[mode]))
  await page.goto('/account')
  await page.getByRole('link', { name: /^Rename Authenticator app/ }).click()
  await fill(page, { label: 'Work phone' })
  await press(page, 'Save name')
  expect(await text(page)).toContain('Work phone')
})

walk('sign-in-passkey', here, async ({ page, context, javaScript, mode }) => {
  const p = people[mode]
  if (!javaScript) {
    await page.goto('/sign-in')
    expect(await page.locator('main').textContent()).toContain('Passkeys need JavaScript')
    expect(await page.locator('[data-passkey]').isVisible()).toBe(false)
    await enter(stage, context, byApp(p))
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

/** A device that verifies its user and keeps passkeys. */
async function authenticator(cdp: CDPSession): Promise<void> {
  await cdp.send('WebAuthn.enable')
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

walk('locked-wait', here, async ({ page, mode }) => {
  const p = people[mode]
  await lockOut(page, p)
  await later(stage, 16)
  await givePassword(page, p.userId, p.password)
  expect(page.url()).toContain('/sign-in/verify')
})

walk('locked-link', here, async ({ page, mode }) => {
  const p = people[mode]
  await lockOut(page, p)
  await page.goto(linkIn(await stage.message(p.email, /\/unlock\?/), /http\S+\/unlock\?\S+/))
  await press(page, 'Unlock')
  await givePassword(page, p.userId, p.password)
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
  await hana.page.getByLabel('Find an account').fill(p.npi)
  await press(hana.page, 'Search')
  await hana.page.locator('main a[href^="/help-desk/accounts/"]').first().click()
  expect(await text(hana.page)).toContain('Password locked until')
  await pick(hana.page, 'Unlock signing in')
  await fill(hana.page, { reason: 'She called, and I called back.' })
  await press(hana.page, 'Do it')
  expect(await text(hana.page)).toContain('Not locked')
  await hana.context.close()
  await givePassword(page, p.userId, p.password)
  expect(page.url()).toContain('/sign-in/verify')
})

async function resetByMail(page: Page, p: Person, password: string): Promise<void> {
  await fill(page, { name: p.userId })
  await pick(page, 'A link by e-mail')
  await press(page, 'Go on')
  await page.goto(linkIn(await stage.message(p.email, /\/reset-password\?/), /http\S+\/reset-password\?\S+/))
  await choosePassword(page, p, password)
}
async function choosePassword(page: Page, p: Person, password: string): Promise<void> {
  await verifyByApp(page, p)
  await fill(page, { password, again: password })
  await press(page, 'Go on')
  expect(page.url()).toContain('/sign-in')
  p.password = password
  await later(stage, 1)
  await givePassword(page, p.userId, password)
  await verifyByApp(page, p)
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
  await fill(page, { name: p.userId })
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
  expect((await stage.message(p.email, /user ID/)).body).toContain(p.userId)
})

walk('step-up', here, async ({ page, context, mode }) => {
  const p = people[mode]
  await enter(stage, context, byApp(p))
  await later(stage, 20)
  await page.goto('/account/password')
  expect(page.url()).toContain('/confirm-identity')
  await fill(page, { password: p.password })
  await press(page, 'Continue')
  await verifyByApp(page, p)
  expect(page.url()).toMatch(/\/account\/password$/)
})

walk('change-password', here, async ({ page, context, mode }) => {
  const p = people[mode]
  await enter(stage, context, byApp(p))
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
  await enter(stage, context, byApp(p))
  await page.goto('/account/email')
  const email = `second.${p.email}`
  await fill(page, { email })
  await pick(page, 'Add it beside the others')
  await press(page, 'Send code')
  await fill(page, { code: codeIn(await stage.message(email)) })
  await press(page, 'Confirm the address')
  expect(await text(page)).toContain('s•••@')
})

walk('renew-recovery-codes', here, async ({ page, context, mode }) => {
  const p = people[mode]
  await enter(stage, context, byApp(p))
  await page.goto('/account/recovery-codes/new')
  await press(page, 'Make new codes')
  const fresh = await page.locator('.recovery-codes code').allTextContents()
  expect(fresh.filter((c) => p.codes.includes(c))).toEqual([])
  await press(page, 'I have kept my codes')
  isIn(page)
})

walk('end-one-session', here, async (walker) => {
  const { page, context, mode } = walker
  const [elsewhere, third] = [await another(walker), await another(walker)]
  for (const c of [elsewhere.context, third.context, context]) await enter(stage, c, byApp(people[mode]))
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
  for (const c of [elsewhere.context, context]) await enter(stage, c, byApp(people[mode]))
  await page.goto('/account')
  await press(page, 'Sign out everywhere else')
  expect(await text(page)).not.toContain('Sign out everywhere else')
  await elsewhere.page.goto('/account')
  expect(elsewhere.page.url()).toContain('/sign-in')
  await elsewhere.context.close()
})

walk('idle-time-out', here, async ({ page, context, javaScript, mode }) => {
  const p = people[mode]
  await enter(stage, context, byApp(p))
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
  await fill(page, { loginId: p.userId, password: p.password })
  await press(page, 'Sign in')
  await verifyByApp(page, p)
  expect(await page.locator('main [name=text]').inputValue()).toBe('I typed this for a long time.')
})

walk('ticket-form', here, async ({ page, context, mode }) => {
  const p = people[mode]
  await later(stage, 61)
  for (const signedIn of [false, true]) {
    if (signedIn) await enter(stage, context, byApp(p))
    await page.goto('/help/contact')
    await press(page, 'Send')
    expect(await page.title()).toMatch(/^Error/)
    if (!signedIn) await fill(page, { name: 'Somebody', email: p.email, loginId: p.userId })
    await pick(page, 'Something else')
    await fill(page, { text: 'What does a reassignment need?' })
    await press(page, 'Send')
    expect(await text(page)).toMatch(/Your request has the number H-\d{6}/)
  }
  await page.goto('/help/tickets')
  await page.locator('main a[href^="/help/tickets/"]').first().click()
  expect(await text(page)).toContain('What does a reassignment need?')
})

walk('remove-method', here, async ({ page, context, mode }) => {
  const p = people[mode]
  await enter(stage, context, byApp(p))
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
  await enter(stage, thief.context, byApp(p))
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
  await givePassword(page, p.userId, p.password)
  expect(page.url()).not.toContain('/verify')
  await page.goto(linkIn(await stage.message(p.email, /\/reset-password\?/), /http\S+\/reset-password\?\S+/))
  await choosePassword(page, p, 'lantern oyster tunnel 46')
})
