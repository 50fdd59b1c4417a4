/** /enrollments: the record of everyone that somebody works for, with what is due; found by name or number. */
import type { JSX } from 'preact'
import { type OwnEnrollment, pageOfEnrollments } from '#db/queries/enrollment/own-enrollments.ts'
import { enrolleesFor } from '#domain/access/policy.ts'
import { csvFile } from '#domain/reassignment/csv-cell.ts'
import { page, visitorsOwn } from '#web/kit/page.ts'
import { BackLink, Button, Table } from '#web/kit/parts.tsx'
import { download, show } from '#web/kit/reply.ts'
import type { Words } from '#words/index.ts'

const PAGE = 50
/** Of the file, which has all. */
const ROWS_AT_ONCE = 5_000

export const enrollmentsPage = page({
  path: '/enrollments',
  action: 'dashboard.view',
  subject: visitorsOwn,
  query: ['find', 'page'],
  async get({ db, permit, query, w, visit, today }) {
    const t = w.portal.enrollments
    const search = (query.find ?? '').trim().slice(0, 100)
    const at = Math.min(1000, Math.max(0, Number.parseInt(query.page ?? '0', 10) || 0))
    const { rows, count } = await pageOfEnrollments(db, permit, { search, page: at, limit: PAGE })
    const changes = new Set(enrolleesFor(visit.actor, 'enrollment.manage'))
    const to = (n: number) => `/enrollments?find=${encodeURIComponent(search)}&page=${n}`
    return show(
      t.title,
      <>
        <BackLink href="/dashboard" w={w} label={w.portal.dashboard.title} />
        <h1>{t.title}</h1>
        <FindEnrollment search={search} w={w} />
        {rows.length === 0 ? (
          <p>{search ? t.nothingFound(search) : w.portal.dashboard.noEnrollments}</p>
        ) : (
          <Table
            caption={t.caption(count)}
            rows={rows}
            rowKey={(e) => e.id}
            columns={[
              {
                title: t.provider,
                cell: (e) => (
                  <>
                    <a class="usa-link" href={`/enrollments/${e.id}`}>
                      {e.enrolleeName}
                      <span class="usa-sr-only">{`, ${e.id}`}</span>
                    </a>
                    <span class="quiet below">{`NPI ${e.enrolleeNpi}`}</span>
                  </>
                ),
              },
              {
                title: w.portal.dashboard.enrollment,
                cell: (e) => (
                  <>
                    {e.id}
                    <span class="quiet below">{`${w.portal.enrollment.specialty(e.specialty)}, ${w.values.states[e.state] ?? e.state}`}</span>
                  </>
                ),
              },
              { title: w.portal.dashboard.ptan, cell: (e) => e.ptan },
              { title: w.portal.dashboard.status, cell: (e) => w.portal.enrollment.statuses[e.status] },
              { title: t.due, cell: (e) => (e.due ? w.portal.time.due(e.due, today) : t.notDue) },
              ...(rows.some((e) => changes.has(e.enrolleeId))
                ? [
                    {
                      title: t.update,
                      cell: (e: OwnEnrollment) =>
                        changes.has(e.enrolleeId) ? (
                          <a class="usa-link" href={`/enrollments/${e.id}/change`}>
                            {t.update}
                            <span class="usa-sr-only">{` ${e.enrolleeName}, ${e.id}`}</span>
                          </a>
                        ) : (
                          '–'
                        ),
                    },
                  ]
                : []),
            ]}
          />
        )}
        {count > 0 && (
          <p class="no-print">
            <a class="usa-link" href={`/enrollments.csv?find=${encodeURIComponent(search)}`}>
              {t.download}
            </a>{' '}
            <span class="quiet">{t.downloadHint}</span>
          </p>
        )}
        <p class="actions no-print">
          {at > 0 && (
            <a class="usa-link" href={to(at - 1)}>
              {w.delegation.switcher.previous}
            </a>
          )}{' '}
          {(at + 1) * PAGE < count && (
            <a class="usa-link" href={to(at + 1)}>
              {w.delegation.switcher.next}
            </a>
          )}
        </p>
      </>,
    )
  },
})

/** The same as a table for a spreadsheet; with its NPIs it can be watched as a roster. */
export const enrollmentsCsvPage = page({
  path: '/enrollments.csv',
  action: 'dashboard.view',
  subject: visitorsOwn,
  query: ['find'],
  async get({ db, permit, query, w }) {
    const t = w.portal.enrollments
    const search = (query.find ?? '').trim().slice(0, 100)
    const rows: OwnEnrollment[] = []
    for (let at = 0, all = 1; rows.length < all; at++) {
      const found = await pageOfEnrollments(db, permit, { search, page: at, limit: ROWS_AT_ONCE })
      if (found.rows.length === 0) break
      rows.push(...found.rows)
      all = found.count
    }
    const lines = rows.map((e) => [
      e.enrolleeNpi,
      e.enrolleeName,
      e.id,
      e.ptan,
      w.portal.enrollment.specialty(e.specialty),
      e.state,
      w.portal.enrollment.statuses[e.status],
      e.effectiveFrom,
      e.due,
    ])
    return download(Buffer.from(csvFile([t.columns, ...lines])), 'text/csv; charset=utf-8', 'enrollments.csv')
  },
})

/** The box that leads to the page, for pages that speak of many enrollments. */
export const FindEnrollment = ({ search = '', w }: { search?: string; w: Words }): JSX.Element => (
  <form method="get" action="/enrollments" class="switcher-search no-print">
    <label class="usa-label" for="find">
      {w.portal.enrollments.find}
    </label>
    <div class="switcher-search__row">
      <input class="usa-input" id="find" name="find" type="search" value={search} autocomplete="off" />
      <Button>{w.delegation.switcher.find}</Button>
    </div>
  </form>
)
