/**
 * What an organization's own sign-in says of a person, and the staff roles that follow from it here. Pure.
 * OpenID Connect Core 1.0: 2 (acr, amr, auth_time), 5.7 (a person is issuer and subject, never an address).
 */
import type { Membership, Role } from './policy.ts'

/** Roles that a provider may give. Nobody becomes a provider's official this way. */
export const providedRoles = [
  'mac-analyst',
  'mac-supervisor',
  'help-desk',
  'auditor',
  'admin',
  'operator',
] as const satisfies readonly Role[]
export type ProvidedRole = (typeof providedRoles)[number]

/** One line of the mapping: who is in the group has the role; desk roles are of one contractor. */
export interface RoleOfGroup {
  readonly group: string
  readonly role: ProvidedRole
  /** The contractor's id, or "site" for roles of the whole installation. */
  readonly party: string
}

/** A signed and checked statement of the provider. */
export interface ProviderStatement {
  readonly issuer: string
  readonly subject: string
  readonly name: string
  readonly groups: readonly string[]
  readonly acr: string | undefined
  readonly amr: readonly string[]
  readonly authAt: Date
}

export interface ProviderDemand {
  /** One of these classes; none: any. A provider that does not say its class is refused. */
  readonly acr: readonly string[]
  /** One of these ways must have been used; none: any. */
  readonly amr: readonly string[]
}

/** Whether the person proved who they are well enough. A statement that says nothing says no. */
export const isProvenEnough = (s: Pick<ProviderStatement, 'acr' | 'amr'>, demand: ProviderDemand): boolean =>
  (demand.acr.length === 0 || (s.acr !== undefined && demand.acr.includes(s.acr))) &&
  (demand.amr.length === 0 || demand.amr.some((way) => s.amr.includes(way)))

/** The memberships that the groups give, each once. Unknown groups give nothing. */
export function membershipsFrom(groups: readonly string[], mapping: readonly RoleOfGroup[]): readonly Membership[] {
  const held = mapping.filter((m) => groups.includes(m.group))
  return held
    .filter((m, i) => held.findIndex((o) => o.role === m.role && o.party === m.party) === i)
    .map(({ role, party }) => ({ role, partyId: party }))
}
