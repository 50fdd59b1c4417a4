/** Decisions on enrollments that wait to be issued and those that were, and the way to an enrollment. */
import { listDeskDecisions } from '#db/queries/decisions/enrollment-decisions.ts'
import { findEnrollments } from '#db/queries/enrollment/find-enrollments.ts'
import { can } from '#domain/access/policy.ts'
import { siteZone } from '#domain/dates.ts'
import { page } from '#web/kit/page.ts'
import { Alert, Table } from '#web/kit/parts.tsx'
import { redirect, show } from '#web/kit/reply.ts'
import { visitorsContractor } from '../contractor-subject.ts'
import { FoundEnrollments } from '../find/found-enrollments.tsx'
import { deskEnrollmentPath } from './decision-paths.ts'
import { decisionColumns } from './decision-rows.tsx'

export const decisionsPage = page({
  path: '/desk/decisions',
  action: 'decisions.view',
  subject: visitorsContractor,
  query: ['enrollment'],
  async get({ db, permit, query, w, visit }) {
    const t = w.decisions
    const wanted = query.enrollment?.trim() ?? ''
    const found = wanted === '' ? [] : await findEnrollments(db, permit, wanted)
    if (found.length === 1) return redirect(deskEnrollmentPath(found[0]!.id))
    const queues = [
      [t.prepared, t.noneWaiting, await listDeskDecisions(db, permit, 'prepared')],
      [t.madeCaption, t.noneMade, await listDeskDecisions(db, permit, 'made')],
    ] as const
    return show(
      t.queueTitle,
      <>
        <h1>{t.queueTitle}</h1>
        <p>{t.queueIntro}</p>
        <form method="get" class="as-of-form find-form">
          <label class="usa-label" for="enrollment">
            {t.findEnrollment}
          </label>
          <input class="usa-input" id="enrollment" name="enrollment" value={wanted} />
          <button class="usa-button usa-button--outline" type="submit">
            {t.find}
          </button>
        </form>
        {wanted !== '' && found.length === 0 && <Alert kind="info">{w.desk.find.none}</Alert>}
        {found.length > 0 && <FoundEnrollments found={found} w={w} />}
        {queues.map(([caption, none, rows]) =>
          rows.length === 0 ? (
            <p key={caption}>{none}</p>
          ) : (
            <Table
              key={caption}
              caption={caption}
              rows={rows}
              rowKey={(d) => d.id}
              columns={[
                {
                  title: t.provider,
                  cell: (d) => <a href={deskEnrollmentPath(d.enrollmentId)}>{d.enrolleeName}</a>,
                },
                { title: t.enrollment, cell: (d) => <span class="nowrap">{d.enrollmentId}</span> },
                ...decisionColumns(siteZone, w),
              ]}
            />
          ),
        )}
        {can(visit.actor, 'wording.edit', { id: 'site' }) && (
          <p>
            <a class="usa-link" href="/desk/letter-wordings">
              {t.wordings}
            </a>
          </p>
        )}
        {can(visit.actor, 'mail-text.edit', permit.subject) && (
          <p>
            <a class="usa-link" href="/desk/mail-texts">
              {w.desk.mailTexts.title}
            </a>
          </p>
        )}
        <p>
          <a class="usa-link" href="/desk/policies">
            {w.desk.policies.title}
          </a>
        </p>
      </>,
      { wide: true },
    )
  },
})
