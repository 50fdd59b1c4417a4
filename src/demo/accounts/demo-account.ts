/** What is known of an account of a demonstration. */
import type { Role } from '#domain/access/policy.ts'

export interface DemoAccount {
  readonly loginId: string
  readonly name: string
  readonly email: string
  readonly role: Role
  /** A contractor's id, or the NPI of the enrollee it works for; empty for roles of the whole site, and where seeding chooses the NPI. */
  readonly party: string
  /** Base32 seed of the authenticator app. */
  readonly totpSeed: string
  /** What the person finds after the first start, in one sentence. */
  readonly finds: string
}
