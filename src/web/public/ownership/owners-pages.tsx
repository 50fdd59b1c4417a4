/** Owners of facilities for anybody: a search by name, and one facility on any day. Only what CMS publishes. */
import { findPublicFacilities, findPublicOwners, type PublicOwners } from '#db/queries/ownership/public-owners.ts'
import { findStructure } from '#db/queries/ownership/structure-of.ts'
import { type Day, isDay } from '#domain/dates.ts'
import { isEnrollmentId } from '#domain/identifiers/enrollment-id.ts'
import { text } from '#forms/kit/kinds.ts'
import { Control } from '#web/kit/fields.tsx'
import { AsOfForm, OwnershipShown } from '#web/kit/ownership/ownership-shown.tsx'
import { nobodysOwn, page } from '#web/kit/page.ts'
import { BackLink, Button, ErrorSummary, Table } from '#web/kit/parts.tsx'
import { notFound, show } from '#web/kit/reply.ts'
import type { Words } from '#words/index.ts'

const LEAST_LETTERS = 3

export const facilityOwnersPage = page({
  path: '/ownership',
  action: 'public.view',
  subject: nobodysOwn,
  query: ['find'],
  async get({ db, permit, query, w, today }) {
    const t = w.ownership
    const find = query.find?.trim().slice(0, 100) ?? ''
    const short = find !== '' && find.replace(/[^\p{L}\p{N}]/gu, '').length < LEAST_LETTERS
    const problems = short ? [{ code: 'search-short', at: 'find', with: { min: LEAST_LETTERS } } as const] : []
    const rows = find !== '' && !short ? await findPublicFacilities(db, permit, find, today) : undefined
    return show(
      short ? `${w.layout.errorPrefix}${t.publicTitle}` : t.publicTitle,
      <>
        <ErrorSummary problems={problems} w={w} nameOf={() => t.publicFind} />
        <h1>{t.publicTitle}</h1>
        <p class="usa-intro">{t.publicIntro}</p>
        <form method="get" action="/ownership" class="usa-form" noValidate>
          <Control
            name="find"
            kind={text(100)}
            words={{ ask: t.publicFind, hint: t.publicFindHint }}
            value={find}
            problem={problems[0]}
            w={w}
          />
          <Button>{t.find}</Button>
        </form>
        {rows?.length === 0 && <p>{t.publicNone}</p>}
        {rows && rows.length > 0 && (
          <Table
            caption={t.publicFoundCaption}
            rows={rows}
            rowKey={(r) => r.enrollmentId}
            columns={[
              {
                title: t.publicColumns.name,
                cell: (r) => (
                  <a class="usa-link" href={`/ownership/${r.enrollmentId}`}>
                    {r.name}
                  </a>
                ),
              },
              {
                title: t.publicColumns.type,
                cell: (r) => (r.specialty ? w.portal.enrollment.specialty(r.specialty) : w.values.notProvided),
              },
              {
                title: t.publicColumns.state,
                cell: (r) => (r.state ? (w.values.states[r.state] ?? r.state) : w.values.notProvided),
              },
              { title: t.publicColumns.owner, cell: (r) => r.owner ?? '–' },
            ]}
          />
        )}
      </>,
      { status: short ? 422 : 200 },
    )
  },
})

export const oneFacilityPage = page({
  path: '/ownership/:enrollmentId',
  action: 'public.view',
  subject: nobodysOwn,
  query: ['on'],
  async get({ db, permit, params, query, w, today }) {
    const t = w.ownership
    const id = params.enrollmentId ?? ''
    const facility = isEnrollmentId(id) ? await findPublicOwners(db, permit, id) : undefined
    if (!facility) return notFound
    const asked = query.on?.trim() || today
    const wrong = !isDay(asked)
    const on = (wrong ? today : asked) as Day
    const structure = facility.enrolled ? await findStructure(db, permit, id, { on }) : undefined
    const title = t.titleOf(facility.name)
    return show(
      wrong ? `${w.layout.errorPrefix}${title}` : title,
      <>
        <BackLink href="/ownership" w={w} label={t.publicBack} />
        <ErrorSummary problems={wrong ? [{ code: 'not-a-date', at: 'on' }] : []} w={w} nameOf={() => t.asOf} />
        <h1>{title}</h1>
        {facility.enrolled && (
          <>
            <AsOfForm action={`/ownership/${id}`} on={asked} w={w} />
            <h2>{t.on(w.portal.time.day(on))}</h2>
            {structure ? (
              <OwnershipShown structure={structure} w={w} judged={false} />
            ) : (
              <p>{t.noneOn(w.portal.time.day(on))}</p>
            )}
          </>
        )}
        <Published facility={facility} w={w} />
      </>,
      { wide: true, status: wrong ? 422 : 200 },
    )
  },
})

function Published({ facility, w }: { readonly facility: PublicOwners; readonly w: Words }) {
  const t = w.ownership
  if (!facility.fileName) return null
  return (
    <>
      <h2>{t.publishedTitle}</h2>
      <Table
        caption={t.publishedCaption(facility.fileName)}
        rows={facility.published}
        rowKey={(r) => `${r.owner}/${r.role}/${r.percent}/${r.since}`}
        columns={[
          { title: t.columns.party, cell: (r) => r.owner },
          { title: t.columns.interest, cell: (r) => r.role },
          {
            title: t.shareColumn,
            numeric: true,
            cell: (r) => (r.percent === undefined ? w.values.notProvided : t.percent(r.percent)),
          },
          {
            title: t.addressColumns.since,
            cell: (r) => (r.since ? w.portal.time.day(r.since) : w.values.notProvided),
          },
        ]}
      />
    </>
  )
}
