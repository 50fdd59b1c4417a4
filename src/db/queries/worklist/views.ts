/** Kept views of the worklist: one's own, and those that a supervisor shares with the desk. Reads only. */
import type { Permit } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { isRowId } from '../application/applications.ts'

export interface SavedView {
  readonly id: string
  readonly name: string
  /** Fields of the worklist's address. */
  readonly query: Readonly<Record<string, string>>
  readonly shared: boolean
  readonly isOwn: boolean
}

/** By name; nobody's for who looks at every contractor. */
export async function listViews(db: Db, permit: Permit<'worklist.view'>): Promise<readonly SavedView[]> {
  const { contractorId } = permit.subject
  const { userId } = permit.actor
  if (contractorId === undefined || !isRowId(userId)) return []
  const rows = await open(db)
    .selectFrom('saved_view')
    .select(['id', 'name', 'query', 'shared', 'owner_id'])
    .where('contractor_id', '=', contractorId)
    .where((e) => e.or([e('owner_id', '=', userId), e('shared', '=', true)]))
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map((r) => ({ id: r.id, name: r.name, query: r.query, shared: r.shared, isOwn: r.owner_id === userId }))
}
