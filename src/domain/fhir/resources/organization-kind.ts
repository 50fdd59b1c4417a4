/** What an organization's Medicare provider type is in the code systems of Plan-Net 1.1.0. Pure data. */
interface OrganizationKind {
  /** OrgTypeCS. */
  readonly type: readonly [code: string, display: string]
  /** HealthcareServiceCategoryCS. */
  readonly category: readonly [code: string, display: string]
  /** OrganizationAffiliationRoleCS. */
  readonly role: readonly [code: string, display: string]
}

const other = ['other', 'Other'] as const
const kind = (
  category: OrganizationKind['category'],
  role: OrganizationKind['role'],
  type: OrganizationKind['type'] = ['fac', 'Facility'],
): OrganizationKind => ({ type, category, role })

const group = kind(['group', 'Medical Group'], ['group', 'Medical Group'], ['prvgrp', 'Provider Group'])
const hospital = kind(['hosp', 'Hospital'], ['hospital', 'Hospital'])
const clinic = kind(['outpat', 'Clinic or Outpatient Facility'], ['outpatient', 'Clinic or Outpatient Facility'])
const equipment = kind(['dme', 'DME/Medical Supplies'], ['dme', 'DME/Medical Supplier'])

/** By provider type (domain/enrollment/organization-types.ts); family 30 is equipment, the rest a facility of another kind. */
const kinds: Readonly<Record<string, OrganizationKind>> = {
  '12-70': group,
  '12-65': group,
  '12-49': clinic,
  '12-59': kind(['trans', 'Transportation'], ['transport', 'Transporation Provider']),
  '12-69': kind(['lab', 'Laboratory'], ['laboratory', 'Laboratory']),
  '12-A5': kind(['pharm', 'Pharmacy'], ['pharmacy', 'Pharmacy']),
  '00-01': kind(['behav', 'Behavioral Health'], ['behavioral', 'Outpatient Behavioral Health Provider']),
  '00-02': clinic,
  '00-04': clinic,
  '00-06': kind(['home', 'Home Health'], ['home', 'Home Health Provider']),
  '00-08': kind(other, ['hospice', 'Hospice']),
  '00-09': hospital,
  '00-17': clinic,
  '00-18': kind(other, ['nurseCustodial', 'Nursing and Custodial Care Facility']),
  '00-24': hospital,
  '00-85': hospital,
}

export const kindOfOrganization = (specialty: string): OrganizationKind =>
  kinds[specialty] ?? (specialty.startsWith('30-') ? equipment : kind(other, other))
