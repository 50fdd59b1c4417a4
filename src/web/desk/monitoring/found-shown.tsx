/** What a hit was found by: names side by side, a number, a license, or the months without a claim. */
import type { JSX } from 'preact'
import type { MonitoringCase } from '#db/queries/lists/monitoring.ts'
import type { Day } from '#domain/dates.ts'
import { monthlyBands } from '#domain/matching/weights.ts'
import type { BoardLicense } from '#domain/party/board-license.ts'
import type { MonitoringKind } from '#domain/screening/monitoring.ts'
import { SummaryList } from '#web/kit/parts.tsx'
import { time } from '#words/en/portal/time.ts'
import type { Words } from '#words/index.ts'
import { licenseRows } from '../screening/evidence-rows.ts'
import { hitIn } from '../screening/match-evidence.ts'
import { MatchShown } from '../screening/match-shown.tsx'

interface Unbilled {
  readonly lastClaimOn: Day | null
  readonly countedFrom: Day
  readonly months: number
  readonly limit: number
  readonly claimBy: Day
  readonly ptan: string
  readonly asOf: Day
  readonly coversFrom: Day
}

/** Names are shown side by side; a number that was deactivated or a license needs no comparison. */
export function FoundShown({ found, w }: { found: MonitoringCase; w: Words }): JSX.Element {
  const hit = hitIn(found.evidence)
  if (hit) return <MatchShown hit={hit} w={w} bands={monthlyBands} side="record" outcome={found.outcome} />
  const { deactivation, licenses, nonBilling } = found.evidence as {
    deactivation?: { readonly npi: string; readonly deactivatedOn: Day }
    licenses?: readonly BoardLicense[]
    nonBilling?: Unbilled
  }
  const t = w.desk.monitoring
  const rows = deactivation
    ? [
        { key: w.desk.screening.match.fields.npi, value: deactivation.npi },
        { key: t.deactivatedOn, value: time.day(deactivation.deactivatedOn) },
      ]
    : nonBilling
      ? unbilledRows(found.kind, nonBilling, w)
      : licenseRows(licenses ?? [], w)
  return <SummaryList w={w} rows={rows} />
}

function unbilledRows(kind: MonitoringKind, u: Unbilled, w: Words) {
  const t = w.desk.monitoring.unbilled
  return [
    {
      key: kind === 'not-named' ? t.lastNamed : t.lastClaim,
      value: u.lastClaimOn ? time.day(u.lastClaimOn) : t.noneSince(time.day(u.countedFrom)),
    },
    { key: t.months, value: t.monthsOf(u.months, u.limit) },
    { key: t.claimBy, value: time.day(u.claimBy) },
    { key: t.ptan, value: u.ptan || t.noPtan },
    { key: t.file, value: t.fileCovers(time.day(u.coversFrom), time.day(u.asOf)) },
  ]
}

/** What was found, as the first draft of the sentence in the letter; undefined for a hit of another kind. */
export function unbilledSaid(
  { kind, evidence }: Pick<MonitoringCase, 'kind' | 'evidence'>,
  w: Words,
): string | undefined {
  const u = evidence.nonBilling as Unbilled | undefined
  const t = w.desk.monitoring.unbilled
  if (!u) return undefined
  const file = t.fileCovers(time.day(u.coversFrom), time.day(u.asOf))
  const said = kind === 'not-named' ? t.foundNamed : t.found
  return said(u.lastClaimOn && time.day(u.lastClaimOn), time.day(u.countedFrom), u.months, file)
}
