/** Takes a paper out of an application, or puts it back. The file itself is kept: it may have been signed before. */
import type { Db } from '#db/db.ts'
import { lockApplication, touchApplication } from '#db/records/application/applications.ts'
import { setDocumentRemoved } from '#db/records/application/documents.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { isEditable } from '#domain/application/lifecycle.ts'
import { ok, type Result, refuse } from '#domain/result.ts'

const set = (db: Db, permit: Permit<'application.edit'>, documentId: string, removedAt: Date | null, now: Date) =>
  transact(db, async (tx): Promise<Result<null>> => {
    const locked = await lockApplication(tx, permit)
    if (!isEditable(locked.status)) return refuse({ code: 'not-editable' })
    if (!(await setDocumentRemoved(tx, permit, documentId, removedAt))) return refuse({ code: 'not-found' })
    await touchApplication(tx, locked.id, now)
    return ok(null)
  })

/** Refuses with `not-editable` or `not-found`. */
export const removeDocument = (db: Db, permit: Permit<'application.edit'>, documentId: string, now: Date) =>
  set(db, permit, documentId, now, now)

export const restoreDocument = (db: Db, permit: Permit<'application.edit'>, documentId: string, now: Date) =>
  set(db, permit, documentId, null, now)
