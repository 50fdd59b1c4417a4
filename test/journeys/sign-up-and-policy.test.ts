/**
 * An account that begins with a passkey, made in a real browser with a virtual authenticator; and two administrators who
 * switch e-mail codes off: whoever had nothing else is let in once more, to add what is allowed, without JavaScript too.
 */
import type { CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD, demoAccounts } from '#demo/accounts/accounts.ts'
import { codeIn, openStage, type Stage } from './portal.ts'
import { appCode, signInByApp } from './steps/account.ts'
import { follow, pick } from './steps/fill.ts'
import { looker } from './steps/look.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage(new Date('2026-11-24T15:00:00Z'))
}, 120_000)
afterAll(async () => {
  expect(stage.faults).toEqual([])
  await stage.close()
})
const PASSWORD = 'copper lantern drifts 82'
const olga = { email: 'olga@oak.example', userId: 'olga.oak' }
const pia = { email: 'pia@pine.example', userId: 'pia.pine' }
const admin = (loginId: string) => ({ ...demoAccounts.find((a) => a.loginId === loginId)!, password: DEMO_PASSWORD })
const main = (page: Page) => page.locator('main').textContent()

/** The pages before the way to verify, for an official, who has no NPI to say. */
async function beginAccount(page: Page, who: { email: string; userId: string }, origin = ''): Promise<void> {
  await page.goto(`${origin}/register`)
  await pick(page, 'Somebody of an organization')
  await page.getByLabel('E-mail address').fill(who.email)
  await page.getByRole('button', { name: 'Send code' }).click()
  await page.getByLabel('Code', { exact: true }).fill(codeIn(await stage.message(who.email)))
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByLabel('User ID').fill(who.userId)
  await page.getByLabel('First name').fill('Olga')
  await page.getByLabel('Last name').fill('Oak')
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByLabel('Password again').fill(PASSWORD)
  await page.getByRole('button', { name: 'Continue' }).click()
}
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

test('signing up with a passkey, and in again with it alone', { timeout: 120_000 }, async () => {
  const { page, context } = await stage.visitor()
  const look = looker(page, 'sign-up', true)
  const named = stage.origin.replace('127.0.0.1', 'localhost')
  await authenticator(await context.newCDPSession(page))
  await beginAccount(page, olga, named)
  await look.at('verification')
  await pick(page, 'Passkey (safest)')
  await page.getByRole('button', { name: 'Continue' }).click()
  await look.at('make-passkey')
  await page.getByRole('button', { name: 'Make the passkey and create my account' }).click()
  await expect.poll(() => page.url()).toContain('/account/recovery-codes')
  await page.getByRole('button', { name: 'I have kept my codes' }).click()
  await expect.poll(() => page.url()).toContain('/dashboard')
  await page.goto(`${named}/account`)
  expect(await main(page)).toContain('Passkey')
  await page.addInitScript('PublicKeyCredential.isConditionalMediationAvailable = async () => false')
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect.poll(() => page.url()).toContain('/dashboard')
  await context.close()
})

test('administrators switch e-mail codes off; whoever had only those adds an app before anything else', {
  timeout: 150_000,
}, async () => {
  const { page, context } = await stage.visitor({ javaScript: false, width: 390 })
  const look = looker(page, 'policy', false)
  await beginAccount(page, pia)
  expect(await main(page)).toContain('Needs JavaScript')
  await pick(page, 'Code by e-mail')
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByLabel('Code', { exact: true }).fill(codeIn(await stage.message(pia.email, /is your code$/)))
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.getByRole('button', { name: 'I have kept my codes' }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()

  const june = await stage.visitor()
  const lookJune = looker(june.page, 'policy', true)
  await signInByApp(stage, june.page, admin('admin.june'))
  await june.page.goto('/admin/settings/sign-in-methods')
  await lookJune.at('propose')
  await pick(june.page, 'E-mail code')
  await pick(june.page, 'Authenticator app')
  await june.page.getByLabel('Reason').fill('Mailboxes were taken over this month')
  await june.page.getByRole('button', { name: 'Propose' }).click()
  expect(await main(june.page)).toContain('Fewer than two administrators could sign in')
  await lookJune.at('refused')
  await pick(june.page, 'Authenticator app')
  await june.page.getByRole('button', { name: 'Propose' }).click()
  await expect.poll(() => june.page.url()).toContain('/admin/proposals')
  await lookJune.at('proposed')
  const karl = await stage.visitor()
  await signInByApp(stage, karl.page, admin('admin.karl'))
  await karl.page.goto('/admin/proposals')
  await follow(karl.page.locator('tr', { hasText: 'Allow as ways to verify' }).getByRole('button', { name: 'Approve' }))
  await karl.page.goto('/admin/settings')
  expect(await main(karl.page)).toContain('Passkey, Authenticator app, Phone code, Phone call, Recovery code')
  await looker(karl.page, 'policy', true).at('in-force')

  await page.goto('/sign-in')
  await page.getByLabel('User ID').fill(pia.userId)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByLabel('Code', { exact: true }).fill(codeIn(await stage.message(pia.email, /is your code$/)))
  await page.getByRole('button', { name: 'Verify' }).click()
  expect(page.url()).toContain('/account/choose-method')
  await look.at('choose')
  for (const closed of ['/account', '/dashboard', '/account/email', '/organizations/new']) {
    await page.goto(closed)
    expect(page.url()).toContain('/account/choose-method')
  }
  await page.goto('/help/codes')
  expect(page.url()).toContain('/help/codes')
  await page.goto('/dashboard')
  await page.getByRole('link', { name: 'Add an authenticator app' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  const seed = (await page.locator('code.app-key').textContent())!.replaceAll(' ', '')
  await page.getByLabel('Code', { exact: true }).fill(await appCode(stage, seed))
  await page.getByRole('button', { name: 'Add an authenticator app' }).click()
  expect(page.url()).toMatch(/\/dashboard$/)
  await page.goto('/account')
  expect(await main(page)).toContain('Switched off here')
  await look.at('account')
  await Promise.all([context, june.context, karl.context].map((c) => c.close()))
})
