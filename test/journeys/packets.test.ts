/**
 * A packet of two parties, where the provider sees who is missing, reminds them and takes one out; a record that changed
 * under a draft, settled by the provider; the same under a case, settled at the desk, where linked cases name each other.
 */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD, demoAccounts } from '#demo/accounts/accounts.ts'
import { openStage, type Stage } from './portal.ts'
import { signInByApp } from './steps/account.ts'
import { type Look, looker } from './steps/look.ts'

let stage: Stage
let client: pg.Client
beforeAll(async () => {
  stage = await openStage(new Date('2026-11-24T15:00:00Z'), undefined, true)
  client = new pg.Client({ connectionString: stage.databaseUrl })
  await client.connect()
})
afterAll(async () => {
  await client?.end()
  await stage?.close()
})

async function signedIn(loginId: string) {
  const { page } = await stage.visitor()
  const account = demoAccounts.find((a) => a.loginId === loginId)!
  await signInByApp(stage, page, { loginId, password: DEMO_PASSWORD, totpSeed: account.totpSeed })
  const look: Look = looker(page, 'packets', true)
  return { page, look }
}
async function one(query: string, values: readonly unknown[] = []): Promise<string> {
  const { rows } = await client.query<{ value: string }>(query, [...values])
  if (!rows[0]) throw new Error(`nothing for ${query}`)
  return rows[0].value
}
async function packetOf(...ids: readonly string[]): Promise<string> {
  const packetId = randomUUID()
  const creator = await one("select id as value from app_user where login_id = 'rosa.vega'")
  await client.query('insert into packet values ($1, $2, $3, now())', [packetId, 'moved', creator])
  for (const [i, id] of ids.entries())
    await client.query('insert into packet_application values ($1, $2, $3)', [id, packetId, i + 1])
  return packetId
}
/** Another application about the same enrollment is approved: it gave her mail another street. */
const recordMoves = (applicationId: string, line1: string) =>
  client.query(
    `insert into enrollment_version (enrollment_id, ordinal, effective_from, effective_to, known_from, known_to, answers, restricted)
     select v.enrollment_id, v.ordinal + 1, v.effective_from, null, v.known_from, null,
       jsonb_set(v.answers::jsonb, '{correspondence,0,answers,line1}', to_jsonb($2::text)), null
     from enrollment_version v join application a on a.enrollment_id = v.enrollment_id
     where a.id = $1 order by v.ordinal desc limit 1`,
    [applicationId, line1],
  )

const draftOf = (reason: string) =>
  one(
    `select a.id as value from application a join enrollee e on e.id = a.enrollee_id
     where e.npi = '2000001117' and a.status = 'draft' and a.reason = $1`,
    [reason],
  )

test('who is missing is seen and reminded, one leaves, and a record that changed is settled', {
  timeout: 180_000,
}, async () => {
  const mail = await draftOf('change')
  const revalidation = await draftOf('revalidation')
  const theirs = await one(
    `select a.id as value from application a join enrollee e on e.id = a.enrollee_id
     where a.status in ('draft', 'in-development') and e.npi = '2000001224' limit 1`,
  )
  const reader = await one("select id as value from app_user where login_id = 'chidi.okafor'")
  await client.query("update application set status = 'draft', signer_id = $2 where id = $1", [theirs, reader])
  const packetId = await packetOf(mail, revalidation, theirs)
  const { page, look } = await signedIn('rosa.vega')
  await page.goto(`/packets/${packetId}`)
  await look.at('packet')
  const main = page.locator('main')
  expect(await main.innerText()).toContain('Not sent yet: 0 of 3 signatures are here')
  expect(await main.innerText()).toContain('An application of another party')
  await page.getByRole('button', { name: /^Remind the signer/ }).click()
  await page.getByText('At most one mail a day is sent').waitFor()
  expect((await stage.message('chidi@okafor-np.example', /sent together/)).body).toContain(`/packets/${packetId}`)

  await page.goto(`/applications/${revalidation}/take-out`)
  await page.getByRole('button', { name: 'Take it out' }).click()
  expect(await page.title()).toMatch(/^Error/)
  await look.at('take-out')
  await page.getByLabel('Why is it taken out?').fill('It is not due before the spring.')
  await page.getByRole('button', { name: 'Take it out' }).click()
  await page.getByText('It is signed and sent by itself now').waitFor()
  await page.goto(`/packets/${packetId}`)
  expect(await main.innerText()).toContain('Not sent yet: 0 of 2 signatures are here')

  await recordMoves(mail, '77 Meanwhile Rd')
  await page.goto(`/applications/${mail}`)
  await look.at('record-moved')
  await page.getByRole('link', { name: 'See what changed' }).click()
  await page.waitForURL('**/record-changed')
  await page.getByRole('button', { name: 'Bring my answers up to the record' }).click()
  expect(await page.title()).toMatch(/^Error/)
  await look.at('record-changed')
  await page.getByText('Keep mine:').click()
  await page.getByRole('button', { name: 'Bring my answers up to the record' }).click()
  await page.getByText('Saved.').waitFor()
  expect(await main.innerText()).not.toContain('See what changed')

  // The same at the desk: the case is signed, and the record changes under it.
  const ada = await one("select id as value from app_user where login_id = 'analyst.ada'")
  await client.query(
    `update application set status = 'in-review', assigned_to = $2, tracking_number = 'PACK-ET00-0000-0001',
       received_on = '2026-11-23' where id = $1`,
    [mail, ada],
  )
  const other = await one(
    "select id as value from application where contractor_id = 'lakes' and status = 'in-review' and id <> $1 order by tracking_number limit 1",
    [mail],
  )
  await client.query('delete from packet_application where packet_id = $1', [packetId])
  await packetOf(mail, other)
  await recordMoves(mail, '88 Later Rd')
  const desk = await signedIn('analyst.ada')
  await desk.page.goto(`/desk/cases/${mail}/changes`)
  await desk.page.getByText('Sent together with another application').click()
  await desk.look.at('case-conflict')
  await desk.page.getByRole('button', { name: 'Settle' }).click()
  expect(await desk.page.title()).toMatch(/^Error/)
  await desk.page.getByText('Keep the record:').click()
  await desk.page.getByLabel('Why', { exact: true }).fill('The later notice is the right one.')
  await desk.page.getByRole('button', { name: 'Settle' }).click()
  await desk.page.getByText('Nothing is left to settle').waitFor()
  await desk.look.at('case-settled')
  expect(stage.faults).toEqual([])
})
