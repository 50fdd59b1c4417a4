/** What every step of the identity core is given, beside the database, the permit and the time. */
import type { Permit } from '#domain/access/policy.ts'
import type { Passwords } from '#outside/passwords.ts'
import type { Secrets } from '#outside/secrets.ts'
import type { Site } from '#outside/services.ts'
import type { Words } from '#words/index.ts'

export interface Identity {
  readonly secrets: Secrets
  readonly passwords: Passwords
  readonly site: Site
  readonly words: Words
}

/** Where a request came from. */
export interface Caller {
  readonly ip: string
  readonly userAgent: string
  /** The device cookie. */
  readonly device?: string | undefined
}

export type EntryPermit = Permit<'account.enter'>
export type OwnPermit = Permit<'account.manage'>
