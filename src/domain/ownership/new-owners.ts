/**
 * Who owns an organization after a change and did not before. An owner has five percent or more, directly or through
 * others, or any partnership interest (42 CFR 424.502); a report of a new one is screened like a first application of the
 * type (42 CFR 424.518). Pure.
 */
import { nameKey } from '../party/name-key.ts'
import { DISCLOSED_PERCENT, effectiveOwners } from './effective-owners.ts'
import type { OwnershipParty, OwnershipStructure } from './party.ts'
import type { InterestRole } from './roles.ts'

/** A structure of a filing knows the numbers of its parties; the one of the record does not. */
type Party = OwnershipParty & { readonly taxId?: string }
type Structure = OwnershipStructure & { readonly parties: readonly Party[] }

const partners: readonly InterestRole[] = ['general-partner', 'limited-partner']
/** Of these a share that nobody said is taken as one that has to be disclosed: others are not asked for. */
const owning: readonly InterestRole[] = ['direct-owner', 'indirect-owner', 'member']

function ownersOf(s: Structure): readonly Party[] {
  const ids = new Set(effectiveOwners(s).owners.map((o) => o.party.id))
  for (const { owner, role, percent } of s.interests) {
    const disclosed = percent === undefined || percent >= DISCLOSED_PERCENT
    if (partners.includes(role) || (owning.includes(role) && percent === undefined)) ids.add(owner)
    if (role === 'indirect-owner' && disclosed) ids.add(owner)
  }
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
