/** What a roster comes to: its rows by answer and reason. Pure. */
import type { RosterStanding } from './standing.ts'

const SIX_MONTHS = 183

export interface RosterSummary {
  rows: number
  /** May bill on the day. */
  yes: number
  no: number
  unknown: number
  /** Rows that name no NPI that could be one. */
  bad: number
  excluded: number
  /** Must revalidate within six months, as far as can be told. */
  revalidating: number
  orders: number
  /** By reason, the rows that may not bill or of which it is not known. */
  readonly reasons: Map<string, number>
}

export const newSummary = (): RosterSummary => ({
  rows: 0,
  yes: 0,
  no: 0,
  unknown: 0,
  bad: 0,
  excluded: 0,
  revalidating: 0,
  orders: 0,
  reasons: new Map(),
})

/** Counts one row that could be judged. */
export function countRow(summary: RosterSummary, r: RosterStanding, on: number): void {
  if (r.link === 'all-held') summary.yes++
  else {
    if (r.link.endsWith('-loaded')) summary.unknown++
    else summary.no++
    summary.reasons.set(r.link, (summary.reasons.get(r.link) ?? 0) + 1)
  }
  if (r.excluded >= 0) summary.excluded++
  if (r.revalidation >= 0 && r.revalidation - on <= SIX_MONTHS) summary.revalidating++
  if (r.orders > 0) summary.orders++
}

/** Adds what a part came to; reasons stay in the order in which they first came. */
export function addSummary(to: RosterSummary, part: RosterSummary): void {
  to.rows += part.rows
  to.yes += part.yes
  to.no += part.no
  to.unknown += part.unknown
  to.bad += part.bad
  to.excluded += part.excluded
  to.revalidating += part.revalidating
  to.orders += part.orders
  for (const [reason, rows] of part.reasons) to.reasons.set(reason, (to.reasons.get(reason) ?? 0) + rows)
}
