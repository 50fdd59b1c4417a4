/**
 * Bars below one another, each with its name and its number as text, so that names wrap on a phone; divided bars have a
 * legend. Said in one sentence to those who hear the page: the table after it has every number.
 */
import type { JSX } from 'preact'
import { Bar, Swatch, type Tone, toneOf } from './bar.tsx'

export interface BarRow {
  readonly label: string
  readonly values: readonly number[]
  /** The number in words, where it is more than a count. */
  readonly shown?: string | undefined
  /** For bars that mean something by themselves. */
  readonly tone?: Tone | undefined
}
interface BarsProps {
  readonly parts: readonly string[]
  readonly rows: readonly BarRow[]
  /** The picture in a sentence. Without one it is for the eye alone. */
  readonly says?: string
}
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

export function Bars({ parts, rows, says }: BarsProps): JSX.Element | null {
  const full = Math.max(...rows.map((r) => sum(r.values)), 0)
  if (full === 0) return null
  return (
    <div class="chart" {...(says ? { role: 'img', 'aria-label': says } : { 'aria-hidden': true })}>
      {parts.length > 1 && (
        <p class="chart__legend">
          {parts.map((name, i) => (
            <span class="chart__key" key={name}>
              <Swatch tone={toneOf(i)} /> {name}
            </span>
          ))}
        </p>
      )}
      {rows.map((r) => (
        <div class="chart__row" key={r.label}>
          <span class="chart__name">{r.label}</span>
          <span class="chart__number">{r.shown ?? sum(r.values).toLocaleString('en-US')}</span>
          <Bar full={full} parts={r.values.map((value, i) => ({ key: String(i), value, tone: r.tone ?? toneOf(i) }))} />
        </div>
      ))}
    </div>
  )
}
