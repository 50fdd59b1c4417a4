/**
 * The causes as horizontal bars, drawn on the server. The picture is for the eye alone: the table after it has every
 * number, so it is hidden from those who hear the page.
 */
import type { JSX } from 'preact'
import type { CauseSum } from '#domain/claims/findings.ts'
import type { Words } from '#words/index.ts'

const MOST_BARS = 8
const ROW = 54
const WIDTH = 640
/** Room for the amount at the end of the longest bar. */
const LABEL = 120

export function CauseChart({ causes, w }: { causes: readonly CauseSum[]; w: Words }): JSX.Element | null {
  const shown = causes.slice(0, MOST_BARS)
  const most = Math.max(...shown.map((c) => c.cents), 1)
  if (shown.length === 0) return null
  const height = shown.length * ROW
  return (
    <svg class="cause-chart" viewBox={`0 0 ${WIDTH} ${height}`} aria-hidden="true" focusable="false">
      {shown.map((c, i) => {
        const length = Math.max(3, Math.round((c.cents / most) * (WIDTH - LABEL)))
        return (
          <g key={`${c.part}-${c.cause}`} transform={`translate(0 ${i * ROW})`}>
            <text class="cause-chart__name" x="0" y="17">
              {clipped(w.claims.cause(c.cause, c.part))}
            </text>
            <rect
              class={`cause-chart__bar cause-chart__bar--${c.answer}`}
              x="0"
              y="25"
              width={length}
              height="18"
              rx="2"
            />
            <text class="cause-chart__money" x={length + 8} y="39">
              {w.claims.dollars(c.cents)}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

const clipped = (text: string): string => (text.length > 78 ? `${text.slice(0, 76).trimEnd()}…` : text)
