/** The owner's view of one enrollment: the record on any day, its periods, places and versions. */

import { listRequestsOf } from '#db/queries/affiliations/request-lists.ts'
import { listMadeDecisions } from '#db/queries/decisions/enrollment-decisions.ts'
import { listLocations, listPeriods, listReassignments } from '#db/queries/enrollment/enrollment-spans.ts'
import { findEnrollmentVersion, listVersions } from '#db/queries/enrollment/enrollment-versions.ts'
import { type EnrollmentHeader, enrollmentSubject, findEnrollment } from '#db/queries/enrollment/enrollments.ts'
import { can } from '#domain/access/policy.ts'
import { beginsFrom } from '#domain/application/reason-standing.ts'
import { type Day, isDay } from '#domain/dates.ts'
import { formOf } from '#forms/index.ts'
import { readingOf } from '#forms/readings.ts'
import { toldUnbilled } from '#use-cases/monitoring/told-unbilled.ts'
import { page } from '#web/kit/page.ts'
import { BackLink, ErrorSummary, SummaryList } from '#web/kit/parts.tsx'
import { show } from '#web/kit/reply.ts'
import type { Words } from '#words/index.ts'
import { RequestLink } from './affiliations/request-link.tsx'
import { DecisionsShown } from './appeals/decisions-shown.tsx'
import { AnswersShown } from './application/answers-shown.tsx'
import { Periods, Places, Reassignments, Versions } from './enrollments/record-tables.tsx'
import { NoClaims } from './no-claims.tsx'
import { ReassignmentsLink } from './reassignments/reassignment-links.tsx'

export const enrollmentPage = page({
  path: '/enrollments/:enrollmentId',
  action: 'enrollment.view',
  subject: (db, { enrollmentId }) => enrollmentSubject(db, enrollmentId),
  query: ['on'],
  async get({ db, permit, w, query, today, visit, subject }) {
    const t = w.portal.enrollment
    const asked = query.on?.trim()
    const wrong = asked !== undefined && asked !== '' && !isDay(asked)
    const on: Day = asked && isDay(asked) ? asked : today
    const { id } = subject
    // None of them hangs on another.
    const [header, version, requests, told, periods, decisions, places, reassignments, versions] = await Promise.all([
      findEnrollment(db, permit),
      findEnrollmentVersion(db, permit, on),
      can(visit.actor, 'affiliation.view', subject) ? listRequestsOf(db, permit, { enrollmentId: id }) : [],
      toldUnbilled(db, permit, [id], today),
      listPeriods(db, permit),
      listMadeDecisions(db, permit),
      listLocations(db, permit, on),
      listReassignments(db, permit),
      listVersions(db, permit),
    ])
    const form = formOf(header.form)
    const starts = { id: subject.enrolleeId, enrolleeId: subject.enrolleeId }
    const title = t.title(header.id)
    return show(
      wrong ? `${w.layout.errorPrefix}${title}` : title,
      <>
        <BackLink href="/dashboard" w={w} label={w.layout.dashboard} />
        <ErrorSummary problems={wrong ? [{ code: 'not-a-date', at: 'on' }] : []} w={w} nameOf={() => t.asOf} />
        <h1>{title}</h1>
        <NoClaims told={told.get(header.id)} enrollmentId={header.id} today={today} w={w} />
        <Facts header={header} w={w} />
        {can(visit.actor, 'application.start', starts) && can(visit.actor, 'enrollment.manage', starts) && (
          <p class="form-buttons">
            {beginsFrom('change', subject.status) && (
              <a class="usa-button" href={`/enrollments/${header.id}/change`}>
                {t.update}
              </a>
            )}
            <a class="usa-button usa-button--outline" href={`/enrollments/${header.id}/reasons`}>
              {w.portal.reasons.more}
            </a>
          </p>
        )}
        <TimeLinks id={header.id} manages={can(visit.actor, 'enrollment.manage', subject)} w={w} />
        <ReassignmentsLink enrollment={subject} visit={visit} w={w} />
        {requests.map((r) => (
          <p key={r.id}>
            {`${w.affiliations.link}: `}
            <RequestLink request={r} today={today} w={w} />
          </p>
        ))}
        {readingOf(subject.form).enrolls === 'organization' && (
          <p>
            <a class="usa-link" href={`/enrollments/${header.id}/ownership`}>
              {w.ownership.link}
            </a>
          </p>
        )}
        <Periods rows={periods} w={w} />
        <DecisionsShown rows={decisions} w={w} />
        <form method="get" class="as-of-form">
          <label class="usa-label" for="on">
            {t.asOf}
          </label>
          <input class="usa-input usa-input--md" type="date" id="on" name="on" value={asked ?? on} />
          <button class="usa-button usa-button--outline" type="submit">
            {t.show}
          </button>
        </form>
        <Places rows={places} w={w} />
        <Reassignments rows={reassignments.filter((r) => r.from <= on && (!r.to || r.to >= on))} w={w} />
        <h2>{version ? t.versionShown(version.ordinal, w.portal.time.day(on)) : t.noVersion(w.portal.time.day(on))}</h2>
        {version && form && (
          <details class="record-shown">
            <summary>{t.facts}</summary>
            <AnswersShown form={form} file={version.file} w={w} />
          </details>
        )}
        <Versions rows={versions} id={header.id} w={w} />
        <p>
          <a class="usa-link" href={`/enrollments/${header.id}/history`}>
            {w.recordHistory.link}
          </a>
        </p>
        <p>
          <a class="usa-link" href="/inbox">
            {t.letters}
          </a>
        </p>
      </>,
      { status: wrong ? 422 : 200 },
    )
  },
})

const TimeLinks = ({ id, manages, w }: { readonly id: string; readonly manages: boolean; readonly w: Words }) => (
  <p>
    <a class="usa-link" href={`/enrollments/${id}/revalidation`}>
      {w.time.revalidation.title}
    </a>
    {manages && ' · '}
    {manages && (
      <a class="usa-link" href={`/enrollments/${id}/report`}>
        {w.time.report.link}
      </a>
    )}
  </p>
)

function Facts({ header: h, w }: { readonly header: EnrollmentHeader; readonly w: Words }) {
  const t = w.portal.enrollment
  return (
    <SummaryList
      w={w}
      rows={[
        { key: t.name, value: h.enrolleeName },
        { key: t.npi, value: h.enrolleeNpi },
        { key: t.ptan, value: h.ptan },
        { key: t.status, value: t.statuses[h.status] },
        { key: t.form, value: [w.forms[h.form]?.short, w.forms[h.form]?.title].join(': ') },
        { key: t.specialtyTitle, value: t.specialty(h.specialty) },
        { key: t.state, value: w.values.states[h.state] ?? h.state },
        { key: t.effective, value: h.effectiveFrom ? w.portal.time.day(h.effectiveFrom) : w.values.notProvided },
        { key: t.contractor, value: h.contractorName },
      ]}
    />
  )
}
