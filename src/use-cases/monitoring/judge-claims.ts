/**
 * A file of last claims that knows hardly anybody who is enrolled is more likely the wrong file than the truth. It is
 * judged before its first pass; by one that is doubted nobody is asked about and nobody is told. The share is ours.
 */
import type { Db } from '#db/db.ts'
import { claimsKnown, type LastBilledFile } from '#db/queries/lists/last-billed.ts'
import { findSetting, saveSetting } from '#db/records/settings.ts'
import type { Permit } from '#domain/access/policy.ts'
import { type ClaimSource, isPlausible } from '#domain/screening/non-billing.ts'

const judgedAs = (source: ClaimSource): string => `monitoring.${source}.judged`

export interface JudgedClaims {
  readonly importId: string
  /** Enrollments of whom it knows a claim, and all that stand and may bill. */
  readonly known: number
  readonly enrollments: number
}

/** Counts, and keeps it, so that pages can say it without counting. False: not to be believed. */
export async function judgeClaims(db: Db, permit: Permit<'system.run'>, file: LastBilledFile): Promise<boolean> {
  const judged: JudgedClaims = { importId: file.version.importId, ...(await claimsKnown(db, permit, file)) }
  await saveSetting(db, judgedAs(file.source), judged)
  return isPlausible(judged)
}

/** What was counted of this load; undefined before its first pass. */
export async function claimsJudged(
  db: Db,
  source: ClaimSource,
  importId: string | undefined,
): Promise<JudgedClaims | undefined> {
  const judged = (await findSetting(db, judgedAs(source))) as JudgedClaims | undefined
  return judged?.importId === importId ? judged : undefined
}
