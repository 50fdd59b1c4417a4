/**
 * Where providers stand in an 837 and what is asked of each: loops of 837P, 837I and 837D by the qualifier of
 * their NM1. Sources: ASC X12N TR3 005010X222A1, X223A2, X224A2 (004010X096-098 where they differ). Pure.
 */
import type { ClaimRole } from '../eligibility/question.ts'

export const claimKinds = ['professional', 'institutional', 'dental'] as const
export type ClaimKind = (typeof claimKinds)[number]

/** The part a provider plays on a claim, as 837 tells them apart. */
export const providerParts = [
  'billing',
  'pay-to',
  'rendering',
  'referring',
  'ordering',
  'supervising',
  'attending',
  'operating',
  'other-operating',
  'assistant',
  'facility',
] as const
export type ProviderPart = (typeof providerParts)[number]

export interface PartFacts {
  /** What the eligibility chain is asked; a facility and a pay-to address only need an NPI that is alive. */
  readonly role: ClaimRole
  /** Needs a reassignment to whoever is paid (42 CFR 424.80). */
  readonly reassigns: boolean
  /** Stands or falls with enrollment; otherwise only with the NPI. */
  readonly enrolled: boolean
  /** A claim is not sound without an NPI here. */
  readonly npiNeeded: boolean
  /** The entity code of status answers (NM101). */
  readonly entity: string
}

const part = (role: ClaimRole, entity: string, more: Partial<PartFacts> = {}): PartFacts => ({
  role,
  entity,
  reassigns: false,
  enrolled: true,
  npiNeeded: true,
  ...more,
})

export const partFacts: Readonly<Record<ProviderPart, PartFacts>> = {
  billing: part('billing', '85'),
  'pay-to': part('billing', '87', { npiNeeded: false }),
  rendering: part('rendering', '82', { reassigns: true }),
  referring: part('referring', 'DN'),
  ordering: part('ordering', 'DK'),
  supervising: part('supervising', 'DQ'),
  attending: part('attending', '71'),
  operating: part('operating', '72'),
  'other-operating': part('operating', 'ZZ'),
  assistant: part('operating', 'DD'),
  facility: part('billing', '77', { enrolled: false, npiNeeded: false }),
}

/** Two letters of a qualifier as one number. */
export const qualifier = (text: string): number => (text.charCodeAt(0) << 8) | text.charCodeAt(1)

/** By qualifier: one more than the number of the part; 0 for everybody who is no provider. */
export const PROVIDER_PART = new Uint8Array(65_536)
for (const [i, p] of providerParts.entries()) PROVIDER_PART[qualifier(partFacts[p].entity)] = i + 1

type Loops = Partial<Readonly<Record<ProviderPart, readonly [claim: string, line: string]>>>
const shared: Loops = { billing: ['2010AA', '2010AA'], 'pay-to': ['2010AB', '2010AB'] }
const loops: Readonly<Record<ClaimKind, Loops>> = {
  professional: {
    ...shared,
    referring: ['2310A', '2420F'],
    rendering: ['2310B', '2420A'],
    facility: ['2310C', '2420C'],
    supervising: ['2310D', '2420D'],
    ordering: ['2310', '2420E'],
  },
  institutional: {
    ...shared,
    attending: ['2310A', '2420A'],
    operating: ['2310B', '2420A'],
    'other-operating': ['2310C', '2420B'],
    rendering: ['2310D', '2420C'],
    facility: ['2310E', '2420'],
    referring: ['2310F', '2420D'],
  },
  dental: {
    ...shared,
    referring: ['2310A', '2420'],
    rendering: ['2310B', '2420A'],
    facility: ['2310C', '2420D'],
    assistant: ['2310D', '2420B'],
    supervising: ['2310E', '2420C'],
  },
}
const professional4010: Loops = {
  ...loops.professional,
  facility: ['2310D', '2420C'],
  supervising: ['2310E', '2420D'],
}

/** The loop a provider stands in; the bare number of the family where the guide has no such provider. */
export function loopOf(kind: ClaimKind, old: boolean, p: ProviderPart, line: number): string {
  const table = old && kind === 'professional' ? professional4010 : loops[kind]
  return table[p]?.[line > 0 ? 1 : 0] ?? (line > 0 ? '2420' : '2310')
}

/** 837P, I or D by the number of the guide; P when the file does not say. */
export function kindOf(version: string): ClaimKind {
  if (/X(096|223|299)/.test(version)) return 'institutional'
  return /X(097|224|300)/.test(version) ? 'dental' : 'professional'
}
