/** The roster of an organization's enrollment: who reassigns benefits to it, and since when. */
import { listRoster } from '#db/queries/delegation/roster.ts'
import { enrollmentSubject } from '#db/queries/enrollments.ts'
import { page } from '#web/kit/page.ts'
import { BackLink, Table } from '#web/kit/parts.tsx'
import { show } from '#web/kit/reply.ts'

export const rosterPage = page({
  path: '/enrollments/:enrollmentId/roster',
  action: 'roster.view',
  subject: (db, { enrollmentId }) => enrollmentSubject(db, enrollmentId),
  async get({ db, permit, w, subject }) {
    const t = w.delegation.roster
    const rows = await listRoster(db, permit)
    const title = t.title(subject.id)
    const { day } = w.portal.time
    return show(
      title,
      <>
        <BackLink href="/dashboard" w={w} label={w.layout.dashboard} />
        <h1>{title}</h1>
        <p class="usa-intro">{t.intro}</p>
        {rows.length === 0 ? (
          <p>{t.empty}</p>
        ) : (
          <Table
            caption={t.caption(rows.length)}
            rows={rows}
            rowKey={(r) => r.id}
            columns={[
              {
                title: t.person,
                cell: (r) => (
                  <>
                    {r.name}
                    <span class="quiet below">NPI {r.npi}</span>
                  </>
                ),
              },
              { title: t.specialty, cell: (r) => w.portal.enrollment.specialty(r.specialty) },
              { title: t.from, cell: (r) => day(r.from) },
              { title: t.to, cell: (r) => (r.to ? day(r.to) : t.goesOn) },
            ]}
          />
        )}
      </>,
    )
  },
})
