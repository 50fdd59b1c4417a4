/** An analyst signs in at her contractor's own provider, works, loses her group, and is out. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoContractors } from '#demo/accounts/contractors.ts'
import { type OpenIdStage, openIdProvider } from '../support/openid-provider.ts'
import { openStage, type Stage } from './portal.ts'
import { looker } from './steps/look.ts'

let idp: OpenIdStage
let stage: Stage
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

test('in with the own organization, without JavaScript, and out when the group is gone', {
  timeout: 60_000,
}, async () => {
  idp.people.ines = { name: 'Ines Abara', groups: ['analysts'], acr: 'aal2' }
  const { page } = await stage.visitor({ javaScript: false, width: 390 })
  const look = looker(page, 'staff', false)
  await page.goto('/desk')
  await page.getByRole('link', { name: 'Staff sign-in' }).click()
  await look.at('sign-in')
  const go = () => page.getByRole('link', { name: 'Sign in with Contractor One' }).click()
  await go()
  await page.getByLabel('Name').fill('ines')
  await page.getByRole('button', { name: 'Go' }).click()
  await page.waitForURL(/\/desk/)
  expect(await page.locator('body').textContent()).toContain('Ines Abara')

  await page.goto('/account')
  await page.getByRole('button', { name: 'Sign out' }).first().click()
  idp.people.ines.groups = []
  // The provider still knows her; here she has nothing to do any more.
  await page.goto('/sign-in/staff')
  await go()
  expect(await page.locator('main').textContent()).toContain('gives you no role here')
  await look.at('no-role')
  expect((await page.goto('/desk'))?.url()).toContain('/sign-in')
  expect(stage.faults).toEqual([])
})
