/**
 * What is being typed when the time is over comes back into its own form after signing in again, over the wire, so without
 * any script; nothing of it is sent by itself. Here a question to the help desk and the box under it; sections of an
 * application are in src/web/portal/application/section-page.db.test.ts.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD, demoAccounts } from '#demo/accounts/accounts.ts'
import { httpClient, signInWith } from './steps/http-client.ts'
import { type SmallPortal, smallPortal } from './steps/small-portal.ts'
import { typedTooLate } from './steps/typed-too-late.ts'

let portal: SmallPortal
beforeAll(async () => {
  portal = await smallPortal()
}, 120_000)
afterAll(async () => {
  expect(portal.faults).toEqual([])
  await portal.close()
})
const account = (loginId: string) => ({ ...demoAccounts.find((a) => a.loginId === loginId)!, password: DEMO_PASSWORD })

test('a question to the help desk, and another under it', { timeout: 60_000 }, async () => {
  const ruth = account('ruth.penhallow')
  expect(await typedTooLate(portal, ruth, async () => ['/help/contact', 'text'])).toBe(422)
  await portal.forward(1)
  const asked = httpClient(portal.origin)
  await signInWith(asked, ruth, await portal.now())
  await asked.post('/help/contact', { text: 'Where is my letter, please?', topic: 'other' })
  await portal.forward(1)
  await typedTooLate(portal, ruth, async (client) => {
    const [, path] = /href="(\/help\/tickets\/[^"]+)"/.exec((await client.send('/help/tickets')).html) ?? []
    return [path!, 'text']
  })
})
