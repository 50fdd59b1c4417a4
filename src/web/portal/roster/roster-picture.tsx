/** How many rows may bill, and what else needs attention: bars drawn on the server, with their numbers as text. */
import type { JSX } from 'preact'
import { addDays, type Day } from '#domain/dates.ts'
import type { RosterRow } from '#domain/roster/again.ts'
import type { Words } from '#words/index.ts'

const FULL = 100

export function RosterPicture({
  rows,
  today,
  w,
}: {
  readonly rows: readonly RosterRow[]
  readonly today: Day
  readonly w: Words
}): JSX.Element {
  const t = w.roster
  const soon = addDays(today, 183)
  const answerOf = (r: RosterRow): string => (r.problem !== '' ? 'bad' : r.billing)
  const count = (test: (r: RosterRow) => boolean): number => rows.filter(test).length
  const bars = (['yes', 'no', 'unknown', 'bad'] as const)
    .map((answer) => ({ answer, rows: count((r) => answerOf(r) === answer) }))
    .filter((b) => b.rows > 0)
  const facts = [
    { name: t.facts.orders, rows: count((r) => r.orders !== '' && r.orders !== 'unknown') },
    {
      name: t.facts.revalidating,
      rows: count((r) => r.revalidation_expected !== '' && r.revalidation_expected <= soon),
    },
    { name: t.facts.excluded, rows: count((r) => r.excluded_since !== '') },
  ]
  return (
    <dl class="roster-picture">
      {bars.map((b) => (
        <div class="roster-picture__row" key={b.answer}>
          <dt>{t.bars[b.answer]}</dt>
          <dd class="roster-picture__count">{b.rows.toLocaleString('en-US')}</dd>
          <svg class="roster-picture__bar" viewBox={`0 0 ${FULL} 4`} preserveAspectRatio="none" aria-hidden="true">
            <rect class="roster-picture__track" width={FULL} height="4" />
            <rect
              class={`roster-picture__length roster-picture__length--${b.answer}`}
              width={Math.max(0.5, (b.rows / rows.length) * FULL).toFixed(2)}
              height="4"
            />
          </svg>
        </div>
      ))}
      {facts.map((f) => (
        <div class="roster-picture__row" key={f.name}>
          <dt>{f.name}</dt>
          <dd class="roster-picture__count">{f.rows.toLocaleString('en-US')}</dd>
        </div>
      ))}
    </dl>
  )
}
