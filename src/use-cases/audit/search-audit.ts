/** What an auditor looks for in the log is in the log too. */
import type { Db } from '#db/db.ts'
import { type AuditFilter, listAudit, type ReadEntry } from '#db/queries/staff/audit.ts'
import { appendStaffEvent } from '#db/records/staff/staff-events.ts'
import type { Permit } from '#domain/access/policy.ts'
import { isDay, siteZone } from '#domain/dates.ts'
import { ok, type Problem, type Result, refuse } from '#domain/result.ts'
import type { Caller } from '#use-cases/account/identity.ts'

export interface AuditSearch {
  readonly filter: AuditFilter
  readonly limit: number
  /** A file leaves the portal: that is said in the log. */
  readonly isDownload: boolean
}

/** Entries that fit, newest first. Refuses with `not-a-date` at "from" or "to". */
export async function searchAudit(
  db: Db,
  permit: Permit<'audit.view'>,
  { filter, limit, isDownload }: AuditSearch,
  caller: Caller,
  now: Date,
): Promise<Result<readonly ReadEntry[]>> {
  const problems = (['from', 'to'] as const).flatMap((at): readonly Problem[] =>
    filter[at] && !isDay(filter[at]) ? [{ code: 'not-a-date', at }] : [],
  )
  if (problems[0]) return refuse(problems[0], ...problems.slice(1))
  if (isDownload || Object.values(filter).some((v) => v !== undefined)) {
    const action = isDownload ? 'audit.download' : 'audit.search'
    const detail = Object.fromEntries(Object.entries(filter).filter(([, v]) => v !== undefined))
    await appendStaffEvent(db, { actorId: permit.actor.userId, action, subjectId: 'audit', caller, detail }, now)
  }
  return ok(await listAudit(db, permit, filter, { limit, zone: siteZone }))
}
