/** Who is in an ownership structure, and what they have to do with each other. Types and small questions. Pure. */
import type { Day } from '../dates.ts'
import type { organizationKinds } from '../enrollment/ownership-roles.ts'
import { type InterestRole, isHeldShare } from './roles.ts'

export type OrganizationKind = (typeof organizationKinds)[number]

export interface OwnershipParty {
  /** Stays the same within one structure; what it is made of is the business of who made it. */
  readonly id: string
  readonly kind: 'person' | 'organization'
  readonly name: string
  readonly kinds: readonly OrganizationKind[]
  /** Line, city, state and ZIP code as one text, for looking at; absent when not known or not to be shown. */
  readonly address?: string
  readonly title?: string
  /** The organization is enrolled itself. */
  readonly enrollmentId?: string
}

export interface Interest {
  readonly owner: string
  readonly owned: string
  readonly role: InterestRole
  /** Of a hundred; undefined where nobody said. */
  readonly percent?: number
  readonly from?: Day
  readonly to?: Day
}

export interface OwnershipStructure {
  /** The enrolled organization, or the one that applies. */
  readonly root: string
  readonly parties: readonly OwnershipParty[]
  readonly interests: readonly Interest[]
}

/** The structure as it stands on a day: interests without a day count from ever. */
export const structureOn = (s: OwnershipStructure, on: Day): OwnershipStructure => {
  const interests = s.interests.filter((i) => (!i.from || i.from <= on) && (!i.to || i.to >= on))
  const named = new Set([s.root, ...interests.flatMap((i) => [i.owner, i.owned])])
  return { root: s.root, interests, parties: s.parties.filter((p) => named.has(p.id)) }
}

/** Interests that multiply down a chain. */
export const heldShares = (s: OwnershipStructure): readonly Interest[] =>
  s.interests.filter((i) => isHeldShare(i.role) && i.percent !== undefined)
