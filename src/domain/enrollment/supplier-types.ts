/**
 * Types of suppliers and providers as the rules on effective dates and screening tell them apart, with
 * the section that sets the effective date of each. Pure data.
 */
interface TypeFacts {
  /** Where the effective date of the type is decided. */
  readonly effectiveBy: string
}

const BY_FILING = '42 CFR 424.520(d)'
const BY_SURVEY = '42 CFR 424.520(a), 489.13'
const filing: TypeFacts = { effectiveBy: BY_FILING }
const survey: TypeFacts = { effectiveBy: BY_SURVEY }

export const supplierTypeFacts = {
  physician: filing,
  'non-physician-practitioner': filing,
  'physician-organization': filing,
  'non-physician-practitioner-organization': filing,
  'ambulance-supplier': filing,
  'opioid-treatment-program': filing,
  'part-b-hospital-department': filing,
  'clinical-laboratory': filing,
  'intensive-cardiac-rehabilitation': filing,
  'mammography-center': filing,
  'mass-immunizer-or-pharmacy': filing,
  'radiation-therapy-center': filing,
  'home-infusion-therapy': filing,
  'physical-therapist': filing,
  'occupational-therapist': filing,
  'speech-language-pathologist': filing,
  'dmepos-supplier': { effectiveBy: '42 CFR 424.57(b)' },
  idtf: { effectiveBy: '42 CFR 410.33(i)' },
  'mdpp-supplier': { effectiveBy: '42 CFR 424.205(f)' },
  'portable-x-ray': survey,
  'ambulatory-surgical-center': survey,
  'home-health-agency': survey,
  hospice: survey,
  hospital: survey,
  'skilled-nursing-facility': survey,
  'esrd-facility': survey,
  'federally-qualified-health-center': survey,
  'rural-health-clinic': survey,
  'community-mental-health-center': survey,
  'outpatient-rehabilitation-facility': survey,
  'organ-procurement-organization': survey,
  'histocompatibility-laboratory': survey,
  'religious-nonmedical-institution': survey,
} as const satisfies Record<string, TypeFacts>

export type SupplierType = keyof typeof supplierTypeFacts
export const supplierTypes = Object.keys(supplierTypeFacts) as readonly SupplierType[]
