/** One calendar of everything that is due for the visitor and everyone they act for: a month, and a list. */
import type { JSX } from 'preact'
import { type Day, isDay } from '#domain/dates.ts'
import { type DueItem, dueKinds, isDueKind } from '#domain/time/due-item.ts'
import { nearAndFar } from '#domain/time/far-dates.ts'
import { writeCalendar } from '#use-cases/time/calendar-feed.ts'
import { ownCalendar } from '#use-cases/time/own-calendar.ts'
import { sayWhat } from '#use-cases/time/say-item.ts'
import { type Fields, page, visitorsOwn } from '#web/kit/page.ts'
import { download, show } from '#web/kit/reply.ts'
import type { Words } from '#words/index.ts'
import { MonthPicture } from './month-picture.tsx'

export const calendarPage = page({
  path: '/calendar',
  action: 'dashboard.view',
  subject: visitorsOwn,
  query: ['month', 'who', 'kind'],
  async get({ db, permit, query, today, w }) {
    const t = w.time
    const all = await ownCalendar(db, permit, today)
    const items = all.filter(
      (i) => (!query.who || i.enrolleeId === query.who) && (!isDueKind(query.kind) || i.kind === query.kind),
    )
    const asked = `${query.month ?? ''}-01`
    const month: Day = isDay(asked) ? asked : today
    const past = items.filter((i) => i.on < today).length
    return show(
      t.title,
      <>
        <h1>{t.title}</h1>
        <p class="usa-intro">{t.intro}</p>
        <Filters all={all} query={query} w={w} />
        {past > 0 && <p class="calendar__past">{t.past(past)}</p>}
        <MonthPicture month={month} today={today} items={items} href={(m) => again(query, m)} w={w} />
        <h2>{t.list}</h2>
        {items.length === 0 ? (
          <p>{all.length === 0 ? t.empty : t.emptyFilter}</p>
        ) : (
          <Lists items={items} today={today} month={month} w={w} />
        )}
        <p class="no-print">
          <a class="usa-link" href="/calendar/settings">
            {t.settingsLink}
          </a>
          {' · '}
          <a class="usa-link" href="/calendar.ics">
            {t.download}
          </a>
          {' · '}
          <a class="usa-link" href="/revalidation">
            {t.publicLink}
          </a>
        </p>
      </>,
    )
  },
})

/** The file once, for calendar programs that take files. */
export const calendarFilePage = page({
  path: '/calendar.ics',
  action: 'dashboard.view',
  subject: visitorsOwn,
  async get({ db, permit, today, now, w, services }) {
    const file = writeCalendar(await ownCalendar(db, permit, today), { site: services.site, words: w }, now)
    return download(Buffer.from(file), 'text/calendar; charset=utf-8', 'due-dates.ics')
  },
})

function again(query: Fields, month: string): string {
  const q = new URLSearchParams({
    month,
    ...(query.who && { who: query.who }),
    ...(query.kind && { kind: query.kind }),
  })
  return `/calendar?${q}`
}

interface ShownProps {
  readonly w: Words
}
function Filters({ all, query, w }: ShownProps & { readonly all: readonly DueItem[]; readonly query: Fields }) {
  const t = w.time
  const people = [...new Map(all.map((i) => [i.enrolleeId, i.enrolleeName]))]
  const kinds = dueKinds.filter((k) => all.some((i) => i.kind === k))
  if (people.length < 2 && kinds.length < 2) return null
  return (
    <form method="get" action="/calendar" class="calendar__filters no-print">
      {query.month && <input type="hidden" name="month" value={query.month} />}
      {people.length > 1 && <Pick name="who" label={t.whose} all={t.everyone} options={people} value={query.who} />}
      <Pick
        name="kind"
        label={t.kind}
        all={t.everything}
        options={kinds.map((k) => [k, t.kinds[k]])}
        value={query.kind}
      />
      <button class="usa-button usa-button--outline" type="submit">
        {t.filter}
      </button>
    </form>
  )
}

interface PickProps {
  readonly name: string
  readonly label: string
  readonly all: string
  readonly options: readonly (readonly [string, string])[]
  readonly value: string | undefined
}
const Pick = ({ name, label, all, options, value }: PickProps): JSX.Element => (
  <div>
    <label class="usa-label" for={name}>
      {label}
    </label>
    <select class="usa-select" id={name} name={name}>
      <option value="">{all}</option>
      {options.map(([v, text]) => (
        <option value={v} key={v} selected={v === value}>
          {text}
        </option>
      ))}
    </select>
  </div>
)

function Lists({ items, today, month, w }: Parameters<typeof List>[0] & { readonly month: Day }) {
  const { near, far } = nearAndFar(items, today)
  if (far.length === 0) return <List items={near} today={today} w={w} />
  return (
    <>
      <List items={near} today={today} w={w} />
      {/* Open when the month that is looked at is in it, so that its days lead somewhere. */}
      <details class="fold" open={month >= far[0]!.on.slice(0, 7)}>
        <summary>{w.time.later(far.length, w.portal.time.day(far.at(-1)!.on))}</summary>
        <List items={far} today={today} w={w} />
      </details>
    </>
  )
}

function List({ items, today, w }: ShownProps & { readonly items: readonly DueItem[]; readonly today: Day }) {
  const days = [...new Set(items.map((i) => i.on))]
  return (
    <ol class="due-list">
      {days.map((d) => (
        <li key={d} id={`on-${d}`} class={`due-list__day${d < today ? ' due-list__day--past' : ''}`}>
          <h3 class="due-list__date">{`${w.portal.time.day(d)}`}</h3>
          <ul class="due-list__items">
            {items
              .filter((i) => i.on === d)
              .map((i) => (
                <li key={i.id}>
                  <a class="usa-link" href={i.href}>
                    {sayWhat(i, w)}
                  </a>
                  <span class="quiet below">{`${i.enrolleeName}, ${w.values.states[i.detail] ?? i.detail}`}</span>
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
