/** Where a revalidation stands, what its notices prove, and what may be proposed: the same for its owner and the desk. */
import type { Db } from '#db/db.ts'
import { findTimed, listNotifiedTimed, type TimedEnrollment } from '#db/queries/time/due-facts.ts'
import { type DueNotice, listNotices } from '#db/queries/time/due-notices.ts'
import type { Permit } from '#domain/access/policy.ts'
import { type Day, dayIn } from '#domain/dates.ts'
import { couldBeSeen, type Proposal, proposalFor } from '#domain/time/notice-proof.ts'

export interface RevalidationStanding {
  readonly enrollment: TimedEnrollment
  readonly due: Day
  readonly notices: readonly DueNotice[]
  /** The day of the first notice that somebody could have seen. */
  readonly seenSince: Day | undefined
  readonly proposal: Proposal
}

function standingOf(e: TimedEnrollment, all: readonly DueNotice[], now: Date): readonly RevalidationStanding[] {
  if (!e.due) return []
  const notices = all.filter((n) => n.enrollmentId === e.id && n.dueOn === e.due)
  const seen = notices.find((n) => couldBeSeen[n.proof])
  const seenSince = seen && dayIn(e.zone, seen.sentAt ?? seen.openedAt ?? seen.queuedAt)
  const today = dayIn(e.zone, now)
  const proposal = proposalFor({ due: e.due, today, underWay: e.underWay, status: e.status, seenSince })
  return [{ enrollment: e, due: e.due, notices, seenSince, proposal }]
}

/** Those of the contractor that are overdue, with what may be proposed; the longest overdue first. */
export async function listOverdue(
  db: Db,
  permit: Permit<'decisions.view'>,
  now: Date,
): Promise<readonly RevalidationStanding[]> {
  const some = await listNotifiedTimed(db, permit)
  const notices = await listNotices(
    db,
    permit,
    some.map((e) => e.id),
  )
  return some
    .flatMap((e) => standingOf(e, notices, now))
    .filter((s) => s.due < dayIn(s.enrollment.zone, now) && !s.enrollment.underWay)
    .sort((a, b) => (a.due < b.due ? -1 : 1))
}

/** One enrollment's; undefined for what is not revalidated. */
export async function findStanding(
  db: Db,
  permit: Permit<'enrollment.prepare-decision' | 'enrollment.view'>,
  enrollmentId: string,
  now: Date,
): Promise<RevalidationStanding | undefined> {
  const e = await findTimed(db, permit, enrollmentId)
  return e && standingOf(e, await listNotices(db, permit, [e.id]), now)[0]
}
