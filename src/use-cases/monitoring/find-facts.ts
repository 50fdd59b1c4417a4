/** Hits by a number, where no name is compared: a deactivated NPI, a license that is not active or has expired. */
import type { Db } from '#db/db.ts'
import type { MonitoredEnrollment } from '#db/queries/lists/monitored-enrollments.ts'
import { boardLicensesAmong, deactivatedAmong } from '#db/queries/lists/monitored-rows.ts'
import type { NewMonitoringCase } from '#db/records/lists/monitoring.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import { licenseKey } from '#domain/party/board-license.ts'
import type { File } from '#forms/kit/section.ts'
import { rowSha256 } from '../screening/screened-parties.ts'
import { APPLICANT, licensesOf } from '../screening/screening-subjects.ts'

type System = Permit<'system.run'>
export type Base = Pick<NewMonitoringCase, 'source' | 'kind' | 'sourceAsOf'>
export type Listed = Readonly<Record<string, unknown>>

/** Enrollees whose NPI the registry has deactivated. */
export async function deactivated(
  db: Db,
  permit: System,
  page: readonly MonitoredEnrollment[],
  base: Base,
  list: Listed,
): Promise<readonly NewMonitoringCase[]> {
  const found = new Map(
    (
      await deactivatedAmong(
        db,
        permit,
        page.map((e) => e.npi),
      )
    ).map((d) => [d.npi, d.deactivatedOn]),
  )
  return page.flatMap((e): readonly NewMonitoringCase[] => {
    const deactivatedOn = found.get(e.npi)
    if (deactivatedOn === undefined) return []
    const row = { npi: e.npi, deactivatedOn }
    return [factCase(e, base, list, { id: e.npi, row, evidence: { deactivation: row } })]
  })
}

/** Licenses that the boards' file lists as anything but active, or as expired on the day. */
export async function licenses(
  db: Db,
  permit: System,
  page: readonly MonitoredEnrollment[],
  base: Base,
  list: Listed,
  on: Day,
): Promise<readonly NewMonitoringCase[]> {
  const held = page.flatMap((e) =>
    licensesOf((e.file ?? {}) as File).map((l) => ({ e, key: `${l.state} ${licenseKey(l.number)}` })),
  )
  const found = await boardLicensesAmong(
    db,
    permit,
    held.map((h) => h.key),
  )
  return held.flatMap(({ e, key }): readonly NewMonitoringCase[] => {
    const listed = found.get(key) ?? []
    const isGood = listed.some((l) => l.standing === 'active' && (l.expiresOn === undefined || l.expiresOn >= on))
    if (listed.length === 0 || isGood) return []
    return [factCase(e, base, list, { id: key, row: listed, evidence: { licenses: listed } })]
  })
}

/** A case about the enrollee by a number, where no name is compared. */
export const factCase = (
  e: MonitoredEnrollment,
  base: Base,
  list: Listed,
  fact: { readonly id: string; readonly row: object; readonly evidence: Listed },
): NewMonitoringCase => ({
  ...base,
  enrollmentId: e.id,
  contractorId: e.contractorId,
  party: APPLICANT,
  partyName: e.enrolleeName,
  rowId: fact.id,
  rowSha256: rowSha256(fact.row),
  outcome: 'match',
  evidence: { list, ...fact.evidence },
})
