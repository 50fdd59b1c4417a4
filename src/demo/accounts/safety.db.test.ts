import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  at,
  identity,
  mailbox,
  PASSWORD,
  running,
  site,
  type TestDatabase,
  testDatabase,
} from '#test/support/identity.ts'
import { createAccount } from '#use-cases/account/registration/create-account.ts'
import { seedSafety } from './safety.ts'

let t: TestDatabase
beforeAll(async () => {
  t = await testDatabase()
})
afterAll(() => t.close())

test('the mailbox of the demonstration holds one notice of a new device, with its link; without the account nothing', async () => {
  const seed = () => seedSafety(t.db, { identity, site, now: at(60) })
  await seed()
  const person = { loginId: 'rosa.vega', displayName: 'Rosa Vega', password: PASSWORD, email: 'rosa@vega.example' }
  await createAccount(t.db, running, identity, { ...person, memberships: [] }, at(0))
  await seed()
  const sent = await mailbox(t, 'rosa@vega.example')
  expect(sent.map((m) => m.template)).toEqual(['new-device'])
  expect(sent[0]?.body).toContain(`${site.origin}/not-me?token=`)
  const { rows } = await t.pool.query('select ip from session order by created_at')
  expect(rows.map((r) => r.ip)).toEqual(['203.0.113.24', '198.51.100.77'])
})
