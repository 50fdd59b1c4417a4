/**
 * Who may act for whom, each flow with JavaScript and without, in one portal: two practitioners, a billing company with
 * two clerks, two who claim companies and two who succeed them, and programs with keys.
 */
import pg from 'pg'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { tinyPdf } from '#demo/applications/tiny-pdf.ts'
import { date } from '#forms/kit/kinds.ts'
import { codeIn, openStage, type Stage } from '../portal.ts'
import { answer, pick } from '../steps/fill.ts'
import { seeded } from './signing.ts'
import { another, enter, fill, linkIn, press, text, tick, type Walker, walk } from './walk.ts'

const cast = {
  on: {
    provider: 'provider.stands',
    clerk: 'tom.rayburn',
    claimant: 'oscar.montague',
    successor: 'tom.rayburn',
    company: 'Harbor Billing LLC',
    ein: '08-0001001',
    guest: { email: 'pia@practice.example', userId: 'pia.lange', mobile: '2175550156' },
  },
  off: {
    provider: 'provider.late',
    clerk: 'uma.lindholm',
    claimant: 'nell.foxworth',
    successor: 'uma.lindholm',
    company: 'Anchor Billing LLC',
    ein: '08-0001002',
    guest: { email: 'gil@practice.example', userId: 'gil.moreau', mobile: '2175550157' },
  },
} as const

let stage: Stage
/** By login id: the practitioners of the two. */
const practitioners = new Map<string, { readonly id: string; readonly npi: string }>()
const here = () => stage
beforeAll(async () => {
  stage = await openStage(new Date('2026-11-24T15:00:00Z'))
  const client = new pg.Client({ connectionString: stage.databaseUrl })
  await client.connect()
  const { rows } = await client.query(
    `select u.login_id, e.id, e.npi from app_user u join membership m on m.user_id = u.id
     join enrollee e on e.id::text = m.party_id where u.login_id = any($1)`,
    [[cast.on.provider, cast.off.provider]],
  )
  await client.end()
  for (const { login_id, id, npi } of rows) practitioners.set(login_id, { id, npi })
})
afterAll(() => stage?.close())

const as = (context: BrowserContext, loginId: string): Promise<void> => enter(stage, context, seeded(loginId))
async function other(walker: Walker, loginId: string): Promise<{ page: Page; context: BrowserContext }> {
  const person = await another(walker)
  await as(person.context, loginId)
  return person
}
const practitioner = ({ mode }: Walker) => practitioners.get(cast[mode].provider)!

walk('invitation', here, async (walker) => {
  const { page, context, mode } = walker
  const { provider, guest } = cast[mode]
  await as(context, provider)
  await page.goto(`/people/${practitioner(walker).id}/invite`)
  await fill(page, { name: 'A Guest', email: guest.email })
  await tick(page, 'role-staff-end-user')
  await press(page, 'Send invitation')
  expect(await text(page)).toContain('A Guest')

  const invited = await another(walker)
  const link = linkIn(await stage.message(guest.email, /invites you/))
  await invited.page.goto(link)
  await press(invited.page, /create an account/)
  const password = 'cobalt meadow lantern 71'
  await invited.page.getByLabel('User ID').fill(guest.userId)
  await fill(invited.page, { password, again: password })
  await press(invited.page, 'Continue')
  await pick(invited.page, 'Code by text message')
  await invited.page.getByLabel('Mobile phone number').fill(guest.mobile)
  await press(invited.page, 'Continue')
  await fill(invited.page, { code: codeIn(await stage.message(guest.mobile)) })
  await press(invited.page, 'Create account')
  await press(invited.page, 'I have kept my codes')
  expect(invited.page.url()).toContain('/dashboard')
  expect(await invited.page.getByRole('region', { name: 'Acting for' }).count()).toBe(1)
  await invited.page.goto(link)
  expect(await text(invited.page)).toContain('does not work any more')
  await invited.context.close()
})

async function claimCompany(walker: Walker, loginId: string, succession: 'joins' | 'replaces'): Promise<void> {
  const { page, context, mode } = walker
  const { company, ein } = cast[mode]
  await as(context, loginId)
  await page.goto('/organizations/new')
  await tick(page, 'kind-surrogate')
  await fill(page, { name: company, ein, state: 'OH', title: 'Owner' })
  await tick(page, 'role-authorized-official')
  await tick(page, `succession-${succession}`)
  await page.locator('input[name=file]').setInputFiles({
    name: 'letter.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(tinyPdf([company, 'The bearer is the owner of this company.'])),
  })
  await press(page, 'Send')
  expect(page.url()).toContain('/claims/')
  expect(await text(page)).toContain('Waits for a decision')

  const hana = await other(walker, 'help.hana')
  await hana.page.goto('/desk/claims')
  await hana.page.locator('main tr', { hasText: company }).locator('a[href^="/desk/claims/"]').first().click()
  await press(hana.page, 'Decide')
  expect(await hana.page.title()).toMatch(/^Error/)
  await tick(hana.page, 'outcome-approved')
  await fill(hana.page, { reason: 'The letter names this person, and I called the number on record.' })
  await press(hana.page, 'Decide')
  expect(hana.page.url()).toMatch(/\/desk\/claims$/)
  await hana.context.close()
  await page.goto('/people')
  expect(await page.locator('main').textContent()).toContain(company)
}

walk('official-claim', here, (walker) => claimCompany(walker, cast[walker.mode].claimant, 'joins'))

walk('succession', here, async (walker) => {
  const { claimant, successor, company } = cast[walker.mode]
  const former = await other(walker, claimant)
  await former.page.goto('/people')
  expect(await former.page.locator('main').textContent()).toContain(company)
  await claimCompany(walker, successor, 'replaces')
  const { email } = seeded(claimant)
  expect((await stage.message(email, /was ended/)).subject).toContain(company)
  await former.page.goto('/people')
  expect(await former.page.locator('main').textContent()).not.toContain(company)
  await former.context.close()
})

walk('surrogacy-agree', here, async (walker) => {
  const { page, context, mode } = walker
  const { provider } = cast[mode]
  const { npi } = practitioner(walker)
  await as(context, 'bria.stone')
  await page.goto('/people')
  await page.getByRole('link', { name: /Who works for whom/ }).click()
  await page.getByRole('link', { name: 'Ask providers' }).click()
  await fill(page, { npis: npi })
  await answer(page, 'endsOn', date('future'), '2028-06-01')
  await press(page, 'Send')
  expect(await text(page)).toContain('Asked; the provider answers')

  const owner = await other(walker, provider)
  const { email } = seeded(provider)
  await owner.page.goto(linkIn(await stage.message(email, /asks to work for you/)))
  await press(owner.page, 'Agree')
  expect(await text(owner.page)).toContain('In force')
  await owner.context.close()
})

walk('switcher', here, async (walker) => {
  const { page, context, mode } = walker
  const { npi } = practitioner(walker)
  await as(context, cast[mode].clerk)
  await page.goto('/acting')
  expect(await page.locator('main tbody tr').count()).toBeGreaterThan(1)
  await page.getByLabel('Name or NPI').fill(npi)
  await press(page, 'Find')
  expect(await page.locator('main tbody tr').count()).toBe(1)
  await press(page, /^Act for/)
  expect(page.url()).toContain('/dashboard')
  expect(await page.getByRole('region', { name: 'Acting for' }).textContent()).toContain('Surrogate of')
  await page.goto('/acting')
  await press(page, 'Show all providers')
  expect(await text(page)).toContain('You see all providers that you act for')
})

walk('surrogacy-revoke', here, async (walker) => {
  const { page, context, mode } = walker
  const { id, npi } = practitioner(walker)
  const clerk = await other(walker, cast[mode].clerk)
  await clerk.page.goto('/acting')
  expect(await text(clerk.page)).toContain(npi)
  await as(context, cast[mode].provider)
  await page.goto(`/surrogacy/${id}`)
  await page.locator('main a[href^="/surrogacies/"]').first().click()
  await press(page, 'End now')
  expect(await text(page)).toContain('It counts at once')
  await clerk.page.goto('/acting')
  expect(await text(clerk.page)).not.toContain(npi)
  await clerk.context.close()
})

walk('surrogacy-offer', here, async (walker) => {
  const { page, context, mode } = walker
  const { id } = practitioner(walker)
  await as(context, cast[mode].provider)
  const company = await other(walker, 'bria.stone')
  for (const [reply, standing] of [
    ['Decline', 'Declined'],
    ['Agree', 'In force'],
  ] as const) {
    await page.goto(`/surrogacy/${id}/offer?find=Brightline`)
    await answer(page, 'endsOn', date('future'), '2028-06-01')
    await press(page, 'Send')
    expect(await text(page)).toContain('Offered; the company answers')
    const asked = await page.locator('main a[href^="/surrogacies/"]').first().getAttribute('href')
    await company.page.goto(asked ?? '')
    await press(company.page, reply)
    await page.goto(asked ?? '')
    expect(await page.locator('main').textContent()).toContain(standing)
  }
  await company.context.close()
})

const status = async (key: string): Promise<number> =>
  (await fetch(`${stage.origin}/api/v1/applications`, { headers: { authorization: `Bearer ${key}` } })).status
const keys = { on: '', off: '' }
const shownKey = async (page: Page): Promise<string> => ((await page.locator('pre').textContent()) ?? '').trim()

walk('api-client-made', here, async (walker) => {
  const { page, context, mode } = walker
  await as(context, cast[mode].provider)
  await page.goto(`/people/${practitioner(walker).id}/programs`)
  await press(page, 'Make a key')
  expect(await page.title()).toMatch(/^Error/)
  await fill(page, { name: 'Billing software' })
  await press(page, 'Make a key')
  keys[mode] = await shownKey(page)
  expect(await status(keys[mode])).toBe(200)
  await page.getByRole('link', { name: 'I have copied it' }).click()
  await page.waitForURL('**/programs')
  expect(await text(page)).not.toContain(keys[mode])
})

walk('api-client-rotated', here, async (walker) => {
  const { page, context, mode } = walker
  await as(context, cast[mode].provider)
  await page.goto(`/people/${practitioner(walker).id}/programs`)
  await page.getByRole('link', { name: 'Open Billing software' }).click()
  await press(page, 'Make a new key')
  const fresh = await shownKey(page)
  expect(fresh).not.toBe(keys[mode])
  expect([await status(keys[mode]), await status(fresh)]).toEqual([200, 200])
  await page.getByRole('link', { name: 'I have copied it' }).click()
  await press(page, /^Revoke/)
  await press(page, 'End access')
  expect([await status(keys[mode]), await status(fresh)]).toEqual([401, 401])
})
