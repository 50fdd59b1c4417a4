/**
 * How closely an application is screened: limited, moderate or high. 42 CFR 424.518, by type, by what is
 * asked and by day. Only the limited list was seen in the regulation; what was not is graded. Pure.
 */
import { type Day, day } from '../../dates.ts'
import type { SupplierType } from '../../enrollment/supplier-types.ts'
import type { Evidence } from '../../evidence.ts'
import { dated } from '../../rule.ts'

export const screeningLevels = ['limited', 'moderate', 'high'] as const
export type ScreeningLevel = (typeof screeningLevels)[number]

export const screeningOccasions = [
  'initial',
  'revalidation',
  'change-of-ownership',
  'new-owner',
  'new-location',
] as const
/** Each is a reason to screen at all (424.518). */
export type ScreeningOccasion = (typeof screeningOccasions)[number]

interface LevelOf {
  /** Initial, and (for the types that are high at first) a change of ownership or a new owner. */
  readonly first: ScreeningLevel
  readonly later: ScreeningLevel
  readonly evidence: Evidence
}

const always = (level: ScreeningLevel, evidence: Evidence): LevelOf => ({ first: level, later: level, evidence })
const limited = always('limited', 'A')
const moderate = always('moderate', 'D')
const highAtFirst: LevelOf = { first: 'high', later: 'moderate', evidence: 'D' }

const sinceThe2011Rule: Readonly<Record<SupplierType, LevelOf>> = {
  physician: limited,
  'non-physician-practitioner': limited,
  'physician-organization': limited,
  'non-physician-practitioner-organization': limited,
  'ambulatory-surgical-center': limited,
  'esrd-facility': limited,
  'federally-qualified-health-center': limited,
  'histocompatibility-laboratory': limited,
  'home-infusion-therapy': limited,
  hospital: limited,
  'part-b-hospital-department': limited,
  'mammography-center': limited,
  'mass-immunizer-or-pharmacy': limited,
  'organ-procurement-organization': limited,
  'occupational-therapist': limited,
  'speech-language-pathologist': limited,
  'rural-health-clinic': always('limited', 'D'),
  'intensive-cardiac-rehabilitation': always('limited', 'none'),
  'radiation-therapy-center': always('limited', 'none'),
  'religious-nonmedical-institution': always('limited', 'none'),
  'skilled-nursing-facility': always('limited', 'D'),
  hospice: always('moderate', 'none'),
  'ambulance-supplier': moderate,
  'community-mental-health-center': moderate,
  'clinical-laboratory': moderate,
  idtf: moderate,
  'physical-therapist': moderate,
  'portable-x-ray': moderate,
  'outpatient-rehabilitation-facility': always('moderate', 'none'),
  'home-health-agency': highAtFirst,
  'dmepos-supplier': highAtFirst,
  'mdpp-supplier': { ...highAtFirst, evidence: 'none' },
  'opioid-treatment-program': { ...highAtFirst, evidence: 'none' },
}

/** Whole tables by day. The day of the first is the day the oldest rule we know of is taken to hold. */
export const levelsByType = dated<Readonly<Record<SupplierType, LevelOf>>>(
  '42 CFR 424.518',
  [day('2011-03-25'), sinceThe2011Rule],
  [day('2023-01-01'), { ...sinceThe2011Rule, 'skilled-nursing-facility': highAtFirst }],
  [day('2024-01-01'), { ...sinceThe2011Rule, 'skilled-nursing-facility': highAtFirst, hospice: highAtFirst }],
)

/** Is a change of ownership or a new owner of a type that is high at first screened like a first application? */
export const ownersAsAtFirst = dated<boolean>('42 CFR 424.518', [day('2011-03-25'), false], [day('2023-01-01'), true])

/** What raises any type to high; the paragraph was not seen. */
export const screeningElevationCite = '42 CFR 424.518(c)(3)'
export const elevations = [
  'payment-suspension',
  'oig-exclusion',
  'earlier-revocation',
  'medicaid-termination',
  'final-adverse-action',
  'after-moratorium',
] as const
export type Elevation = (typeof elevations)[number]

export interface ScreeningFacts {
  readonly supplierType: SupplierType
  readonly occasion: ScreeningOccasion
  readonly on: Day
  readonly elevations?: readonly Elevation[]
  /** An opioid treatment program certified by SAMHSA without a break since 2018-10-23 is moderate at first. */
  readonly certifiedSince2018?: boolean
}

export interface ScreeningDecision {
  readonly level: ScreeningLevel
  readonly cite: string
  readonly evidence: Evidence
  /** What raised it, when something did. */
  readonly raisedBy: readonly Elevation[]
  /** What the level adds to licenses and databases: 424.517 and 424.518(c). */
  readonly siteVisit: boolean
  readonly fingerprints: boolean
}

/** What an installation has set otherwise than the tables above, with whoever's citation. */
export interface LevelsSet {
  readonly type?: { readonly first: ScreeningLevel; readonly later: ScreeningLevel; readonly cite: string } | undefined
  /** What does not raise any type. */
  readonly quiet?: readonly Elevation[]
}

export function screeningLevel(facts: ScreeningFacts, set: LevelsSet = {}): ScreeningDecision {
  const raisedBy = (facts.elevations ?? []).filter((e) => !set.quiet?.includes(e))
  const of = set.type ? { ...set.type, evidence: 'none' as const } : levelsByType.on(facts.on)[facts.supplierType]
  const { own, evidence } = ownLevel(facts, of)
  const cite = set.type?.cite ?? levelsByType.cite
  const level = raisedBy.length > 0 ? 'high' : own
  return {
    level,
    cite: raisedBy.length > 0 && own !== 'high' ? screeningElevationCite : cite,
    evidence: raisedBy.length > 0 && own !== 'high' ? 'none' : evidence,
    raisedBy,
    siteVisit: level !== 'limited',
    fingerprints: level === 'high',
  }
}

/**
 * Of everything that an application is at once, what is screened most closely: a revalidation that reports a new owner is
 * screened as the report (42 CFR 424.518). Undefined for what is not screened by level.
 */
export const closestOccasion = (
  occasions: readonly ScreeningOccasion[],
  facts: Omit<ScreeningFacts, 'occasion'>,
  set: LevelsSet = {},
): ScreeningOccasion | undefined =>
  occasions.toSorted((a, b) => rank({ ...facts, occasion: b }, set) - rank({ ...facts, occasion: a }, set))[0]

const rank = (facts: ScreeningFacts, set: LevelsSet): number =>
  screeningLevels.indexOf(screeningLevel(facts, set).level)

/** The level of the type itself, before anything raises it. */
function ownLevel(facts: ScreeningFacts, of: LevelOf): { readonly own: ScreeningLevel; readonly evidence: Evidence } {
  const { occasion, supplierType, on } = facts
  const certified = supplierType === 'opioid-treatment-program' && facts.certifiedSince2018 === true
  const aboutOwners = occasion === 'change-of-ownership' || occasion === 'new-owner'
  const asLater = certified || occasion === 'revalidation' || (aboutOwners && !ownersAsAtFirst.on(on))
  if (asLater) return { own: of.later, evidence: of.evidence }
  // A new location is taken as a first application of that place; for types with two levels the text was not seen.
  const guessed = occasion === 'new-location' && of.first !== of.later
  return { own: of.first, evidence: guessed ? 'none' : of.evidence }
}
