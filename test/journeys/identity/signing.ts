/** Signing in and what it needs, as a person does it, for the walks of identity. */
import type { CDPSession, Page } from 'playwright-core'
import { DEMO_PASSWORD, demoAccounts } from '#demo/accounts/accounts.ts'
import { demoDelegates } from '#demo/accounts/delegates.ts'
import { demoFilers } from '#demo/accounts/filers.ts'
import { demoAppellants } from '#demo/applications/appellants.ts'
import type { Stage } from '../portal.ts'
import { appCode, fill, press } from './walk.ts'

/** Somebody of the demonstration who verifies by an app or by mail. */
export interface Seeded {
  readonly loginId: string
  readonly email: string
  readonly name: string
  readonly totpSeed: string
  password: string
}
export function seeded(loginId: string): Seeded {
  const found = [...demoAccounts, ...demoDelegates, ...demoAppellants, ...Object.values(demoFilers)].find(
    (a) => a.loginId === loginId,
  )
  if (!found) throw new Error(`nobody is ${loginId}`)
  const { email, name, totpSeed } = found
  return { loginId, email, name, totpSeed, password: DEMO_PASSWORD }
}

export async function givePassword(page: Page, loginId: string, password: string): Promise<void> {
  await page.goto('/sign-in')
  await fill(page, { loginId, password })
  await press(page, 'Sign in')
}
export async function verify(page: Page, code: string): Promise<void> {
  await fill(page, { code })
  await press(page, 'Verify')
}
/** Also of somebody whom the page asks for a passkey first. */
export async function verifyByApp(stage: Stage, page: Page, seed: string): Promise<void> {
  await page.goto('/sign-in/verify?method=app')
  await verify(page, await appCode(stage, seed))
}

/** A device that verifies its user and keeps passkeys. */
export async function authenticator(cdp: CDPSession): Promise<void> {
  await cdp.send('WebAuthn.enable')
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}
