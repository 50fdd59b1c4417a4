/**
 * What suppliers of medical equipment (DMEPOS) are and must meet: types, products, the standards of
 * 42 CFR 424.57(c), and the least insurance and bond. Pure data. The heads of most standards are known only from
 * memory, and so are the exemptions of 424.57(d)(15): unconfirmed, and kept here as reference data.
 */
import { day } from '../dates.ts'
import { dated } from '../rule.ts'

/** Code of family 30 in the public files, for each type (as in CMS's provider type list). */
export const dmeposTypes = {
  'ambulatory-surgical-center': '49',
  'department-store': 'A7',
  'grocery-store': 'A8',
  'home-health-agency': 'A4',
  hospital: 'A0',
  'indian-health-facility': 'A9',
  'intermediate-care-facility': 'A2',
  'medical-supply': '54',
  'medical-supply-orthotics': '51',
  'medical-supply-pedorthics': 'B3',
  'medical-supply-prosthetics': '52',
  'medical-supply-prosthetics-orthotics': '53',
  'medical-supply-pharmacist': '58',
  'medical-supply-respiratory-therapist': 'A6',
  'nursing-facility': 'A1',
  'occupational-therapist': '67',
  ocularist: 'B5',
  optician: '96',
  'orthotics-personnel': '55',
  oxygen: 'B1',
  'pedorthic-personnel': 'B2',
  pharmacy: 'A5',
  'physical-therapist': '65',
  'prosthetics-personnel': '56',
  'prosthetics-orthotics-personnel': '57',
  'rehabilitation-agency': 'B4',
  'skilled-nursing-facility': 'A3',
  'sleep-laboratory': 'C0',
  other: '87',
} as const
export type DmeposType = keyof typeof dmeposTypes
export const dmeposTypeNames = Object.keys(dmeposTypes) as readonly DmeposType[]

export const dmeposProducts = [
  'beds',
  'commodes-canes-crutches',
  'diabetic-supplies',
  'enteral-nutrition',
  'eyeglasses',
  'infusion-pumps',
  'nebulizers',
  'orthotics',
  'ostomy-supplies',
  'oxygen-equipment',
  'patient-lifts',
  'power-wheelchairs',
  'prosthetics',
  'respiratory-devices',
  'surgical-dressings',
  'therapeutic-shoes',
  'urological-supplies',
  'walkers',
  'manual-wheelchairs',
  'other',
] as const
export type DmeposProduct = (typeof dmeposProducts)[number]

/** The paragraphs of 42 CFR 424.57(c), in order: the first is (c)(1). */
export const dmeposStandards = [
  'laws',
  'true-application',
  'signer',
  'inventory',
  'rent-or-buy',
  'warranties',
  'place',
  'inspections',
  'phone',
  'insurance',
  'no-cold-calls',
  'delivery',
  'questions',
  'repairs',
  'returns',
  'standards-given',
  'owners-named',
  'number-not-sold',
  'complaint-rules',
  'complaint-records',
  'facts-to-cms',
  'accredited',
  'accreditor-told',
  'each-place-accredited',
  'all-products-named',
  'bond',
  'oxygen-licensed',
  'orders-kept',
  'place-not-shared',
  'open-hours',
] as const
export type DmeposStandard = (typeof dmeposStandards)[number]

/** Cents, for each incident (42 CFR 424.57(c)(10)). */
export const leastInsurance = dated<number>('42 CFR 424.57(c)(10)', [day('2001-01-01'), 300_000_00])
/** Cents, for each NPI; more after an adverse legal action (42 CFR 424.57(d)(3)). */
export const leastBond = dated<number>('42 CFR 424.57(d)', [day('2009-10-02'), 50_000_00])
/** Hours a week that the place is open (42 CFR 424.57(c)(30)). */
export const leastHours = 30
/** Square feet of the place (42 CFR 424.57(c)(7)). */
export const leastSquareFeet = 200
