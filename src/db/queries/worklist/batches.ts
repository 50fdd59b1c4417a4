/** Reads of acts on many cases at once: whoever did it sees the result of each case. */
import type { Permit } from '#domain/access/policy.ts'
import type { Problem } from '#domain/result.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { isRowId } from '../application/applications.ts'

export interface BatchRow {
  readonly applicationId: string
  readonly enrolleeName: string
  readonly enrolleeNpi: string
  readonly trackingNumber: string | undefined
  readonly refused: Problem | undefined
  /** Who held it before. */
  readonly beforeId: string | undefined
  readonly versionAfter: number | undefined
  /** "done", or the code of why it could not be undone; undefined before that. */
  readonly undone: string | undefined
}
export interface Batch {
  readonly id: string
  readonly act: 'assign' | 'put-back'
  readonly toId: string | undefined
  readonly toName: string | undefined
  readonly at: Date
  readonly undoneAt: Date | undefined
  readonly rows: readonly BatchRow[]
}

/** Undefined when it is not there or was another's. */
export async function findBatch(
  db: Db,
  permit: Permit<'worklist.work'>,
  id: string | undefined,
): Promise<Batch | undefined> {
  if (!isRowId(id)) return undefined
  const k = open(db)
  const batch = await k
    .selectFrom('desk_batch as b')
    .leftJoin('app_user as u', 'u.id', 'b.to_id')
    .select(['b.act', 'b.to_id', 'b.at', 'b.undone_at', 'u.display_name'])
    .where('b.id', '=', id)
    .where('b.by_id', '=', permit.actor.userId)
    .where('b.contractor_id', '=', permit.subjectId)
    .executeTakeFirst()
  if (!batch) return undefined
  const rows = await k
    .selectFrom('desk_batch_row as r')
    .innerJoin('application as a', 'a.id', 'r.application_id')
    .innerJoin('enrollee as e', 'e.id', 'a.enrollee_id')
    .select(['r.application_id', 'r.refused', 'r.before_id', 'r.version_after', 'r.undone'])
    .select(['e.display_name', 'e.npi', 'a.tracking_number'])
    .where('r.batch_id', '=', id)
    .orderBy('r.position')
    .execute()
  return {
    id,
    act: batch.act,
    toId: batch.to_id ?? undefined,
    toName: batch.display_name ?? undefined,
    at: batch.at,
    undoneAt: batch.undone_at ?? undefined,
    rows: rows.map((r) => ({
      applicationId: r.application_id,
      enrolleeName: r.display_name,
      enrolleeNpi: r.npi,
      trackingNumber: r.tracking_number ?? undefined,
      refused: r.refused ?? undefined,
      beforeId: r.before_id ?? undefined,
      versionAfter: r.version_after ?? undefined,
      undone: r.undone ?? undefined,
    })),
  }
}
