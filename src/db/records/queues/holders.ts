/** Who holds a case, where its status stays as it is. Only use-cases call this, holding the application's row. */
import type { Permit } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { appendEvent } from '../application/application-events.ts'

/** Gives the permit's case to another person and says so in its history. */
export async function changeHolder(
  tx: Db,
  permit: Permit<'application.review'>,
  holderId: string,
  detail: Readonly<Record<string, unknown>>,
  at: Date,
): Promise<void> {
  await open(tx)
    .updateTable('application')
    .set((eb) => ({ assigned_to: holderId, updated_at: at, version: eb('version', '+', 1) }))
    .where('id', '=', permit.subjectId)
    .execute()
  await appendEvent(tx, permit.subjectId, 'assign', permit.actor, at, detail)
}
