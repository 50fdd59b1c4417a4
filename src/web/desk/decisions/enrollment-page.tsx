/** One enrollment at the desk: its periods, every decision on it, and which can be prepared. */
import { searchAffiliations } from '#db/queries/affiliations/search.ts'
import { listRecordDecisions } from '#db/queries/decisions/enrollment-decisions.ts'
import { enrollmentSubject } from '#db/queries/enrollment/enrollments.ts'
import { authorize, can } from '#domain/access/policy.ts'
import { dayIn } from '#domain/dates.ts'
import { kindsFrom } from '#domain/decisions/kinds.ts'
import { statusOn } from '#domain/enrollment/enrollment.ts'
import { readEnrollment } from '#use-cases/decisions/read-enrollment.ts'
import { page } from '#web/kit/page.ts'
import { SummaryList, Table } from '#web/kit/parts.tsx'
import { AskAffiliationsLink } from '../affiliations/ask-link.tsx'
import { DisclosedTable } from '../affiliations/disclosed-table.tsx'
import { decisionPath, preparePath } from './decision-paths.ts'
import { decisionColumns, PeriodsTable } from './decision-rows.tsx'
import { deskScreen } from './desk-screen.tsx'

export const deskEnrollmentPage = page({
  path: '/desk/enrollments/:enrollmentId',
  action: 'decisions.view',
  subject: (db, { enrollmentId }) => enrollmentSubject(db, enrollmentId),
  async get({ db, permit, w, visit, subject, now }) {
    const t = w.decisions
    const { header, periods } = await readEnrollment(db, permit, subject.id)
    const made = await listRecordDecisions(db, permit, subject.id)
    const today = dayIn(header.contractorZone, now)
    const prepared = made.find((d) => d.state === 'prepared')
    const searching = authorize(permit.actor, 'affiliation.search', subject)
    const party = { npi: header.enrolleeNpi, name: header.enrolleeName }
    const disclosed = searching.ok
      ? await searchAffiliations(db, searching.value, { sameAs: party, notOf: subject.enrolleeId })
      : []
    const kinds = kindsFrom(statusOn(periods, today) ?? 'withdrawn')
    return deskScreen({
      w,
      title: t.enrollmentTitle(header.enrolleeName),
      back: { href: '/desk/decisions', label: t.backToQueue },
      children: (
        <>
          <SummaryList
            w={w}
            rows={[
              { key: t.enrollment, value: header.id },
              { key: w.portal.enrollment.npi, value: header.enrolleeNpi },
              {
                key: t.applications,
                value: <a href={`/desk/find?find=${header.enrolleeNpi}`}>{t.applicationsOf}</a>,
              },
              { key: w.portal.enrollment.ptan, value: header.ptan },
              { key: w.portal.enrollment.status, value: w.portal.enrollment.statuses[header.status] },
            ]}
          />
          <AskAffiliationsLink enrollmentId={subject.id} actor={visit.actor} subject={subject} w={w} />
          <PeriodsTable periods={periods} w={w} />
          {disclosed.length > 0 && <DisclosedTable caption={w.affiliations.desk.aboutTitle} rows={disclosed} w={w} />}
          {made.length === 0 ? (
            <p>{t.noHistory}</p>
          ) : (
            <Table
              caption={t.history}
              rows={made}
              rowKey={(d) => d.id}
              columns={decisionColumns(header.contractorZone, w)}
            />
          )}
          {can(visit.actor, 'enrollment.prepare-decision', subject) && (
            <section aria-labelledby="choose">
              <h2 id="choose">{t.choose}</h2>
              {prepared ? (
                <p>
                  {t.onePrepared} <a href={decisionPath(prepared.id)}>{t.lookAtIt}</a>
                </p>
              ) : (
                <p>{t.chooseIntro}</p>
              )}
              {prepared ? null : kinds.length === 0 ? (
                <p>{t.noKinds}</p>
              ) : (
                <ul class="usa-list">
                  {kinds.map((k) => (
                    <li key={k}>
                      <a href={preparePath(subject.id, k)}>{t.kinds[k]}</a>
                    </li>
                  ))}
                </ul>
              )}
              <p class="quiet">{t.owner}</p>
            </section>
          )}
        </>
      ),
    })
  },
})
