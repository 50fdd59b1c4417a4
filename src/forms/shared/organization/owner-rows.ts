/** Where a form asks for the owner of a row of the All-Owners files, and what somebody would type there. Pure. */

import { individualRoles, organizationRoles } from '#domain/enrollment/ownership-roles.ts'
import type { OwnerRow } from '#domain/ownership/all-owners.ts'
import type { InterestRole } from '#domain/ownership/roles.ts'

export interface OwnerTarget {
  readonly section: string
  /** As the form calls it. */
  readonly role: string
}

type Names = Readonly<Partial<Record<InterestRole, string>>>
const same = (roles: readonly InterestRole[]): Names => Object.fromEntries(roles.map((r) => [r, r]))

const facilityOwners: Names = {
  'direct-owner': 'owner',
  'indirect-owner': 'indirect-owner',
  'general-partner': 'partner',
  'limited-partner': 'partner',
  member: 'member',
  mortgage: 'mortgage',
  'managing-control': 'managing-control',
}
const facilityPeople: Names = {
  'direct-owner': 'owner',
  'general-partner': 'partner',
  'limited-partner': 'partner',
  member: 'member',
  officer: 'officer',
  director: 'director',
  trustee: 'trustee',
  'governing-body': 'governing-body',
  'medical-director': 'medical-director',
  'managing-employee': 'managing-employee',
  'contracted-managing-employee': 'managing-employee',
  'managing-control': 'managing-employee',
}
const supplierOrganizations: Names = {
  'direct-owner': 'direct-owner',
  'indirect-owner': 'indirect-owner',
  'general-partner': 'partner',
  'limited-partner': 'partner',
  mortgage: 'lender',
  security: 'lender',
  'managing-control': 'manager',
}
const supplierPeople: Names = {
  'direct-owner': 'direct-owner',
  'indirect-owner': 'indirect-owner',
  'general-partner': 'partner',
  'limited-partner': 'partner',
  officer: 'officer',
  director: 'director',
  'managing-employee': 'managing-employee',
  'contracted-managing-employee': 'contracted-manager',
}

/** Undefined when the form does not ask for such a role of such a party, or the role is not known. */
export function ownerTarget(form: string, { kind, role }: OwnerRow, nursingFacility: boolean): OwnerTarget | undefined {
  const organization = kind === 'organization'
  const [section, names]: readonly [string, Names] = nursingFacility
    ? organization
      ? ['facility-owners', facilityOwners]
      : ['facility-people', facilityPeople]
    : form === 'CMS-855S'
      ? organization
        ? ['owning-organizations', supplierOrganizations]
        : ['owning-individuals', supplierPeople]
      : organization
        ? ['owner-organizations', same(organizationRoles)]
        : ['individuals', same(individualRoles)]
  const named = role && names[role]
  return named ? { section, role: named } : undefined
}

/** The answers of one more row of a party, added to those of the rows before it. */
export function typedOwner(
  row: OwnerRow,
  role: string,
  before: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const percent = row.percent === undefined ? '' : String(row.percent)
  const indirect = row.role === 'indirect-owner'
  const said: Record<string, string> = {
    legalName: row.name,
    doingBusinessAs: row.doingBusinessAs,
    first: row.first,
    middle: row.middle,
    last: row.last,
    title: row.title,
    line1: row.address.line1,
    line2: row.address.line2,
    city: row.address.city,
    state: row.address.state,
    zip: row.address.zip,
    kinds: row.kinds.join(','),
    since: row.since ?? '',
    // The nursing home's and the supplier's forms ask for one share, the others for two.
    [indirect ? 'indirectPercent' : 'percent']: percent,
    ...(indirect ? { percent: before.percent ?? percent } : {}),
    share: percent,
  }
  const roles = [...new Set([...(before.roles ?? '').split(',').filter(Boolean), role])].join(',')
  const kept = Object.fromEntries(Object.entries(before).filter(([, v]) => v !== ''))
  return { ...said, ...kept, ...(indirect && percent !== '' && { indirectPercent: percent }), roles }
}
