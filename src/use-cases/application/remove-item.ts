/** Takes an item out of a list, or puts it back. Nothing is lost until the application is signed. */
import type { Db } from '#db/db.ts'
import { setItemRemoved } from '#db/records/application/application-items.ts'
import { lockApplication, touchApplication } from '#db/records/application/applications.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { mayEdit } from './save-section.ts'

interface Which {
  readonly sectionId: string
  readonly itemId: string
}

const set = (db: Db, permit: Permit<'application.edit'>, which: Which, removedAt: Date | null, now: Date) =>
  transact(db, async (tx): Promise<Result<null>> => {
    const locked = await lockApplication(tx, permit)
    const may = await mayEdit(tx, permit, locked, which.sectionId)
    if (!may.ok) return may
    if (!(await setItemRemoved(tx, locked.id, which.sectionId, which.itemId, removedAt)))
      return refuse({ code: 'not-found' })
    await touchApplication(tx, locked.id, now)
    return ok(null)
  })

/** Refuses with `not-editable`, `not-pinned` or `not-found`. */
export const removeItem = (db: Db, permit: Permit<'application.edit'>, which: Which, now: Date) =>
  set(db, permit, which, now, now)

/** The same refusals. */
export const restoreItem = (db: Db, permit: Permit<'application.edit'>, which: Which, now: Date) =>
  set(db, permit, which, null, now)
