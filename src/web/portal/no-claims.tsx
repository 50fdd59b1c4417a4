/** Tells the owner of an enrollment that no claim came for months, what may follow, and what to do. 42 CFR 424.540(a)(1). */
import type { JSX } from 'preact'
import type { Db } from '#db/db.ts'
import type { EnrollmentHeader } from '#db/queries/enrollment/enrollments.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import { type ToldUnbilled, toldUnbilled } from '#use-cases/monitoring/told-unbilled.ts'
import { Alert } from '#web/kit/parts.tsx'
import type { Words } from '#words/index.ts'

/** Of who only orders: the claims of others that name them. */
const wordsOf = ({ source }: ToldUnbilled, { portal: { noClaims } }: Words) =>
  source === 'last-named' ? noClaims.ordering : noClaims

const since = (told: ToldUnbilled, w: Words): string =>
  told.lastClaimOn
    ? wordsOf(told, w).lastOn(w.portal.time.day(told.lastClaimOn))
    : wordsOf(told, w).noneSince(w.portal.time.day(told.countedFrom))

interface Props {
  readonly told: ToldUnbilled | undefined
  readonly enrollmentId: string
  readonly today: Day
  readonly w: Words
}
export function NoClaims({ told, enrollmentId, today, w }: Props): JSX.Element | null {
  if (!told) return null
  const t = wordsOf(told, w)
  const { notForAll } = w.portal.noClaims
  const { day } = w.portal.time
  return (
    <section id="claims">
      <Alert kind="warning" title={t.label}>
        <p>
          {since(told, w)}{' '}
          {told.claimBy < today ? t.mayBeStopped(told.limit) : t.mayStopAfter(day(told.claimBy), told.limit)}
        </p>
        <ul>
          <li>{t.bill(day(told.asOf))}</li>
          {told.source === 'last-billed' && <li>{notForAll}</li>}
          <li>
            <a href={`/enrollments/${enrollmentId}/reasons`}>{t.endIt}</a>
          </li>
        </ul>
        <p>{t.meanwhile}</p>
      </Alert>
    </section>
  )
}

/** One line of the dashboard for each enrollment whose owner is told. */
export async function claimNeeds(
  db: Db,
  permit: Permit<'dashboard.view'>,
  enrollments: readonly EnrollmentHeader[],
  today: Day,
  w: Words,
) {
  const told = await toldUnbilled(
    db,
    permit,
    enrollments.map((e) => e.id),
    today,
  )
  return enrollments.flatMap((e) => {
    const found = told.get(e.id)
    if (!found) return []
    const { needDetail } = w.portal.noClaims
    const detail = needDetail(since(found, w), w.portal.time.day(found.claimBy))
    return [{ what: wordsOf(found, w).need, whose: e.enrolleeName, detail, href: `/enrollments/${e.id}#claims` }]
  })
}
