/** A month as a table: every day with what is due on it, drawn on the server. */
import type { JSX } from 'preact'
import { addMonths, type Day } from '#domain/dates.ts'
import { type DueItem, weeksOf } from '#domain/time/due-item.ts'
import type { Words } from '#words/index.ts'

interface MonthProps {
  /** Any day of it. */
  readonly month: Day
  readonly today: Day
  readonly items: readonly DueItem[]
  /** The address of another month, "2027-03". */
  readonly href: (month: string) => string
  readonly w: Words
}

export function MonthPicture({ month, today, items, href, w }: MonthProps): JSX.Element {
  const t = w.time
  const name = `${w.values.months[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`
  return (
    <section class="month" aria-labelledby="month">
      <div class="month__head">
        <h2 id="month">{name}</h2>
        <p class="month__ways no-print">
          <a class="usa-link" href={href(addMonths(month, -1).slice(0, 7))}>
            {t.previous}
          </a>
          <a class="usa-link" href={href(addMonths(month, 1).slice(0, 7))}>
            {t.next}
          </a>
        </p>
      </div>
      <table class="month__table">
        <caption class="usa-sr-only">{name}</caption>
        <thead>
          <tr>
            {t.weekdays.map((d) => (
              <th scope="col" key={d}>
                <span aria-hidden="true">{d.slice(0, 2)}</span>
                <span class="usa-sr-only">{d}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week[0]}>
              {week.map((d) => (
                <OneDay
                  key={d}
                  day={d}
                  isToday={d === today}
                  inMonth={d.slice(0, 7) === month.slice(0, 7)}
                  count={items.filter((i) => i.on === d).length}
                  w={w}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface DayProps {
  readonly day: Day
  readonly isToday: boolean
  readonly inMonth: boolean
  readonly count: number
  readonly w: Words
}
function OneDay({ day, isToday, inMonth, count, w }: DayProps): JSX.Element {
  if (!inMonth) return <td class="month__other" />
  return (
    <td class={count > 0 ? 'month__due' : undefined} aria-current={isToday ? 'date' : undefined}>
      <span class="month__day">{Number(day.slice(8))}</span>
      {count > 0 && (
        <a class="month__count" href={`#on-${day}`}>
          <span aria-hidden="true">{count}</span>
          <span class="usa-sr-only">{`${w.time.onDay(count)}, ${w.portal.time.day(day)}`}</span>
        </a>
      )}
    </td>
  )
}
