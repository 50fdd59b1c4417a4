/** Everything that is due for whoever asks and for everyone they act for, the sooner first. Reads only. */
import type { Db } from '#db/db.ts'
import { listOwnAffiliationRequests } from '#db/queries/affiliations/request-lists.ts'
import type { AffiliationRequest } from '#db/queries/affiliations/requests.ts'
import { type ApplicationHeader, listOwnApplications } from '#db/queries/application/applications.ts'
import { listExpiries, listOwnTimed, type TimedEnrollment } from '#db/queries/time/due-facts.ts'
import { listReportable } from '#db/queries/time/reportable-changes.ts'
import { can, type Permit } from '#domain/access/policy.ts'
import { draftExpiresOn } from '#domain/application/draft-expiry.ts'
import { allows, isOpen } from '#domain/application/lifecycle.ts'
import { type Day, dayIn } from '#domain/dates.ts'
import { optOutTerm } from '#domain/enrollment/opt-out.ts'
import { byDay, type DueItem, watchedAs } from '#domain/time/due-item.ts'
import { billingItems } from './billing-items.ts'

export async function ownCalendar(db: Db, permit: Permit<'dashboard.view'>, today: Day): Promise<readonly DueItem[]> {
  const enrollments = await listOwnTimed(db, permit)
  const ids = enrollments.map((e) => e.id)
  const byId = new Map(enrollments.map((e) => [e.id, e]))
  const whose = (e: TimedEnrollment) => ({ enrolleeId: e.enrolleeId, enrolleeName: e.enrolleeName, detail: e.state })
  /** Whoever may not change the record is led to it, not to a page that does not open. */
  const where = (e: TimedEnrollment, page: string) => {
    const subject = { id: e.id, enrolleeId: e.enrolleeId }
    const may = can(permit.actor, 'enrollment.manage', subject) && can(permit.actor, 'application.start', subject)
    return `/enrollments/${e.id}${may ? page : ''}`
  }
  const expiries = await listExpiries(db, permit, ids)
  const changes = await listReportable(db, permit, ids)
  return [
    ...(await listOwnApplications(db, permit)).flatMap(ofApplication),
    ...(await listOwnAffiliationRequests(db, permit)).map(ofAffiliations),
    ...enrollments.flatMap((e) => [...ofRevalidation(e), ...ofOptOut(e, today)]),
    ...(await billingItems(db, permit, enrollments, today)),
    ...expiries.map((x): DueItem => {
      const e = byId.get(x.enrollmentId)!
      return {
        id: `expiry|${x.enrollmentId}|${x.sectionId}|${x.itemId}`,
        kind: watchedAs(x.sectionId),
        on: x.on,
        about: `${e.form} ${x.sectionId}`,
        href: where(e, '/change'),
        ...whose(e),
      }
    }),
    ...changes.map((c): DueItem => {
      const e = byId.get(c.enrollmentId)!
      return {
        id: `report|${c.id}`,
        kind: 'report',
        on: c.dueOn,
        about: c.event,
        href: where(e, '/report'),
        ...whose(e),
      }
    }),
  ].sort(byDay)
}

/** Drafts until they are closed, requests until they are answered, and what the contractor should have done by a day. */
function ofApplication(a: ApplicationHeader): readonly DueItem[] {
  if (!isOpen(a.status)) return []
  const isDraft = allows(a.status, 'submit')
  const on = isDraft ? draftExpiresOn(dayIn(a.contractorZone, a.updatedAt)) : a.dueOn
  if (!on) return []
  const asked = allows(a.status, 'answer-development')
  return [
    {
      id: `application|${a.id}`,
      kind: isDraft ? 'draft' : asked ? 'request' : 'review',
      on,
      enrolleeId: a.enrolleeId,
      enrolleeName: a.enrolleeName,
      about: a.form,
      detail: a.state,
      href: `/applications/${a.id}${asked ? '/request' : ''}`,
    },
  ]
}

const ofAffiliations = (r: AffiliationRequest): DueItem => ({
  id: `affiliations|${r.id}`,
  kind: 'affiliations',
  on: r.dueOn,
  enrolleeId: r.enrolleeId,
  enrolleeName: r.enrolleeName,
  about: 'affiliations',
  detail: r.trackingNumber ?? r.enrollmentId ?? '',
  href: `/affiliations/${r.id}`,
})

function ofRevalidation(e: TimedEnrollment): readonly DueItem[] {
  if (!e.due || e.underWay || e.status === 'opted-out') return []
  return [
    {
      id: `revalidation|${e.id}`,
      kind: 'revalidation',
      on: e.due,
      enrolleeId: e.enrolleeId,
      enrolleeName: e.enrolleeName,
      about: e.form,
      detail: e.state,
      href: `/enrollments/${e.id}/revalidation`,
    },
  ]
}

/** The last day of the term: it goes on by itself unless it is cancelled before. */
const ofOptOut = (e: TimedEnrollment, today: Day): readonly DueItem[] =>
  e.status === 'opted-out'
    ? [
        {
          id: `opt-out|${e.id}`,
          kind: 'opt-out',
          on: optOutTerm(e.began, today).to,
          enrolleeId: e.enrolleeId,
          enrolleeName: e.enrolleeName,
          about: e.form,
          detail: e.state,
          href: `/enrollments/${e.id}`,
        },
      ]
    : []
