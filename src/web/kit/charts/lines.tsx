/**
 * Lines over time as SVG that needs no script. Across, everything is in percents, so that letters keep their size on
 * every screen. Lines differ by dashes and marks, not by color alone; the table after it has every number.
 */
import type { JSX } from 'preact'
import { labelled, scaleTo } from './scale.ts'

interface Series {
  readonly name: string
  readonly values: readonly number[]
}
interface LinesProps {
  /** Unique on the page, for the ids of title and description. */
  readonly id: string
  readonly title: string
  /** The picture in a sentence. */
  readonly says: string
  readonly points: readonly string[]
  readonly series: readonly Series[]
}
const TOP = 22
const BOTTOM = 210
const HEIGHT = 240
/** Percents of the width: room for the first and the last mark. */
const LEFT = 7
const RIGHT = 98

export function Lines({ id, title, says, points, series }: LinesProps): JSX.Element | null {
  if (points.length === 0) return null
  const scale = scaleTo(Math.max(...series.flatMap((s) => s.values), 1))
  const top = scale.at(-1)!
  const x = (i: number) => `${round(LEFT + (i / Math.max(points.length - 1, 1)) * (RIGHT - LEFT))}%`
  const y = (value: number) => round(BOTTOM - (value / top) * (BOTTOM - TOP))
  const shown = labelled(points.length)
  const anchor = (i: number) => (i === 0 ? 'start' : i === points.length - 1 ? 'end' : 'middle')
  return (
    <div class="chart">
      <p class="chart__legend" aria-hidden="true">
        {series.map((s, n) => (
          <span class="chart__key" key={s.name}>
            <svg class="chart-swatch chart-swatch--line" aria-hidden="true" focusable="false">
              <line class={`chart-line chart-line--${n + 1}`} x1="0" x2="100%" y1="50%" y2="50%" />
              <Mark n={n} x="50%" y={8} />
            </svg>{' '}
            {s.name}
          </span>
        ))}
      </p>
      <svg class="chart-lines" role="img" aria-labelledby={`${id}-title ${id}-says`} height={HEIGHT}>
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-says`}>{says}</desc>
        {scale.map((value) => (
          <g key={value}>
            <line class="chart-grid" x1="0" x2="100%" y1={y(value)} y2={y(value)} />
            <text class="chart-text" x="0" y={y(value) - 4}>
              {value.toLocaleString('en-US')}
            </text>
          </g>
        ))}
        {shown.map((i) => (
          <text class="chart-text" key={i} x={i === 0 ? '0' : x(i)} y={HEIGHT - 6} text-anchor={anchor(i)}>
            {points[i]}
          </text>
        ))}
        {series.map((s, n) => (
          <g key={s.name}>
            {s.values.slice(1).map((value, i) => (
              <line
                class={`chart-line chart-line--${n + 1}`}
                key={points[i + 1]}
                x1={x(i)}
                y1={y(s.values[i]!)}
                x2={x(i + 1)}
                y2={y(value)}
              />
            ))}
            {s.values.map((value, i) => (
              <Mark n={n} x={x(i)} y={y(value)} key={points[i]} />
            ))}
          </g>
        ))}
      </svg>
    </div>
  )
}

/** A circle, a square, a diamond: known apart without their color. */
function Mark({ n, x, y }: { n: number; x: string; y: number }): JSX.Element {
  const cls = `chart-mark chart-mark--${n + 1}`
  return n === 0 ? <circle class={cls} cx={x} cy={y} r="4" /> : <rect class={cls} x={x} y={y} width="8" height="8" />
}

const round = (n: number): number => Math.round(n * 100) / 100
