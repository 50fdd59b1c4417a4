/**
 * Everything that can be set, read once at start and judged whole: all faults are printed together.
 * Unsafe values are refused in production. Every secret can also come from a file (NAME_FILE).
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { methods } from '#domain/access/assurance.ts'
import type { Bucket } from '#outside/files/bucket-files.ts'
import type { OpenIdSettings } from '#outside/identity/openid-connect.ts'
import type { PhoneProvider } from '#outside/mail/phone-provider.ts'
import { type ClamdAddress, clamdAddress } from '#outside/malware/clamd.ts'
import type { Site } from '#outside/services.ts'
import { bucketOf, passkeySite, providerOf } from './config/outside.ts'
import { shape } from './config/shape.ts'

export interface Config {
  readonly production: boolean
  readonly port: number
  readonly host: string
  /** Where the numbers for Prometheus are: on the port of the portal, on one of their own, or nowhere. */
  readonly metrics: {
    readonly public: boolean
    readonly own: { readonly port: number; readonly host: string } | undefined
  }
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
  if (c.METRICS_PORT === c.PORT)
    throw new Error('The configuration has faults:\n  METRICS_PORT must be another than PORT')
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
    metrics: {
      public: demo && c.METRICS_PORT === undefined,
      own: c.METRICS_PORT === undefined ? undefined : { port: c.METRICS_PORT, host: c.METRICS_HOST },
    },
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
