/**
 * Harold Lindgren asks for help from his phone, without JavaScript. Hana Novakova finds and unlocks him and answers;
 * then he has lost every way to verify, and two of the help desk, a wait and a mailed link bring him back.
 * An auditor finds all of it in the log, and two administrators change a setting.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD, demoAccounts } from '#demo/accounts/accounts.ts'
import { openStage, type Stage } from './portal.ts'
import { appCode, type Registrant, register, signInByApp } from './steps/account.ts'
import { pick } from './steps/fill.ts'
import { type Look, looker } from './steps/look.ts'

const harold: Registrant = {
  email: 'harold@lindgren.example',
  userId: 'harold.lindgren',
  password: 'pebble anthem willow 63',
  npi: '2000001000',
  ssn: '900-10-4321',
  practice: 'Lindgren Internal Medicine',
  mobile: '6145550155',
}
const REASON = 'He called, and I called back at the practice.'

let stage: Stage
beforeAll(async () => {
  stage = await openStage(new Date('2026-11-24T15:00:00Z'))
})
afterAll(() => stage?.close())

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const text = async (page: Page) => (await page.locator('main').textContent()) ?? ''
async function staff(loginId: string, prefix: string, thorough = true): Promise<{ page: Page; look: Look }> {
  const who = demoAccounts.find((a) => a.loginId === loginId)!
  const { page } = await stage.visitor()
  await signInByApp(stage, page, { ...who, password: DEMO_PASSWORD })
  await expect.poll(() => page.url()).not.toContain('/sign-in')
  return { page, look: looker(page, prefix, thorough) }
}
async function tryPassword(page: Page, password: string): Promise<string> {
  await page.goto('/sign-in')
  await page.getByLabel('User ID').fill(harold.userId)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await button(page, 'Sign in').click()
  return text(page)
}
const linkIn = (m: { body: string }) => /https?:\/\/\S+/.exec(m.body)![0]

test('locked and unlocked, every way lost and found again, and all of it in the log', {
  timeout: 240_000,
}, async () => {
  const { page } = await stage.visitor()
  const none: Look = { at: async () => {} }
  await register(stage, page, harold, none)
  await button(page, 'Sign out').click()
  for (let i = 0; i < 5; i++) await tryPassword(page, `wrong guess number ${i}`)
  expect(await tryPassword(page, harold.password)).toContain('locked for')

  // On his phone, without JavaScript.
  const phone = (await stage.visitor({ javaScript: false, width: 390 })).page
  const phoneLook = looker(phone, 'help-plain', false)
  await phone.goto('/sign-in')
  await phone.getByRole('link', { name: 'Ask for help' }).click()
  await button(phone, 'Send').click()
  await expect.poll(() => phone.title()).toMatch(/^Error/)
  await phoneLook.at('contact-errors')
  await phone.getByLabel('Your name').fill('Harold Lindgren')
  await phone.getByLabel('E-mail address for the answer').fill(harold.email)
  await phone.getByLabel('User ID').fill(harold.userId)
  await pick(phone, 'I cannot sign in')
  await phone.getByLabel('What do you need?').fill('It says that my account is locked. My number is 900-10-4321.')
  await phoneLook.at('contact')
  await button(phone, 'Send').click()
  const number = /H-\d{6}/.exec(await text(phone))![0]
  await phoneLook.at('contact-sent')
  expect((await stage.message(harold.email, /We have your request/)).body).toContain(number)

  // Hana finds him and unlocks, then answers.
  const hana = await staff('help.hana', 'help')
  expect(hana.page.url()).toContain('/help-desk')
  await hana.look.at('desk')
  await hana.page.getByLabel('Find an account').fill(harold.npi)
  await button(hana.page, 'Search').click()
  await hana.look.at('desk-found')
  await hana.page
    .getByRole('link', { name: /Lindgren/i })
    .first()
    .click()
  const account = hana.page.url()
  expect(await text(hana.page)).toContain('Password locked until')
  expect(await text(hana.page)).not.toContain(harold.mobile)
  await hana.look.at('account')
  await pick(hana.page, 'Unlock signing in')
  await button(hana.page, 'Do it').click()
  await expect.poll(() => hana.page.title()).toMatch(/^Error/)
  await hana.look.at('account-no-reason')
  await hana.page.getByLabel('Reason').fill(REASON)
  await button(hana.page, 'Do it').click()
  await expect.poll(() => text(hana.page)).toContain('Not locked')
  await stage.message(harold.email, /was unlocked/)
  expect(await tryPassword(page, harold.password)).not.toContain('locked for')
  await hana.page.goto('/help-desk')
  await hana.page.getByRole('link', { name: number }).click()
  expect(await text(hana.page)).toContain('•••-••-4321')
  expect(await text(hana.page)).toContain('Locked then, until')
  await button(hana.page, 'Take it').click()
  await hana.page.getByLabel('Answer').fill('It is unlocked now. Please try again.')
  await hana.look.at('ticket')
  await button(hana.page, 'Send the answer').click()
  expect((await stage.message(harold.email, /Answer to your request/)).body).toContain('It is unlocked now')

  // He lost his phone and his codes. One asks, another confirms; the first time somebody stops it.
  const askScript = async (isFirst: boolean) => {
    await hana.page.goto(`${account}/lost-factors`)
    if (isFirst) {
      await button(hana.page, 'Ask a second person to confirm').click()
      await expect.poll(() => hana.page.title()).toMatch(/^Error/)
      await hana.look.at('lost-script')
    }
    await hana.page.getByLabel('User ID').fill(harold.userId)
    await hana.page.getByLabel('NPI').fill(harold.npi)
    await hana.page.getByLabel('Last four digits of the tax ID').fill('4321')
    await pick(hana.page, 'I called back')
    await hana.page.getByLabel('Reason').fill(REASON)
    await button(hana.page, 'Ask a second person to confirm').click()
    await expect.poll(() => text(hana.page)).toContain('another person of the help desk')
  }
  const ivan = await staff('help.ivan', 'help-second', false)
  const confirm = async () => {
    await ivan.page.goto('/help-desk')
    await ivan.page
      .getByRole('link', { name: /Lindgren/i })
      .first()
      .click()
    await ivan.look.at('lost-confirm')
    await ivan.page.getByLabel('Reason').fill('Read the answers, spoke to Hana.')
    await button(ivan.page, 'Confirm').click()
    await expect.poll(() => text(ivan.page)).toContain('waiting time runs')
  }
  await askScript(true)
  await hana.look.at('lost-asked')
  await confirm()
  await page.goto(linkIn(await stage.message(harold.mobile, /new way to sign in/)))
  const look = looker(page, 'help', true)
  await look.at('cancel')
  await button(page, 'Stop it').click()
  await expect.poll(() => text(page)).toContain('Stopped.')
  await stage.message(harold.email, /was stopped/)
  await askScript(false)
  await confirm()
  await stage.moveClock(new Date((await stage.now()).getTime() + 24 * 3_600_000 + 60_000))
  await page.goto(linkIn(await stage.message(harold.email, /Set up a new way/)))
  await look.at('set-up')
  const seed = (await page.locator('.app-key').textContent())!.replace(/\s/g, '')
  await page.getByLabel('Your password').fill(harold.password)
  await page.getByLabel('Code', { exact: true }).fill(await appCode(stage, seed))
  await button(page, 'Set up').click()
  await expect.poll(() => text(page)).toContain('Your authenticator app is set up')
  await stage.moveClock(new Date((await stage.now()).getTime() + 60_000))
  await signInByApp(stage, page, { loginId: harold.userId, password: harold.password, totpSeed: seed })
  await expect.poll(() => page.url()).toContain('/dashboard')

  // The auditor.
  const gia = await staff('auditor.gia', 'audit')
  await gia.page.goto('/audit')
  await gia.page.getByLabel('Person').fill(harold.userId)
  await button(gia.page, 'Search').click()
  for (const action of ['staff-unlocked', 'lost-factors-canceled', 'access-set-up', 'account.support'])
    expect(await text(gia.page)).toContain(action)
  await gia.look.at('log')
  await button(gia.page, 'Verify the whole log').click()
  await expect.poll(() => text(gia.page)).toContain('is as it was written')
  await gia.look.at('verified')

  // Four eyes.
  const june = await staff('admin.june', 'admin')
  expect(june.page.url()).toContain('/admin')
  await june.look.at('staff')
  for (const [path, name] of [
    ['/admin/staff/invite', 'invite'],
    ['/admin/contractors', 'contractors'],
    ['/admin/contractors/lakes', 'contractor'],
    ['/admin/settings', 'settings'],
  ] as const) {
    await june.page.goto(path)
    await june.look.at(name)
  }
  await june.page.goto('/admin/settings/session.staff-idle')
  await june.page.getByLabel('Value').fill('10')
  await june.page.getByLabel('Reason').fill('Shared offices at the contractors.')
  await button(june.page, 'Change').click()
  await expect.poll(() => june.page.url()).toContain('/admin/proposals')
  await june.look.at('proposals')
  const karl = await staff('admin.karl', 'admin-second', false)
  await karl.page.goto('/admin/proposals')
  await karl.page
    .getByRole('row', { name: /Signed out without activity/ })
    .getByRole('button', { name: 'Approve' })
    .click()
  await expect.poll(() => text(karl.page)).toContain('Approved: Karl Brandvold')
  await karl.look.at('proposals')
  await karl.page.goto('/admin/settings')
  expect(await text(karl.page)).toContain('10 minutes')
  expect(stage.faults).toEqual([])
})
