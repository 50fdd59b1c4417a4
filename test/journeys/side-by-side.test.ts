/**
 * What stands beside something else, as its people find it in the demonstration: a revalidation that is kept, a draft
 * that the record overtook, a packet that waits for its second signer, a sale that the seller disputes, seen by the desk.
 */
import pg from 'pg'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD, demoAccounts } from '#demo/accounts/accounts.ts'
import { demoDelegates } from '#demo/accounts/delegates.ts'
import { demoFilers } from '#demo/accounts/filers.ts'
import { openStage, type Stage } from './portal.ts'
import { signInByApp } from './steps/account.ts'
import { looker } from './steps/look.ts'

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
  const all = [...demoAccounts, ...demoDelegates, ...Object.values(demoFilers)]
  const { totpSeed } = all.find((a) => a.loginId === loginId)!
  await signInByApp(stage, page, { loginId, password: DEMO_PASSWORD, totpSeed })
  return { page, look: looker(page, 'side', true) }
}
async function one(query: string, values: readonly unknown[] = []): Promise<string> {
  const { rows } = await client.query<{ value: string }>(query, [...values])
  if (!rows[0]) throw new Error(`nothing for ${query}`)
  return rows[0].value
}
const said = (page: Page) => page.locator('main').innerText()

test('each finds what waits for them, and the desk sees the sale', { timeout: 180_000 }, async () => {
  const early = await signedIn('provider.early')
  expect(await said(early.page)).toContain('The record changed after you began your CMS-855I application')
  const held = await one("select id as value from application where status = 'held'")
  await early.page.goto(`/applications/${held}/early`)
  await early.look.at('early')
  expect(await said(early.page)).toContain('2031')
  const draft = await one(
    `select a.id as value from application a join application h on h.enrollment_id = a.enrollment_id
     where h.id = $1 and a.status = 'draft'`,
    [held],
  )
  await early.page.goto(`/applications/${draft}/record-changed`)
  await early.look.at('conflict')
  expect(await said(early.page)).toContain('905 Grand Ave')
  await client.query(
    "update form_edition set accepted_until = '2026-12-31' where form = 'CMS-855I' and edition = '12/18'",
  )
  await client.query("update application set edition = '12/18' where id = $1", [draft])
  await early.page.goto(`/applications/${draft}/edition`)
  await early.look.at('edition')

  const packet = await one('select packet_id as value from packet_signature where sent_at is null')
  const mover = await signedIn('provider.moves')
  await mover.page.goto(`/packets/${packet}`)
  expect(await said(mover.page)).toContain('1 of 2 signatures')
  const ida = await signedIn('ida.brandt')
  await ida.page.goto(`/packets/${packet}`)
  expect(await said(ida.page)).toContain('Not shown to you')
  await ida.look.at('packet-missing')

  const sold = await one('select seller_enrollment_id as value from ownership_transfer')
  const seller = await signedIn('sol.hathaway')
  await seller.page.goto(`/enrollments/${sold}/sale`)
  await seller.look.at('sale-answered')
  const bought = await one('select buyer_application_id as value from ownership_transfer')
  const buyer = await signedIn('ruth.penhallow')
  await buyer.page.goto(`/applications/${bought}/sale`)
  await buyer.look.at('sale-disputed')
  expect(await said(buyer.page)).toContain('letter of intent')

  // Her nursing home is not enrolled here yet, and may ask practitioners all the same.
  await buyer.page.goto('/reassignments')
  await buyer.page.getByRole('link', { name: /^Ask practitioners for/ }).click()
  await buyer.page.getByText('is not enrolled here yet').waitFor()
  await buyer.look.at('party-roster')

  await client.query('update ownership_transfer set answer = null, said = null, answered_at = null, answered_by = null')
  await seller.page.goto(`/enrollments/${sold}/sale`)
  await seller.look.at('sale-answer')
  const ada = await one("select id as value from app_user where login_id = 'analyst.ada'")
  await client.query(
    `update application set status = 'in-review', assigned_to = $2, tracking_number = 'SALE-0000-0000-0001',
       received_on = '2026-11-23' where id = $1`,
    [bought, ada],
  )
  const desk = await signedIn('analyst.ada')
  await desk.page.goto(`/desk/cases/${bought}/sale`)
  await desk.look.at('desk-sale')
  expect(stage.faults).toEqual([])
})
