/** What time does to reassignments that wait for a signature: reminded, told for the last time, run out. */
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

export async function markReminded(tx: Db, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length === 0) return
  await open(tx).updateTable('reassignment_handshake').set({ reminded_at: at }).where('id', 'in', ids).execute()
}

/** Nobody signed in time. */
export async function expireHandshakes(tx: Db, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length === 0) return
  await open(tx).updateTable('reassignment_handshake').set({ expired_at: at }).where('id', 'in', ids).execute()
}

/** Both sides were told for the last time; returns those that were not told before. */
export async function markLastCall(tx: Db, ids: readonly string[], at: Date): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await open(tx)
    .updateTable('reassignment_handshake')
    .set({ last_call_at: at })
    .where('id', 'in', ids)
    .where('last_call_at', 'is', null)
    .returning('id')
    .execute()
  return new Set(rows.map((r) => r.id))
}
