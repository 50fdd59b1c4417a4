/** Notes what the scanner said of a file that is no document of an application. */
import type { Permit } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import type { StoredFile } from '../../queries/stored-files/unscanned.ts'

/** Clean, or the name of what it found: nobody opens that any more. */
export async function recordFileScan(
  tx: Db,
  _: Permit<'system.run'>,
  { kind, id }: StoredFile,
  found: string | undefined,
  at: Date,
): Promise<void> {
  const k = open(tx)
  const set = { scan_state: found ? 'infected' : 'clean', scanned_at: at, scan_found: found ?? null } as const
  if (kind === 'appeal-paper') await k.updateTable('appeal_document').set(set).where('id', '=', id).execute()
  else if (kind === 'task-photo') await k.updateTable('task_photo').set(set).where('id', '=', id).execute()
  else await k.updateTable('official_claim').set(set).where('id', '=', id).execute()
}
