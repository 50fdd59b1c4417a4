/**
 * Which filing sets a date when there were several: the first one that was not returned or rejected. Pure.
 * 42 CFR 424.520(d)(1): the application that was later approved. Decisions of the Departmental Appeals Board differ on a
 * filing that was completed later: CR5727 and CR5744 keep the day it first came, CR5380 the day it was complete.
 * Followed here: the day it first came, because the application that is approved is that one.
 */
import type { Day } from '../../dates.ts'

export const filingFates = ['approved', 'pending', 'returned', 'rejected'] as const
export type FilingFate = (typeof filingFates)[number]

export interface Filing {
  /** The day the contractor received it. */
  readonly receivedOn: Day
  readonly fate: FilingFate
  /** The day on which what was missing arrived. It moves no date. */
  readonly completedOn?: Day | undefined
}

/** May it set a date? What was returned or rejected never does. */
export const mayCount = ({ fate }: Filing): boolean => fate === 'approved' || fate === 'pending'

/** The earliest that was approved; while none is, the earliest that is still being worked on. */
export function filingThatCounts(filings: readonly Filing[]): Filing | undefined {
  const inOrder = [...filings].sort((a, b) => (a.receivedOn < b.receivedOn ? -1 : a.receivedOn > b.receivedOn ? 1 : 0))
  return inOrder.find((f) => f.fate === 'approved') ?? inOrder.find(mayCount)
}
