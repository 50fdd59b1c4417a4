/** Writes of when editions of forms are in force and until when they are taken. */
import type { Permit } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import type { FormEdition } from '../../queries/application/form-editions.ts'

export async function saveFormEdition(tx: Db, _: Permit<'registry.manage'>, e: FormEdition): Promise<void> {
  const dates = { in_force_on: e.inForceOn, accepted_until: e.acceptedUntil ?? null, cite: e.cite }
  await open(tx)
    .insertInto('form_edition')
    .values({ form: e.form, edition: e.edition, ...dates })
    .onConflict((c) => c.columns(['form', 'edition']).doUpdateSet(dates))
    .execute()
}
