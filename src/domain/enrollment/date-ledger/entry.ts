/** What the date ledger asks and answers: acts, dated receipts, spans of days. Types and names only. Pure. */

import { type Day, daysBetween } from '../../dates.ts'
import type { Bar } from '../../decisions/plan.ts'
import type { Delay } from '../effective-date.ts'
import type { ReportableEvent } from '../reporting-deadline.ts'
import type { SupplierType } from '../supplier-types.ts'
import type { Filing } from './filings.ts'

export const ledgerActs = ['enroll', 'reassign', 'reactivate', 'opt-out', 'deactivate', 'revoke', 'report'] as const
export type LedgerAct = (typeof ledgerActs)[number]

export type LedgerQuestion =
  | {
      readonly act: 'enroll'
      readonly supplierType: SupplierType
      readonly filings: readonly Filing[]
      readonly firstServiceOn: Day
      readonly delay: Delay
      /** Survey passed, agreement accepted or number given: for types whose date another section sets. */
      readonly metOn?: Day | undefined
    }
  | { readonly act: 'reassign'; readonly filings: readonly Filing[]; readonly firstServiceOn: Day }
  | { readonly act: 'reactivate'; readonly filings: readonly Filing[]; readonly deactivatedOn: Day }
  | {
      readonly act: 'opt-out'
      readonly filings: readonly Filing[]
      readonly wantedOn: Day
      readonly participates: boolean
    }
  | {
      readonly act: 'deactivate' | 'revoke'
      readonly noticeOn: Day
      readonly reason: string
      /** The day it goes back to, where the reason allows it. */
      readonly eventOn?: Day | undefined
      readonly barYears?: number | undefined
    }
  | {
      readonly act: 'report'
      readonly supplierType: SupplierType
      readonly event: ReportableEvent
      readonly happenedOn: Day
      readonly receivedOn?: Day | undefined
    }

/** Both ends are days of it. */
export interface Span {
  readonly from: Day
  readonly to: Day
  readonly days: number
}
/** The days from one to another; undefined when there are none. */
export const span = (from: Day, to: Day): Span | undefined =>
  from > to ? undefined : { from, to, days: daysBetween(from, to) + 1 }

export const receiptKinds = [
  'received',
  'completed',
  'returned',
  'rejected',
  'first-service',
  'requirements-met',
  'deactivated',
  'wanted',
  'notice',
  'event',
  'reported',
] as const
export type ReceiptKind = (typeof receiptKinds)[number]

/** A dated fact that was given; `sets`: the effective date comes from it. */
export interface Receipt {
  readonly on: Day
  readonly kind: ReceiptKind
  readonly sets: boolean
}

export interface LedgerEntry {
  readonly act: LedgerAct
  readonly effectiveOn: Day
  readonly mayBillFrom?: Day
  /** Days before the effective date that may be billed. */
  readonly retrospective?: Span
  /** Days of service that nobody pays, or of being late. */
  readonly atRisk?: Span
  /** Whoever files or reports up to this day loses nothing. */
  readonly safeUntil?: Day
  readonly bar?: Bar
  readonly receipts: readonly Receipt[]
  readonly because: readonly string[]
  /** A rule was used whose text could not be confirmed. */
  readonly unconfirmed: boolean
}
