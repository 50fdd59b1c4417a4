/**
 * Passkeys in a real browser with a virtual authenticator: added, used alone, used to confirm who signs. And somebody
 * who has only codes by e-mail, without JavaScript: told what is missing, led through it, and back to where they were.
 */
import type { CDPSession } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeIn, openStage, type Stage } from './portal.ts'
import { appCode, type Registrant, register } from './steps/account.ts'
import { startApplication } from './steps/apply.ts'
import { follow, pick } from './steps/fill.ts'
import { looker } from './steps/look.ts'

const rosa: Registrant = {
  email: 'rosa.vega@example.com',
  userId: 'rosa.vega',
  password: 'copper lantern drifts 82',
  npi: '2000001117',
  ssn: '900-12-3456',
  practice: 'Elm Street Family Medicine',
  mobile: '2175550199',
}
const harold: Registrant = {
  email: 'harold@lindgren.example',
  userId: 'harold.lindgren',
  password: 'pebble anthem willow 63',
  npi: '2000001000',
  ssn: '900-10-4321',
  practice: 'Lindgren Internal Medicine',
  mobile: '6145550155',
}

let stage: Stage
beforeAll(async () => {
  stage = await openStage(new Date('2026-11-24T15:00:00Z'))
})
afterAll(() => stage?.close())

/** A device that verifies its user and keeps passkeys; `on` as if the finger were on it all the time. */
async function authenticator(cdp: CDPSession, on: boolean): Promise<string> {
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: on,
    },
  })
  return authenticatorId
}
const later = async (minutes: number) => stage.moveClock(new Date((await stage.now()).getTime() + minutes * 60_000))

test('a passkey is added, signs in alone, and confirms who signs', { timeout: 240_000 }, async () => {
  const { page, context } = await stage.visitor()
  const look = looker(page, 'passkey', true)
  await register(stage, page, rosa, looker(page, 'passkey', false))

  // At a numeric address browsers keep no passkeys: the page says where they work.
  await page.goto('/account/passkey')
  const named = stage.origin.replace('127.0.0.1', 'localhost')
  await expect.poll(() => page.locator('main').textContent()).toContain(named)
  expect(await page.getByRole('button', { name: 'Make the passkey' }).isVisible()).toBe(false)
  await look.at('elsewhere')

  // The sign-in page asks the browser for a passkey by itself; the finger is not on the device yet.
  const cdp = await context.newCDPSession(page)
  const device = await authenticator(cdp, false)
  const finger = (on: boolean) =>
    cdp.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId: device, enabled: on })
  await page.goto(`${named}/sign-in`)
  await look.at('sign-in')
  await page.getByLabel('User ID').fill(rosa.userId)
  await page.getByLabel('Password', { exact: true }).fill(rosa.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByLabel('Code', { exact: true }).fill(codeIn(await stage.message(rosa.mobile)))
  await page.getByRole('button', { name: 'Verify' }).click()
  await expect.poll(() => page.url()).toContain('/dashboard')
  expect(await page.locator('main').textContent()).toContain('one way to verify')
  await look.at('dashboard-hint')
  await page.goto(`${named}/account`)
  await page.getByRole('link', { name: 'Add a passkey' }).click()
  await look.at('add')
  await finger(true)
  await page.getByLabel('Name for this passkey').fill('My laptop')
  await page.getByRole('button', { name: 'Make the passkey' }).click()
  await expect.poll(() => page.url()).toMatch(/\/account$/)
  expect(await page.locator('main').textContent()).toContain('My laptop')
  await look.at('account')
  expect((await stage.message(rosa.email, /Passkey, My laptop/)).subject).toContain('added')

  await page.getByRole('link', { name: 'Rename Passkey My laptop' }).click()
  await page.getByLabel('New name').fill('Office laptop')
  await page.getByRole('button', { name: 'Save name' }).click()
  expect(await page.locator('main').textContent()).toContain('Office laptop')

  // Alone: no user ID, no password, not even a press: the browser offers it in the box of the user ID.
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect.poll(() => page.url(), { timeout: 10_000 }).toContain('/dashboard')
  // A browser that does not offer it by itself is asked by the button.
  await page.addInitScript('PublicKeyCredential.isConditionalMediationAvailable = async () => false')
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect.poll(() => page.url(), { timeout: 10_000 }).toContain('/dashboard')

  // On a shared computer the tick counts for the passkey too, in whichever of the two forms it stands.
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.locator('label[for=publicComputer]').click()
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect.poll(() => page.url(), { timeout: 10_000 }).toContain('/dashboard')
  expect(await page.locator('.public-computer').textContent()).toContain('sign out when you are done')
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect.poll(() => page.url(), { timeout: 10_000 }).toContain('/dashboard')
  expect(await page.locator('.public-computer').count()).toBe(0)

  // A while later: signing asks again, says why, and takes the passkey.
  const applicationId = await startApplication(page, looker(page, 'passkey', false))
  await later(15)
  await page.goto(`${named}/applications/${applicationId}/sign`)
  await expect.poll(() => page.url()).toContain('/confirm-identity')
  expect(await page.locator('main').textContent()).toContain('You are about to sign')
  await look.at('confirm')
  await page.getByRole('button', { name: 'Use my passkey' }).click()
  await expect.poll(() => page.url()).toMatch(/\/sign$/)
  await look.at('back-at-signing')

  // Answers with tax numbers last an hour; then what was typed waits for the proof.
  const tax = `${named}/applications/${applicationId}/sections/identifiers`
  await page.goto(tax)
  expect(page.url()).toBe(tax)
  await later(25)
  await page.goto(`${named}/dashboard`)
  await later(25)
  await page.goto(tax)
  await page.locator('input[name=ssn]').fill(rosa.ssn)
  await later(15)
  await page.getByRole('button', { name: 'Save and continue' }).click()
  await expect.poll(() => page.url()).toContain('/confirm-identity')
  expect(await page.locator('main').textContent()).toContain('What you typed is kept')
  await page.getByRole('button', { name: 'Use my passkey' }).click()
  await expect.poll(() => page.url()).toContain('/confirm-identity/continue')
  await look.at('continue')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect.poll(() => page.url()).not.toContain('/confirm-identity')
  await page.goto(tax)
  expect(await page.locator('main').innerHTML()).toContain('3456')

  // The second factor, when somebody begins with the password after all.
  await follow(page.getByRole('button', { name: 'Sign out', exact: true }))
  await page.goto(`${named}/sign-in`)
  await page.getByLabel('User ID').fill(rosa.userId)
  await page.getByLabel('Password', { exact: true }).fill(rosa.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await look.at('verify')
  await page.getByRole('button', { name: 'Use my passkey' }).click()
  await expect.poll(() => page.url()).toContain('/dashboard')
  expect(stage.faults).toEqual([])
})

test('with e-mail codes only, and no JavaScript: refused, led to an app, and back', { timeout: 240_000 }, async () => {
  const { page } = await stage.visitor({ javaScript: false, width: 390 })
  const look = looker(page, 'email-only', false)
  await registerByEmail(page)
  await page.goto('/sign-in')
  await page.goto('/dashboard')
  expect(await page.locator('main').textContent()).toContain('You cannot sign')
  await look.at('dashboard')
  const applicationId = await startApplication(page, look)

  await page.goto(`/applications/${applicationId}/sections/identifiers`)
  expect(page.url()).toContain('/confirm-identity')
  expect(await page.locator('main').textContent()).toContain('A code by e-mail is not enough')
  await look.at('refused')

  await page.goto('/account/passkey')
  expect(await page.locator('main').textContent()).toContain('Passkeys need JavaScript')
  await look.at('passkey-without-script')
  await page.goto(`/applications/${applicationId}/sign`)
  await page.getByRole('link', { name: 'Add an authenticator app' }).click()
  await look.at('add-app')
  await page.getByRole('button', { name: 'Continue' }).click()
  const seed = (await page.locator('code.app-key').textContent())!.replaceAll(' ', '')
  await page.getByLabel('Code', { exact: true }).fill(await appCode(stage, seed))
  await page.getByRole('button', { name: 'Add an authenticator app' }).click()
  // Password, mailbox and app were all given a moment ago: nothing is asked twice.
  expect(page.url()).toMatch(new RegExp(`/applications/${applicationId}/sign$`))
  await look.at('back-at-signing')
  expect((await stage.message(harold.email, /Authenticator app/)).subject).toContain('added')

  // The next time: the app first, and the demonstration shows its code. An e-mail code then no longer lets anybody sign.
  await page.getByRole('button', { name: 'Sign out' }).click()
  expect(await page.locator('main').textContent()).toContain('Passkeys need JavaScript')
  await page.getByLabel('User ID').fill(harold.userId)
  await page.getByLabel('Password', { exact: true }).fill(harold.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await look.at('verify')
  await page.getByRole('link', { name: 'Get a code by e-mail' }).click()
  await page.getByRole('button', { name: 'Send code' }).click()
  await page.getByLabel('Code', { exact: true }).fill(codeIn(await stage.message(harold.email, /is your code$/)))
  await follow(page.getByRole('button', { name: 'Verify' }))
  await page.goto(`/applications/${applicationId}/sign`)
  expect(page.url()).toContain('/confirm-identity')
  await page.getByLabel('Password', { exact: true }).fill(harold.password)
  await page.getByRole('button', { name: 'Continue' }).click()
  expect(await page.locator('main').textContent()).not.toContain('Get a code by e-mail')
  // A code works once: the one that added the app is used up.
  await later(1)
  await page.goto('/demo/codes')
  await look.at('demo-codes')
  const code = await page.locator('tr', { hasText: harold.userId }).locator('code').textContent()
  await page.goto('/sign-in/verify')
  await page.getByLabel('Code', { exact: true }).fill(code!)
  await page.getByRole('button', { name: 'Verify' }).click()
  expect(page.url()).toMatch(new RegExp(`/applications/${applicationId}/sign$`))

  // A phone, by a call instead of a text message.
  await page.goto('/account/phone')
  await page.getByLabel('Mobile phone number').fill(harold.mobile)
  await page.getByRole('button', { name: 'Send code' }).click()
  await page.getByRole('button', { name: 'Call me instead' }).click()
  const call = await stage.message(harold.mobile, /Again/)
  const spoken = /is: ([\d, ]+)\./.exec(call.body)![1]!.replace(/\D/g, '')
  await page.getByLabel('Code', { exact: true }).fill(spoken)
  await page.getByRole('button', { name: 'Add a phone' }).click()
  expect(page.url()).toMatch(/\/account$/)
  await look.at('account')
  expect(stage.faults).toEqual([])

  async function registerByEmail(p: typeof page) {
    await p.goto('/register')
    await p.getByLabel('E-mail address').fill(harold.email)
    await p.getByRole('button', { name: 'Send code' }).click()
    await p.getByLabel('Code', { exact: true }).fill(codeIn(await stage.message(harold.email)))
    await p.getByRole('button', { name: 'Continue' }).click()
    await p.getByLabel('NPI').first().fill(harold.npi)
    await pick(p, 'Social Security number (SSN)')
    await p.getByLabel('Tax ID', { exact: true }).fill(harold.ssn)
    await p.getByRole('button', { name: 'Continue' }).click()
    await p.getByLabel('User ID').fill(harold.userId)
    await p.getByLabel('Password', { exact: true }).fill(harold.password)
    await p.getByLabel('Password again').fill(harold.password)
    await p.getByRole('button', { name: 'Continue' }).click()
    await p.getByLabel('Name of the practice').fill(harold.practice)
    await p.getByRole('button', { name: 'Continue' }).click()
    await pick(p, 'Code by e-mail')
    await p.getByRole('button', { name: 'Continue' }).click()
    await p.getByLabel('Code', { exact: true }).fill(codeIn(await stage.message(harold.email, /is your code$/)))
    await p.getByRole('button', { name: 'Create account' }).click()
    await p.getByRole('button', { name: 'I have kept my codes' }).click()
  }
})
