/** "Not the same", as a person said it of a party and one entry of a list. It holds while the entry says the same. */
import type { Action, Permit } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

export interface ClearedMatch {
  readonly party: string
  readonly source: string
  readonly rowId: string
  readonly rowSha256: string
  readonly reason: string
  readonly by: string
  readonly at: Date
}

export async function listClearedMatches(
  db: Db,
  _: Permit<Action>,
  enrolleeIds: readonly string[],
): Promise<readonly (ClearedMatch & { readonly enrolleeId: string })[]> {
  if (enrolleeIds.length === 0) return []
  const rows = await open(db).selectFrom('cleared_match').selectAll().where('enrollee_id', 'in', enrolleeIds).execute()
  return rows.map((r) => ({
    enrolleeId: r.enrollee_id,
    party: r.party,
    source: r.source,
    rowId: r.row_id,
    rowSha256: r.row_sha256,
    reason: r.reason,
    by: r.cleared_by,
    at: r.cleared_at,
  }))
}
