/** The provider asks to have a revalidation that came early taken up now; the policy says for which reasons. */
import type { Db } from '#db/db.ts'
import { moveApplication } from '#db/records/application/application-events.ts'
import { lockApplication } from '#db/records/application/applications.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { REASON_MIN } from '#domain/review/screening/screening.ts'
import { earlyReasons, isEarlyReason } from '#domain/time/early-revalidation.ts'

/** Refuses with `required`, `reason-needed`, `early-not-allowed` or `not-in-this-status`. */
export const processEarly = (
  db: Db,
  permit: Permit<'application.take-up'>,
  asked: { readonly reason: string | undefined; readonly explanation: string },
  now: Date,
): Promise<Result<null>> =>
  transact(db, async (tx) => {
    const explanation = asked.explanation.trim().slice(0, 500)
    if (!isEarlyReason(asked.reason)) return refuse({ code: 'required', at: 'reason' })
    const { allowed, cite } = earlyReasons[asked.reason]
    if (!allowed) return refuse({ code: 'early-not-allowed', at: 'reason' })
    if (explanation.length < REASON_MIN)
      return refuse({ code: 'reason-needed', at: 'explanation', with: { min: REASON_MIN } })
    const locked = await lockApplication(tx, permit)
    const detail = { reason: asked.reason, explanation, cite }
    const moved = await moveApplication(tx, locked, { event: 'process-early', detail, dueOn: null }, permit.actor, now)
    return moved.ok ? ok(null) : moved
  })
