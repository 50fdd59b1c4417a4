/**
 * One horizontal bar, divided or not, as wide as its place: lengths are percents, so that nothing is stretched and text
 * stays text beside it. For the eye alone; whoever draws it says the same numbers in words.
 */
import type { JSX } from 'preact'

/** Parts of a whole by their order, or what a length means by itself. Each has a color and, by order, a pattern. */
export type Tone = 'part-1' | 'part-2' | 'part-3' | 'part-4' | 'part-5' | 'part-6' | 'good' | 'bad' | 'warn' | 'quiet'

const byOrder: readonly Tone[] = ['part-1', 'part-2', 'part-3', 'part-4', 'part-5', 'part-6']
export const toneOf = (i: number): Tone => byOrder[i % byOrder.length]!

export interface BarPart {
  readonly key: string
  readonly tone: Tone
  readonly value: number
}

/** What is there is seen, however little it is. */
const LEAST_SEEN = 0.6

interface BarProps {
  readonly parts: readonly BarPart[]
  /** The value that fills the whole width. */
  readonly full: number
  /** With a track behind it, for bars that are compared with the whole. */
  readonly track?: boolean
}
export function Bar({ parts, full, track = true }: BarProps): JSX.Element {
  let at = 0
  const drawn = parts
    .filter((p) => p.value > 0)
    .map((p) => {
      const width = Math.max(LEAST_SEEN, (p.value / Math.max(full, 1)) * 100)
      const placed = { ...p, x: at, width: Math.min(width, 100 - at) }
      at += width
      return placed
    })
  return (
    <svg class="chart-bar" aria-hidden="true" focusable="false">
      {track && <rect class="chart-bar__track" width="100%" height="100%" />}
      {drawn.map((p) => (
        <g key={p.key}>
          <rect class={`chart-tone--${p.tone}`} x={percent(p.x)} width={percent(p.width)} height="100%" />
          {patterns[p.tone] && (
            <rect fill={`url(#chart-${p.tone})`} x={percent(p.x)} width={percent(p.width)} height="100%" />
          )}
        </g>
      ))}
      {drawn.slice(1).map((p) => (
        <line class="chart-bar__cut" key={p.key} x1={percent(p.x)} x2={percent(p.x)} y1="0" y2="100%" />
      ))}
    </svg>
  )
}

/** The color and pattern of a part, as in the bars, before its name. */
export const Swatch = ({ tone }: { tone: Tone }): JSX.Element => (
  <svg class="chart-swatch" aria-hidden="true" focusable="false">
    <rect class={`chart-tone--${tone}`} width="100%" height="100%" />
    {patterns[tone] && <rect fill={`url(#chart-${tone})`} width="100%" height="100%" />}
  </svg>
)

/** Light lines over the color, so that parts differ without it too. */
const patterns: Readonly<Partial<Record<Tone, string>>> = {
  'part-2': 'M0 8 8 0M-2 2 2-2M6 10 10 6',
  'part-3': 'M0 4H8',
  'part-4': 'M4 0V8',
  'part-5': 'M0 0 8 8M-2 6 2 10M6-2 10 2',
  'part-6': 'M0 4H8M4 0V8',
}

/** Once on a page with divided bars, before them: what `url(#chart-part-2)` means. */
export const BarPatterns = (): JSX.Element => (
  <svg class="chart-patterns" aria-hidden="true" focusable="false">
    <defs>
      {Object.entries(patterns).map(([tone, lines]) => (
        <pattern key={tone} id={`chart-${tone}`} width="8" height="8" patternUnits="userSpaceOnUse">
          <path class="chart-pattern" d={lines} />
        </pattern>
      ))}
    </defs>
  </svg>
)

const percent = (n: number): string => `${Math.round(n * 100) / 100}%`
