/** Sets another date than the cycle's, because CMS asks outside of it (42 CFR 424.515(d)). */
import type { Db } from '#db/db.ts'
import { findTimed } from '#db/queries/time/due-facts.ts'
import { insertRevalidationDate } from '#db/records/time/revalidation-dates.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import type { Permit } from '#domain/access/policy.ts'
import { addDays, type Day, dayIn, isDay } from '#domain/dates.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { clocks } from '#domain/review/queues/clocks.ts'
import { REASON_MIN } from '#domain/review/screening/screening.ts'

/** Refuses with `not-found`, `not-a-date`, `date-before` (sooner than 60 days from now) or `reason-needed`. */
export const setRevalidationDate = (
  db: Db,
  permit: Permit<'enrollment.prepare-decision'>,
  input: { readonly dueOn: string; readonly reason: string },
  now: Date,
): Promise<Result<Day>> =>
  transactOrRefuse(db, async (tx) => {
    const e = await findTimed(tx, permit, permit.subjectId)
    if (!e?.due) return refuse({ code: 'not-found' })
    const { dueOn } = input
    if (!isDay(dueOn)) return refuse({ code: 'not-a-date', at: 'dueOn' })
    const soonest = addDays(dayIn(e.zone, now), clocks.revalidation.days)
    if (dueOn < soonest) return refuse({ code: 'date-before', at: 'dueOn', with: { day: soonest } })
    const reason = input.reason.trim()
    if (reason.length < REASON_MIN) return refuse({ code: 'reason-needed', at: 'reason', with: { min: REASON_MIN } })
    await insertRevalidationDate(tx, permit, { dueOn, reason }, now)
    return ok(dueOn)
  })
