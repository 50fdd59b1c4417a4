/** Writes a date of revalidation that goes before the one of the cycle. Every one is kept; the newest holds. */
import { randomUUID } from 'node:crypto'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { noteChange } from '../enrollment/enrollments.ts'

export async function insertRevalidationDate(
  tx: Db,
  permit: Permit<'enrollment.prepare-decision'>,
  d: { readonly dueOn: Day; readonly reason: string },
  at: Date,
): Promise<void> {
  await open(tx)
    .insertInto('revalidation_date')
    .values({
      id: randomUUID(),
      enrollment_id: permit.subjectId,
      due_on: d.dueOn,
      reason: d.reason,
      set_by: permit.actor.userId,
      set_at: at,
    })
    .execute()
  // What answers from memory says the date too.
  await noteChange(tx, permit.subjectId, at)
}
