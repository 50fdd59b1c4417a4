/**
 * An analyst signs in at her contractor's own provider, works, loses her group, and is out; another one uses an account
 * of the portal from the same page.
 */
import { afterAll, beforeAll, expect } from 'vitest'
import { DEMO_PASSWORD, demoAccounts } from '#demo/accounts/accounts.ts'
import { demoContractors } from '#demo/accounts/contractors.ts'
import { type OpenIdStage, openIdProvider } from '../support/openid-provider.ts'
import { appCode, fill, press, text, walk } from './identity/walk.ts'
import { openStage, type Stage } from './portal.ts'
import { looker } from './steps/look.ts'

let idp: OpenIdStage
let stage: Stage
const here = () => stage
beforeAll(async () => {
  idp = await openIdProvider()
  stage = await openStage(new Date(), (origin) => {
    idp.allow(`${origin}/sign-in/staff/back`)
    return {
      OIDC_ISSUER: idp.issuer,
      OIDC_NAME: 'Contractor One',
      OIDC_CLIENT_ID: idp.clientId,
      OIDC_CLIENT_SECRET: idp.clientSecret,
      OIDC_ACR: 'aal2',
      OIDC_ROLES: JSON.stringify([{ group: 'analysts', role: 'mac-analyst', party: demoContractors[0]!.id }]),
    }
  })
})
afterAll(async () => {
  await stage?.close()
  await idp?.close()
})

walk('staff-sign-in-oidc', here, async ({ page, mode }) => {
  const person = { name: mode === 'on' ? 'Ines Abara' : 'Joel Abara', groups: ['analysts'], acr: 'aal2' }
  const login = mode === 'on' ? 'ines' : 'joel'
  idp.people[login] = person
  const look = looker(page, `staff-${mode}`, false)
  await page.goto('/desk')
  await page.getByRole('link', { name: 'Staff sign-in' }).click()
  await look.at('sign-in')
  const go = () => page.getByRole('link', { name: 'Sign in with Contractor One' }).click()
  await go()
  await page.getByLabel('Name').fill(login)
  await page.getByRole('button', { name: 'Go' }).click()
  await page.waitForURL(/\/desk/)
  expect(await text(page)).toContain(person.name)

  await page.goto('/account')
  await press(page, 'Sign out')
  person.groups = []
  // The provider still knows them; here they have nothing to do any more.
  await page.goto('/sign-in/staff')
  await go()
  await page.getByText('gives you no role here').waitFor()
  await look.at('no-role')
  expect((await page.goto('/desk'))?.url()).toContain('/sign-in')
})

walk('staff-sign-in-local', here, async ({ page, mode }) => {
  const { loginId, totpSeed } = demoAccounts.find((a) => a.loginId === (mode === 'on' ? 'analyst.ada' : 'analyst.ben'))!
  await page.goto('/desk')
  await page.getByRole('link', { name: 'Staff sign-in' }).click()
  await page.getByRole('link', { name: 'Sign in with an account of this portal' }).click()
  await fill(page, { loginId, password: DEMO_PASSWORD })
  await press(page, 'Sign in')
  // Never by e-mail: an account of staff has an app or a passkey.
  expect(await page.locator('main').textContent()).not.toContain('Get a code by e-mail')
  await fill(page, { code: await appCode(stage, totpSeed) })
  await press(page, 'Verify')
  expect(new URL(page.url()).pathname).toBe('/desk')
})
