import { type ApplicationHeader, listOwnApplications } from '#db/queries/applications.ts'
import { type EnrollmentHeader, listOwnEnrollments } from '#db/queries/enrollments.ts'
import { listLetters } from '#db/queries/letters.ts'
import { isOpen, statuses } from '#domain/application/lifecycle.ts'
import { dayIn } from '#domain/dates.ts'
import { page, visitorsOwn } from '#web/kit/page.ts'
import { StatusTag, Table } from '#web/kit/parts.tsx'
import { show } from '#web/kit/reply.ts'
import type { Words } from '#words/index.ts'
import { dueOf, needsOf } from './needs-you.ts'
import { applicationPath } from './section-order.ts'
import { ownEnrollee } from './start-page.tsx'

export const dashboardPage = page({
  path: '/dashboard',
  action: 'dashboard.view',
  subject: visitorsOwn,
  async get({ db, permit, now, today, w, visit }) {
    const t = w.portal.dashboard
    const applications = await listOwnApplications(db, permit)
    const enrollments = await listOwnEnrollments(db, permit)
    const needs = await needsOf({ db, visit, now, today, w }, applications, await listLetters(db, permit))
    return show(
      t.title,
      <>
        <h1>{t.title}</h1>
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
                  <span class="needs-you__detail">{n.detail}</span>
                </li>
              ))}
            </ul>
          )}
        </section>
        <section aria-labelledby="applications">
          <h2 id="applications">{t.applications}</h2>
          {applications.length === 0 ? <p>{t.noApplications}</p> : <Applications rows={applications} now={now} w={w} />}
          {ownEnrollee(visit) ? (
            <p>
              <a class="usa-button" href="/enroll/start">
                {t.start}
              </a>
            </p>
          ) : (
            <p>{w.portal.start.noEnrollee}</p>
          )}
        </section>
        <section aria-labelledby="enrollments">
          <h2 id="enrollments">{t.enrollments}</h2>
          {enrollments.length === 0 ? <p>{t.noEnrollments}</p> : <Enrollments rows={enrollments} w={w} />}
        </section>
      </>,
    )
  },
})

function Applications({ rows, now, w }: { rows: readonly ApplicationHeader[]; now: Date; w: Words }) {
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
            <a class="usa-link" href={applicationPath(a.id)}>
              {`${w.forms[a.form]?.short ?? a.form}, ${t.reasons[a.reason]}, ${w.values.states[a.state] ?? a.state}`}
              <span class="usa-sr-only">{`, ${a.enrolleeName}`}</span>
            </a>
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
        { title: t.tracking, cell: (a) => a.trackingNumber ?? w.values.notProvided },
      ]}
    />
  )
}

function Enrollments({ rows, w }: { rows: readonly EnrollmentHeader[]; w: Words }) {
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
            <a class="usa-link" href={`/enrollments/${e.id}`}>
              {e.id}
              <span class="usa-sr-only">{`, ${e.enrolleeName}`}</span>
            </a>
          ),
        },
        { title: t.status, cell: (e) => w.portal.enrollment.statuses[e.status] },
        { title: t.specialty, cell: (e) => w.portal.enrollment.specialty(e.specialty) },
        { title: t.state, cell: (e) => w.values.states[e.state] ?? e.state },
        { title: t.ptan, cell: (e) => e.ptan },
        { title: t.effective, cell: (e) => (e.effectiveFrom ? w.portal.time.day(e.effectiveFrom) : t.noDate) },
        {
          title: t.update,
          cell: (e) => (
            <a class="usa-link" href={`/enrollments/${e.id}/change`}>
              {t.update}
              <span class="usa-sr-only">{t.updateLabel(e.id)}</span>
            </a>
          ),
        },
      ]}
    />
  )
}
