/**
 * Who may enroll only to order, refer and certify, and who may opt out. Pure data.
 * 42 CFR 424.507 and 405.400; the lists of types are unconfirmed in detail and stay reference data here.
 */
import {
  type NonPhysicianType,
  nonPhysicianTypes,
  type PhysicianSpecialty,
  physicianSpecialties,
} from './specialties.ts'

const CHIROPRACTIC: PhysicianSpecialty = '35'

/** Chiropractors are physicians who may not order (42 CFR 410.21(b)). */
export const orderingSpecialties: readonly PhysicianSpecialty[] = physicianSpecialties.filter((c) => c !== CHIROPRACTIC)

/** Nurse midwives, nurse practitioners, clinical psychologists, social workers, nurse specialists, assistants. */
export const orderingTypes: readonly NonPhysicianType[] = (['42', '50', '68', '80', '89', '97'] as const).filter((c) =>
  nonPhysicianTypes.includes(c),
)

/** A chiropractor is no physician for private contracts (42 CFR 405.400). */
export const optOutSpecialties: readonly PhysicianSpecialty[] = orderingSpecialties

/** Of the practitioners of 42 CFR 405.400; therapists, speech pathologists and audiologists are not among them. */
export const optOutTypes: readonly NonPhysicianType[] = (
  ['32', '42', '43', '50', '62', '68', '71', '80', '89', '97', 'E1', 'E2'] as const
).filter((c) => nonPhysicianTypes.includes(c))

/** Why somebody needs no right to bill (CMS-855O, section 1B; the wording of the groups is unconfirmed). */
export const orderOnlyReasons = [
  'veterans-affairs',
  'defense',
  'public-health-service',
  'indian-health',
  'health-center',
  'in-training',
  'dentist',
  'pediatrician',
  'retired',
  'other',
] as const
export type OrderOnlyReason = (typeof orderOnlyReasons)[number]
