/** Finds and holds the case that is next for anybody. Only use-cases call this, inside a transaction. */
import type { Permit } from '#domain/access/policy.ts'
import { statusesAllowing } from '#domain/application/lifecycle.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

/**
 * The id of the case of the contractor that waits longest for somebody to take it; undefined when there is none. Cases
 * that others are taking at this instant are passed over, so that nobody waits for anybody and no two get the same.
 */
export async function lockNextUnassigned(tx: Db, permit: Permit<'worklist.work'>): Promise<string | undefined> {
  const { contractorId } = permit.subject
  if (contractorId === undefined) return undefined
  const row = await open(tx)
    .selectFrom('application')
    .select('id')
    .where('contractor_id', '=', contractorId)
    .where('status', 'in', statusesAllowing('begin-review'))
    .where('assigned_to', 'is', null)
    .where('received_on', 'is not', null)
    .orderBy('received_on')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  return row?.id
}
