/** Writes of wordings: a change is a row more, never another row. */
import type { Permit } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

export interface NewWording {
  readonly id: string
  readonly version: number
  readonly label: string
  readonly words: string
  readonly cite: string
  readonly retired: boolean
}

/** False when somebody else wrote this version a moment before. */
export async function insertWording(
  tx: Db,
  permit: Permit<'wording.manage'>,
  wording: NewWording,
  at: Date,
): Promise<boolean> {
  const done = await open(tx)
    .insertInto('development_wording')
    .values({
      contractor_id: permit.subjectId,
      ...wording,
      changed_by: permit.actor.userId,
      changed_at: at,
    })
    .onConflict((c) => c.columns(['contractor_id', 'id', 'version']).doNothing())
    .executeTakeFirst()
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
}
