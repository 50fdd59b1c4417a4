/**
 * The causes as horizontal bars, drawn on the server. The picture is for the eye alone: the table after it has every
 * number, so it is hidden from those who hear the page. Names are text beside the bars, so that they wrap on a phone.
 */
import type { JSX } from 'preact'
import type { CauseSum } from '#domain/claims/findings.ts'
import type { Words } from '#words/index.ts'

const MOST_BARS = 8
/** Of the longest bar; the rest is room for the eye. */
const FULL = 100

export function CauseChart({ causes, w }: { causes: readonly CauseSum[]; w: Words }): JSX.Element | null {
  const shown = causes.slice(0, MOST_BARS)
  const most = Math.max(...shown.map((c) => c.cents), 1)
  if (shown.length === 0) return null
  return (
    <div class="cause-chart" aria-hidden="true">
      {shown.map((c) => (
        <div class="cause-chart__row" key={`${c.part}-${c.cause}`}>
          <span class="cause-chart__name">{w.claims.cause(c.cause, c.part)}</span>
          <span class="cause-chart__money">{w.claims.dollars(c.cents)}</span>
          <svg class="cause-chart__bar" viewBox={`0 0 ${FULL} 4`} preserveAspectRatio="none" aria-hidden="true">
            <rect class="cause-chart__track" width={FULL} height="4" />
            <rect
              class={`cause-chart__length cause-chart__length--${c.answer}`}
              width={Math.max(0.5, (c.cents / most) * FULL).toFixed(2)}
              height="4"
            />
          </svg>
        </div>
      ))}
    </div>
  )
}
