/** A fee that goes back: asked by the provider within 150 days, decided at the desk, by the rules and no others. */
import type { Db } from '#db/db.ts'
import { listEvents } from '#db/queries/application/application-events.ts'
import { findApplication } from '#db/queries/application/applications.ts'
import { listSubmissions } from '#db/queries/application/submissions.ts'
import { findDecision } from '#db/queries/decisions/decisions.ts'
import type { FeePayment, FeePermit } from '#db/queries/fees/fees.ts'
import { appendEvent } from '#db/records/application/application-events.ts'
import { lockApplication } from '#db/records/application/applications.ts'
import { askRefundRow, decideRefundRow, keepFee, setPayment } from '#db/records/fees/fees.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { dayIn } from '#domain/dates.ts'
import { isRefundRule, type RefundRule, refundAskedBy, refundRulesFor } from '#domain/fee/refund-rules.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { REASON_MIN } from '#domain/review/screening/screening.ts'
import { type FeeStanding, feeStanding } from './fee-standing.ts'

export interface Refundable {
  readonly payment: FeePayment
  readonly rules: readonly RefundRule[]
}

/** Every payment that goes back by a rule and was not given back yet. */
export async function refundable(db: Db, permit: FeePermit, fee: FeeStanding): Promise<readonly Refundable[]> {
  const kept = fee.payments.filter((p) => p.status === 'paid' || p.status === 'late')
  if (kept.length === 0) return []
  const { status } = await findApplication(db, permit)
  const submitted = (await listSubmissions(db, permit)).length > 0
  const reviewed = (await listEvents(db, permit)).some((e) => e.event === 'begin-review')
  const deniedFor = (await findDecision(db, permit))?.reasons ?? []
  return kept
    .map((payment) => ({
      payment,
      rules: refundRulesFor({
        due: fee.due,
        status,
        submitted,
        reviewed,
        deniedFor,
        waived: fee.state === 'waived',
        late: payment.status === 'late',
      }),
    }))
    .filter((r) => r.rules.length > 0)
}

/** Asks for every payment that goes back. Refuses with `refund-not-due`. */
export async function askRefund(db: Db, permit: Permit<'fee.pay'>, now: Date): Promise<Result<null>> {
  return transact(db, async (tx) => {
    await lockApplication(tx, permit)
    const { contractorZone: zone } = await findApplication(tx, permit)
    const fee = await feeStanding(tx, permit, now)
    const inTime = (await refundable(tx, permit, fee)).filter(
      ({ payment: p }) => refundAskedBy(dayIn(zone, p.settledAt ?? p.begunAt)) >= dayIn(zone, now),
    )
    if (inTime.length === 0) return refuse({ code: 'refund-not-due' })
    for (const { payment, rules } of inTime)
      await askRefundRow(tx, permit, { paymentId: payment.id, rule: rules[0]! }, now)
    await appendEvent(tx, permit.subjectId, 'fee', permit.actor, now, { fee: 'refund-asked' })
    return ok(null)
  })
}

export interface RefundChoice {
  readonly paymentId: string
  readonly rule: string
  readonly granted: boolean
  readonly note: string
}

/** Gives one back, or not. Refuses with `reason-needed`, `not-a-choice`, `refund-not-due` or `already-so`. */
export async function decideRefund(
  db: Db,
  permit: Permit<'fee.decide'>,
  choice: RefundChoice,
  now: Date,
): Promise<Result<null>> {
  const note = choice.note.trim()
  const { rule } = choice
  if (!isRefundRule(rule)) return refuse({ code: 'not-a-choice', at: 'rule' })
  if (note.length < REASON_MIN) return refuse({ code: 'reason-needed', at: 'note', with: { min: REASON_MIN } })
  return transact(db, async (tx) => {
    await lockApplication(tx, permit)
    const fee = await feeStanding(tx, permit, now)
    if (fee.refunds.some((r) => r.paymentId === choice.paymentId && r.decidedAt)) return refuse({ code: 'already-so' })
    const found = (await refundable(tx, permit, fee)).find((r) => r.payment.id === choice.paymentId)
    if (!found?.rules.includes(rule)) return refuse({ code: 'refund-not-due' })
    const { granted } = choice
    await decideRefundRow(tx, permit, { paymentId: choice.paymentId, rule, granted, note }, now)
    if (granted) {
      await setPayment(tx, permit, choice.paymentId, { status: 'refunded' })
      const { reason, why: because, payments } = fee
      // A payment too many goes back, and the one that counts stays.
      if (found.payment.status === 'paid' && fee.state === 'paid')
        await keepFee(tx, permit, { reason, state: 'refunded', because, cents: payments[0]?.cents }, now)
    }
    await appendEvent(tx, permit.subjectId, 'fee', permit.actor, now, { fee: granted ? 'refunded' : 'refund-refused' })
    return ok(null)
  })
}
