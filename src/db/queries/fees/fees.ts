/** What is known of fees: of each, its payments, the request to be spared it, and what should be given back. */
import type { Kysely } from 'kysely'
import type { ApplicationReason } from '#domain/application/reasons.ts'
import type { Day } from '#domain/dates.ts'
import type { FeeReason } from '#domain/fee/fee-due.ts'
import type { FeeState, PaymentStatus } from '#domain/fee/fee-states.ts'
import type { RefundRule } from '#domain/fee/refund-rules.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import type { Tables } from '../../kit/tables.ts'
import type { ApplicationPermit } from '../application/applications.ts'

export type FeePermit = ApplicationPermit

export interface FeeAmount {
  readonly year: number
  /** Undefined: no notice was entered, so that nobody can pay yet. */
  readonly cents: number | undefined
  readonly cite: string
}
export interface StoredFee {
  readonly reason: ApplicationReason
  readonly state: FeeState
  readonly because: FeeReason
  readonly cents: number | undefined
  readonly dueOn: Day | undefined
}
export interface FeePayment {
  readonly id: string
  readonly nonce: string
  readonly cents: number
  readonly status: PaymentStatus
  readonly begunAt: Date
  readonly expiresAt: Date
  readonly settledAt: Date | undefined
  readonly reference: string | undefined
  readonly receipt: string | undefined
}
export interface FeeHardship {
  readonly id: string
  readonly explanation: string
  readonly askedAt: Date
  readonly decideBy: Day
  readonly decidedAt: Date | undefined
  readonly granted: boolean | undefined
  readonly note: string | undefined
}
export interface FeeRefund {
  readonly paymentId: string
  readonly rule: RefundRule
  readonly askedAt: Date | undefined
  readonly decidedAt: Date | undefined
  readonly granted: boolean | undefined
  readonly note: string | undefined
}

/** Newest first. */
export const feePayments = (k: Kysely<Tables>, applicationId: string) =>
  k
    .selectFrom('fee_payment')
    .selectAll()
    .where('application_id', '=', applicationId)
    .orderBy('begun_at', 'desc')
    .orderBy('id')

type PaymentRow = Awaited<ReturnType<ReturnType<typeof feePayments>['executeTakeFirstOrThrow']>>
export const paymentOf = (r: PaymentRow): FeePayment => ({
  id: r.id,
  nonce: r.nonce,
  cents: r.cents,
  status: r.status,
  begunAt: r.begun_at,
  expiresAt: r.expires_at,
  settledAt: r.settled_at ?? undefined,
  reference: r.provider_reference ?? undefined,
  receipt: r.receipt_number ?? undefined,
})

/** Newest first. */
export async function listFeePayments(db: Db, permit: FeePermit): Promise<readonly FeePayment[]> {
  return (await feePayments(open(db), permit.subjectId).execute()).map(paymentOf)
}

/** Whose payment a number of the payment page is about; needs no permit, because the permit is minted from it. */
export async function applicationOfPayment(db: Db, nonce: string): Promise<string | undefined> {
  const row = await open(db)
    .selectFrom('fee_payment')
    .select('application_id')
    .where('nonce', '=', nonce)
    .executeTakeFirst()
  return row?.application_id
}
