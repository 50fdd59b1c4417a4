/** Tells whoever begins or checks an application that a bar to enroll again runs (42 CFR 424.535(c)). */
import type { JSX } from 'preact'
import type { StandingBar } from '#db/queries/decisions/bars.ts'
import { Alert } from '#web/kit/parts.tsx'
import type { Words } from '#words/index.ts'

export const BarAlert = ({ bars, w }: { bars: readonly StandingBar[]; w: Words }): JSX.Element | null =>
  bars[0] ? (
    <Alert kind="warning" title={w.decisions.barAlertTitle}>
      {w.decisions.barAlert(w.portal.time.day(bars[0].until))}
    </Alert>
  ) : null
