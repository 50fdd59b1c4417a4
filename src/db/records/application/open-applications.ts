/** Whether an enrollee already has such an application open. Asked inside the transaction that would start another. */

import type { Permit } from '#domain/access/policy.ts'
import { isEditable, isOpen } from '#domain/application/lifecycle.ts'
import type { ApplicationReason } from '#domain/application/reasons.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

/**
 * The open application by which the permit's enrollee already enrolls in the state. Holds the enrollee until the
 * transaction ends, so that two starts at once cannot both find none.
 */
export async function findOpenInitial(
  tx: Db,
  permit: Permit<'application.start'>,
  form: string,
  state: string,
  reason: ApplicationReason = 'initial',
): Promise<string | undefined> {
  await open(tx).selectFrom('enrollee').select('id').where('id', '=', permit.subjectId).forUpdate().execute()
  const rows = await open(tx)
    .selectFrom('application')
    .select(['id', 'status'])
    .where('enrollee_id', '=', permit.subjectId)
    .where('form', '=', form)
    .where('state', '=', state)
    .where('reason', '=', reason)
    .where('enrollment_id', 'is', null)
    .execute()
  return rows.find((r) => isOpen(r.status))?.id
}

/**
 * The open application that another of this reason about an enrollment would double, if there is one. Several changes
 * may be open at once: one that is sent, or a draft about other tasks, doubles nothing. Holds the enrollee, as
 * `findOpenInitial` does.
 */
export async function findOpenChange(
  tx: Db,
  permit: Permit<'application.start'>,
  enrollmentId: string,
  reason: ApplicationReason,
  tasks: readonly string[],
): Promise<string | undefined> {
  await open(tx).selectFrom('enrollee').select('id').where('id', '=', permit.subjectId).forUpdate().execute()
  const rows = await open(tx)
    .selectFrom('application')
    .select(['id', 'status', 'chosen_tasks'])
    .where('enrollee_id', '=', permit.subjectId)
    .where('enrollment_id', '=', enrollmentId)
    .where('reason', '=', reason)
    .execute()
  const doubles = (r: (typeof rows)[number]): boolean =>
    reason === 'change' ? isEditable(r.status) && r.chosen_tasks.some((t) => tasks.includes(t)) : isOpen(r.status)
  return rows.find(doubles)?.id
}

/** Moves a draft to another edition of its form. */
export async function setEdition(tx: Db, permit: Permit<'application.edit'>, edition: string, at: Date): Promise<void> {
  await open(tx)
    .updateTable('application')
    .set((eb) => ({ edition, updated_at: at, version: eb('version', '+', 1) }))
    .where('id', '=', permit.subjectId)
    .execute()
}
