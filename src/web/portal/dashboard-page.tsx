import type { ApplicationHeader } from '#db/queries/application/applications.ts'
import { readDashboard } from '#db/queries/application/dashboard.ts'
import type { EnrollmentHeader } from '#db/queries/enrollment/enrollments.ts'
import { enrolleesFor } from '#domain/access/policy.ts'
import { isOpen, statuses } from '#domain/application/lifecycle.ts'
import { dayIn } from '#domain/dates.ts'
import { page, type Visit, visitorsOwn } from '#web/kit/page.ts'
import { StatusTag, Table } from '#web/kit/parts.tsx'
import { show } from '#web/kit/reply.ts'
import type { Words } from '#words/index.ts'
import { affiliationNeeds } from './affiliations/affiliation-needs.ts'
import { applicationPath } from './application/section-order.ts'
import { ownEnrollee } from './beginning/start-page.tsx'
import { revalidationNeeds } from './calendar/revalidation-needs.ts'
import { FindEnrollment } from './enrollments/enrollments-page.tsx'
import { dueOf, needsOf } from './needs-you.ts'
import { claimNeeds } from './no-claims.tsx'
import { reassignmentNeeds } from './reassignments/reassignment-links.tsx'
import { securityHint } from './security-hint.tsx'
import { saleNeeds } from './transfers/sale-needs.ts'

/** More enrollments have a page of their own. */
const MOST_SHOWN = 20

export const dashboardPage = page({
  path: '/dashboard',
  action: 'dashboard.view',
  subject: visitorsOwn,
  async get({ db, permit, now, today, w, visit, services }) {
    const t = w.portal.dashboard
    const { applications, enrollments, letters, declined, overtaken, methods, ...may } = await readDashboard(db, permit)
    const hint = securityHint({ methods, services, w })
    const many = enrolleesFor(visit.actor, 'application.view').length > 1
    const changes = new Set(enrolleesFor(visit.actor, 'enrollment.manage'))
    const needs = [
      ...(may.mayBeAsked ? await affiliationNeeds(db, permit, { now, w }) : []),
      ...(may.mayBeDue ? await revalidationNeeds(db, permit, { now, w }) : []),
      ...(may.mayReassign ? await reassignmentNeeds(db, permit, w) : []),
      ...(may.mayBeSold ? await saleNeeds(db, permit, w) : []),
      ...(may.knowsClaims ? await claimNeeds(db, permit, enrollments, today, w) : []),
      ...(await needsOf({ db, visit, now, today, w }, applications, letters, { declined, overtaken })),
    ]
    return show(
      t.title,
      <>
        <h1>{t.title}</h1>
        {hint}
        <section class="needs-you" aria-labelledby="needs-you">
          <h2 id="needs-you">{t.needsYou}</h2>
          {needs.length === 0 ? (
            <p>{t.nothingNeeded}</p>
          ) : (
            <ul class="needs-you__list">
              {needs.map((n) => (
                <li key={n.href} class="needs-you__item">
                  <a class="usa-link" href={n.href}>
                    {n.what}
                  </a>
                  <span class="needs-you__detail">{many ? `${n.whose}. ${n.detail}` : n.detail}</span>
                </li>
              ))}
            </ul>
          )}
        </section>
        <section aria-labelledby="applications">
          <h2 id="applications">{t.applications}</h2>
          {applications.length === 0 ? (
            <p>{enrollments.length > 0 ? t.noApplicationsEnrolled : t.noApplications}</p>
          ) : (
            <Applications rows={applications} many={many} now={now} w={w} />
          )}
          {ownEnrollee(visit) ? (
            <p>
              <a class="usa-button" href="/start">
                {t.start}
              </a>
            </p>
          ) : (
            <NoEnrollee ask={{ visit, w }} />
          )}
        </section>
        <section aria-labelledby="enrollments">
          <h2 id="enrollments">{t.enrollments}</h2>
          {enrollments.length === 0 ? (
            <p>{t.noEnrollments}</p>
          ) : enrollments.length > MOST_SHOWN ? (
            <>
              <p>{w.portal.enrollments.many}</p>
              <FindEnrollment w={w} />
              <p>
                <a class="usa-link" href="/enrollments">
                  {w.portal.enrollments.all}
                </a>
              </p>
            </>
          ) : (
            <Enrollments rows={enrollments} changes={changes} many={many} w={w} />
          )}
        </section>
      </>,
    )
  },
})

/** Nobody to start for: none at all, or one of several is to be chosen first. */
function NoEnrollee({ ask: { visit, w } }: { ask: { readonly visit: Visit; readonly w: Words } }) {
  const held = enrolleesFor(visit.actor, 'application.start').length
  if (visit.acting) return <p>{w.delegation.switcher.mayNotStart(visit.acting.name)}</p>
  return held > 1 ? (
    <p>
      <a class="usa-button" href="/acting">
        {w.delegation.switcher.chooseFirst}
      </a>
    </p>
  ) : (
    <>
      <p>{w.portal.start.noEnrollee}</p>
      <p>
        {w.delegation.people.yourOrganization}{' '}
        <a class="usa-link" href="/organizations/new">
          {w.delegation.people.addOrganization}
        </a>
      </p>
    </>
  )
}

interface ManyProps {
  /** Of several providers: each line says whose it is. */
  readonly many: boolean
  readonly w: Words
}
function Applications({ rows, many, now, w }: ManyProps & { rows: readonly ApplicationHeader[]; now: Date }) {
  const t = w.portal.dashboard
  return (
    <Table
      caption={t.applications}
      rows={rows}
      rowKey={(a) => a.id}
      columns={[
        {
          title: t.application,
          cell: (a) => (
            <>
              <a class="usa-link" href={applicationPath(a.id)}>
                {`${w.forms[a.form]?.short ?? a.form}, ${w.reasons.on(a.form, a.reason)}, ${w.values.states[a.state] ?? a.state}`}
                {!many && <span class="usa-sr-only">{`, ${a.enrolleeName}`}</span>}
              </a>
              {many && <span class="quiet below">{`${a.enrolleeName}, NPI ${a.enrolleeNpi}`}</span>}
            </>
          ),
        },
        { title: t.status, cell: (a) => <StatusTag status={a.status} w={w} /> },
        { title: t.whoseMove, cell: (a) => w.waitingOn[statuses[a.status].waitingOn] },
        {
          title: t.by,
          cell: (a) => {
            const due = isOpen(a.status) ? dueOf(a) : undefined
            return due ? w.portal.time.due(due, dayIn(a.contractorZone, now)) : t.noDate
          },
        },
        { title: t.tracking, cell: (a) => a.trackingNumber ?? t.trackingLater },
      ]}
    />
  )
}

interface EnrollmentsProps extends ManyProps {
  readonly rows: readonly EnrollmentHeader[]
  /** Enrollees whose record the visitor may change. */
  readonly changes: ReadonlySet<string>
}
function Enrollments({ rows, many, changes, w }: EnrollmentsProps) {
  const t = w.portal.dashboard
  return (
    <Table
      caption={t.enrollments}
      rows={rows}
      rowKey={(e) => e.id}
      columns={[
        {
          title: t.enrollment,
          cell: (e) => (
            <>
              <a class="usa-link" href={`/enrollments/${e.id}`}>
                {e.id}
                {!many && <span class="usa-sr-only">{`, ${e.enrolleeName}`}</span>}
              </a>
              {many && <span class="quiet below">{`${e.enrolleeName}, NPI ${e.enrolleeNpi}`}</span>}
            </>
          ),
        },
        { title: t.status, cell: (e) => w.portal.enrollment.statuses[e.status] },
        { title: t.specialty, cell: (e) => w.portal.enrollment.specialty(e.specialty) },
        { title: t.state, cell: (e) => w.values.states[e.state] ?? e.state },
        { title: t.ptan, cell: (e) => e.ptan },
        { title: t.effective, cell: (e) => (e.effectiveFrom ? w.portal.time.day(e.effectiveFrom) : t.noDate) },
        {
          title: t.update,
          cell: (e) =>
            changes.has(e.enrolleeId) ? (
              <a class="usa-link" href={`/enrollments/${e.id}/change`}>
                {t.update}
                <span class="usa-sr-only">{t.updateLabel(e.id)}</span>
              </a>
            ) : (
              ''
            ),
        },
      ]}
    />
  )
}
