/** Writes down that a program used its key or token, for the audit and for "last used". */
import type { Db } from '#db/db.ts'
import type { KnownCaller } from '#db/queries/api/caller.ts'
import { type ApiUse, recordApiUse } from '#db/records/api/uses.ts'

export const noteApiUse = (
  db: Db,
  { clientId, partyId, keyId }: Pick<KnownCaller, 'clientId' | 'partyId' | 'keyId'>,
  use: Pick<ApiUse, 'action' | 'path' | 'ip' | 'userAgent' | 'outcome'>,
  now: Date,
): Promise<void> => recordApiUse(db, { clientId, partyId, keyId, subjectId: clientId, ...use }, now)
