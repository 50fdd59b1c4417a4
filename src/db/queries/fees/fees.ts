/** Reads of the fee of an application, its payments, the request to be spared it, and what should be given back. */
import type { ApplicationReason } from '#domain/application/reasons.ts'
import type { Day } from '#domain/dates.ts'
import type { FeeReason } from '#domain/fee/fee-due.ts'
import type { FeeState, PaymentStatus } from '#domain/fee/fee-states.ts'
import type { RefundRule } from '#domain/fee/refund-rules.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
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

export async function findFeeAmount(db: Db, year: number): Promise<FeeAmount | undefined> {
  const row = await open(db).selectFrom('fee_amount').selectAll().where('year', '=', year).executeTakeFirst()
  return row && { year: row.year, cents: row.cents ?? undefined, cite: row.cite }
}

/** Undefined while nothing was done about it. */
export async function findFee(db: Db, permit: FeePermit): Promise<StoredFee | undefined> {
  const row = await open(db)
    .selectFrom('fee')
    .selectAll()
    .where('application_id', '=', permit.subjectId)
    .executeTakeFirst()
  return (
    row && {
      reason: row.reason,
      state: row.state,
      because: row.because,
      cents: row.cents ?? undefined,
      dueOn: row.due_on ?? undefined,
    }
  )
}

/** Newest first. */
export async function listFeePayments(db: Db, permit: FeePermit): Promise<readonly FeePayment[]> {
  const rows = await open(db)
    .selectFrom('fee_payment')
    .selectAll()
    .where('application_id', '=', permit.subjectId)
    .orderBy('begun_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    nonce: r.nonce,
    cents: r.cents,
    status: r.status,
    begunAt: r.begun_at,
    expiresAt: r.expires_at,
    settledAt: r.settled_at ?? undefined,
    reference: r.provider_reference ?? undefined,
    receipt: r.receipt_number ?? undefined,
  }))
}

/** The newest request to be spared the fee. */
export async function findHardship(db: Db, permit: FeePermit): Promise<FeeHardship | undefined> {
  const row = await open(db)
    .selectFrom('fee_hardship')
    .selectAll()
    .where('application_id', '=', permit.subjectId)
    .orderBy('asked_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      explanation: row.explanation,
      askedAt: row.asked_at,
      decideBy: row.decide_by,
      decidedAt: row.decided_at ?? undefined,
      granted: row.granted ?? undefined,
      note: row.note ?? undefined,
    }
  )
}

export async function listRefunds(db: Db, permit: FeePermit): Promise<readonly FeeRefund[]> {
  const rows = await open(db)
    .selectFrom('fee_refund as r')
    .innerJoin('fee_payment as p', 'p.id', 'r.payment_id')
    .selectAll('r')
    .where('p.application_id', '=', permit.subjectId)
    .execute()
  return rows.map((r) => ({
    paymentId: r.payment_id,
    rule: r.rule,
    askedAt: r.asked_at ?? undefined,
    decidedAt: r.decided_at ?? undefined,
    granted: r.granted ?? undefined,
    note: r.note ?? undefined,
  }))
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
