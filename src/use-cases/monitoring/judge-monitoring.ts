/** A person's word on a hit of the monitoring. "Not the same" is remembered beside the entry. */
import type { Db } from '#db/db.ts'
import { findMonitoringCase } from '#db/queries/lists/monitoring.ts'
import { dropClearedMatch, saveClearedMatch } from '#db/records/lists/cleared-matches.ts'
import { saveMonitoringDisposition } from '#db/records/lists/monitoring.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { REASON_MIN } from '#domain/review/screening/screening.ts'
import { dispositionsOf, type MonitoringDisposition } from '#domain/screening/monitoring.ts'

/** Refuses with `disposition-needed`, `reason-needed`, `not-found`, or `stale` when it was said already. */
export const judgeMonitoring = (
  db: Db,
  permit: Permit<'monitoring.judge'>,
  said: { readonly disposition: MonitoringDisposition | undefined; readonly reason: string },
  now: Date,
): Promise<Result<null>> =>
  transact(db, async (tx) => {
    const found = await findMonitoringCase(tx, permit)
    if (!found) return refuse({ code: 'not-found' })
    const { disposition } = said
    if (!disposition || !dispositionsOf(found.kind).includes(disposition))
      return refuse({ code: 'disposition-needed', at: 'disposition' })
    const reason = said.reason.trim()
    if (reason.length < REASON_MIN) return refuse({ code: 'reason-needed', at: 'reason', with: { min: REASON_MIN } })
    if (!(await saveMonitoringDisposition(tx, permit, found.id, { disposition, reason }, now)))
      return refuse({ code: 'stale' })
    const { enrolleeId, party, source, rowId, rowSha256 } = found
    if (disposition === 'not-the-same')
      await saveClearedMatch(tx, permit, { enrolleeId, party, source, rowId, rowSha256 }, reason, now)
    else await dropClearedMatch(tx, permit, { enrolleeId, party, source, rowId })
    return ok(null)
  })
