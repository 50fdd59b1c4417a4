/** Brings the ownership in the standing record to what was approved, within the transaction of the decision. */
import type { Db } from '#db/db.ts'
import { endOwnership, replaceOwnership } from '#db/records/ownership/interests.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import { ownershipOf } from '#forms/ownership.ts'
import type { CaseFile } from '../case/case-file.ts'

/** Does nothing for a form by which a person enrolls. */
export async function keepOwnership(
  tx: Db,
  permit: Permit<'application.decide'>,
  { header, whole }: Pick<CaseFile, 'header' | 'whole'>,
  { enrollmentId, from, ends }: { readonly enrollmentId: string; readonly from: Day; readonly ends: boolean },
  now: Date,
): Promise<void> {
  const structure = ownershipOf(header.form, whole)
  if (!structure) return
  if (ends) return endOwnership(tx, permit, enrollmentId, from, now)
  await replaceOwnership(tx, permit, { ...structure, enrollmentId, applicationId: header.id }, from, now)
}
