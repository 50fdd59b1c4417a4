/** Enters the fee of a calendar year from its notice. An amount that somebody paid already is never changed. */
import type { Db } from '#db/db.ts'
import { listFeeAmounts, yearWasPaid } from '#db/queries/fees/amounts.ts'
import { saveFeeAmount } from '#db/records/fees/amounts.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { ok, type Result, refuse } from '#domain/result.ts'

export interface AmountOfYear {
  readonly year: number
  readonly cents: number
  /** The notice: "90 FR 55738". */
  readonly cite: string
}

/** Refuses with `not-plausible` (amount or year), `required` (the notice) or `already-so` (it was paid already). */
export async function setFeeAmount(db: Db, permit: Permit<'registry.manage'>, a: AmountOfYear): Promise<Result<null>> {
  if (!Number.isInteger(a.year) || a.year < 2011 || a.year > 2100) return refuse({ code: 'not-plausible', at: 'year' })
  if (!Number.isInteger(a.cents) || a.cents < 10_000 || a.cents > 500_000)
    return refuse({ code: 'not-plausible', at: 'amount' })
  if (a.cite.trim() === '') return refuse({ code: 'required', at: 'cite' })
  return transact(db, async (tx) => {
    const now = (await listFeeAmounts(tx, permit)).find((x) => x.year === a.year)
    if (now?.cents !== undefined && now.cents !== a.cents && (await yearWasPaid(tx, permit, a.year)))
      return refuse({ code: 'already-so' })
    await saveFeeAmount(tx, permit, { ...a, cite: a.cite.trim() })
    return ok(null)
  })
}
