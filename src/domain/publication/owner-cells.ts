/**
 * Owners of our record in the words of the published All-Owners files: the code and the text of a role. Pure data.
 * Codes that are not in the published files are left empty; the texts are read back by domain/ownership/roles.ts.
 */
import { ownershipRoleCodes } from '../enrollment/ownership-roles.ts'
import type { InterestRole } from '../ownership/roles.ts'

/** Provider types of the facilities for which CMS publishes owners (as in queries/ownership/public-owners.ts). */
export const facilityTypes = {
  snf: ['00-18'],
  hospital: ['00-09', '00-85'],
  hha: ['00-06'],
  hospice: ['00-08'],
  rhc: ['00-17'],
  fqhc: ['00-04'],
} as const
export type OwnersFacility = keyof typeof facilityTypes

export const publishedRoleTexts: Readonly<Record<InterestRole, string>> = {
  'direct-owner': '5% OR GREATER DIRECT OWNERSHIP INTEREST',
  'indirect-owner': '5% OR GREATER INDIRECT OWNERSHIP INTEREST',
  mortgage: '5% OR GREATER MORTGAGE INTEREST',
  security: '5% OR GREATER SECURITY INTEREST',
  'general-partner': 'GENERAL PARTNERSHIP INTEREST',
  'limited-partner': 'LIMITED PARTNERSHIP INTEREST',
  officer: 'CORPORATE OFFICER',
  director: 'CORPORATE DIRECTOR',
  'managing-employee': 'W-2 MANAGING EMPLOYEE',
  'contracted-managing-employee': 'CONTRACTED MANAGING EMPLOYEE',
  'managing-control': 'OPERATIONAL/MANAGERIAL CONTROL',
  member: 'MEMBER OF LLC',
  'governing-body': 'GOVERNING BODY',
  trustee: 'TRUSTEE',
  'medical-director': 'MEDICAL DIRECTOR',
  'disclosable-party': 'ADP OF THE SNF',
  'chain-home-office': 'CHAIN HOME OFFICE',
  other: 'OTHER',
}

export const publishedRoleCode = (role: InterestRole): string =>
  (ownershipRoleCodes as Readonly<Partial<Record<string, string>>>)[role] ?? ''
