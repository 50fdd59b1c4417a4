/**
 * Passkeys (WebAuthn): what a browser is asked, and whether its answer is right. Which site it was for comes from the
 * configuration, never from the request. Always with user verification: finger, face or PIN.
 */
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { PasskeySite } from './services.ts'

const TIMEOUT = 5 * 60_000
/** EdDSA, ES256, RS256: what authenticators make today (COSE algorithm numbers). */
const ALGORITHMS = [-8, -7, -257]
type Transports = NonNullable<RegistrationResponseJSON['response']['transports']>

interface Known {
  readonly credentialId: string
  readonly transports: readonly string[]
}
const listed = (known: readonly Known[]) =>
  known.map((k) => ({ id: k.credentialId, transports: k.transports as Transports }))

/** What the browser is asked to make. `challenge` is 32 bytes as base64url; `userId` a UUID. */
export const askToMake = (
  site: PasskeySite & { readonly product: string },
  user: { readonly userId: string; readonly loginId: string; readonly displayName: string },
  challenge: string,
  known: readonly Known[],
): Promise<PublicKeyCredentialCreationOptionsJSON> =>
  generateRegistrationOptions({
    rpName: site.product,
    rpID: site.rpId,
    userName: user.loginId,
    userDisplayName: user.displayName,
    userID: handleOf(user.userId),
    challenge: Buffer.from(challenge, 'base64url'),
    timeout: TIMEOUT,
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: listed(known),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })

/** What the browser is asked to prove; without `known` it offers every passkey that it has for the site. */
export const askToProve = (
  site: PasskeySite,
  challenge: string,
  known?: readonly Known[],
): Promise<PublicKeyCredentialRequestOptionsJSON> =>
  generateAuthenticationOptions({
    rpID: site.rpId,
    challenge: Buffer.from(challenge, 'base64url'),
    timeout: TIMEOUT,
    userVerification: 'required',
    ...(known && { allowCredentials: listed(known) }),
  })

/** An answer as it was posted: JSON of a size that no honest browser exceeds. Undefined when it is none. */
export function readAnswer(
  posted: string,
):
  | { readonly id: string; readonly challenge: string; readonly userHandle: string | undefined; readonly json: unknown }
  | undefined {
  if (posted.length > 16_000) return undefined
  try {
    const json = JSON.parse(posted)
    const client = JSON.parse(Buffer.from(json.response.clientDataJSON, 'base64url').toString())
    if (typeof json.id !== 'string' || typeof client.challenge !== 'string') return undefined
    const handle = json.response.userHandle
    return {
      id: json.id,
      challenge: client.challenge,
      json,
      userHandle: typeof handle === 'string' ? handle : undefined,
    }
  } catch {
    return undefined
  }
}

export interface Made {
  readonly credentialId: string
  readonly publicKey: Uint8Array
  readonly count: number
  readonly transports: readonly string[]
  readonly deviceType: 'single-device' | 'multi-device'
  readonly backedUp: boolean
}
/** The passkey that was made; undefined when the answer is wrong in any way. */
export async function checkMade(site: PasskeySite, json: unknown, challenge: string): Promise<Made | undefined> {
  const done = await quietly(() =>
    verifyRegistrationResponse({
      response: json as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.rpId,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    }),
  )
  if (!done?.verified) return undefined
  const { credential, credentialDeviceType, credentialBackedUp } = done.registrationInfo
  return {
    credentialId: credential.id,
    publicKey: credential.publicKey,
    count: credential.counter,
    transports: credential.transports ?? [],
    deviceType: credentialDeviceType === 'singleDevice' ? 'single-device' : 'multi-device',
    backedUp: credentialBackedUp,
  }
}

interface Held extends Known {
  readonly publicKey: Uint8Array
}
/** The authenticator's count when the signature is right; the caller judges the count. Undefined when it is wrong. */
export async function checkProof(
  site: PasskeySite,
  json: unknown,
  challenge: string,
  held: Held,
): Promise<{ readonly count: number; readonly backedUp: boolean } | undefined> {
  const done = await quietly(() =>
    verifyAuthenticationResponse({
      response: json as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.rpId,
      requireUserVerification: true,
      // Zero, so that a count that went backwards comes to the caller, who has to tell the owner.
      credential: { id: held.credentialId, publicKey: new Uint8Array(held.publicKey), counter: 0 },
    }),
  )
  if (!done?.verified) return undefined
  return { count: done.authenticationInfo.newCounter, backedUp: done.authenticationInfo.credentialBackedUp }
}

/** A count that is not zero must grow; zero is what authenticators say that do not count (WebAuthn level 3, 6.1.1). */
export const wentBackwards = (before: number, count: number): boolean => (before > 0 || count > 0) && count <= before

const handleOf = (userId: string) => new Uint8Array(Buffer.from(userId.replaceAll('-', ''), 'hex'))
/** Does the answer name this user? Authenticators may leave the name out when they were asked for one credential. */
export const namesUser = (userHandle: string | undefined, userId: string): boolean =>
  userHandle === undefined || userHandle === Buffer.from(handleOf(userId)).toString('base64url')

/** The library throws for everything that is not right. */
async function quietly<T>(check: () => Promise<T>): Promise<T | undefined> {
  try {
    return await check()
  } catch {
    return undefined
  }
}
