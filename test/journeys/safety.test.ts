/** Keeping an account safe, in a real browser: shared computers, what was typed, another address, "this was not me". */
import { generate } from 'otplib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD, demoAccounts } from '#demo/accounts/accounts.ts'
import { demoDelegates } from '#demo/accounts/delegates.ts'
import { fill, press, tick, walk } from './identity/walk.ts'
import { codeIn, openStage, type Stage } from './portal.ts'
import { appCode, signInByApp } from './steps/account.ts'
import { looker } from './steps/look.ts'

const account = (loginId: string) => ({
  ...[...demoAccounts, ...demoDelegates].find((a) => a.loginId === loginId)!,
  password: DEMO_PASSWORD,
})
const ruth = account('ruth.penhallow')
const oscar = account('oscar.montague')

let stage: Stage
const here = () => stage
let time = new Date('2026-11-24T15:00:00Z')
beforeAll(async () => {
  stage = await openStage(time)
}, 120_000)
afterAll(async () => {
  expect(stage.faults).toEqual([])
  await stage.close()
})
async function later(minutes: number): Promise<void> {
  time = new Date((await stage.now()).getTime() + minutes * 60_000)
  await stage.moveClock(time)
}
const linkIn = (mail: { body: string }) => /https?:\/\/\S+\/not-me\S+/.exec(mail.body)![0]
const heading = (page: Page) => page.locator('h1').first().textContent()

test('help pages lead from the index and the search to the answer, with and without JavaScript', {
  timeout: 90_000,
}, async () => {
  for (const javaScript of [true, false]) {
    const { page, context } = await stage.visitor({ javaScript })
    const look = looker(page, 'safety', javaScript)
    await page.goto('/help')
    await look.at('help')
    await page.getByLabel('Search the help pages').fill('locked')
    await page.getByRole('button', { name: 'Search' }).click()
    await look.at('help-found')
    await page.getByRole('link', { name: 'Why is my account locked, and how long?' }).click()
    expect(await page.locator('main').textContent()).toContain('5 wrong passwords within 15 minutes')
    await look.at('help-locked')
    await page.goto('/help/free')
    await look.at('help-free')
    expect(await page.locator('.unsupported').isVisible()).toBe(false)
    await context.close()
  }
})

test('without JavaScript: a form that was posted too late comes back after signing in, to the same person only', {
  timeout: 120_000,
}, async () => {
  const { page, context } = await stage.visitor({ javaScript: false })
  const look = looker(page, 'safety', false)
  await signInByApp(stage, page, ruth)
  await page.goto('/help/contact')
  await page.getByLabel('What do you need?').fill('I typed this for a long time.')
  await page.locator('main label', { hasText: 'Something else' }).first().click()
  await later(31)
  await page.getByRole('button', { name: 'Send' }).click()
  expect(await page.locator('main').textContent()).toContain('What you typed is kept for 30 minutes')
  await look.at('timed-out')

  // Somebody else at the same computer gets nothing of it.
  await page.getByLabel('User ID').fill(oscar.loginId)
  await page.getByLabel('Password', { exact: true }).fill(oscar.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  const codeOf = async (seed: string) =>
    generate({ secret: seed, epoch: Math.floor((await stage.now()).getTime() / 1000) })
  await page.getByLabel('Code', { exact: true }).fill(await codeOf(oscar.totpSeed))
  await page.getByRole('button', { name: 'Verify' }).click()
  expect(page.url()).toContain('/dashboard')
  expect(await page.locator('main').textContent()).not.toContain('I typed this')
  await page.goto('/restored')
  expect(page.url()).toContain('/dashboard')
  await context.clearCookies({ name: 'openpecos-session' })

  await page.goto('/sign-in?ended=kept&next=%2Frestored')
  await page.getByLabel('User ID').fill(ruth.loginId)
  await page.getByLabel('Password', { exact: true }).fill(ruth.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByLabel('Code', { exact: true }).fill(await codeOf(ruth.totpSeed))
  await page.getByRole('button', { name: 'Verify' }).click()
  // The form itself, with what was typed; nothing was sent, and what is added now goes with it.
  expect(page.url()).toContain('/help/contact')
  expect(await page.locator('main').textContent()).toContain('is back in the form')
  const box = page.getByLabel('What do you need?')
  expect(await box.inputValue()).toBe('I typed this for a long time.')
  await look.at('restored')
  await box.fill(`${await box.inputValue()} And this.`)
  await page.getByRole('button', { name: 'Send' }).click()
  expect(await page.locator('main').textContent()).toMatch(/Your request has the number H-\d+/)
  await page.goto('/help/tickets')
  await page.locator('main a[href^="/help/tickets/"]').first().click()
  expect(await page.locator('main').textContent()).toContain('I typed this for a long time. And this.')
  await page.goto('/help/contact')
  expect(await page.getByLabel('What do you need?').inputValue()).toBe('')
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await context.close()
})

test('with JavaScript: what is typed when the time is over is kept, and the session ends', {
  timeout: 90_000,
}, async () => {
  const { page, context } = await stage.visitor()
  await later(2)
  await signInByApp(stage, page, ruth)
  await page.clock.install()
  await page.goto('/help/contact')
  await page.getByLabel('What do you need?').fill('Half a sentence, and then the phone rang')
  await page.clock.fastForward('28:00')
  expect(await page.locator('dialog.idle-warning').isVisible()).toBe(true)
  await page.clock.fastForward('01:58')
  await expect.poll(() => page.url()).toContain('/sign-in?ended=kept')
  await page.goto('/account')
  expect(page.url()).toContain('/sign-in')
  // A code of the app works once.
  await later(1)
  await page.goto('/sign-in?ended=kept&next=%2Frestored')
  await page.getByLabel('User ID').fill(ruth.loginId)
  await page.getByLabel('Password', { exact: true }).fill(ruth.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByLabel('Code', { exact: true }).fill(await appCode(stage, ruth.totpSeed))
  await page.getByRole('button', { name: 'Verify' }).click()
  await expect.poll(() => page.url()).toContain('/help/contact')
  expect(await page.getByLabel('What do you need?').inputValue()).toContain('Half a sentence')
  await context.close()
})

walk('public-computer', here, async ({ page, context, mode }) => {
  const { loginId, password, totpSeed } = mode === 'on' ? ruth : oscar
  const look = looker(page, `safety-${mode}`, false)
  await later(2)
  await page.goto('/sign-in')
  await look.at('sign-in')
  await tick(page, 'publicComputer')
  await fill(page, { loginId, password })
  await press(page, 'Sign in')
  const epoch = Math.floor((await stage.now()).getTime() / 1000)
  await fill(page, { code: await generate({ secret: totpSeed, epoch }) })
  await press(page, 'Verify')
  expect(await page.locator('.public-computer').textContent()).toContain('sign out when you are done')
  await look.at('public-computer')
  expect((await context.cookies()).map((c) => c.name)).not.toContain('openpecos-device')
  expect((await context.cookies()).find((c) => c.name === 'openpecos-session')?.expires).toBe(-1)
  await later(6)
  await page.goto('/dashboard')
  expect(page.url()).toContain('/sign-in')
})

test('another address, security activity, a new password; then "this was not me" from the notice', {
  timeout: 150_000,
}, async () => {
  const { page, context } = await stage.visitor()
  const look = looker(page, 'safety', true)
  await later(2)
  await signInByApp(stage, page, ruth)
  await page.goto('/account')
  await look.at('account')
  await page.goto('/account/email')
  await look.at('email')
  await page.getByRole('button', { name: 'Send code' }).click()
  await look.at('email-missing')
  await page.getByLabel('New e-mail address').fill('ruth.new@penhallow.example')
  await page.locator('main label', { hasText: 'Use it instead of' }).click()
  await page.getByRole('button', { name: 'Send code' }).click()
  await look.at('email-code')
  await page.getByLabel('Code', { exact: true }).fill(codeIn(await stage.message('ruth.new@penhallow.example')))
  await page.getByRole('button', { name: 'Confirm the address' }).click()
  await expect.poll(() => page.url()).toMatch(/\/account$/)
  expect(await page.locator('main').textContent()).toContain('r•••@penhallow.example')

  await page.goto('/account/activity')
  await look.at('activity')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download as a table (CSV)' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('security-activity.csv')

  await page.goto('/account/password')
  const box = page.getByLabel('New password', { exact: true })
  await box.pressSequentially('qwerty lantern 1')
  expect(await page.locator('.password-meter').textContent()).toContain('qwerty')
  await look.at('password-easy')
  await box.fill('tunnel lantern oyster')
  expect(await page.locator('.password-meter').getAttribute('data-level')).toBe('2')

  // Her former mailbox still gets the notice; whoever reads it there opens the link in another browser.
  const former = ruth.loginId
  const { email } = await formerAddress(former)
  const notice = await stage.message(email, /was replaced by ruth\.new@penhallow\.example/)
  const other = await stage.visitor({ javaScript: false, width: 390 })
  await other.page.goto(linkIn(notice))
  expect(new URL(other.page.url()).search).toBe('')
  await looker(other.page, 'safety', false).at('not-me')
  await page.goto('/account')
  expect(await heading(page)).toBe('Account and security')
  await other.page.getByRole('button', { name: 'Protect my account' }).click()
  expect(await other.page.locator('main').textContent()).toMatch(/has the number H-\d+/)
  await looker(other.page, 'safety', false).at('not-me-done')
  await page.goto('/account')
  expect(page.url()).toContain('/sign-in')
  expect((await stage.message(email, /reset-password\?token=/)).subject).toBe('Reset your password')
  await context.close()
})

/** Addresses of the demonstration follow the user id; the newest mail to one tells which. */
async function formerAddress(loginId: string): Promise<{ email: string }> {
  const outbox = (await (await fetch(`${stage.origin}/test/outbox`)).json()) as {
    messages: { recipient: string; body: string }[]
  }
  const found = outbox.messages.find((m) => m.body.includes('ruth.new@penhallow.example') && m.recipient.includes('@'))
  if (!found) throw new Error(`no notice for ${loginId}`)
  return { email: found.recipient }
}
