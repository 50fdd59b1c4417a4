/**
 * Who owns an organization after a change and did not before, directly or through others, of whatever share: a report of
 * any new owner is screened like a first application of the type (42 CFR 424.518). Pure.
 */
import { nameKey } from '../party/name-key.ts'
import { effectiveOwners } from './effective-owners.ts'
import type { OwnershipParty, OwnershipStructure } from './party.ts'
import type { InterestRole } from './roles.ts'

/** A structure of a filing knows the numbers of its parties; the one of the record does not. */
type Party = OwnershipParty & { readonly taxId?: string }
type Structure = OwnershipStructure & { readonly parties: readonly Party[] }

/** Whoever is named as one of these owns something, also when nobody said how much. */
const owning: readonly InterestRole[] = [
  'direct-owner',
  'indirect-owner',
  'member',
  'general-partner',
  'limited-partner',
]

function ownersOf(s: Structure): readonly Party[] {
  const ids = new Set(
    effectiveOwners(s, 0)
      .owners.filter((o) => o.percent > 0)
      .map((o) => o.party.id),
  )
  for (const { owner, role, percent } of s.interests)
    if (percent === undefined ? owning.includes(role) : role === 'indirect-owner' && percent > 0) ids.add(owner)
  return s.parties.filter((p) => p.id !== s.root && ids.has(p.id))
}

/** The same by number where both have one, else by name and kind. */
const isSame = (a: Party, b: Party): boolean =>
  a.taxId && b.taxId ? a.taxId === b.taxId : a.kind === b.kind && nameKey(a.name) === nameKey(b.name)

/** Names of those who are new, in the order of the structure. */
export function newOwners(before: Structure, after: Structure): readonly string[] {
  const had = ownersOf(before)
  return ownersOf(after)
    .filter((p) => !had.some((h) => isSame(h, p)))
    .map((p) => p.name)
}
