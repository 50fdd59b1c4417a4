/** Creating an account and signing in, as a person does it. */
import { generate } from 'otplib'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { codeIn, type Stage } from '../portal.ts'
import { follow, pick } from './fill.ts'
import type { Look } from './look.ts'

export interface Registrant {
  readonly email: string
  readonly userId: string
  readonly password: string
  readonly npi: string
  readonly ssn: string
  readonly practice: string
  readonly mobile: string
}

/** Registers with codes to a phone; ends on the dashboard. */
export async function register(stage: Stage, page: Page, who: Registrant, look: Look): Promise<void> {
  await page.goto('/')
  await look.at('start')
  await page.getByRole('link', { name: 'Create an account' }).first().click()
  await look.at('register-1-email')
  await page.getByLabel('E-mail address').fill(who.email)
  await page.getByRole('button', { name: 'Send code' }).click()
  await look.at('register-2-code')
  await page.getByLabel('Code', { exact: true }).fill(codeIn(await stage.message(who.email)))
  await page.getByRole('button', { name: 'Continue' }).click()
  await look.at('register-3-npi')
  await page.getByLabel('NPI').first().fill('2000001118')
  await pick(page, 'Social Security number (SSN)')
  await page.getByLabel('Tax ID', { exact: true }).fill(who.ssn)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect.poll(() => page.title()).toMatch(/^Error/)
  await look.at('register-3-npi-wrong')
  await page.getByLabel('NPI').first().fill(who.npi)
  await page.getByLabel('Tax ID', { exact: true }).fill(who.ssn)
  await page.getByRole('button', { name: 'Continue' }).click()
  await look.at('register-4-user-id')
  await page.getByLabel('User ID').fill(who.userId)
  await page.getByLabel('Password', { exact: true }).fill('password1234')
  await page.getByLabel('Password again').fill('password1234')
  await page.getByRole('button', { name: 'Continue' }).click()
  await look.at('register-4-password-weak')
  await page.getByLabel('Password', { exact: true }).fill(who.password)
  await page.getByLabel('Password again').fill(who.password)
  await page.getByRole('button', { name: 'Continue' }).click()
  await look.at('register-5-practice')
  await page.getByLabel('Name of the practice').fill(who.practice)
  await page.getByRole('button', { name: 'Continue' }).click()
  await look.at('register-6-verification')
  await pick(page, 'Code by text message')
  await page.getByLabel('Mobile phone number').fill(who.mobile)
  await page.getByRole('button', { name: 'Continue' }).click()
  await look.at('register-7-phone-code')
  await page.getByLabel('Code', { exact: true }).fill(codeIn(await stage.message(who.mobile)))
  await page.getByRole('button', { name: 'Create account' }).click()
  await look.at('register-8-recovery-codes')
  await page
    .getByRole('button', { name: 'I have kept my codes' })
    .or(page.getByRole('link', { name: 'I have kept my codes' }))
    .click()
  await expect.poll(() => page.url()).toContain('/dashboard')
}

/** Signs in with the user id and password, then the newest code to the address or phone. */
export async function signInByPhone(stage: Stage, page: Page, who: Registrant, look: Look): Promise<void> {
  await page.goto('/sign-in')
  await look.at('sign-in')
  await page.getByLabel('User ID').fill(who.userId)
  await page.getByLabel('Password', { exact: true }).fill(who.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByLabel('Code', { exact: true }).fill(codeIn(await stage.message(who.mobile)))
  await verify(page)
}

/** Whoever goes on before the answer is there goes without the session that it brings. */
async function verify(page: Page): Promise<void> {
  await follow(page.getByRole('button', { name: 'Verify' }))
  const said = (await page.locator('main').textContent()) ?? ''
  expect(page.url(), said).not.toContain('/sign-in/verify')
}

/** Signs a demonstration account in with its authenticator app. */
export async function signInByApp(
  stage: Stage,
  page: Page,
  who: { loginId: string; password: string; totpSeed: string },
): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('User ID').fill(who.loginId)
  await page.getByLabel('Password', { exact: true }).fill(who.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByLabel('Code', { exact: true }).fill(await nextAppCode(stage, who))
  await verify(page)
}

const STEP_SECONDS = 30
/** The step of the code with which an account signed in last, by portal. */
const usedSteps = new WeakMap<Stage, Map<string, number>>()

/** A code works once: whoever signs in again within half a minute takes the next one, which is taken a step early. */
async function nextAppCode(stage: Stage, who: { loginId: string; totpSeed: string }): Promise<string> {
  const used = usedSteps.get(stage) ?? new Map<string, number>()
  usedSteps.set(stage, used)
  const stepNow = async () => Math.floor((await stage.now()).getTime() / 1000 / STEP_SECONDS)
  const step = Math.max(await stepNow(), (used.get(who.loginId) ?? 0) + 1)
  while ((await stepNow()) < step - 1) await new Promise((resolve) => setTimeout(resolve, 1000))
  used.set(who.loginId, step)
  return generate({ secret: who.totpSeed, epoch: step * STEP_SECONDS })
}

/** What the authenticator app shows at the portal's time. */
export const appCode = async (stage: Stage, secret: string): Promise<string> =>
  generate({ secret, epoch: Math.floor((await stage.now()).getTime() / 1000) })
