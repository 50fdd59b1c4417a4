/** The figures of the reports, as the database counts them and everybody shows them. Shapes only. */
import type { ApplicationStatus } from '../application/lifecycle.ts'
import type { Day } from '../dates.ts'
import type { ServicePath } from './service-paths.ts'

export const figureNames = [
  'inventory',
  'flow',
  'ageing',
  'timeliness',
  'first-pass',
  'asked',
  'decisions',
  'workload',
] as const
export type FigureName = (typeof figureNames)[number]
export const isFigureName = (s: string | undefined): s is FigureName =>
  (figureNames as readonly string[]).includes(s ?? '')

/** Open applications by where they stand; their sum is what the worklist counts. */
export interface InventoryRow {
  readonly status: ApplicationStatus
  readonly cases: number
}

/** Of one part of the period: what came, what ended, and what was open at the end of its last day. */
export interface FlowRow {
  readonly from: Day
  readonly to: Day
  readonly received: number
  readonly ended: number
  readonly open: number
}

/** Days since receipt, both counted in; the last band has no end. */
export const ageBands = [
  { from: 0, to: 14 },
  { from: 15, to: 29 },
  { from: 30, to: 44 },
  { from: 45, to: 59 },
  { from: 60, to: 89 },
  { from: 90, to: undefined },
] as const
export interface AgeRow {
  readonly from: number
  readonly to: number | undefined
  /** Waiting on the contractor, and on the provider. */
  readonly contractor: number
  readonly provider: number
}

/** Decisions of the period on one path. Calendar days; the 50th and 90th percentile are days that really occurred. */
export interface TimelinessRow {
  readonly path: ServicePath
  readonly decided: number
  readonly inTime: number
  readonly median: number | undefined
  readonly ninetieth: number | undefined
  /** The median of the days in which it did not wait on the provider. */
  readonly medianOurs: number | undefined
}

/** Decisions of the period on one form: approved without a question, after one, or not approved. */
export interface FirstPassRow {
  readonly form: string
  readonly decided: number
  readonly firstPass: number
  readonly afterQuestions: number
}

/** Items of requests that were sent in the period; without a section they are about the application as a whole. */
export interface AskedRow {
  readonly form: string
  readonly sectionId: string | undefined
  readonly items: number
}

export type Outcome = 'approved' | 'denied' | 'rejected' | 'returned'
/** Decisions of the period; a decision with two reasons is in two rows. Without a reason: all of the outcome. */
export interface DecisionRow {
  readonly outcome: Outcome
  readonly reason: string | undefined
  readonly decisions: number
}

/** One holder of cases, or nobody, at one contractor's desk. */
export interface WorkloadRow {
  readonly contractorName: string
  readonly holder: string | undefined
  /** Held at this moment, waiting on the contractor and on the provider. */
  readonly contractor: number
  readonly provider: number
  /** Acts within the period. */
  readonly taken: number
  readonly requests: number
  readonly recommended: number
  readonly decided: number
}
