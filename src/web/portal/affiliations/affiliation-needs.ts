/** Requests to disclose affiliations that wait for the visitor, as things that need them. */
import type { Db } from '#db/db.ts'
import { listOwnAffiliationRequests } from '#db/queries/affiliations/request-lists.ts'
import type { Permit } from '#domain/access/policy.ts'
import { dayIn } from '#domain/dates.ts'
import type { Words } from '#words/index.ts'
import { affiliationsPath } from './affiliation-paths.ts'

export async function affiliationNeeds(
  db: Db,
  permit: Permit<'dashboard.view'>,
  { now, w }: { readonly now: Date; readonly w: Words },
) {
  const t = w.affiliations
  return (await listOwnAffiliationRequests(db, permit)).map((r) => ({
    what: t.need,
    whose: r.enrolleeName,
    detail: t.needDetail(w.portal.time.due(r.dueOn, dayIn(r.contractorZone, now))),
    href: affiliationsPath(r.id),
  }))
}
