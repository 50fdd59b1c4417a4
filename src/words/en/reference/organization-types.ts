/** Names of the types of organizations that enroll. */
import { type DmeposType, dmeposTypes } from '#domain/enrollment/dmepos.ts'
import { type PartAType, type PartBType, partATypes, partBTypes } from '#domain/enrollment/organization-types.ts'
import { dmeposTypeWords } from './dmepos-types.ts'

export const partBTypeWords: Readonly<Record<PartBType, string>> = {
  ambulance: 'Ambulance service supplier',
  asc: 'Ambulatory surgical center',
  clinic: 'Clinic or group practice',
  'home-infusion': 'Home infusion therapy supplier',
  'hospital-department': 'Hospital department',
  idtf: 'Independent diagnostic testing facility',
  laboratory: 'Independent clinical laboratory',
  'indian-health': 'Indian Health Service facility',
  'cardiac-rehab': 'Intensive cardiac rehabilitation',
  mammography: 'Mammography center',
  'mass-immunizer': 'Mass immunization, roster biller only',
  'opioid-treatment': 'Opioid treatment program',
  pharmacy: 'Pharmacy',
  'therapy-group': 'Physical or occupational therapy group',
  'portable-xray': 'Portable X-ray supplier',
  'radiation-therapy': 'Radiation therapy center',
  'public-health': 'Public health or welfare agency',
  'voluntary-agency': 'Voluntary health or charitable agency',
  other: 'Another kind of supplier',
}

export const partATypeWords: Readonly<Record<PartAType, string>> = {
  cmhc: 'Community mental health center',
  corf: 'Comprehensive outpatient rehabilitation facility',
  'critical-access': 'Critical access hospital',
  esrd: 'End-stage renal disease facility',
  fqhc: 'Federally qualified health center',
  histocompatibility: 'Histocompatibility laboratory',
  'home-health': 'Home health agency',
  hospice: 'Hospice',
  hospital: 'Hospital',
  'indian-health': 'Indian Health Service facility',
  'opioid-treatment': 'Opioid treatment program',
  'organ-procurement': 'Organ procurement organization',
  'rehabilitation-agency': 'Outpatient physical, occupational or speech therapy',
  'religious-nonmedical': 'Religious non-medical health care institution',
  'rural-emergency': 'Rural emergency hospital',
  'rural-health': 'Rural health clinic',
  'skilled-nursing': 'Skilled nursing facility',
  other: 'Another kind of provider',
}

/** By provider type as the record has it: "12-70". */
export const organizationTypeWords: Readonly<Record<string, string>> = Object.fromEntries([
  ...Object.entries(partBTypes).map(([name, t]) => [`12-${t.code}`, partBTypeWords[name as PartBType]]),
  ...Object.entries(partATypes).map(([name, t]) => [`00-${t.code}`, partATypeWords[name as PartAType]]),
  ...Object.entries(dmeposTypes).map(([name, code]) => [`30-${code}`, dmeposTypeWords[name as DmeposType]]),
  ['53-D1', 'Diabetes prevention program'],
])
