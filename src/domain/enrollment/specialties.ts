/**
 * What a practitioner may enroll as: family 14 of the Medicare provider types. Pure data.
 * Codes and kinds as in the CMS provider type list (2026-04); codes that could be found only from
 * memory (E4 dental public health, E8 oral and maxillofacial surgery) are left out until confirmed.
 */
export type PractitionerKind = 'physician' | 'non-physician'

const physician = { kind: 'physician' } as const
const nonPhysician = { kind: 'non-physician' } as const

export const specialties = {
  '01': physician,
  '02': physician,
  '03': physician,
  '04': physician,
  '05': physician,
  '06': physician,
  '07': physician,
  '08': physician,
  '09': physician,
  '10': physician,
  '11': physician,
  '12': physician,
  '13': physician,
  '14': physician,
  '15': nonPhysician,
  '16': physician,
  '17': physician,
  '18': physician,
  '19': physician,
  '20': physician,
  '21': physician,
  '22': physician,
  '23': physician,
  '24': physician,
  '25': physician,
  '26': physician,
  '27': physician,
  '28': physician,
  '29': physician,
  '30': physician,
  '32': nonPhysician,
  '33': physician,
  '34': physician,
  '35': physician,
  '36': physician,
  '37': physician,
  '38': physician,
  '39': physician,
  '40': physician,
  '41': physician,
  '42': nonPhysician,
  '43': nonPhysician,
  '44': physician,
  '46': physician,
  '48': physician,
  '50': nonPhysician,
  '62': nonPhysician,
  '64': nonPhysician,
  '65': nonPhysician,
  '66': physician,
  '67': nonPhysician,
  '68': nonPhysician,
  '71': nonPhysician,
  '72': physician,
  // An individual roster biller; not a physician specialty.
  '73': nonPhysician,
  '76': physician,
  '77': physician,
  '78': physician,
  '79': physician,
  '80': nonPhysician,
  '81': physician,
  '82': physician,
  '83': physician,
  '84': physician,
  '85': physician,
  '86': physician,
  '88': nonPhysician,
  '89': nonPhysician,
  '90': physician,
  '91': physician,
  '92': physician,
  '93': physician,
  '94': physician,
  '97': nonPhysician,
  '98': physician,
  '99': physician,
  C0: physician,
  C3: physician,
  C5: physician,
  C6: physician,
  C7: physician,
  C8: physician,
  C9: physician,
  D3: physician,
  D4: physician,
  D7: physician,
  D8: physician,
  E1: nonPhysician,
  E2: nonPhysician,
  E3: physician,
  E5: physician,
  E6: physician,
  E7: physician,
  E9: physician,
  F1: physician,
  F2: physician,
  F3: physician,
  F4: physician,
  F5: physician,
  F6: physician,
} as const satisfies Record<string, { readonly kind: PractitionerKind }>

type Table = typeof specialties
export type SpecialtyCode = keyof Table
type CodeOf<K extends PractitionerKind> = {
  [C in SpecialtyCode]: Table[C]['kind'] extends K ? C : never
}[SpecialtyCode]
export type PhysicianSpecialty = CodeOf<'physician'>
export type NonPhysicianType = CodeOf<'non-physician'>

export const isSpecialtyCode = (s: string): s is SpecialtyCode => Object.hasOwn(specialties, s)

const isKind =
  <K extends PractitionerKind>(kind: K) =>
  (code: SpecialtyCode): code is CodeOf<K> & SpecialtyCode =>
    specialties[code].kind === kind

// Sorted, because JavaScript lists "10" before "01".
const codes = (Object.keys(specialties) as SpecialtyCode[]).sort()
export const specialtyCodes: readonly SpecialtyCode[] = codes
/** The codes a physician may choose, in order of code. */
export const physicianSpecialties: readonly PhysicianSpecialty[] = codes.filter(isKind('physician'))
/** The types of non-physician practitioner, in order of code. */
export const nonPhysicianTypes: readonly NonPhysicianType[] = codes.filter(isKind('non-physician'))
