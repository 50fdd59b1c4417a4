/**
 * What staff do about the identity of others, each flow with JavaScript and without: the help desk with accounts and
 * with those who lost every way to verify, and administrators with staff, contractors and policy.
 */
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { openStage, type Stage } from '../portal.ts'
import { seeded } from './signing.ts'
import { another, appCode, enter, fill, later, linkIn, press, text, tick, type Walker, walk } from './walk.ts'

const cast = {
  on: {
    helped: 'ida.brandt',
    lost: 'paul.meyer',
    contractor: 'lakes',
    idle: '10',
    recruit: { name: 'Noor Haddad', loginId: 'noor.haddad', email: 'noor@staff.example' },
  },
  off: {
    helped: 'bria.stone',
    lost: 'nell.foxworth',
    contractor: 'gulf',
    idle: '12',
    recruit: { name: 'Lars Ekholm', loginId: 'lars.ekholm', email: 'lars@staff.example' },
  },
} as const
const REASON = 'Called, and called back at the practice.'

let stage: Stage
const here = () => stage
beforeAll(async () => {
  stage = await openStage(new Date('2026-11-24T15:00:00Z'))
})
afterAll(() => stage?.close())

const as = (context: BrowserContext, loginId: string): Promise<void> => enter(stage, context, seeded(loginId))
async function other(walker: Walker, loginId: string): Promise<{ page: Page; context: BrowserContext }> {
  const person = await another(walker)
  await as(person.context, loginId)
  return person
}
/** Opens the account by the search of the help desk, and gives its address. */
async function find(page: Page, loginId: string): Promise<string> {
  await page.goto('/help-desk')
  await page.getByLabel('Find an account').fill(loginId)
  await press(page, 'Search')
  await page.locator('main a[href^="/help-desk/accounts/"]').first().click()
  await page.waitForURL('**/help-desk/accounts/*')
  return page.url()
}
async function signsIn(page: Page, loginId: string): Promise<boolean> {
  await page.goto('/sign-in')
  await fill(page, { loginId, password: seeded(loginId).password })
  await press(page, 'Sign in')
  return page.url().includes('/sign-in/verify')
}

walk('help-desk-acts', here, async (walker) => {
  const { page, context, mode } = walker
  const { helped } = cast[mode]
  const owner = await other(walker, helped)
  await as(context, 'help.hana')
  await find(page, helped)
  expect(await text(page)).not.toContain(seeded(helped).email)
  const act = async (id: string) => {
    await tick(page, `act-${id}`)
    await fill(page, { reason: REASON })
    await press(page, 'Do it')
  }
  await press(page, 'Do it')
  expect(await page.title()).toMatch(/^Error/)
  await act('end-sessions')
  await owner.page.goto('/account')
  expect(owner.page.url()).toContain('/sign-in')
  await act('send-link')
  expect((await stage.message(seeded(helped).email, /\/reset-password\?/)).subject).toBe('Reset your password')
  await act('suspend')
  expect(await signsIn(owner.page, helped)).toBe(false)
  await act('restore')
  expect(await signsIn(owner.page, helped)).toBe(true)
  await owner.context.close()
})

walk('lost-all-factors', here, async (walker) => {
  const { page, context, mode } = walker
  const { lost } = cast[mode]
  const { name, email, password } = seeded(lost)
  const askAndConfirm = async () => {
    await as(context, 'help.hana')
    const account = await find(page, lost)
    await page.goto(`${account}/lost-factors`)
    await press(page, 'Ask a second person to confirm')
    expect(await page.title()).toMatch(/^Error/)
    await fill(page, { 'said-name': name, 'said-user-id': lost, 'said-email': email, reason: REASON })
    await tick(page, 'called-back-yes')
    await press(page, 'Ask a second person to confirm')
    expect(await text(page)).toContain('another person of the help desk has to confirm it')
    expect(await page.getByRole('button', { name: 'Confirm', exact: true }).count()).toBe(0)
    const ivan = await other(walker, 'help.ivan')
    await ivan.page.goto(`${account}/lost-factors`)
    await fill(ivan.page, { reason: 'Read the answers, spoke to Hana.' })
    await press(ivan.page, 'Confirm')
    expect(await text(ivan.page)).toContain('waiting time runs')
    await ivan.context.close()
  }
  const owner = await another(walker)
  await askAndConfirm()
  await owner.page.goto(linkIn(await stage.message(email, /\/cancel-recovery\?/), /http\S+\/cancel-recovery\?\S+/))
  await press(owner.page, 'Stop it')
  expect(await text(owner.page)).toContain('Stopped.')

  await askAndConfirm()
  await later(stage, 24 * 60 + 1)
  await owner.page.goto(linkIn(await stage.message(email, /Set up a new way/)))
  const seed = ((await owner.page.locator('.app-key').textContent()) ?? '').replace(/\s/g, '')
  await fill(owner.page, { password, code: await appCode(stage, seed) })
  await press(owner.page, 'Set up')
  expect(await text(owner.page)).toContain('Your authenticator app is set up')
  await later(stage, 1)
  expect(await signsIn(owner.page, lost)).toBe(true)
  await fill(owner.page, { code: await appCode(stage, seed) })
  await press(owner.page, 'Verify')
  expect(owner.page.url()).not.toContain('/sign-in')
  await owner.context.close()
})

/** The second administrator approves what was proposed last; the first one cannot. */
async function approved(walker: Walker, what: RegExp): Promise<void> {
  expect(walker.page.url()).toContain('/admin/proposals')
  const row = (page: Page) => page.getByRole('row', { name: what }).first()
  expect(await row(walker.page).getByRole('button').allTextContents()).toEqual(['Withdraw'])
  const karl = await other(walker, 'admin.karl')
  await karl.page.goto('/admin/proposals')
  const button = row(karl.page).getByRole('button', { name: 'Approve' })
  await Promise.all([karl.page.waitForEvent('domcontentloaded'), button.click()])
  expect(await row(karl.page).textContent()).toContain('Approved: Karl Brandvold')
  await karl.context.close()
}

walk('admin-staff', here, async (walker) => {
  const { page, context, mode } = walker
  const { recruit, contractor } = cast[mode]
  await as(context, 'admin.june')
  await page.goto('/admin/staff/invite')
  await press(page, 'Invite')
  expect(await page.title()).toMatch(/^Error/)
  await fill(page, { ...recruit, reason: 'Starts on Monday.' })
  await tick(page, 'role-mac-analyst')
  await tick(page, `partyId-${contractor}`)
  await press(page, 'Invite')
  expect(await text(page)).toContain('Invited, not set up yet')

  const newcomer = await another(walker)
  await newcomer.page.goto(linkIn(await stage.message(recruit.email, /staff account/)))
  const seed = ((await newcomer.page.locator('.app-key').textContent()) ?? '').replace(/\s/g, '')
  const password = 'cobalt meadow lantern 71'
  await fill(newcomer.page, { password, again: password, code: await appCode(stage, seed) })
  await press(newcomer.page, 'Set up')
  const staffMember = { loginId: recruit.loginId, password, totpSeed: seed }
  await enter(stage, newcomer.context, staffMember)
  expect((await newcomer.page.goto('/desk'))?.status()).toBe(200)

  await page.goto('/admin')
  await page.getByRole('link', { name: recruit.name }).click()
  await tick(page, 'role-help-desk')
  await tick(page, 'partyId-')
  await fill(page, { reason: 'Helps out at the help desk.' })
  await press(page, 'Give the role')
  await approved(walker, new RegExp(`Give ${recruit.name} the role Help desk`))
  expect((await newcomer.page.goto('/help-desk'))?.status()).toBe(200)

  await page.goto('/admin')
  await page.getByRole('link', { name: recruit.name }).click()
  await page
    .locator('main label', { hasText: /^Help desk$/ })
    .first()
    .click()
  await fill(page, { endReason: 'The help desk is staffed again.' })
  await press(page, 'End the role')
  await newcomer.page.goto('/desk')
  expect(newcomer.page.url()).toContain('/sign-in')
  await enter(stage, newcomer.context, staffMember)
  expect((await newcomer.page.goto('/help-desk'))?.status()).toBe(404)
  await newcomer.context.close()
})

walk('admin-contractors', here, async (walker) => {
  const { page, context, mode } = walker
  const { contractor } = cast[mode]
  await as(context, 'admin.june')
  await page.goto(`/admin/contractors/${contractor}`)
  await fill(page, { phone: '800-555-0100' })
  await press(page, 'Save')
  expect(await text(page)).toContain('800-555-0100')
  await page.goto(`/admin/contractors/${contractor}`)
  await fill(page, { states: 'TX', reason: 'The state moves to this contractor.' })
  await press(page, 'Propose')
  await approved(walker, /Give TX to /)
  await page.goto(`/admin/contractors/${contractor}`)
  expect(await page.locator('main').textContent()).toMatch(/\bTX\b/)
})

walk('admin-policy', here, async (walker) => {
  const { page, context, mode } = walker
  const { idle } = cast[mode]
  await as(context, 'admin.june')
  await page.goto('/admin/settings/session.staff-idle')
  await fill(page, { value: '999', reason: 'Shared offices at the contractors.' })
  await press(page, 'Change')
  expect(await page.title()).toMatch(/^Error/)
  await fill(page, { value: idle })
  await press(page, 'Change')
  await approved(walker, new RegExp(`to ${idle} minutes`))
  await page.goto('/admin/settings')
  expect(await text(page)).toContain(`${idle} minutes`)
})

walk('admin-methods', here, async (walker) => {
  const { page, context } = walker
  await as(context, 'admin.june')
  await page.goto('/admin/settings/sign-in-methods')
  // The second walk puts back what the first one switched off.
  await page.locator('main label', { hasText: 'Phone call' }).first().click()
  await press(page, 'Propose')
  expect(await page.title()).toMatch(/^Error/)
  await fill(page, { reason: 'Calls were listened to this month.' })
  await press(page, 'Propose')
  await approved(walker, /Allow as ways to verify/)
})
