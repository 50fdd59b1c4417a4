/** What a claim check tells: findings claim by claim, sums by cause and by provider. Types only. Pure. */
import type { Day } from '../dates.ts'
import type { SnapshotVersion } from '../eligibility/question.ts'
import type { Cause, CauseCodes, ClaimAnswer } from './causes.ts'
import type { ClaimKind, ProviderPart } from './provider-places.ts'
import type { StructureFault } from './structure-faults.ts'

export interface ClaimFinding extends CauseCodes {
  /** Patient control number (CLM01). */
  readonly claim: string
  readonly cents: number
  /** Number of the line; absent: the claim itself. */
  readonly line?: number
  readonly part: ProviderPart
  /** As on the claim; empty when there is none. */
  readonly npi: string
  /** To whom payment would go, where that decided. */
  readonly payee?: string
  /** The first day on which it fails. */
  readonly on?: Day
  readonly answer: ClaimAnswer
  readonly cause: Cause
  readonly loop: string
  /** Number of the segment in its set (ST is 1), or the row of a CSV file. */
  readonly segment: number
  /** Bytes from the start of the file. */
  readonly offset: number
  /** Control number of the set (ST02); empty for CSV. */
  readonly set: string
}

/** Claims and what they charge, in cents. */
export interface Sum {
  readonly claims: number
  readonly cents: number
}

export interface CauseSum extends Sum, CauseCodes {
  readonly part: ProviderPart
  readonly cause: Cause
  readonly answer: ClaimAnswer
}

/** One thing to mend: a provider and what is wrong with it. */
export interface FixSum extends CauseSum {
  readonly npi: string
  readonly payee?: string
  /** First and last day of service that it touches. */
  readonly from?: Day
  readonly to?: Day
}

export interface ProviderSum {
  readonly npi: string
  readonly parts: readonly ProviderPart[]
  readonly atRisk: Sum
  readonly causes: readonly Cause[]
}

export interface ClaimCheckSummary {
  readonly format: 'x12' | 'csv'
  readonly bytes: number
  readonly interchanges: number
  readonly sets: number
  readonly kinds: readonly ClaimKind[]
  readonly claims: Sum
  readonly clear: Sum
  /** Each claim once, however many reasons it has. */
  readonly atRisk: Sum
  readonly unknown: Sum
  readonly look: Sum
  /** Questions put to the eligibility snapshot. */
  readonly judged: number
  readonly findings: number
  readonly faults: number
  /** Each claim's charge once a cause. */
  readonly byCause: readonly CauseSum[]
  readonly byProvider: readonly ProviderSum[]
  /** By money, the most first. */
  readonly fixFirst: readonly FixSum[]
  /** Distinct problems beyond those that are told one by one. */
  readonly beyond: number
  readonly structure: readonly StructureFault[]
  /** Reading ended early because the rest could not be claims. */
  readonly stopped: boolean
  readonly version: SnapshotVersion
}
