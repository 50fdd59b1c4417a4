/** One party over all filings: every enrollment that is reached from it, on any day. */
import { searchAffiliations } from '#db/queries/affiliations/search.ts'
import { authorize } from '#domain/access/policy.ts'
import { type Day, isDay } from '#domain/dates.ts'
import { isEnrollmentStatus } from '#domain/enrollment/enrollment.ts'
import { traceParty } from '#use-cases/ownership/trace-party.ts'
import { AsOfForm, Flags } from '#web/kit/ownership/ownership-shown.tsx'
import { page } from '#web/kit/page.ts'
import { Alert, BackLink, ErrorSummary, Table } from '#web/kit/parts.tsx'
import { notFound, show } from '#web/kit/reply.ts'
import { DisclosedTable } from '../affiliations/disclosed-table.tsx'
import { visitorsContractor } from '../contractor-subject.ts'

export const partyTracePage = page({
  path: '/desk/owners/:partyId',
  action: 'ownership.trace',
  subject: visitorsContractor,
  query: ['on'],
  async get({ db, permit, params, query, w, today }) {
    const t = w.ownership
    const asked = query.on?.trim() || today
    const wrong = !isDay(asked)
    const found = await traceParty(db, permit, params.partyId ?? '', (wrong ? today : asked) as Day)
    if (!found) return notFound
    const { party, reached, cut } = found
    const searching = authorize(permit.actor, 'affiliation.search', permit.subject)
    const disclosed = searching.ok
      ? await searchAffiliations(db, searching.value, { sameAs: { ownerId: party.id, name: party.name } })
      : []
    const title = t.traceTitle(party.name)
    return show(
      wrong ? `${w.layout.errorPrefix}${title}` : title,
      <>
        <BackLink href="/desk/owners" w={w} label={t.ownersLink} />
        <ErrorSummary problems={wrong ? [{ code: 'not-a-date', at: 'on' }] : []} w={w} nameOf={() => t.asOf} />
        <h1>{title}</h1>
        <p>
          <Flags party={party} w={w} /> {party.address}
        </p>
        <p class="usa-intro">{t.traceIntro}</p>
        <AsOfForm action={`/desk/owners/${party.id}`} on={asked} w={w} />
        {cut && <Alert kind="warning">{t.traceCut}</Alert>}
        {reached.length === 0 ? (
          <p>{t.traceNone}</p>
        ) : (
          <Table
            caption={t.traceCaption}
            rows={reached}
            rowKey={(r) => r.id}
            columns={[
              { title: t.traceColumns.name, cell: (r) => r.name },
              { title: t.traceColumns.enrollment, cell: (r) => `${r.id}, ${w.values.states[r.state] ?? r.state}` },
              {
                title: t.traceColumns.status,
                cell: (r) => (isEnrollmentStatus(r.status) ? w.portal.enrollment.statuses[r.status] : r.status),
              },
              {
                title: t.traceColumns.share,
                numeric: true,
                cell: (r) => (r.percent === undefined ? w.desk.case.none : t.percent(r.percent)),
              },
              {
                title: t.traceColumns.as,
                cell: (r) =>
                  r.roles.length > 0
                    ? [...new Set(r.roles.map((x) => t.roles[x]))].join(', ')
                    : r.steps === 0
                      ? t.itself
                      : t.throughOthers(r.steps),
              },
            ]}
          />
        )}
        <h2>{w.affiliations.desk.aboutTitle}</h2>
        {disclosed.length === 0 ? (
          <p>{w.affiliations.desk.aboutNone}</p>
        ) : (
          <DisclosedTable caption={w.affiliations.desk.aboutTitle} rows={disclosed} w={w} />
        )}
      </>,
      { wide: true, status: wrong ? 422 : 200 },
    )
  },
})
