/** The days between periods that are not paid, and what a reactivation today would lose; each leads to the date ledger. */
import type { JSX } from 'preact'
import { addDays, type Day, daysBetween } from '#domain/dates.ts'
import { type EnrollmentPeriod, gaps, periodOn } from '#domain/enrollment/enrollment.ts'
import type { Words } from '#words/index.ts'

interface Props {
  readonly periods: readonly EnrollmentPeriod[]
  readonly today: Day
  readonly w: Words
}
export function GapsShown({ periods, today, w }: Props): JSX.Element {
  const t = w.recordHistory
  const { day } = w.portal.time
  const lost = gaps(periods)
  const now = periodOn(periods, today)
  return (
    <section aria-labelledby="gaps">
      <h2 id="gaps">{t.gapsTitle}</h2>
      {lost.length === 0 && <p>{t.noGaps}</p>}
      {lost.length > 0 && (
        <ul class="usa-list">
          {lost.map((g) => (
            <li key={g.from}>
              {t.gap(daysBetween(g.from, g.to) + 1, day(g.from), day(g.to))}.{' '}
              <a class="usa-link" href={reactivation(g.from, addDays(g.to, 1))}>
                {t.why}
                <span class="usa-sr-only"> {day(g.from)}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a class="usa-link" href={now?.status === 'deactivated' ? reactivation(now.from, today) : '/dates'}>
          {now?.status === 'deactivated' ? t.reactivateToday : t.ledger}
        </a>
      </p>
    </section>
  )
}

const reactivation = (deactivated: Day, received: Day): string =>
  `/dates?act=reactivate&ask=1&received=${received}&deactivated=${deactivated}`
