/**
 * A group asks three practitioners by a file, its official signs them in one go, one of them confirms: the answer about
 * claims turns to yes, and not before. Another way round: the practitioner ends it, and the group reads why.
 */
import pg from 'pg'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { DEMO_PASSWORD, demoAccounts } from '#demo/accounts/accounts.ts'
import { demoDelegates } from '#demo/accounts/delegates.ts'
import { demoParties } from '#demo/accounts/people.ts'
import { joiner } from '#demo/enrollments/reassignments.ts'
import { openStage, type Stage } from './portal.ts'
import { signInByApp } from './steps/account.ts'
import { looker } from './steps/look.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage(new Date('2026-11-24T15:00:00Z'))
})
afterAll(() => stage?.close())

const clinic = demoParties.elmStreetClinic.npi
const text = async (page: Page) => (await page.locator('main').textContent()) ?? ''
const press = (page: Page, name: string | RegExp) => page.getByRole('main').getByRole('button', { name }).click()

/** Enrolled practitioners of the clinic's contractor; the first one has the account of the journey. */
async function practitioners(): Promise<readonly { npi: string; name: string }[]> {
  const url = new URL(inject('pgUrl'))
  const server = new pg.Client({ connectionString: url.toString() })
  await server.connect()
  const like = `journey_${new URL(stage.origin).port}_%`
  const { rows } = await server.query('select datname from pg_database where datname like $1', [like])
  await server.end()
  url.pathname = `/${rows[0].datname}`
  const client = new pg.Client({ connectionString: url.toString() })
  await client.connect()
  const found = await client.query(
    `select e.npi, e.display_name as name from enrollee e join enrollment n on n.enrollee_id = e.id
     join contractor_state s on s.contractor_id = n.contractor_id and s.state = 'IL'
     left join membership m on m.party_id = e.id::text
     join enrollment_period p on p.enrollment_id = n.id and p.status = 'approved' and p.to_on is null
     where n.form = 'CMS-855I' and not exists (select 1 from reassignment r join enrollment g on g.id = r.to_enrollment_id
       join enrollee ge on ge.id = g.enrollee_id where r.from_enrollment_id = n.id and ge.npi = '${clinic}')
     order by m.id is null, e.npi limit 3`,
  )
  await client.end()
  return found.rows
}

/** Both sides have signed, and a list named one of them. */
async function hold(npi: string): Promise<void> {
  const client = new pg.Client({ connectionString: stage.databaseUrl })
  await client.connect()
  await client.query(
    `update reassignment_handshake h set practitioner_signed_at = proposed_at, practitioner_signed_name = 'X',
       group_signed_at = proposed_at, group_signed_name = 'Y', held_because = '["excluded"]'
     from enrollee e where e.id = h.from_enrollee_id and e.npi = $1`,
    [npi],
  )
  await client.end()
}

async function claim(npi: string): Promise<{ answer: string; link: string }> {
  const answer = await fetch(
    `${stage.origin}/api/v1/eligibility?npi=${npi}&on=2026-11-24&role=rendering&payee=${clinic}`,
  )
  return (await answer.json()) as { answer: string; link: string }
}

test('a group proposes three by a file, a practitioner confirms, and claims become payable', {
  timeout: 150_000,
}, async () => {
  const [first, second, third] = await practitioners()
  const official = await stage.visitor()
  const { page } = official
  const look = looker(page, 'reassignment', true)
  const ida = demoDelegates.find((d) => d.loginId === 'ida.brandt')!
  await signInByApp(stage, page, { ...ida, password: DEMO_PASSWORD })
  await expect.poll(() => page.url()).toContain('/dashboard')
  await page.goto('/dashboard')
  await page.locator('a[href^="/enrollments/"]').first().click()
  await page.getByRole('main').getByRole('link', { name: 'Roster' }).click()
  await look.at('roster-before')
  await page.getByRole('link', { name: 'Add people by a file' }).click()
  await press(page, 'Look at it first')
  await expect.poll(() => page.title()).toMatch(/^Error/)
  await look.at('upload')
  const file = (lines: readonly string[]) =>
    page.locator('input[type=file]').setInputFiles({
      name: 'colleagues.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(['npi,last_name', ...lines].join('\n')),
    })
  await file([`${first!.npi},`, `${second!.npi},`, `${third!.npi},`, '2000001118,', `${first!.npi},`])
  await press(page, 'Look at it first')
  await expect.poll(() => text(page)).toContain('Nothing has been sent yet')
  expect(await text(page)).toMatch(/This NPI is in the file twice/)
  await look.at('look-first')
  await press(page, 'Send 3 proposals')
  await expect.poll(() => text(page)).toMatch(/Asked/)
  await look.at('sent')

  await page.goto('/reassignments')
  await look.at('to-sign')
  await page
    .getByRole('link', { name: /Read or decline/ })
    .first()
    .click()
  await page.getByRole('link', { name: /Decline it/ }).click()
  await press(page, 'Decline')
  await expect.poll(() => page.title()).toMatch(/^Error/)
  await look.at('decline')
  await page.goto('/reassignments')
  await press(page, 'Sign those that are ticked')
  await expect.poll(() => page.title()).toMatch(/^Error/)
  await page.getByLabel('Your name').or(page.locator('#name')).first().fill('Ida Brandt')
  await page.locator('label[for=agree]').click()
  await look.at('to-sign-wrong')
  await press(page, 'Sign those that are ticked')
  await expect.poll(() => text(page)).toContain('Nothing waits for your signature')
  expect((await claim(first!.npi)).link).toBe('no-reassignment')

  // Without JavaScript, from the mail.
  const doctor = await stage.visitor({ javaScript: false })
  const mail = await stage.message(`${joiner.loginId}@joiners.example`, /1 reassignment to sign/)
  await signInByApp(stage, doctor.page, { ...joiner, password: DEMO_PASSWORD })
  await doctor.page.goto(/https?:\/\/\S+/.exec(mail.body)![0])
  await doctor.page.getByRole('link', { name: /Read or decline/ }).click()
  expect(await text(doctor.page)).toContain('NOT yet payable: waiting for the practitioner to sign')
  const doctorLook = looker(doctor.page, 'reassignment-doctor', false)
  await doctorLook.at('one')
  await doctor.page.goBack()
  await doctor.page.locator('#name').fill(first!.name)
  await doctor.page.locator('label[for=agree]').click()
  await press(doctor.page, 'Sign those that are ticked')
  await expect.poll(async () => (await claim(first!.npi)).answer).toBe('yes')

  await page.goto('/dashboard')
  await page.locator('a[href^="/enrollments/"]').first().click()
  await page.getByRole('main').getByRole('link', { name: 'Roster' }).click()
  expect(await text(page)).toContain('Claims under this group are payable from November 24, 2026')
  expect(await text(page)).toContain('NOT yet payable: waiting for the practitioner to sign')
  await look.at('roster')

  await doctor.page.locator('a[href="/dashboard"]').first().click()
  await doctor.page.locator('a[href^="/enrollments/"]').first().click()
  await doctor.page.getByRole('link', { name: 'Reassign to a group' }).click()
  await doctorLook.at('own')
  await doctor.page.getByRole('link', { name: /^End/ }).click()
  await doctor.page.locator('[name=endsOn-month]').fill('11')
  await doctor.page.locator('[name=endsOn-day]').fill('23')
  await doctor.page.locator('[name=endsOn-year]').fill('2026')
  await doctor.page.locator('[name=reason]').fill('Moved to another state')
  await press(doctor.page, 'End the reassignment')
  await expect.poll(() => doctor.page.title()).toMatch(/^Error/)
  await doctorLook.at('end-too-early')
  await doctor.page.locator('[name=endsOn-day]').fill('24')
  await press(doctor.page, 'End the reassignment')
  await expect.poll(() => text(doctor.page)).toMatch(/payable from November 24, 2026 until November 24, 2026/)
  const told = await stage.message('ida@elm-street.example', /ended a reassignment/)
  expect(told.body).toContain('Moved to another state')
  // One that the policy held: in the queue of the desk, and decided there.
  await hold(third!.npi)
  const desk = await stage.visitor()
  const analyst = demoAccounts.find((a) => a.role === 'mac-analyst' && a.party === 'lakes')!
  await signInByApp(stage, desk.page, { ...analyst, password: DEMO_PASSWORD })
  await desk.page.goto('/desk/reassignments')
  const deskLook = looker(desk.page, 'reassignment-desk', true)
  await deskLook.at('queue')
  await desk.page.getByRole('link', { name: new RegExp(third!.name) }).click()
  await press(desk.page, 'Send it back')
  await expect.poll(() => desk.page.title()).toMatch(/^Error/)
  await deskLook.at('decide')
  await desk.page.locator('[name=reason]').fill('The list of exclusions names the practitioner')
  await press(desk.page, 'Send it back')
  await expect.poll(() => text(desk.page)).toContain('No reassignment waits for you')
  expect(stage.faults).toEqual([])
})
