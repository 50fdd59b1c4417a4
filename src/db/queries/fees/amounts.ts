/** Reads of the fee of each calendar year, as it was entered from its notice. */
import type { Permit } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import type { FeeAmount } from './fees.ts'

/** Oldest first. */
export async function listFeeAmounts(db: Db, _: Permit<'registry.manage'>): Promise<readonly FeeAmount[]> {
  const rows = await open(db).selectFrom('fee_amount').selectAll().orderBy('year').execute()
  return rows.map((r) => ({ year: r.year, cents: r.cents ?? undefined, cite: r.cite }))
}

/** Did anybody pay in this calendar year (UTC)? */
export async function yearWasPaid(db: Db, _: Permit<'registry.manage'>, year: number): Promise<boolean> {
  const row = await open(db)
    .selectFrom('fee_payment')
    .select('id')
    .where('receipt_number', 'is not', null)
    .where('begun_at', '>=', new Date(Date.UTC(year, 0, 1)))
    .where('begun_at', '<', new Date(Date.UTC(year + 1, 0, 1)))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
