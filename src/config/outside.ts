/** What several settings say together of a service outside: passkeys, the staff's identity provider, the bucket. */
import { z } from 'zod'
import { providedRoles } from '#domain/access/provider-roles.ts'
import type { Bucket } from '#outside/files/bucket-files.ts'
import type { OpenIdSettings } from '#outside/identity/openid-connect.ts'
import type { Site } from '#outside/services.ts'
import type { Settings } from './shape.ts'

const rolesOfGroups = z.array(
  z.strictObject({ group: z.string().min(1), role: z.enum(providedRoles), party: z.string().min(1) }),
)

/**
 * Browsers keep passkeys under a name, never under a number. On this machine the name is "localhost", so a portal that
 * listens at 127.0.0.1 offers them at http://localhost. Undefined where there is no name; a sentence for a wrong one.
 */
export function passkeySite(origin: string, rpId: string | undefined): Site['passkeys'] | string {
  const { protocol, hostname, port } = new URL(origin)
  if (/^(127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname))
    return { rpId: 'localhost', origin: `${protocol}//localhost${port && `:${port}`}` }
  if (/^[\d.]+$|^\[/.test(hostname)) return undefined
  if (rpId && hostname !== rpId && !hostname.endsWith(`.${rpId}`))
    return `RP_ID: ${rpId} is neither the host of ${origin} nor a domain above it`
  return { rpId: rpId ?? hostname, origin: origin.replace(/\/$/, '') }
}

/** The organization at which staff sign in, undefined when there is none, or a sentence on what is missing. */
export function providerOf(c: Settings, origin: string, production: boolean): OpenIdSettings | string | undefined {
  if (!c.OIDC_ISSUER) return undefined
  if (!c.OIDC_CLIENT_ID || !c.OIDC_CLIENT_SECRET || !c.OIDC_ROLES)
    return 'OIDC_ISSUER needs OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and OIDC_ROLES'
  if (production && !c.OIDC_ISSUER.startsWith('https://')) return 'OIDC_ISSUER must begin with https://'
  if (production && c.OIDC_ACR.length + c.OIDC_AMR.length === 0)
    return 'OIDC_ACR or OIDC_AMR must say which second factor the provider has to vouch for'
  let typed: unknown
  try {
    typed = JSON.parse(c.OIDC_ROLES)
  } catch {
    return 'OIDC_ROLES is not JSON'
  }
  const mapping = rolesOfGroups.safeParse(typed)
  if (!mapping.success) return `OIDC_ROLES: ${mapping.error.issues[0]?.message}`
  return {
    name: c.OIDC_NAME,
    issuer: c.OIDC_ISSUER,
    clientId: c.OIDC_CLIENT_ID,
    clientSecret: c.OIDC_CLIENT_SECRET,
    redirectUri: `${origin}/sign-in/staff/back`,
    scope: c.OIDC_SCOPE,
    groupsClaim: c.OIDC_GROUPS_CLAIM,
    mapping: mapping.data,
    demand: { acr: c.OIDC_ACR, amr: c.OIDC_AMR },
    maxAge: c.OIDC_MAX_AGE_MINUTES * 60,
  }
}

/** The bucket for documents, undefined when they lie in a folder, or a sentence on what is missing. */
export function bucketOf(c: Settings): Bucket | string | undefined {
  if (c.FILES === 'folder') return undefined
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_ACCESS_KEY_ID: key, S3_SECRET_ACCESS_KEY: secret } = c
  if (!endpoint || !bucket || !key || !secret)
    return 'FILES=s3 needs S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY'
  return { endpoint, bucket, region: c.S3_REGION, accessKeyId: key, secretAccessKey: secret, prefix: c.S3_PREFIX }
}
