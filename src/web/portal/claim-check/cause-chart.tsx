/**
 * The causes as horizontal bars, drawn on the server. The picture is for the eye alone: the table after it has every
 * number, so it is hidden from those who hear the page.
 */
import type { JSX } from 'preact'
import type { CauseSum } from '#domain/claims/findings.ts'
import type { Tone } from '#web/kit/charts/bar.tsx'
import { Bars } from '#web/kit/charts/bars.tsx'
import type { Words } from '#words/index.ts'

const MOST_BARS = 8
const tones: Readonly<Record<string, Tone>> = { no: 'bad', unknown: 'quiet', look: 'warn' }

export const CauseChart = ({ causes, w }: { causes: readonly CauseSum[]; w: Words }): JSX.Element | null => (
  <Bars
    parts={[]}
    rows={causes.slice(0, MOST_BARS).map((c) => ({
      label: w.claims.cause(c.cause, c.part),
      values: [c.cents],
      shown: w.claims.dollars(c.cents),
      tone: tones[c.answer] ?? 'quiet',
    }))}
  />
)
