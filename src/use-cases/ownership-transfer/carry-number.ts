/**
 * The certification number after a sale: who takes the agreement over keeps the number that was sold, who refuses it gets
 * another (42 CFR 489.18(c), (d)). Asked at the approval of the buyer's application, with what its last word was.
 */
import type { Db } from '#db/db.ts'
import { soldNumber } from '#db/queries/ownership/transfers.ts'
import { lockApplication } from '#db/records/application/applications.ts'
import type { Permit } from '#domain/access/policy.ts'
import { plainCcn } from '#domain/identifiers/ccn.ts'
import type { Problem } from '#domain/result.ts'

/** `number-carries-over` or `number-does-not-pass`; undefined where the application tells of no sale or the record of no number. */
export async function carriesNumber(
  tx: Db,
  permit: Permit<'application.decide'>,
  ccn: string | undefined,
): Promise<Problem | undefined> {
  const sold = await soldNumber(tx, permit)
  if (sold?.ccn === undefined || ccn === undefined) return undefined
  const old = plainCcn(sold.ccn)
  // The reason says what is asked for: whoever refuses the agreement files as a new provider.
  const carries = (await lockApplication(tx, permit)).reason === 'ownership-buyer'
  if (carries && ccn !== old) return { code: 'number-carries-over', at: 'ccn', with: { ccn: old } }
  return !carries && ccn === old ? { code: 'number-does-not-pass', at: 'ccn', with: { ccn: old } } : undefined
}
