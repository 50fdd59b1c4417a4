/** Evidence about moratoria as rows of words: which one bars, and what of the application it bars. Pure. */
import type { Moratorium } from '#domain/screening/moratorium.ts'
import type { SummaryRow } from '#web/kit/parts.tsx'
import { time } from '#words/en/portal/time.ts'
import type { Words } from '#words/index.ts'

interface MoratoriumEvidence {
  /** Those that bar. */
  readonly moratoria: readonly Moratorium[]
  readonly newLocations?: readonly string[]
  /** One is in force, and what is asked for is nothing that it bars. */
  readonly isSpared?: boolean
}

export function moratoriumRows(e: MoratoriumEvidence, w: Words): readonly SummaryRow[] {
  const m = w.desk.screening.match
  if (e.moratoria.length === 0)
    return [{ key: w.desk.screening.evidence, value: e.isSpared ? m.moratoriumSpared : m.moratoriumNone }]
  return [
    { key: m.moratorium, value: e.moratoria.map((x) => said(x, w)).join('; ') },
    ...(e.newLocations ? [{ key: m.moratoriumPlaces, value: e.newLocations.join('; ') }] : []),
  ]
}

const said = (x: Moratorium, w: Words): string =>
  w.desk.screening.match.moratoriumLine({
    state: x.state,
    county: x.county ?? '',
    from: time.day(x.from),
    cite: x.cite,
  })
