/**
 * Which papers an application needs, from a few facts about it. Pure and word-free: the words of slots and
 * reasons are in src/words/en/documents.ts. Papers are due 30 days after submission (42 CFR 424.525(a)(2)).
 * Unconfirmed: which papers a contractor asks of its own accord, and the paragraphs cited of part 410 and 424.510.
 */
import type { NonPhysicianType } from '../enrollment/specialties.ts'

export const documentSlots = [
  'license',
  'temporary-license',
  'certification',
  'dea',
  'diploma',
  'national-certification',
  'irs-letter',
  'non-profit-letter',
  'bank-proof',
  'adverse-action',
  'participation-agreement',
  'residency-letter',
  'accreditation',
  'liability-insurance',
  'surety-bond',
  'ownership-chart',
  'sale-agreement',
  'air-certificate',
  'intercept-contract',
  'opioid-certificate',
  'program-recognition',
  'reserve-proof',
  'office-lease',
  'government-letter',
  'fee-hardship',
  'other',
] as const
export type DocumentSlot = (typeof documentSlots)[number]

export const documentReasons = [
  'license-checked-with-board',
  'license-is-temporary',
  'certification-held',
  'dea-held',
  'type-needs-degree',
  'type-needs-certification',
  'paid-under-ein',
  'entity-is-non-profit',
  'bank-account-given',
  'adverse-action-reported',
  'participation-chosen',
  'in-training',
  'accreditation-given',
  'insurance-needed',
  'bond-needed',
  'licensed-organization',
  'paid-by-ein',
  'accreditation-held',
  'owners-disclosed',
  'facility-disclosed',
  'ownership-changes',
  'diagnostic-insurance',
  'air-ambulance',
  'intercept-agreed',
  'treats-opioid-use',
  'prevents-diabetes',
  'home-health-reserve',
  'space-rented',
  'part-of-government',
  'anything-else',
] as const
export type DocumentReason = (typeof documentReasons)[number]

export interface DocumentFacts {
  readonly licensed: boolean
  readonly temporaryLicense: boolean
  readonly certified: boolean
  readonly dea: boolean
  readonly nonPhysicianType?: NonPhysicianType
  /** Paid under an EIN, as a sole proprietor or through a company of one's own. */
  readonly paidUnderEin: boolean
  readonly nonProfit: boolean
  readonly adverseAction: boolean
  readonly bankAccount: boolean
  readonly participates: boolean
  readonly inTraining: boolean
}

export interface RequiredDocument {
  readonly slot: DocumentSlot
  /** 'when asked': only if the contractor cannot check it another way. */
  readonly needed: 'always' | 'when asked' | 'optional'
  readonly because: DocumentReason
  readonly cite: string
}

// Types whose rule in 42 CFR part 410 names a degree, and those whose rule names a national certification.
const degreeRule: Partial<Record<NonPhysicianType, string>> = {
  '32': '42 CFR 410.69(b)',
  '42': '42 CFR 410.77(a)',
  '43': '42 CFR 410.69(b)',
  '50': '42 CFR 410.75(b)',
  '68': '42 CFR 410.71(d)',
  '71': '42 CFR 410.134',
  '80': '42 CFR 410.73(a)',
  '89': '42 CFR 410.76(b)',
  '97': '42 CFR 410.74(c)',
  E1: '42 CFR 410.53(a)',
  E2: '42 CFR 410.54(a)',
}
const nationallyCertified: readonly NonPhysicianType[] = ['32', '42', '43', '50', '89', '97']

/** The papers that these facts call for, in the order in which they are asked; the last slot is always open. */
export function requiredDocuments(f: DocumentFacts): readonly RequiredDocument[] {
  const rule = f.nonPhysicianType && degreeRule[f.nonPhysicianType]
  const certified = f.nonPhysicianType !== undefined && nationallyCertified.includes(f.nonPhysicianType)
  const when = (holds: boolean, d: RequiredDocument): readonly RequiredDocument[] => (holds ? [d] : [])
  const base = '42 CFR 424.510(d)(2)'
  return [
    ...when(f.licensed, { slot: 'license', needed: 'when asked', because: 'license-checked-with-board', cite: base }),
    ...when(f.temporaryLicense, {
      slot: 'temporary-license',
      needed: 'always',
      because: 'license-is-temporary',
      cite: base,
    }),
    ...when(f.certified, { slot: 'certification', needed: 'when asked', because: 'certification-held', cite: base }),
    ...when(f.dea, { slot: 'dea', needed: 'when asked', because: 'dea-held', cite: base }),
    ...when(rule !== undefined, {
      slot: 'diploma',
      needed: 'always',
      because: 'type-needs-degree',
      cite: rule ?? base,
    }),
    ...when(certified, {
      slot: 'national-certification',
      needed: 'always',
      because: 'type-needs-certification',
      cite: rule ?? base,
    }),
    ...when(f.paidUnderEin, { slot: 'irs-letter', needed: 'always', because: 'paid-under-ein', cite: base }),
    ...when(f.nonProfit, { slot: 'non-profit-letter', needed: 'always', because: 'entity-is-non-profit', cite: base }),
    ...when(f.bankAccount, {
      slot: 'bank-proof',
      needed: 'always',
      because: 'bank-account-given',
      cite: '42 CFR 424.510(e)',
    }),
    ...when(f.adverseAction, {
      slot: 'adverse-action',
      needed: 'always',
      because: 'adverse-action-reported',
      cite: base,
    }),
    ...when(f.participates, {
      slot: 'participation-agreement',
      needed: 'when asked',
      because: 'participation-chosen',
      cite: '42 U.S.C. 1395u(h)',
    }),
    ...when(f.inTraining, {
      slot: 'residency-letter',
      needed: 'when asked',
      because: 'in-training',
      cite: '42 CFR 415.208',
    }),
    { slot: 'other', needed: 'optional', because: 'anything-else', cite: base },
  ]
}
