/** Revalidations that somebody was written to about, and that nobody has begun, as things that need the visitor. */
import type { Db } from '#db/db.ts'
import { listOwnTimed } from '#db/queries/time/due-facts.ts'
import { can, type Permit } from '#domain/access/policy.ts'
import { dayIn } from '#domain/dates.ts'
import { noticeDue } from '#domain/time/revalidation.ts'
import type { Words } from '#words/index.ts'

export async function revalidationNeeds(
  db: Db,
  permit: Permit<'dashboard.view'>,
  { now, w }: { readonly now: Date; readonly w: Words },
) {
  const t = w.time.revalidation
  return (await listOwnTimed(db, permit)).flatMap((e) => {
    const today = dayIn(e.zone, now)
    const subject = { id: e.id, enrolleeId: e.enrolleeId }
    const may = can(permit.actor, 'application.start', subject) && can(permit.actor, 'enrollment.manage', subject)
    // A draft is a need of its own; what was sent waits for the contractor.
    if (!may || !e.due || e.draftId || e.underWay || e.status === 'opted-out' || !noticeDue(e.due, today)) return []
    return [
      {
        what: t.need(e.id),
        whose: e.enrolleeName,
        detail: t.needDetail(w.portal.time.due(e.due, today)),
        href: `/enrollments/${e.id}/revalidation`,
      },
    ]
  })
}
