/** Everything that is known of the fee of an application, in one statement: it is asked for on page after page. */
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres'
import type { Db } from '../../db.ts'
import { type At, statement, withDates } from '../../kit/statement.ts'
import {
  type FeeAmount,
  type FeeHardship,
  type FeePayment,
  type FeePermit,
  type FeeRefund,
  feePayments,
  paymentOf,
  type StoredFee,
} from './fees.ts'

export interface FeeOfApplication {
  /** Undefined while nothing was done about it. */
  readonly stored: StoredFee | undefined
  /** Undefined when no notice was entered for the year. */
  readonly amount: FeeAmount | undefined
  /** Newest first. */
  readonly payments: readonly FeePayment[]
  /** The newest request to be spared the fee. */
  readonly hardship: FeeHardship | undefined
  readonly refunds: readonly FeeRefund[]
}

const everything = statement((k, at: At<{ id: string; year: number }>) =>
  k.selectNoFrom([
    jsonObjectFrom(k.selectFrom('fee').selectAll().where('application_id', '=', at('id'))).as('fee'),
    jsonObjectFrom(k.selectFrom('fee_amount').selectAll().where('year', '=', at('year'))).as('amount'),
    jsonArrayFrom(feePayments(k, at('id'))).as('payments'),
    jsonObjectFrom(
      k
        .selectFrom('fee_hardship')
        .selectAll()
        .where('application_id', '=', at('id'))
        .orderBy('asked_at', 'desc')
        .orderBy('id')
        .limit(1),
    ).as('hardship'),
    jsonArrayFrom(
      k
        .selectFrom('fee_refund as r')
        .innerJoin('fee_payment as p', 'p.id', 'r.payment_id')
        .selectAll('r')
        .where('p.application_id', '=', at('id'))
        .orderBy('p.begun_at', 'desc')
        .orderBy('p.id'),
    ).as('refunds'),
  ]),
)

/** `year`: of which the amount is. */
export async function feeOfApplication(db: Db, permit: FeePermit, year: number): Promise<FeeOfApplication> {
  const [row] = await everything(db, { id: permit.subjectId, year })
  const { fee, amount, payments, hardship, refunds } = row!
  return {
    stored: fee
      ? {
          reason: fee.reason,
          state: fee.state,
          because: fee.because,
          cents: fee.cents ?? undefined,
          dueOn: fee.due_on ?? undefined,
        }
      : undefined,
    amount: amount ? { year: amount.year, cents: amount.cents ?? undefined, cite: amount.cite } : undefined,
    payments: payments.map((p) => paymentOf(withDates(p, ['begun_at', 'expires_at', 'settled_at']))),
    hardship: hardship ? hardshipOf(withDates(hardship, ['asked_at', 'decided_at'])) : undefined,
    refunds: refunds.map((r) => refundOf(withDates(r, ['asked_at', 'decided_at']))),
  }
}

interface Judged {
  readonly decided_at: Date | null
  readonly granted: boolean | null
  readonly note: string | null
}
const judged = ({ decided_at, granted, note }: Judged) => ({
  decidedAt: decided_at ?? undefined,
  granted: granted ?? undefined,
  note: note ?? undefined,
})

const hardshipOf = (
  r: Judged & {
    readonly id: string
    readonly explanation: string
    readonly asked_at: Date
    readonly decide_by: FeeHardship['decideBy']
  },
): FeeHardship => ({
  id: r.id,
  explanation: r.explanation,
  askedAt: r.asked_at,
  decideBy: r.decide_by,
  ...judged(r),
})

const refundOf = (
  r: Judged & { readonly payment_id: string; readonly rule: FeeRefund['rule']; readonly asked_at: Date | null },
): FeeRefund => ({
  paymentId: r.payment_id,
  rule: r.rule,
  askedAt: r.asked_at ?? undefined,
  ...judged(r),
})
