/** What invented people and organizations do: NUCC codes (facts), credentials, and how often each occurs. */

export interface Calling {
  readonly taxonomy: string
  readonly credential: string
  /** May order and refer, once enrolled. */
  readonly orders: boolean
  readonly weight: number
}

const calling = (taxonomy: string, credential: string, orders: boolean, weight: number): Calling => ({
  taxonomy,
  credential,
  orders,
  weight,
})

export const callings: readonly Calling[] = [
  calling('207Q00000X', 'MD', true, 14),
  calling('207Q00000X', 'DO', true, 5),
  calling('207R00000X', 'MD', true, 14),
  calling('208000000X', 'MD', true, 6),
  calling('207RC0000X', 'MD', true, 4),
  calling('207RG0100X', 'MD', true, 3),
  calling('207V00000X', 'MD', true, 4),
  calling('207W00000X', 'MD', true, 3),
  calling('207N00000X', 'MD', true, 3),
  calling('207L00000X', 'MD', true, 4),
  calling('208600000X', 'MD', true, 3),
  calling('207X00000X', 'MD', true, 3),
  calling('2084P0800X', 'MD', true, 4),
  calling('2084N0400X', 'MD', true, 2),
  calling('207P00000X', 'MD', true, 4),
  calling('213E00000X', 'DPM', true, 1),
  calling('152W00000X', 'OD', true, 2),
  calling('363L00000X', 'NP', true, 6),
  calling('363LF0000X', 'NP', true, 9),
  calling('363A00000X', 'PA-C', true, 8),
  calling('367500000X', 'CRNA', false, 2),
  calling('1041C0700X', 'LCSW', true, 5),
  calling('103T00000X', 'PSYD', true, 4),
  calling('225100000X', 'PT', false, 6),
  calling('225X00000X', 'OTR', false, 2),
  calling('235Z00000X', 'CCC-SLP', false, 2),
  calling('111N00000X', 'DC', false, 4),
  calling('231H00000X', 'AUD', false, 1),
]

export interface Institution {
  readonly kind: 'group' | 'hospital' | 'nursing' | 'laboratory' | 'home-health' | 'hospice' | 'surgery' | 'equipment'
  readonly taxonomy: string
  /** What its name ends with. */
  readonly called: readonly string[]
  readonly count: number
}

/** 300 organizations, with the five of people.ts and the twelve groups of registry-organizations.ts among them. */
export const institutions: readonly Institution[] = [
  { kind: 'group', taxonomy: '193400000X', called: ['FAMILY PRACTICE PC', 'MEDICAL ASSOCIATES LLC'], count: 70 },
  { kind: 'group', taxonomy: '193200000X', called: ['SPECIALTY PHYSICIANS PC', 'CLINIC LLC'], count: 45 },
  { kind: 'hospital', taxonomy: '282N00000X', called: ['REGIONAL HOSPITAL', 'MEDICAL CENTER'], count: 30 },
  { kind: 'hospital', taxonomy: '282NC0060X', called: ['CRITICAL ACCESS HOSPITAL'], count: 8 },
  { kind: 'nursing', taxonomy: '314000000X', called: ['NURSING AND REHABILITATION', 'CARE CENTER'], count: 30 },
  { kind: 'laboratory', taxonomy: '291U00000X', called: ['CLINICAL LABORATORY LLC', 'DIAGNOSTICS INC'], count: 25 },
  { kind: 'home-health', taxonomy: '251E00000X', called: ['HOME HEALTH INC'], count: 22 },
  { kind: 'hospice', taxonomy: '251G00000X', called: ['HOSPICE'], count: 12 },
  { kind: 'surgery', taxonomy: '261QA1903X', called: ['SURGERY CENTER LLC'], count: 13 },
  { kind: 'equipment', taxonomy: '332B00000X', called: ['MEDICAL SUPPLY INC'], count: 10 },
]
