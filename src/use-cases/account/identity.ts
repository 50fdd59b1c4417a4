/** What every step of the identity core is given, beside the database, the permit and the time. */
import { randomBytes, randomInt } from 'node:crypto'
import { code, limits, networkOf } from '#domain/access/limits.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { ActsFor } from '#domain/access/session.ts'
import { foldUserId } from '#domain/access/user-id.ts'
import type { Passwords } from '#outside/passwords.ts'
import { digest, type Secrets } from '#outside/secrets.ts'
import type { Site } from '#outside/services.ts'
import type { Words } from '#words/index.ts'

export interface Identity {
  readonly secrets: Secrets
  readonly passwords: Passwords
  readonly site: Site
  readonly words: Words
}
/** The steps that write letters but judge no password. */
export type Writer = Omit<Identity, 'passwords'>

/** Where a request came from. */
export interface Caller {
  readonly ip: string
  readonly userAgent: string
  /** The device cookie. */
  readonly device?: string | undefined
  /** The session cookie that the request came with. */
  readonly session?: string | undefined
  /** For whom the person behind the session acts. */
  readonly actsFor?: ActsFor | undefined
}

export type EntryPermit = Permit<'account.enter'>
export type OwnPermit = Permit<'account.manage'>
/** Only with a fresh proof of who acts (domain/access/step-up.ts). */
export type SecurePermit = Permit<'account.secure'>
export type AddPermit = Permit<'account.add-method'>

/** 32 random bytes: the secret of a session, flow, link or device. The database gets its hash only. */
export const newToken = (): string => randomBytes(32).toString('base64url')
export const newCode = (): string => String(randomInt(10 ** code.digits)).padStart(code.digits, '0')

/** Keys of counters: keyed digests, so that the table names nobody. */
export const keyOfNetwork = (s: Secrets, ip: string): string => digest(s.identifier, 'network', networkOf(ip))
export const keyOfLogin = (s: Secrets, loginId: string): string => digest(s.identifier, 'login', foldUserId(loginId))
export const keyOfTarget = (s: Secrets, value: string): string => digest(s.identifier, 'target', value)

/** The budget of password tries that a request draws on: its own, when it comes from a device that signed in before. */
export const passwordBudget = (s: Secrets, loginId: string, device: string | undefined) =>
  device
    ? { limit: limits.passwordOnKnownDevice, key: digest(s.identifier, 'login', foldUserId(loginId), device) }
    : { limit: limits.password, key: keyOfLogin(s, loginId) }

export const macOfCode = (s: Secrets, flowId: string, typed: string): string =>
  digest(s.otp, flowId, typed.replace(/[\s-]/g, ''))
