/** Who took a case out of the portal by the command line; pages are noted by the server. */
import type { Db } from '#db/db.ts'
import { recordAccess } from '#db/records/access/access-records.ts'
import type { Permit } from '#domain/access/policy.ts'

export const noteExport = (db: Db, permit: Permit<'case.view'>, now: Date): Promise<void> =>
  recordAccess(
    db,
    { actor: permit.actor, path: 'evidence export', ip: '', userAgent: 'command line' },
    permit.action,
    permit.subject,
    now,
  )
