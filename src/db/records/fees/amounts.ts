/** Writes the fee of a calendar year. */
import type { Permit } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

export async function saveFeeAmount(
  tx: Db,
  _: Permit<'registry.manage'>,
  a: { readonly year: number; readonly cents: number; readonly cite: string },
): Promise<void> {
  await open(tx)
    .insertInto('fee_amount')
    .values(a)
    .onConflict((c) => c.column('year').doUpdateSet({ cents: a.cents, cite: a.cite }))
    .execute()
}
