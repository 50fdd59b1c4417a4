/**
 * Everything that can be set, read once at start and judged whole: all faults are printed together.
 * Unsafe values are refused in production. Every secret can also come from a file (NAME_FILE).
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { methods } from '#domain/access/assurance.ts'
import { providedRoles } from '#domain/access/provider-roles.ts'
import { defaultDataRoot } from '#outside/embedded-postgres/embedded-postgres.ts'
import type { Bucket } from '#outside/files/bucket-files.ts'
import type { OpenIdSettings } from '#outside/identity/openid-connect.ts'
import type { PhoneProvider } from '#outside/mail/phone-provider.ts'
import { type ClamdAddress, clamdAddress } from '#outside/malware/clamd.ts'
import type { Site } from '#outside/services.ts'

const flag = z.enum(['0', '1', 'true', 'false']).transform((v) => v === '1' || v === 'true')

const words = z.string().transform((v) => v.split(/[\s,]+/).filter(Boolean))
const rolesOfGroups = z.array(
  z.strictObject({ group: z.string().min(1), role: z.enum(providedRoles), party: z.string().min(1) }),
)

const shape = z.object({
  NODE_ENV: z.string().default('development'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  HOST: z.string().default('127.0.0.1'),
  ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  DATA_DIR: z.string().default(defaultDataRoot()),
  DATABASE_URL: z.string().startsWith('postgres').optional(),
  DEMO: flag.optional(),
  MASTER_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/, '64 hexadecimal digits')
    .optional(),
  MASTER_KEY_PREVIOUS: z
    .string()
    .regex(/^[0-9a-f]{64}$/, '64 hexadecimal digits')
    .optional(),
  PRODUCT_NAME: z.string().default('OpenPECOS'),
  AGENCY_NAME: z.string().default('Demonstration Payer'),
  HELP_DESK_PHONE: z.string().default('(800) 555-0100'),
  HELP_DESK_EMAIL: z.email().default('help@openpecos.example'),
  HELP_DESK_HOURS: z.string().default('Monday to Friday, 8 a.m. to 6 p.m. Eastern Time'),
  SMTP_URL: z.string().startsWith('smtp').optional(),
  SMS_URL: z.url().optional(),
  SMS_ACCOUNT: z.string().optional(),
  SMS_TOKEN: z.string().optional(),
  SMS_FROM: z.string().optional(),
  /** Phone calls that read a code aloud: ".../Accounts/{account}/Calls.json", with the account of SMS_URL. */
  VOICE_URL: z.url().optional(),
  /** The name that passkeys belong to: the host of ORIGIN or a domain above it. Changing it orphans all of them. */
  RP_ID: z
    .string()
    .regex(/^[a-z0-9.-]+$/)
    .optional(),
  SIGN_IN_METHODS: z
    .string()
    .transform((v) => v.split(',').map((s) => s.trim()))
    .pipe(z.array(z.enum(methods)).min(1))
    .optional(),
  /** What SIGN_IN_METHODS says holds for good; otherwise administrators may choose while the portal runs. */
  SIGN_IN_METHODS_FIXED: flag.default(false),
  /** A sorted file of SHA-1 hashes of leaked passwords that nobody may choose (src/outside/leaked-passwords.ts). */
  LEAKED_PASSWORDS: z.string().optional(),
  STEP_UP_MINUTES: z.coerce.number().int().min(1).max(60).default(10),
  /** Where documents lie: "s3" needs the S3_ settings; else the folder DATA_DIR/files. */
  FILES: z.enum(['folder', 's3']).default('folder'),
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_BUCKET: z.string().optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  S3_PREFIX: z.string().default(''),
  /** A malware scanner for uploads: "tcp://clamav:3310" or "unix:/run/clamav/clamd.ctl". */
  CLAMD: z.string().optional(),
  /** The hosted page where application fees are paid, and the secret shared with it (docs/fee.md). */
  PAYMENT_URL: z.url({ protocol: /^https?$/ }).optional(),
  PAYMENT_SECRET: z.string().min(32).optional(),
  /** Staff sign in at their own organization, by OpenID Connect. */
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_NAME: z.string().default('your organization'),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_SCOPE: z.string().default('openid profile'),
  OIDC_GROUPS_CLAIM: z.string().default('groups'),
  /** JSON: [{"group": "analysts", "role": "mac-analyst", "party": "<contractor id>"}]; party "site" where none is meant. */
  OIDC_ROLES: z.string().optional(),
  /** What the provider must say of how the person signed in; at least one of the two is needed in production. */
  OIDC_ACR: words.default([]),
  OIDC_AMR: words.default([]),
  OIDC_MAX_AGE_MINUTES: z.coerce.number().int().min(1).max(1440).default(720),
  /** Shared with the adapter that reports what became of mails (docs/mail-reports.md). */
  MAIL_REPORT_SECRET: z.string().min(32).optional(),
  MAIL_FROM: z.email().default('no-reply@openpecos.example'),
  /** Webhooks may go to this machine: for demonstrations and tests of receivers only. */
  WEBHOOK_ALLOW_LOOPBACK: flag.default(false),
  /** Requests a minute that one address may make without a key; 0 is no limit. Its default is 1200, and none in a demonstration. */
  API_ANONYMOUS_PER_MINUTE: z.coerce.number().int().min(0).optional(),
  TRUSTED_PROXIES: z
    .string()
    .transform((v) => v.split(',').map((s) => s.trim()))
    .optional(),
})

export interface Config {
  readonly production: boolean
  readonly port: number
  readonly host: string
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  readonly masterKey: string | undefined
  readonly previousMasterKey: string | undefined
  readonly site: Site
  /** Undefined: only the lists that come with the program. */
  readonly leakedPasswords: string | undefined
  readonly mail: { readonly smtpUrl: string | undefined; readonly from: string }
  readonly sms: PhoneProvider | undefined
  readonly voice: PhoneProvider | undefined
  /** Undefined: staff have accounts of the portal only. */
  readonly identityProvider: OpenIdSettings | undefined
  /** Undefined: documents lie in a folder of the data directory. */
  readonly bucket: Bucket | undefined
  readonly clamd: ClamdAddress | undefined
  /** Undefined: fees cannot be paid online, or a demonstration has its own page. */
  readonly mailReportSecret: string | undefined
  readonly payments: { readonly url: string; readonly secret: string } | undefined
  readonly trustedProxies: readonly string[] | undefined
  /** Undefined: no limit. */
  readonly anonymousPerMinute: number | undefined
}

/** Reads the environment; throws one Error that lists every fault. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const known = Object.keys(shape.shape)
  const given = Object.fromEntries(known.flatMap((name) => settingOf(name, env)))
  const read = shape.safeParse(given)
  if (!read.success)
    throw new Error(
      `The configuration has faults:\n${read.error.issues.map((i) => `  ${i.path.join('.')}: ${i.message}`).join('\n')}`,
    )
  const c = read.data
  const production = c.NODE_ENV === 'production'
  const demo = c.DEMO ?? !production
  const origin = c.ORIGIN ?? `http://${c.HOST === '0.0.0.0' ? '127.0.0.1' : c.HOST}:${c.PORT}`
  const faults = production
    ? unsafe({ demo, origin, masterKey: c.MASTER_KEY, smtp: c.SMTP_URL, loopback: c.WEBHOOK_ALLOW_LOOPBACK })
    : []
  if (faults.length > 0) throw new Error(`Not safe in production:\n${faults.map((f) => `  ${f}`).join('\n')}`)
  const phone = { account: c.SMS_ACCOUNT ?? '', token: c.SMS_TOKEN ?? '', from: c.SMS_FROM ?? '' }
  const passkeys = passkeySite(origin, c.RP_ID)
  if (typeof passkeys === 'string') throw new Error(`The configuration has faults:\n  ${passkeys}`)
  const provider = providerOf(c, origin.replace(/\/$/, ''), production)
  if (typeof provider === 'string') throw new Error(`The configuration has faults:\n  ${provider}`)
  const bucket = bucketOf(c)
  if (typeof bucket === 'string') throw new Error(`The configuration has faults:\n  ${bucket}`)
  if ((c.PAYMENT_URL === undefined) !== (c.PAYMENT_SECRET === undefined))
    throw new Error('The configuration has faults:\n  PAYMENT_URL and PAYMENT_SECRET need one another')
  if (production && c.PAYMENT_URL && !c.PAYMENT_URL.startsWith('https://'))
    throw new Error('The configuration has faults:\n  PAYMENT_URL must begin with https:// in production')
  const carried = methods.filter(
    (m) =>
      (m !== 'passkey' || passkeys !== undefined) &&
      (m !== 'phone' || demo || c.SMS_URL !== undefined) &&
      (m !== 'voice' || demo || c.VOICE_URL !== undefined),
  )
  const clamd = c.CLAMD ? clamdAddress(c.CLAMD) : undefined
  if (c.CLAMD && !clamd)
    throw new Error('The configuration has faults:\n  CLAMD: write tcp://host:port or unix:/path/of/socket')
  return {
    production,
    port: c.PORT,
    host: c.HOST,
    dataDir: c.DATA_DIR,
    databaseUrl: c.DATABASE_URL,
    masterKey: c.MASTER_KEY,
    previousMasterKey: c.MASTER_KEY_PREVIOUS,
    leakedPasswords: c.LEAKED_PASSWORDS,
    site: {
      product: c.PRODUCT_NAME,
      agency: c.AGENCY_NAME,
      origin: origin.replace(/\/$/, ''),
      demo,
      ...(c.WEBHOOK_ALLOW_LOOPBACK && { webhooksToLoopback: true }),
      ...(passkeys && { passkeys }),
      methods: (c.SIGN_IN_METHODS ?? methods).filter((m) => carried.includes(m)),
      methodsCarried: carried,
      ...(c.SIGN_IN_METHODS_FIXED && { methodsFixed: true }),
      stepUpMinutes: c.STEP_UP_MINUTES,
      helpDesk: { phone: c.HELP_DESK_PHONE, email: c.HELP_DESK_EMAIL, hours: c.HELP_DESK_HOURS },
    },
    mail: { smtpUrl: c.SMTP_URL, from: c.MAIL_FROM },
    sms: c.SMS_URL ? { url: c.SMS_URL, ...phone } : undefined,
    voice: c.VOICE_URL ? { url: c.VOICE_URL, ...phone } : undefined,
    identityProvider: provider,
    bucket,
    clamd,
    mailReportSecret: c.MAIL_REPORT_SECRET,
    payments: c.PAYMENT_URL && c.PAYMENT_SECRET ? { url: c.PAYMENT_URL, secret: c.PAYMENT_SECRET } : undefined,
    trustedProxies: c.TRUSTED_PROXIES,
    anonymousPerMinute: (c.API_ANONYMOUS_PER_MINUTE ?? (demo ? 0 : 1200)) || undefined,
  }
}

/**
 * Browsers keep passkeys under a name, never under a number. On this machine the name is "localhost", so a portal that
 * listens at 127.0.0.1 offers them at http://localhost. Undefined where there is no name; a sentence for a wrong one.
 */
function passkeySite(origin: string, rpId: string | undefined): Site['passkeys'] | string {
  const { protocol, hostname, port } = new URL(origin)
  if (/^(127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname))
    return { rpId: 'localhost', origin: `${protocol}//localhost${port && `:${port}`}` }
  if (/^[\d.]+$|^\[/.test(hostname)) return undefined
  if (rpId && hostname !== rpId && !hostname.endsWith(`.${rpId}`))
    return `RP_ID: ${rpId} is neither the host of ${origin} nor a domain above it`
  return { rpId: rpId ?? hostname, origin: origin.replace(/\/$/, '') }
}

/** The organization at which staff sign in, undefined when there is none, or a sentence on what is missing. */
function providerOf(
  c: z.infer<typeof shape>,
  origin: string,
  production: boolean,
): OpenIdSettings | string | undefined {
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
function bucketOf(c: z.infer<typeof shape>): Bucket | string | undefined {
  if (c.FILES === 'folder') return undefined
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_ACCESS_KEY_ID: key, S3_SECRET_ACCESS_KEY: secret } = c
  if (!endpoint || !bucket || !key || !secret)
    return 'FILES=s3 needs S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY'
  return { endpoint, bucket, region: c.S3_REGION, accessKeyId: key, secretAccessKey: secret, prefix: c.S3_PREFIX }
}

function settingOf(
  name: string,
  env: Readonly<Record<string, string | undefined>>,
): readonly (readonly [string, string])[] {
  const direct = env[name]
  if (direct !== undefined && direct !== '') return [[name, direct]]
  const file = env[`${name}_FILE`]
  return file ? [[name, readFileSync(file, 'utf8').trim()]] : []
}

function unsafe(c: {
  demo: boolean
  origin: string
  masterKey: string | undefined
  smtp: string | undefined
  loopback: boolean
}): readonly string[] {
  return [
    ...(c.demo ? ['DEMO must be off'] : []),
    ...(c.origin.startsWith('https://') ? [] : ['ORIGIN must begin with https://']),
    ...(c.masterKey ? [] : ['MASTER_KEY (or MASTER_KEY_FILE) must be set']),
    ...(c.smtp ? [] : ['SMTP_URL must be set']),
    ...(c.loopback ? ['WEBHOOK_ALLOW_LOOPBACK must be off'] : []),
  ]
}

/** Where the installation keeps the key it made for itself when none was given (development and demo). */
export const keyFile = (c: Config): string => join(c.dataDir, 'keys', 'master.key')
