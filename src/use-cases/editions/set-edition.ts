/** Enters when an edition of a form is in force, and until when it is taken after it was replaced. */
import type { Db } from '#db/db.ts'
import type { FormEdition } from '#db/queries/application/form-editions.ts'
import { saveFormEdition } from '#db/records/application/form-editions.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { readings } from '#forms/readings.ts'

/** Refuses with `not-a-choice` (the form), `required` (edition or notice) or `date-before` (taken until before it began). */
export async function setFormEdition(db: Db, permit: Permit<'registry.manage'>, e: FormEdition): Promise<Result<null>> {
  if (!readings.some((r) => r.form.id === e.form)) return refuse({ code: 'not-a-choice', at: 'form' })
  if (e.edition.trim() === '') return refuse({ code: 'required', at: 'edition' })
  if (e.cite.trim() === '') return refuse({ code: 'required', at: 'cite' })
  if (e.acceptedUntil !== undefined && e.acceptedUntil < e.inForceOn)
    return refuse({ code: 'date-before', at: 'acceptedUntil' })
  return transact(db, async (tx) => {
    await saveFormEdition(tx, permit, { ...e, cite: e.cite.trim() })
    return ok(null)
  })
}
