/** Writes what a person cleared, and takes it back when he says otherwise. */
import type { Permit } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

type Judge = Permit<'application.review' | 'monitoring.judge'>

export interface Cleared {
  readonly enrolleeId: string
  readonly party: string
  readonly source: string
  readonly rowId: string
  readonly rowSha256: string
}

export async function saveClearedMatch(tx: Db, permit: Judge, c: Cleared, reason: string, at: Date): Promise<void> {
  const said = { row_sha256: c.rowSha256, reason, cleared_by: permit.actor.userId, cleared_at: at }
  await open(tx)
    .insertInto('cleared_match')
    .values({ enrollee_id: c.enrolleeId, party: c.party, source: c.source, row_id: c.rowId, ...said })
    .onConflict((x) => x.columns(['enrollee_id', 'party', 'source', 'row_id']).doUpdateSet(said))
    .execute()
}

/** It is the party after all: nothing stays cleared. */
export async function dropClearedMatch(tx: Db, _: Judge, c: Omit<Cleared, 'rowSha256'>): Promise<void> {
  await open(tx)
    .deleteFrom('cleared_match')
    .where('enrollee_id', '=', c.enrolleeId)
    .where('party', '=', c.party)
    .where('source', '=', c.source)
    .where('row_id', '=', c.rowId)
    .execute()
}
