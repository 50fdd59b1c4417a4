/** When each member of a group has to revalidate, the soonest first. */
import { enrollmentSubject } from '#db/queries/enrollment/enrollments.ts'
import { listMemberDues } from '#db/queries/time/member-dues.ts'
import { dayIn } from '#domain/dates.ts'
import { revalidationState } from '#domain/time/revalidation.ts'
import { page } from '#web/kit/page.ts'
import { BackLink, Table } from '#web/kit/parts.tsx'
import { show } from '#web/kit/reply.ts'

export const memberDuesPage = page({
  path: '/enrollments/:enrollmentId/roster/revalidations',
  action: 'roster.view',
  subject: (db, { enrollmentId }) => enrollmentSubject(db, enrollmentId),
  async get({ db, permit, subject, today, now, w }) {
    const t = w.time.members
    const rows = await listMemberDues(db, permit, today)
    return show(
      t.title,
      <>
        <BackLink href={`/enrollments/${subject.id}/roster`} w={w} label={t.back} />
        <h1>{t.title}</h1>
        <p class="usa-intro">{t.intro}</p>
        {rows.length === 0 ? (
          <p>{t.none}</p>
        ) : (
          <Table
            caption={t.caption}
            rows={rows}
            rowKey={(e) => e.id}
            columns={[
              {
                title: t.member,
                cell: (e) => (
                  <>
                    {e.enrolleeName}
                    <span class="quiet below">{`NPI ${e.enrolleeNpi}, ${w.values.states[e.state] ?? e.state}`}</span>
                  </>
                ),
              },
              { title: t.due, cell: (e) => e.due && w.portal.time.day(e.due) },
              {
                title: t.state,
                cell: (e) => e.due && w.time.states[revalidationState(e.due, dayIn(e.zone, now), e.underWay)],
              },
            ]}
          />
        )}
      </>,
    )
  },
})
