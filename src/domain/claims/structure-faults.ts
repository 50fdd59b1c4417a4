/**
 * What may be wrong with the shape of a claim file, and the code each fault has in the answers of X12: the note
 * of a TA1 (X12.5 I18), of a group (AK905, element 716), of a set (IK502, 718) and of a segment (IK304, 620). One table. Pure.
 */

export interface FaultFacts {
  /** "refuses" turns the thing it stands on away; "told" is only said. */
  readonly weight: 'refuses' | 'told'
  readonly on: 'file' | 'interchange' | 'group' | 'set' | 'segment'
  readonly code?: string
}

const refuses = (on: FaultFacts['on'], code?: string): FaultFacts => ({ weight: 'refuses', on, ...(code && { code }) })
const told = (on: FaultFacts['on'], code?: string): FaultFacts => ({ weight: 'told', on, ...(code && { code }) })

export const structureFaults = {
  'file-empty': refuses('file'),
  'not-x12': refuses('file'),
  'no-claims': told('file'),
  'too-many-envelopes': told('file'),
  'csv-unreadable': refuses('file'),
  'csv-columns': refuses('file'),
  'text-outside': told('file'),
  'header-unreadable': refuses('file'),
  'segment-too-long': refuses('interchange', '024'),
  'header-not-fixed': told('interchange', '022'),
  'interchange-date': refuses('interchange', '014'),
  'interchange-time': refuses('interchange', '015'),
  'interchange-control': refuses('interchange', '001'),
  'interchange-control-shape': refuses('interchange', '018'),
  'interchange-count': refuses('interchange', '021'),
  'interchange-open': refuses('interchange', '023'),
  'outside-group': refuses('interchange', '024'),
  'group-not-claims': refuses('group', '1'),
  'group-version': refuses('group', '2'),
  'group-open': refuses('group', '3'),
  'group-control': refuses('group', '4'),
  'group-count': refuses('group', '5'),
  'set-not-claims': refuses('set', '1'),
  'set-open': refuses('set', '2'),
  'set-control': refuses('set', '3'),
  'set-count': refuses('set', '4'),
  'set-control-shape': refuses('set', '7'),
  'set-repeated': refuses('set', '23'),
  'last-segment-open': told('segment', '8'),
  'segment-unknown': refuses('segment', '1'),
  'segment-misplaced': refuses('segment', '2'),
  'beginning-missing': refuses('segment', '3'),
  'billing-missing': refuses('segment', '3'),
  'level-parent': refuses('segment', '8'),
  'claim-number-missing': refuses('segment', '8'),
  'amount-not-valid': refuses('segment', '8'),
  'date-not-valid': refuses('segment', '8'),
  'claim-too-large': told('segment', '4'),
} as const satisfies Readonly<Record<string, FaultFacts>>
export type StructureCode = keyof typeof structureFaults

/** One fault where it was found. Holds no value of a claim but its own number. */
export interface StructureFault {
  readonly code: StructureCode
  /** Bytes from the start of the file; for CSV the line. */
  readonly offset: number
  readonly interchange?: string
  readonly group?: string
  readonly set?: string
  /** Number in its set, the ST being the first. */
  readonly segment?: number
  readonly segmentId?: string
  /** Number of the element in its segment, and what is wrong with it (IK403, element 723). */
  readonly element?: number
  readonly elementCode?: '1' | '6' | '8'
  readonly loop?: string
}

export const refusesIt = (code: StructureCode): boolean => structureFaults[code].weight === 'refuses'
