/**
 * Which papers the application of an organization needs, from a few facts about it. Pure and word-free.
 * Unconfirmed: which of them a contractor asks of its own accord.
 */
import type { DocumentReason, DocumentSlot, RequiredDocument } from './document-requirements.ts'

export interface OrganizationFacts {
  readonly licensed: boolean
  readonly certified: boolean
  readonly accredited: boolean
  readonly nonProfit: boolean
  readonly government: boolean
  readonly bankAccount: boolean
  readonly adverseAction: boolean
  readonly participates: boolean
  readonly ownedByOthers: boolean
  readonly nursingFacility: boolean
  /** By a change of ownership, an acquisition or a consolidation. */
  readonly takesOver: boolean
  readonly diagnosticTesting: boolean
  readonly airAmbulance: boolean
  readonly paramedicIntercept: boolean
  readonly treatsOpioidUse: boolean
  readonly preventsDiabetes: boolean
  readonly newHomeHealthAgency: boolean
  readonly rentsTherapySpace: boolean
}

const BASE = '42 CFR 424.510(d)(2)'
type Rule = readonly [
  when: keyof OrganizationFacts | 'always',
  slot: DocumentSlot,
  needed: RequiredDocument['needed'],
  because: DocumentReason,
  cite: string,
]
/** In the order in which they are asked. */
const rules: readonly Rule[] = [
  ['licensed', 'license', 'when asked', 'licensed-organization', BASE],
  ['certified', 'certification', 'when asked', 'certification-held', BASE],
  ['accredited', 'accreditation', 'always', 'accreditation-held', BASE],
  ['always', 'irs-letter', 'always', 'paid-by-ein', BASE],
  ['nonProfit', 'non-profit-letter', 'always', 'entity-is-non-profit', BASE],
  ['government', 'government-letter', 'always', 'part-of-government', BASE],
  ['bankAccount', 'bank-proof', 'always', 'bank-account-given', '42 CFR 424.510(e)'],
  ['nursingFacility', 'ownership-chart', 'always', 'facility-disclosed', '42 CFR 424.516(g)'],
  ['ownedByOthers', 'ownership-chart', 'always', 'owners-disclosed', '42 CFR 420.206'],
  ['takesOver', 'sale-agreement', 'always', 'ownership-changes', '42 CFR 489.18'],
  ['diagnosticTesting', 'liability-insurance', 'always', 'diagnostic-insurance', '42 CFR 410.33(g)(6)'],
  ['airAmbulance', 'air-certificate', 'always', 'air-ambulance', '42 CFR 410.41'],
  ['paramedicIntercept', 'intercept-contract', 'when asked', 'intercept-agreed', '42 CFR 410.40'],
  ['treatsOpioidUse', 'opioid-certificate', 'always', 'treats-opioid-use', '42 CFR 424.67'],
  ['preventsDiabetes', 'program-recognition', 'always', 'prevents-diabetes', '42 CFR 424.205'],
  ['newHomeHealthAgency', 'reserve-proof', 'always', 'home-health-reserve', '42 CFR 489.28'],
  ['rentsTherapySpace', 'office-lease', 'always', 'space-rented', '42 CFR 410.60'],
  ['adverseAction', 'adverse-action', 'always', 'adverse-action-reported', BASE],
  ['participates', 'participation-agreement', 'when asked', 'participation-chosen', '42 U.S.C. 1395u(h)'],
  ['always', 'other', 'optional', 'anything-else', BASE],
]

/** The papers that these facts call for, each slot once; the last slot is always open. */
export function organizationDocuments(f: OrganizationFacts): readonly RequiredDocument[] {
  const asked = rules.filter(([when]) => when === 'always' || f[when])
  const first = asked.filter(([, slot], i) => asked.findIndex((r) => r[1] === slot) === i)
  return first.map(([, slot, needed, because, cite]) => ({ slot, needed, because, cite }))
}
