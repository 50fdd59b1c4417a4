/**
 * Interests and roles that sections 5 and 6 of the organization forms ask for, with the code under which the published
 * All-Owners files carry each (unconfirmed for mortgage, security and partnership interests). Pure data.
 * Authority: 42 CFR 420.201 to 420.206, 424.502, 424.516(g).
 */
export const ownershipRoleCodes = {
  'direct-owner': '34',
  'indirect-owner': '35',
  mortgage: '36',
  security: '37',
  'general-partner': '38',
  'limited-partner': '39',
  officer: '40',
  director: '41',
  'managing-employee': '42',
  'managing-control': '43',
  'contracted-managing-employee': '25',
} as const
export type OwnershipRole = keyof typeof ownershipRoleCodes

/** What an organization can be to the enrolled one. */
export const organizationRoles = [
  'direct-owner',
  'indirect-owner',
  'mortgage',
  'security',
  'general-partner',
  'limited-partner',
  'managing-control',
] as const satisfies readonly OwnershipRole[]

/** What a person can be to it. */
export const individualRoles = [
  'direct-owner',
  'indirect-owner',
  'mortgage',
  'security',
  'general-partner',
  'limited-partner',
  'officer',
  'director',
  'managing-employee',
  'contracted-managing-employee',
  'managing-control',
] as const satisfies readonly OwnershipRole[]

/** Roles that are a share held directly, so that a percentage belongs to them. */
export const heldDirectly = [
  'direct-owner',
  'mortgage',
  'security',
  'general-partner',
  'limited-partner',
] as const satisfies readonly OwnershipRole[]

/** Roles of whoever runs the organization day by day; each enrollment names at least one (42 CFR 424.502). */
export const runsDaily: readonly OwnershipRole[] = [
  'managing-employee',
  'contracted-managing-employee',
  'managing-control',
]

/** How the published files describe an owning or managing organization. */
export const organizationKinds = [
  'corporation',
  'llc',
  'medical-provider',
  'management-services',
  'medical-staffing',
  'holding-company',
  'investment-firm',
  'financial-institution',
  'consulting-firm',
  'for-profit',
  'non-profit',
  'private-equity',
  'reit',
  'chain-home-office',
  'created-to-acquire',
  'other',
] as const
