/** Writes of sales: that a buyer named an enrollment, and what its side answered. */
import { randomUUID } from 'node:crypto'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { Agreement, SellerAnswer } from '#domain/ownership/transfer.ts'
import type { MajorityException, MajorityFinding } from '#domain/screening/majority-ownership.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

export interface NewTransfer {
  readonly sellerEnrollmentId: string
  readonly buyerApplicationId: string
  readonly saleOn: Day
  readonly agreement: Agreement
  readonly majority: MajorityFinding['because']
  readonly exception: MajorityException | undefined
}

/** The permit's subject is the buyer. */
export async function insertTransfer(
  tx: Db,
  permit: Permit<'application.start'>,
  t: NewTransfer,
  at: Date,
): Promise<void> {
  await open(tx)
    .insertInto('ownership_transfer')
    .values({
      id: randomUUID(),
      seller_enrollment_id: t.sellerEnrollmentId,
      buyer_enrollee_id: permit.subjectId,
      buyer_application_id: t.buyerApplicationId,
      sale_on: t.saleOn,
      agreement: t.agreement,
      majority_finding: t.majority,
      majority_exception: t.exception ?? null,
      named_by: permit.actor.userId,
      named_at: at,
      answer: null,
      answered_by: null,
      answered_at: null,
      said: null,
    })
    .execute()
}

/** False when it names another enrollment than the permit's, or was answered before. */
export async function answerTransfer(
  tx: Db,
  permit: Permit<'enrollment.manage'>,
  id: string,
  a: { readonly answer: SellerAnswer; readonly said: string | undefined },
  at: Date,
): Promise<boolean> {
  const done = await open(tx)
    .updateTable('ownership_transfer')
    .set({ answer: a.answer, said: a.said ?? null, answered_by: permit.actor.userId, answered_at: at })
    .where('id', '=', id)
    .where('seller_enrollment_id', '=', permit.subjectId)
    .where('answer', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
