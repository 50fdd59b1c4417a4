/**
 * Types of organizations that enroll by CMS-855B, CMS-855A and CMS-20134: the code of the public files and whose rule
 * sets the effective date. Pure data. Unconfirmed: the codes of home infusion, pharmacies, opioid treatment programs
 * and rural emergency hospitals, and that agencies and other suppliers are dated like physician organizations.
 */
import type { SupplierType } from './supplier-types.ts'

interface OrganizationType {
  /** After the family: "70" of "12-70". */
  readonly code: string
  readonly dated: SupplierType
}
const type = (code: string, dated: SupplierType): OrganizationType => ({ code, dated })

/** CMS-855B, section 2B; family 12. */
export const partBTypes = {
  ambulance: type('59', 'ambulance-supplier'),
  asc: type('49', 'ambulatory-surgical-center'),
  clinic: type('70', 'physician-organization'),
  'home-infusion': type('D6', 'home-infusion-therapy'),
  'hospital-department': type('Z1', 'part-b-hospital-department'),
  idtf: type('47', 'idtf'),
  laboratory: type('69', 'clinical-laboratory'),
  'indian-health': type('Z5', 'physician-organization'),
  'cardiac-rehab': type('31', 'intensive-cardiac-rehabilitation'),
  mammography: type('45', 'mammography-center'),
  'mass-immunizer': type('73', 'mass-immunizer-or-pharmacy'),
  'opioid-treatment': type('D5', 'opioid-treatment-program'),
  pharmacy: type('A5', 'mass-immunizer-or-pharmacy'),
  'therapy-group': type('65', 'physical-therapist'),
  'portable-xray': type('63', 'portable-x-ray'),
  'radiation-therapy': type('74', 'radiation-therapy-center'),
  'public-health': type('60', 'physician-organization'),
  'voluntary-agency': type('61', 'physician-organization'),
  other: type('87', 'physician-organization'),
} as const satisfies Record<string, OrganizationType>
export type PartBType = keyof typeof partBTypes

/** CMS-855A, section 2A; family 00. */
export const partATypes = {
  cmhc: type('01', 'community-mental-health-center'),
  corf: type('02', 'outpatient-rehabilitation-facility'),
  'critical-access': type('85', 'hospital'),
  esrd: type('03', 'esrd-facility'),
  fqhc: type('04', 'federally-qualified-health-center'),
  histocompatibility: type('05', 'histocompatibility-laboratory'),
  'home-health': type('06', 'home-health-agency'),
  hospice: type('08', 'hospice'),
  hospital: type('09', 'hospital'),
  'indian-health': type('10', 'hospital'),
  'opioid-treatment': type('D5', 'opioid-treatment-program'),
  'organ-procurement': type('13', 'organ-procurement-organization'),
  'rehabilitation-agency': type('14', 'outpatient-rehabilitation-facility'),
  'religious-nonmedical': type('00', 'religious-nonmedical-institution'),
  'rural-emergency': type('24', 'hospital'),
  'rural-health': type('17', 'rural-health-clinic'),
  'skilled-nursing': type('18', 'skilled-nursing-facility'),
  other: type('19', 'hospital'),
} as const satisfies Record<string, OrganizationType>
export type PartAType = keyof typeof partATypes

/** The type of an organization by how public files write its specialty: "00-06" is a home health agency. */
export function organizationTypeOf(
  specialty: string,
): { readonly name: string; readonly dated: SupplierType } | undefined {
  const [family, code] = specialty.split('-')
  const types: Readonly<Record<string, OrganizationType>> =
    family === '00' ? partATypes : family === '12' ? partBTypes : {}
  const found = Object.entries(types).find(([, t]) => t.code === code)
  return found && { name: found[0], dated: found[1].dated }
}

const names = <T extends object>(types: T) =>
  Object.keys(types) as unknown as readonly [keyof T & string, ...(keyof T & string)[]]
export const partBTypeNames = names(partBTypes)
export const partATypeNames = names(partATypes)
/** All but nursing facilities, whose owners and managers are on an attachment of their own (42 CFR 424.516(g)). */
export const withoutNursing = partATypeNames.filter((t) => t !== 'skilled-nursing')
