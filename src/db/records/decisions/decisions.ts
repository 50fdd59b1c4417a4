/** Writes of decisions: one row a submission, which the database itself keeps unique. */
import { randomUUID } from 'node:crypto'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

type Deciding = Permit<'application.decide'>

export interface NewDecision {
  readonly submission: number
  readonly kind: 'approve' | 'deny' | 'reject' | 'return'
  readonly reasons: readonly string[]
  readonly effectiveOn?: Day
  readonly mayBillFrom?: Day
  readonly because: readonly string[]
  readonly note: string | undefined
}

/** Throws when this submission was decided already, which the application's status rules out before. */
export async function insertDecision(tx: Db, permit: Deciding, d: NewDecision, at: Date): Promise<void> {
  await open(tx)
    .insertInto('decision')
    .values({
      id: randomUUID(),
      application_id: permit.subjectId,
      submission_ordinal: d.submission,
      kind: d.kind,
      reasons: JSON.stringify(d.reasons),
      effective_on: d.effectiveOn ?? null,
      may_bill_from: d.mayBillFrom ?? null,
      because: JSON.stringify(d.because),
      note: d.note ?? null,
      decided_by: permit.actor.userId,
      decided_at: at,
    })
    .execute()
}

/** Ties an initial application to the enrollment that came of it. */
export async function linkEnrollment(tx: Db, permit: Deciding, enrollmentId: string): Promise<void> {
  await open(tx)
    .updateTable('application')
    .set({ enrollment_id: enrollmentId })
    .where('id', '=', permit.subjectId)
    .execute()
}
