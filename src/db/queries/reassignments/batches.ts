/** Rosters that a group uploaded, with the answer to each row. */
import type { Permit, Subject } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { RosterAnswer } from '#domain/reassignment/roster-answer.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { isRowId } from '../application/applications.ts'
import { type EnrollmentSubject, enrollmentSubject } from '../enrollment/enrollments.ts'

export interface Batch {
  readonly id: string
  readonly enrollmentId: string
  readonly fileName: string
  readonly startsOn: Day
  readonly answers: readonly RosterAnswer[]
  readonly madeAt: Date
  readonly sentAt: Date | undefined
}
export interface BatchSubject extends Subject {
  readonly group: EnrollmentSubject
  readonly batch: Batch
}

const batches = (db: Db) => open(db).selectFrom('reassignment_batch as b').selectAll('b')
type Row = Awaited<ReturnType<ReturnType<typeof batches>['executeTakeFirstOrThrow']>>
const batchOf = (r: Row): Batch => ({
  id: r.id,
  enrollmentId: r.to_enrollment_id,
  fileName: r.file_name,
  startsOn: r.starts_on,
  answers: r.answers,
  madeAt: r.made_at,
  sentAt: r.sent_at ?? undefined,
})

/** Needs no permit, because permits are minted from it: the group whose roster it is. */
export async function batchSubject(db: Db, id: string | undefined): Promise<BatchSubject | undefined> {
  if (!isRowId(id)) return undefined
  const row = await batches(db).where('b.id', '=', id).executeTakeFirst()
  const group = row && (await enrollmentSubject(db, row.to_enrollment_id))
  return row && group && { ...group, group, batch: batchOf(row) }
}

/** The newest first; at most 20. */
export async function listBatches(db: Db, permit: Permit<'reassignment.propose'>): Promise<readonly Batch[]> {
  const rows = await batches(db)
    .where('b.to_enrollment_id', '=', permit.subjectId)
    .orderBy('b.made_at', 'desc')
    .orderBy('b.id')
    .limit(20)
    .execute()
  return rows.map(batchOf)
}
