/**
 * Sign-in by OpenID Connect: authorization code with PKCE, state and nonce (RFC 9700 2.1.1; OpenID Connect Core 3.1).
 * The address to come back to is made from the configured origin, never from a request.
 */
import * as client from 'openid-client'
import type { ProviderDemand, RoleOfGroup } from '#domain/access/provider-roles.ts'
import type { IdentityProvider, ProviderAnswer } from './identity-provider.ts'

export interface OpenIdSettings {
  readonly name: string
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** "https://enroll.example.org/sign-in/staff/back". */
  readonly redirectUri: string
  readonly scope: string
  /** The claim that lists the person's groups. */
  readonly groupsClaim: string
  readonly mapping: readonly RoleOfGroup[]
  readonly demand: ProviderDemand
  /** Seconds since the person proved who they are at the provider, at most. */
  readonly maxAge: number
}

const PATIENCE_SECONDS = 5
const FRESH_SECONDS = 60

export function openIdConnect(s: OpenIdSettings): IdentityProvider {
  let known: Promise<client.Configuration> | undefined
  // Asked when the first person signs in, and again after a failure: a portal starts without its provider.
  const configuration = () => {
    known ??= client
      .discovery(new URL(s.issuer), s.clientId, s.clientSecret, undefined, {
        timeout: PATIENCE_SECONDS,
        // Plain http is for a provider on this machine, in development and tests; config.ts refuses it elsewhere.
        ...(s.issuer.startsWith('http://') && { execute: [client.allowInsecureRequests] }),
      })
      .catch((fault) => {
        known = undefined
        throw fault
      })
    return known
  }
  return {
    name: s.name,
    mapping: s.mapping,
    demand: s.demand,
    begin: (fresh) =>
      answering(async () => {
        const verifier = client.randomPKCECodeVerifier()
        const checks = { state: client.randomState(), nonce: client.randomNonce(), verifier }
        const url = client.buildAuthorizationUrl(await configuration(), {
          redirect_uri: s.redirectUri,
          scope: s.scope,
          code_challenge: await client.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
          state: checks.state,
          nonce: checks.nonce,
          max_age: String(fresh ? 0 : s.maxAge),
          ...(fresh && { prompt: 'login' }),
          ...(s.demand.acr.length > 0 && { acr_values: s.demand.acr.join(' ') }),
        })
        return { url: url.href, checks }
      }),
    finish: (query, { state, nonce, verifier }) =>
      answering(async () => {
        const back = new URL(s.redirectUri)
        for (const [name, value] of Object.entries(query)) back.searchParams.set(name, value)
        const tokens = await client.authorizationCodeGrant(await configuration(), back, {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          maxAge: s.maxAge,
          idTokenExpected: true,
        })
        const claims = tokens.claims()
        if (!claims?.auth_time) throw new Error('the provider does not say when the person signed in')
        const groups = claims[s.groupsClaim]
        return {
          issuer: claims.iss,
          subject: claims.sub,
          name: typeof claims.name === 'string' && claims.name.trim() ? claims.name.trim().slice(0, 120) : claims.sub,
          groups: Array.isArray(groups) ? groups.filter((g) => typeof g === 'string') : [],
          acr: typeof claims.acr === 'string' ? claims.acr : undefined,
          amr: Array.isArray(claims.amr) ? claims.amr.filter((a) => typeof a === 'string') : [],
          authAt: new Date(claims.auth_time * 1000),
        }
      }),
  }
}

/** Seconds within which a proof that was asked for anew counts as that. */
export const freshWithin = FRESH_SECONDS

/** Turns what the library throws into an answer: the network's faults, and everything else as a refusal. */
async function answering<T>(work: () => Promise<T>): Promise<ProviderAnswer<T>> {
  try {
    return { ok: true, value: await work() }
  } catch (fault) {
    const { code = '', name = '', message = '', cause } = fault as Error & { code?: string }
    const unreachable =
      code === 'OAUTH_TIMEOUT' ||
      code === 'OAUTH_RESPONSE_IS_NOT_CONFORM' ||
      name === 'TimeoutError' ||
      (name === 'TypeError' && message === 'fetch failed') ||
      (cause instanceof TypeError && cause.message === 'fetch failed')
    return { ok: false, why: unreachable ? 'unavailable' : 'refused', detail: `${code || name}: ${message}` }
  }
}
