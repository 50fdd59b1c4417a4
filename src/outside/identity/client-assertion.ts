/**
 * private_key_jwt (RFC 7523, OpenID Connect Core 9, SMART App Launch 2.2): a program proves with its own private key
 * who it is. Only asymmetric algorithms: no secret of ours could be used to forge one.
 */
import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, importJWK, type JWK, jwtVerify } from 'jose'
import { apiLimits } from '#domain/access/api/keys.ts'

const ALGORITHMS = ['RS384', 'ES384', 'RS256', 'ES256', 'PS256', 'PS384', 'EdDSA']
/** Publishers keep a few old ones beside the new one. */
const MOST_PUBLISHED = 20
export type PublicKeys = readonly Readonly<Record<string, unknown>>[]

/** Who an assertion claims to be from; nothing is proven yet. Undefined when it is none. */
export function claimedClient(assertion: string): string | undefined {
  try {
    const { sub, iss } = decodeJwt(assertion)
    return sub !== undefined && sub === iss ? sub : undefined
  } catch {
    return undefined
  }
}

/** The key that an assertion says it was signed with; nothing is proven yet. */
export function claimedKey(assertion: string): string | undefined {
  try {
    const { kid } = decodeProtectedHeader(assertion)
    return typeof kid === 'string' ? kid : undefined
  } catch {
    return undefined
  }
}

/** The assertion's number and end, when it was signed with one of the keys, for us, by the client, and is in time. */
export async function proveAssertion(
  assertion: string,
  from: { readonly clientId: string; readonly keys: PublicKeys },
  audience: string,
  now: Date,
): Promise<{ readonly jti: string; readonly expiresAt: Date } | undefined> {
  try {
    const { payload } = await jwtVerify(assertion, createLocalJWKSet({ keys: from.keys as JWK[] }), {
      algorithms: ALGORITHMS,
      audience,
      issuer: from.clientId,
      subject: from.clientId,
      requiredClaims: ['exp', 'jti'],
      currentDate: now,
    })
    const { jti, exp } = payload
    if (!jti || jti.length > 200 || !exp || Array.isArray(payload.aud)) return undefined
    // Ahead of the longest life a little is forgiven for clocks that differ.
    if (exp * 1000 > now.getTime() + (apiLimits.assertionSeconds + 10) * 1000) return undefined
    return { jti, expiresAt: new Date(exp * 1000) }
  } catch {
    return undefined
  }
}

/** Reads a pasted JWK or JWK Set; undefined unless every key in it is public, asymmetric and strong enough. */
export async function readPublicKeys(text: string): Promise<PublicKeys | undefined> {
  try {
    const given = JSON.parse(text) as { keys?: unknown }
    const keys = Array.isArray(given.keys) ? (given.keys as JWK[]) : [given as JWK]
    if (keys.length === 0 || keys.length > 5) return undefined
    for (const key of keys) if (!(await isGood(key))) return undefined
    return keys.map(publicPartOf)
  } catch {
    return undefined
  }
}

/** Of a published JWK Set those keys that do: a publisher may have others beside them. Undefined when none does. */
export async function readKeySet(text: string): Promise<PublicKeys | undefined> {
  try {
    const { keys } = JSON.parse(text) as { keys?: unknown }
    if (!Array.isArray(keys)) return undefined
    const good: JWK[] = []
    for (const key of (keys as JWK[]).slice(0, MOST_PUBLISHED)) if (await isGood(key).catch(() => false)) good.push(key)
    return good.length > 0 ? good.map(publicPartOf) : undefined
  } catch {
    return undefined
  }
}

const publicPartOf = ({ kty, crv, x, y, n, e, kid, alg, use }: JWK) => defined({ kty, crv, x, y, n, e, kid, alg, use })
const defined = (o: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(o).filter(([, v]) => v !== undefined))

async function isGood(key: JWK): Promise<boolean> {
  if ('d' in key || 'k' in key) return false
  const algorithms = { RSA: 'RS384', EC: key.crv === 'P-256' ? 'ES256' : 'ES384', OKP: 'EdDSA' }
  const alg = Object.entries(algorithms).find(([kty]) => kty === key.kty)?.[1]
  if (!alg) return false
  if (key.kty === 'RSA' && Buffer.from(key.n ?? '', 'base64url').length < 256) return false
  await importJWK(key, alg)
  return true
}
