/** How many rows may bill, and what else needs attention: bars drawn on the server, with their numbers as text. */
import type { JSX } from 'preact'
import { addDays, type Day } from '#domain/dates.ts'
import type { RosterRow } from '#domain/roster/again.ts'
import { Bar, type Tone } from '#web/kit/charts/bar.tsx'
import type { Words } from '#words/index.ts'

const tones = { yes: 'good', no: 'bad', unknown: 'quiet', bad: 'warn' } as const satisfies Record<string, Tone>

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
    <dl class="chart">
      {bars.map((b) => (
        <div class="chart__row" key={b.answer}>
          <dt class="chart__name">{t.bars[b.answer]}</dt>
          <dd class="chart__number">{b.rows.toLocaleString('en-US')}</dd>
          <Bar full={rows.length} parts={[{ key: b.answer, tone: tones[b.answer], value: b.rows }]} />
        </div>
      ))}
      {facts.map((f) => (
        <div class="chart__row" key={f.name}>
          <dt class="chart__name">{f.name}</dt>
          <dd class="chart__number">{f.rows.toLocaleString('en-US')}</dd>
        </div>
      ))}
    </dl>
  )
}
