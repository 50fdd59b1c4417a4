/** The ownership on record of one enrollment, on any day. */
import { enrollmentSubject, findEnrollment } from '#db/queries/enrollment/enrollments.ts'
import { findStructure } from '#db/queries/ownership/structure-of.ts'
import { type Day, isDay, later } from '#domain/dates.ts'
import { AsOfForm, OwnershipShown } from '#web/kit/ownership/ownership-shown.tsx'
import { page } from '#web/kit/page.ts'
import { BackLink, ErrorSummary } from '#web/kit/parts.tsx'
import { show } from '#web/kit/reply.ts'

export const recordOwnershipPage = page({
  path: '/enrollments/:enrollmentId/ownership',
  action: 'enrollment.view',
  subject: (db, { enrollmentId }) => enrollmentSubject(db, enrollmentId),
  query: ['on'],
  async get({ db, permit, w, query, today, subject }) {
    const t = w.ownership
    const { enrolleeName, effectiveFrom } = await findEnrollment(db, permit)
    // What was approved for a later day is what there is to see until then.
    const first = effectiveFrom ? later(today, effectiveFrom) : today
    const asked = query.on?.trim() || first
    const wrong = !isDay(asked)
    const on = (wrong ? first : asked) as Day
    const structure = await findStructure(db, permit, subject.id, { on })
    const title = t.titleOf(enrolleeName)
    return show(
      wrong ? `${w.layout.errorPrefix}${title}` : title,
      <>
        <BackLink href={`/enrollments/${subject.id}`} w={w} />
        <ErrorSummary problems={wrong ? [{ code: 'not-a-date', at: 'on' }] : []} w={w} nameOf={() => t.asOf} />
        <h1>{title}</h1>
        <p class="usa-intro">{t.intro}</p>
        <AsOfForm action={`/enrollments/${subject.id}/ownership`} on={asked} w={w} />
        <h2>{t.on(w.portal.time.day(on))}</h2>
        {structure ? <OwnershipShown structure={structure} w={w} /> : <p>{t.noneOn(w.portal.time.day(on))}</p>}
      </>,
      { wide: true, status: wrong ? 422 : 200 },
    )
  },
})
