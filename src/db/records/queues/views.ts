/** Writes of kept views of the worklist. Only use-cases call these. */
import { randomUUID } from 'node:crypto'
import type { Permit } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { isRowId } from '../../queries/application/applications.ts'

export interface NewView {
  readonly name: string
  readonly query: Readonly<Record<string, string>>
  readonly shared: boolean
}

/** False when the person has a view of that name. */
export async function insertView(db: Db, permit: Permit<'worklist.work'>, v: NewView, at: Date): Promise<boolean> {
  const done = await open(db)
    .insertInto('saved_view')
    .values({
      id: randomUUID(),
      contractor_id: permit.subjectId,
      owner_id: permit.actor.userId,
      name: v.name,
      query: JSON.stringify(v.query),
      shared: v.shared,
      created_at: at,
    })
    .onConflict((c) => c.columns(['owner_id', 'name']).doNothing())
    .executeTakeFirst()
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Removes one's own view; another's stays. */
export async function deleteView(db: Db, permit: Permit<'worklist.work'>, id: string): Promise<void> {
  if (!isRowId(id)) return
  await open(db).deleteFrom('saved_view').where('id', '=', id).where('owner_id', '=', permit.actor.userId).execute()
}
