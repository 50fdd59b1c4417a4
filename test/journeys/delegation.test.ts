/**
 * Rosa Vega lets others work for her without ever sharing a password: a staff member whom she invites by mail, and a
 * billing company that asks. Neither can sign, and what is ended is ended on the next page.
 */
import pg from 'pg'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '#demo/accounts/accounts.ts'
import { demoDelegates } from '#demo/accounts/delegates.ts'
import { codeIn, openStage, type Stage } from './portal.ts'
import { type Registrant, register, signInByApp } from './steps/account.ts'
import { startApplication } from './steps/apply.ts'
import { pick } from './steps/fill.ts'
import { type Look, looker } from './steps/look.ts'

const rosa: Registrant = {
  email: 'rosa@vega-family.example',
  userId: 'rosa.vega',
  password: 'pebble anthem willow 63',
  npi: '2000001117',
  ssn: '900-12-3456',
  practice: 'Vega Family Medicine',
  mobile: '2175550155',
}
const pia = {
  email: 'pia@vega-family.example',
  userId: 'pia.lange',
  password: 'cobalt meadow lantern 71',
  mobile: '2175550156',
}

let stage: Stage
beforeAll(async () => {
  stage = await openStage(new Date('2026-11-24T15:00:00Z'))
})
afterAll(() => stage?.close())

const linkIn = (m: { body: string }): string => /https?:\/\/\S+/.exec(m.body)![0]
const text = async (page: Page) => (await page.locator('body').textContent()) ?? ''
const press = (page: Page, name: string | RegExp) => page.getByRole('main').getByRole('button', { name }).click()
async function signIn(page: Page, loginId: string): Promise<void> {
  const { totpSeed } = demoDelegates.find((d) => d.loginId === loginId)!
  await signInByApp(stage, page, { loginId, password: DEMO_PASSWORD, totpSeed })
  await expect.poll(() => page.url()).toContain('/dashboard')
}

test('an invited staff member prepares and cannot sign; a billing company acts with a banner until it is ended', {
  timeout: 120_000,
}, async () => {
  const owner = await stage.visitor()
  await register(stage, owner.page, rosa, looker(owner.page, 'delegation-register', false))
  const look = looker(owner.page, 'delegation', true)
  await owner.page.getByRole('link', { name: 'People and access' }).click()
  await look.at('people')
  await owner.page.getByRole('link', { name: 'Invite somebody' }).click()
  await press(owner.page, 'Send invitation')
  await expect.poll(() => owner.page.title()).toMatch(/^Error/)
  await look.at('invite-wrong')
  await owner.page.getByLabel('Name of the person').fill('Pia Lange')
  await owner.page.getByLabel('E-mail address').fill(pia.email)
  await pick(owner.page, 'Staff end user')
  await press(owner.page, 'Send invitation')
  expect(await text(owner.page)).toContain('Pia Lange')
  await look.at('people-invited')

  // Without JavaScript.
  const staff = await stage.visitor({ javaScript: false })
  const staffLook = looker(staff.page, 'delegation-staff', false)
  await acceptAsNew(staff.page, staffLook)
  const applicationId = await startApplication(staff.page, looker(staff.page, 'delegation-start', false))
  await staffLook.at('draft')
  await staff.page.goto(`/applications/${applicationId}/sign`)
  expect(await staff.page.title()).toContain('Page not found')
  expect((await stage.message(rosa.email, /accepted your invitation/)).body).toContain('pia.lange')
  await owner.page.goto('/people')
  await look.at('people-joined')
  await owner.page.getByRole('link', { name: 'Who may sign' }).click()
  expect(await text(owner.page)).toContain('This person cannot sign')
  await look.at('who-may-sign')

  const boss = await stage.visitor()
  await signIn(boss.page, 'bria.stone')
  const bossLook = looker(boss.page, 'delegation-billing', true)
  await boss.page.getByRole('link', { name: 'People and access' }).click()
  await boss.page.getByRole('link', { name: /Who works for whom/ }).click()
  await bossLook.at('connections')
  await boss.page.getByRole('link', { name: 'Ask providers' }).click()
  await boss.page.getByLabel('NPIs of the providers').fill(rosa.npi)
  for (const [part, value] of [
    ['month', '6'],
    ['day', '1'],
    ['year', '2028'],
  ] as const)
    await boss.page.locator(`[name=endsOn-${part}]`).fill(value)
  await bossLook.at('ask')
  await press(boss.page, 'Send')
  await expect.poll(() => text(boss.page)).toContain('Asked; the provider answers')

  const clerk = await stage.visitor()
  await signIn(clerk.page, 'tom.rayburn')
  await clerk.page.goto(`/applications/${applicationId}`)
  expect(await clerk.page.title()).toContain('Page not found')

  await owner.page.goto(linkIn(await stage.message(rosa.email, /asks to work for you/)))
  await look.at('surrogacy-asked')
  await press(owner.page, 'Agree')
  await expect.poll(() => text(owner.page)).toContain('In force')

  await clerk.page.goto(`/applications/${applicationId}`)
  const banner = clerk.page.getByRole('region', { name: 'Acting for' })
  expect(await banner.textContent()).toMatch(/Rosa Vega.*Surrogate of Brightline Billing LLC/)
  await looker(clerk.page, 'delegation-clerk', true).at('acting')
  await clerk.page.goto(`/applications/${applicationId}/sign`)
  expect(await clerk.page.title()).toContain('Page not found')

  // Whatever the clerk does meanwhile names both: what is looked at, and what has nothing to do with the provider too.
  await clerk.page.goto('/help/contact')
  await clerk.page.getByLabel('What do you need?').fill('Where do I find the roster of this provider?')
  await pick(clerk.page, 'Something else')
  await press(clerk.page, 'Send')
  await expect.poll(() => text(clerk.page)).toContain('Your request has the number')
  expect(await eventsOf('tom.rayburn')).toEqual({
    both: expect.arrayContaining(['application.view', 'ticket.ask']),
    one: [],
  })

  await press(owner.page, 'End now')
  await expect.poll(() => text(owner.page)).toContain('It counts at once')
  await look.at('surrogacy-ended')
  await clerk.page.goto(`/applications/${applicationId}`)
  expect(await clerk.page.title()).toContain('Page not found')
  expect(await banner.count()).toBe(0)
  await clerk.page.goto('/dashboard')
  expect(await text(clerk.page)).not.toContain('Rosa Vega')
  expect(stage.faults).toEqual([])
})

/** What somebody did since the last agreement, apart by whether it names for whom they acted. */
async function eventsOf(loginId: string): Promise<{ both: readonly string[]; one: readonly string[] }> {
  const client = new pg.Client({ connectionString: stage.databaseUrl })
  await client.connect()
  const { rows } = await client
    .query<{ what: string; named: boolean }>(
      `select e.what, e.acting_for is not null as named from (
         select actor_id, at, type as what, acting_for from auth_event
         union all select actor_id, at, action, acting_for from staff_event
         union all select actor_id, at, action, acting_for from access_record where outcome = 'done'
         union all select actor_id, at, event, acting_for from application_event) e
       where e.actor_id = (select id::text from app_user where login_id = $1)
         and e.at > (select max(at) from auth_event where type = 'surrogacy-answered')`,
      [loginId],
    )
    .finally(() => client.end())
  return { both: rows.filter((r) => r.named).map((r) => r.what), one: rows.filter((r) => !r.named).map((r) => r.what) }
}

/** From the mailed link to the dashboard of a new account; the link does not work a second time. */
async function acceptAsNew(page: Page, look: Look): Promise<void> {
  const link = linkIn(await stage.message(pia.email, /invites you/))
  await page.goto(link)
  await look.at('invited')
  await press(page, /create an account/)
  await page.getByLabel('User ID').fill(pia.userId)
  await page.getByLabel('Password', { exact: true }).fill(pia.password)
  await page.getByLabel('Password again').fill(pia.password)
  await look.at('user-id')
  await press(page, 'Continue')
  await pick(page, 'Code by text message')
  await page.getByLabel('Mobile phone number').fill(pia.mobile)
  await press(page, 'Continue')
  await page.getByLabel('Code', { exact: true }).fill(codeIn(await stage.message(pia.mobile)))
  await press(page, 'Create account')
  await page.getByRole('main').getByText('I have kept my codes').click()
  await expect.poll(() => page.url()).toContain('/dashboard')
  expect(await page.getByRole('region', { name: 'Acting for' }).textContent()).toContain('Rosa Vega')
  await look.at('dashboard')
  await page.goto(link)
  expect(await text(page)).toContain('does not work any more')
}
