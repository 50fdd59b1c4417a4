/** Who acts and what is acted on: roles, the parties for which they are held, and what a protected thing says of itself. */
import type { DelegatedFunction } from './delegation.ts'

export const roles = [
  'anyone',
  'signed-in',
  'individual-provider',
  'authorized-official',
  'access-manager',
  'staff-end-user',
  'surrogate',
  'mac-analyst',
  'mac-supervisor',
  'help-desk',
  'auditor',
  'admin',
  'operator',
  'api-client',
  'system',
] as const
export type Role = (typeof roles)[number]

/** One role held for one party: an enrollee or organization (provider side) or a contractor (desk side). */
export interface Membership {
  readonly role: Role
  readonly partyId: string
  /** What a staff end user or surrogate may do. Absent is everything for staff, and nothing for a surrogate. */
  readonly functions?: readonly DelegatedFunction[]
  /** The organization through which the role is held, when it is not held directly. */
  readonly through?: string
}

/** The person (or job) who acts. `userId` is "anonymous" before sign-in. */
export interface Actor {
  readonly userId: string
  readonly memberships: readonly Membership[]
}

export const anonymous: Actor = { userId: 'anonymous', memberships: [] }
export const systemActor: Actor = { userId: 'system', memberships: [{ role: 'system', partyId: 'system' }] }

/** What every protected thing must be able to say about itself. */
export interface Subject {
  readonly id: string
  readonly enrolleeId?: string
  readonly contractorId?: string
  /** The parties (enrollee, organization) whose people or connections it is about. */
  readonly partyIds?: readonly string[]
  /** The user whose own it is (an account, a session). */
  readonly ownerId?: string
  /** Users who are named on it as signers. */
  readonly signerIds?: readonly string[]
  /** Of these, where a delegated official may sign: the person is looked for on the record when they do. */
  readonly delegateIds?: readonly string[]
}
