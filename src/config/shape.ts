/** The variables that can be set, each with its check and its default; what they mean together is in config.ts. */
import { z } from 'zod'
import { methods } from '#domain/access/assurance.ts'
import { defaultDataRoot } from '#outside/embedded-postgres/embedded-postgres.ts'

const flag = z.enum(['0', '1', 'true', 'false']).transform((v) => v === '1' || v === 'true')

const words = z.string().transform((v) => v.split(/[\s,]+/).filter(Boolean))
/** Every variable of the environment that is read, with its default. */
export const shape = z.object({
  NODE_ENV: z.string().default('development'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  HOST: z.string().default('127.0.0.1'),
  /** Where /metrics is asked for. Without it a demonstration has it on PORT, and production has none. */
  METRICS_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  METRICS_HOST: z.string().default('127.0.0.1'),
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
export type Settings = z.infer<typeof shape>
