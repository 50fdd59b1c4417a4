/** Enrollments whose owners are told that no claim came for months, before they may be deactivated for it. Reads only. */
import type { Db } from '#db/db.ts'
import { billedAmong, lastBilledFile } from '#db/queries/lists/last-billed.ts'
import { policyOn } from '#db/queries/policies/desk-policies.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import { EVERYBODY } from '#domain/policies/desk-policy.ts'
import {
  type ClaimSource,
  claimSources,
  isPlausible,
  isToldOf,
  monthsWithout,
  type Unbilled,
  unbilled,
} from '#domain/screening/non-billing.ts'
import { claimsJudged } from './judge-claims.ts'

export interface ToldUnbilled extends Unbilled {
  /** The claims that did not come: their own, or those that name them. */
  readonly source: ClaimSource
  /** Months of the policy, and the day up to which claims are known. */
  readonly limit: number
  readonly asOf: Day
}

/** By enrollment; nobody while no file of claims may be asked and is believed, or while the desk does not watch it. */
export async function toldUnbilled(
  db: Db,
  permit: Permit<'dashboard.view' | 'enrollment.view'>,
  enrollmentIds: readonly string[],
  on: Day,
): Promise<ReadonlyMap<string, ToldUnbilled>> {
  const told = new Map<string, ToldUnbilled>()
  if (enrollmentIds.length === 0) return told
  const policy = await policyOn(db, 'monitoring', EVERYBODY, on)
  if (!policy.statuses.includes('approved')) return told
  const isWatched = (s: ClaimSource) => policy.sources.includes(s) && (s !== 'last-named' || policy.orderOnly)
  for (const source of claimSources.filter(isWatched)) {
    const file = await lastBilledFile(db, on, source)
    const judged = file && (await claimsJudged(db, source, file.version.importId))
    if (!file || !judged || !isPlausible(judged)) continue
    const limit = monthsWithout(source, policy)
    for (const b of await billedAmong(db, permit, file, enrollmentIds, on)) {
      const found = unbilled(b, file, limit)
      if (found && isToldOf(found, limit)) told.set(b.id, { ...found, source, limit, asOf: file.asOf })
    }
  }
  return told
}
