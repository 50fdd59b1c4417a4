/** Hits by what no file says: enrollments for which no claim came in the months of the policy. 42 CFR 424.540(a)(1). */
import type { Db } from '#db/db.ts'
import { billedAmong, type LastBilledFile } from '#db/queries/lists/last-billed.ts'
import type { MonitoredEnrollment } from '#db/queries/lists/monitored-enrollments.ts'
import type { NewMonitoringCase } from '#db/records/lists/monitoring.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import { isNonBilling, unbilled, wasAsked } from '#domain/screening/non-billing.ts'
import { type Base, factCase, type Listed } from './find-facts.ts'

/** One case a file at most; what somebody let pass is not asked again before the months have passed once more. */
export async function notBilling(
  db: Db,
  permit: Permit<'system.run'>,
  page: readonly MonitoredEnrollment[],
  base: Base,
  list: Listed,
  { file, on, limit }: { readonly file: LastBilledFile; readonly on: Day; readonly limit: number },
): Promise<readonly NewMonitoringCase[]> {
  const byId = new Map(page.map((e) => [e.id, e]))
  return (await billedAmong(db, permit, file, [...byId.keys()], on)).flatMap((b): readonly NewMonitoringCase[] => {
    const found = unbilled(b, file, limit)
    if (!found || b.hasCase || !isNonBilling(found, limit)) return []
    const { lastClaimOn, countedFrom, months, claimBy } = found
    const { asOf, coversFrom } = file
    if (wasAsked(b.lastCase, { lastClaimOn, beganOn: b.beganOn, asOf }, limit)) return []
    const row = { lastClaimOn: lastClaimOn ?? null, beganOn: b.beganOn, asOf }
    const shown = { ...row, countedFrom, limit, months, claimBy, ptan: b.ptan, coversFrom }
    return [factCase(byId.get(b.id)!, base, list, { id: b.id, row, evidence: { nonBilling: shown } })]
  })
}
