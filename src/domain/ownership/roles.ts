/**
 * Every way in which a person or an organization can have to do with an enrolled organization, with the code and the
 * text of the published All-Owners files. Codes of 38, 39 and 72 unconfirmed; texts win over codes. Pure data.
 * Authority: 42 CFR 420.201 to 420.206, 424.502, 424.516(g), 421.404.
 */
import { type OwnershipRole, ownershipRoleCodes } from '../enrollment/ownership-roles.ts'

export const interestRoles = [
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
  'member',
  'governing-body',
  'trustee',
  'medical-director',
  'disclosable-party',
  'chain-home-office',
  'other',
] as const
export type InterestRole = (typeof interestRoles)[number]
export const isInterestRole = (text: string): text is InterestRole =>
  (interestRoles as readonly string[]).includes(text)

/** Shares that are held directly and multiply down a chain. Loans give no ownership; an indirect share is a sum. */
const held: readonly InterestRole[] = ['direct-owner', 'general-partner', 'limited-partner', 'member']
export const isHeldShare = (role: InterestRole): boolean => held.includes(role)

/** Roles of the published files that control, without owning. */
const controlling: readonly InterestRole[] = [
  'officer',
  'director',
  'managing-employee',
  'contracted-managing-employee',
  'managing-control',
  'governing-body',
  'trustee',
  'medical-director',
  'disclosable-party',
  'chain-home-office',
]
export const isControl = (role: InterestRole): boolean => controlling.includes(role)

const codes: Readonly<Record<string, InterestRole>> = {
  ...Object.fromEntries(Object.entries(ownershipRoleCodes).map(([role, code]) => [code, role as OwnershipRole])),
  // Older rows of the files.
  '01': 'direct-owner',
  '03': 'general-partner',
  '44': 'other',
  '72': 'managing-control',
}

/** Words of the role texts, the first that is found decides. */
const texts: readonly (readonly [RegExp, InterestRole])[] = [
  [/additional disclosable|\bADP\b/i, 'disclosable-party'],
  [/indirect ownership/i, 'indirect-owner'],
  [/direct ownership/i, 'direct-owner'],
  [/mortgage/i, 'mortgage'],
  [/security interest/i, 'security'],
  [/general partner/i, 'general-partner'],
  [/limited partner/i, 'limited-partner'],
  [/contracted managing/i, 'contracted-managing-employee'],
  [/managing employee/i, 'managing-employee'],
  [/governing body/i, 'governing-body'],
  [/trustee/i, 'trustee'],
  [/officer/i, 'officer'],
  [/director/i, 'director'],
  [/managerial control|operational/i, 'managing-control'],
  [/ownership/i, 'direct-owner'],
  [/partner/i, 'general-partner'],
]

/** The role of a published row: by its text, else by its code; undefined for one that is not known. */
export const publishedRole = (code: string, text: string): InterestRole | undefined =>
  texts.find(([words]) => words.test(text))?.[1] ?? codes[code.trim().padStart(2, '0')]
