/**
 * Who is compared when a list is screened, and what may come out of comparing each field. A level is a fact that a
 * reviewer can check with the eye ("one letter differs"); what it is worth stands in weights.ts. Pure, no words.
 */
import type { Day } from '../dates.ts'

/** One name of a person or of an organization, with whatever else is known. Absent fields give and take nothing. */
export interface MatchParty {
  readonly last?: string
  readonly first?: string
  readonly middle?: string
  readonly suffix?: string
  readonly organization?: string
  readonly npi?: string
  /** A social security or employer number, as digits or as its keyed digest; both sides alike. */
  readonly taxId?: string
  readonly bornOn?: Day
  readonly line1?: string
  readonly city?: string
  readonly state?: string
  readonly zip?: string
}

/** Fields in the order in which they are explained. */
export const matchFields = [
  'npi',
  'taxId',
  'last',
  'first',
  'middle',
  'suffix',
  'order',
  'organization',
  'bornOn',
  'place',
] as const
export type MatchField = (typeof matchFields)[number]

export const matchLevels = {
  npi: ['equal', 'differs'],
  taxId: ['equal', 'differs'],
  last: ['equal', 'part', 'one-letter', 'close', 'sound', 'differs'],
  first: ['equal', 'nickname', 'one-letter', 'close', 'initial', 'sound', 'differs'],
  middle: ['equal', 'initial', 'differs'],
  suffix: ['equal', 'differs'],
  order: ['swapped'],
  organization: ['equal', 'order', 'nearly', 'part', 'differs'],
  bornOn: ['equal', 'swapped', 'one-digit', 'same-month', 'differs'],
  place: ['street', 'zip', 'city', 'state', 'differs'],
} as const satisfies Record<MatchField, readonly string[]>

/** "last:one-letter", "bornOn:equal": one level of one field. */
export type MatchCode = { [F in MatchField]: `${F}:${(typeof matchLevels)[F][number]}` }[MatchField]
export const matchCodes = matchFields.flatMap((f) => matchLevels[f].map((l) => `${f}:${l}`)) as readonly MatchCode[]

/** Match and Possible want a person's word; what stays under both is not the same. */
export type MatchBand = 'match' | 'possible' | 'different'

/** What one field said and how many bits it gave or took. */
export interface FieldFinding {
  readonly code: MatchCode
  readonly bits: number
}
