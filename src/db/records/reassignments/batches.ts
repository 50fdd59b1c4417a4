/** Writes of uploaded rosters: the answers of the look before sending, and that it was sent. */
import { randomUUID } from 'node:crypto'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { RosterAnswer } from '#domain/reassignment/roster-answer.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { isOf } from '../../queries/reassignments/batches.ts'

export async function insertBatch(
  tx: Db,
  permit: Permit<'reassignment.propose'>,
  group: { readonly id: string | undefined; readonly enrolleeId: string },
  b: { readonly fileName: string; readonly startsOn: Day; readonly answers: readonly RosterAnswer[] },
  at: Date,
): Promise<string> {
  const id = randomUUID()
  await open(tx)
    .insertInto('reassignment_batch')
    .values({
      id,
      to_enrollment_id: group.id ?? null,
      to_enrollee_id: group.id === undefined ? group.enrolleeId : null,
      file_name: b.fileName,
      starts_on: b.startsOn,
      answers: JSON.stringify(b.answers),
      made_by: permit.actor.userId,
      made_at: at,
    })
    .execute()
  return id
}

/** Keeps the final answers; false when it was sent before. */
export async function markSent(
  tx: Db,
  permit: Permit<'reassignment.propose'>,
  id: string,
  answers: readonly RosterAnswer[],
  at: Date,
): Promise<boolean> {
  const done = await open(tx)
    .updateTable('reassignment_batch')
    .set({ sent_at: at, answers: JSON.stringify(answers) })
    .where('id', '=', id)
    .where(isOf(permit.subjectId))
    .where('sent_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
