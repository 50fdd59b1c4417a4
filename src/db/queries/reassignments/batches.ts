/** Rosters that a group uploaded, with the answer to each row. */
import { sql } from 'kysely'
import type { Permit, Subject } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { RosterAnswer } from '#domain/reassignment/roster-answer.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { isRowId } from '../application/applications.ts'
import { type EnrollmentSubject, enrollmentSubject } from '../enrollment/enrollments.ts'

export interface Batch {
  readonly id: string
  /** Undefined for a group that is not enrolled here. */
  readonly enrollmentId: string | undefined
  readonly fileName: string
  readonly startsOn: Day
  readonly answers: readonly RosterAnswer[]
  readonly madeAt: Date
  readonly sentAt: Date | undefined
}
export interface BatchSubject extends Subject {
  /** Undefined for a group that is not enrolled here: the subject is the party. */
  readonly group: EnrollmentSubject | undefined
  readonly batch: Batch
}

const batches = (db: Db) => open(db).selectFrom('reassignment_batch as b').selectAll('b')
type Row = Awaited<ReturnType<ReturnType<typeof batches>['executeTakeFirstOrThrow']>>
const batchOf = (r: Row): Batch => ({
  id: r.id,
  enrollmentId: r.to_enrollment_id ?? undefined,
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
  if (!row) return undefined
  const batch = batchOf(row)
  if (row.to_enrollee_id) return { id: row.to_enrollee_id, enrolleeId: row.to_enrollee_id, group: undefined, batch }
  const group = row.to_enrollment_id ? await enrollmentSubject(db, row.to_enrollment_id) : undefined
  return group && { ...group, group, batch }
}

/** The id of an enrollment, or of a party. */
export const isOf = (id: string) =>
  isRowId(id) ? sql<boolean>`to_enrollee_id = ${id}` : sql<boolean>`to_enrollment_id = ${id}`

/** The newest first; at most 20. */
export async function listBatches(db: Db, permit: Permit<'reassignment.propose'>): Promise<readonly Batch[]> {
  const rows = await batches(db)
    .where(isOf(permit.subjectId))
    .orderBy('b.made_at', 'desc')
    .orderBy('b.id')
    .limit(20)
    .execute()
  return rows.map(batchOf)
}
