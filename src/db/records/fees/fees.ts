/** Writes of fees and payments. Only use-cases call these, inside a transaction that holds the application's row. */
import { randomBytes, randomUUID } from 'node:crypto'
import type { Permit } from '#domain/access/policy.ts'
import type { ApplicationReason } from '#domain/application/reasons.ts'
import type { Day } from '#domain/dates.ts'
import type { FeeReason } from '#domain/fee/fee-due.ts'
import { type FeeState, feeMayBecome, type PaymentStatus } from '#domain/fee/fee-states.ts'
import type { RefundRule } from '#domain/fee/refund-rules.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import type { FeePermit } from '../../queries/fees/fees.ts'

export interface FeeToKeep {
  readonly reason: ApplicationReason
  readonly state: FeeState
  readonly because: FeeReason
  readonly cents: number | undefined
  readonly dueOn?: Day | undefined
}

/**
 * Writes where the fee stands; there is one row for an application and its reason. Throws for a step that the table of
 * states does not have, which is a bug of ours.
 */
export async function keepFee(tx: Db, permit: FeePermit, f: FeeToKeep, at: Date): Promise<void> {
  const values = {
    state: f.state,
    because: f.because,
    cents: f.cents ?? null,
    due_on: f.dueOn ?? null,
    updated_at: at,
  }
  const there = await open(tx)
    .selectFrom('fee')
    .select('state')
    .where('application_id', '=', permit.subjectId)
    .where('reason', '=', f.reason)
    .executeTakeFirst()
  if (there && there.state !== f.state && !feeMayBecome(there.state, f.state))
    throw new Error(`a fee that is ${there.state} does not become ${f.state}`)
  await open(tx)
    .insertInto('fee')
    .values({ application_id: permit.subjectId, reason: f.reason, ...values })
    .onConflict((c) => c.columns(['application_id', 'reason']).doUpdateSet(values))
    .execute()
}

/** Begins a payment and returns its id and the number that goes to the payment page. */
export async function insertPayment(
  tx: Db,
  permit: Permit<'fee.pay'>,
  p: { readonly reason: ApplicationReason; readonly cents: number; readonly expiresAt: Date },
  at: Date,
): Promise<{ readonly id: string; readonly nonce: string }> {
  const made = { id: randomUUID(), nonce: randomBytes(24).toString('base64url') }
  await open(tx)
    .insertInto('fee_payment')
    .values({
      ...made,
      application_id: permit.subjectId,
      reason: p.reason,
      cents: p.cents,
      status: 'begun',
      begun_by: permit.actor.userId,
      begun_at: at,
      expires_at: p.expiresAt,
    })
    .execute()
  return made
}

export async function setPayment(
  tx: Db,
  _: FeePermit,
  id: string,
  to: {
    readonly status: PaymentStatus
    readonly settledAt?: Date
    readonly reference?: string
    readonly receipt?: string
  },
): Promise<void> {
  await open(tx)
    .updateTable('fee_payment')
    .set({
      status: to.status,
      ...(to.settledAt && { settled_at: to.settledAt }),
      ...(to.reference && { provider_reference: to.reference }),
      ...(to.receipt && { receipt_number: to.receipt }),
    })
    .where('id', '=', id)
    .execute()
}

export async function insertHardship(
  tx: Db,
  permit: Permit<'fee.pay'>,
  h: { readonly reason: ApplicationReason; readonly explanation: string; readonly decideBy: Day },
  at: Date,
): Promise<void> {
  await open(tx)
    .insertInto('fee_hardship')
    .values({
      id: randomUUID(),
      application_id: permit.subjectId,
      reason: h.reason,
      explanation: h.explanation,
      asked_by: permit.actor.userId,
      asked_at: at,
      decide_by: h.decideBy,
    })
    .execute()
}

export async function decideHardshipRow(
  tx: Db,
  permit: Permit<'fee.decide'>,
  id: string,
  d: { readonly granted: boolean; readonly note: string },
  at: Date,
): Promise<void> {
  await open(tx)
    .updateTable('fee_hardship')
    .set({ ...d, decided_by: permit.actor.userId, decided_at: at })
    .where('id', '=', id)
    .execute()
}

/** Asking again changes nothing. */
export async function askRefundRow(
  tx: Db,
  permit: Permit<'fee.pay'>,
  r: { readonly paymentId: string; readonly rule: RefundRule },
  at: Date,
): Promise<void> {
  await open(tx)
    .insertInto('fee_refund')
    .values({ payment_id: r.paymentId, rule: r.rule, asked_by: permit.actor.userId, asked_at: at })
    .onConflict((c) => c.column('payment_id').doNothing())
    .execute()
}

export async function decideRefundRow(
  tx: Db,
  permit: Permit<'fee.decide'>,
  r: { readonly paymentId: string; readonly rule: RefundRule; readonly granted: boolean; readonly note: string },
  at: Date,
): Promise<void> {
  const decided = {
    rule: r.rule,
    granted: r.granted,
    note: r.note,
    decided_by: permit.actor.userId,
    decided_at: at,
  }
  await open(tx)
    .insertInto('fee_refund')
    .values({ payment_id: r.paymentId, ...decided })
    .onConflict((c) => c.column('payment_id').doUpdateSet(decided))
    .execute()
}
