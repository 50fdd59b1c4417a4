/** Evidence about who owns: other filings that name a party, and the 36-month rule, as rows of words. Pure. */
import type { Day } from '#domain/dates.ts'
import type { MajorityFinding } from '#domain/screening/majority-ownership.ts'
import type { Elsewhere, ElsewhereFiling } from '#domain/screening/named-elsewhere.ts'
import type { SummaryRow } from '#web/kit/parts.tsx'
import { time } from '#words/en/portal/time.ts'
import type { Words } from '#words/index.ts'

/** Lines that are shown; the evidence keeps all of them. */
const SHOWN = 8

export function elsewhereRows(found: Elsewhere | null, known: number, w: Words): readonly SummaryRow[] {
  const m = w.desk.screening.match
  const key = w.desk.screening.evidence
  if (found === null) return [{ key, value: m.elsewhereUnknown }]
  const roles: Readonly<Record<string, string>> = w.ownership.roles
  const lines = [
    ...found.enrollments.map((n) => {
      const what = n.as === 'own' ? m.elsewhereOwn : (roles[n.as] ?? n.as)
      const line = m.enrollmentLine(n.enrollmentId, n.form, n.state, n.status)
      return `${n.enrolleeName} (${what}), ${line}${n.legalActions ? `, ${m.elsewhereActions}` : ''}`
    }),
    ...found.filings.map((f) => filingLine(f, w)),
  ]
  if (lines.length === 0) return [{ key, value: m.elsewhereNone(known) }]
  const more = lines.length > SHOWN ? [m.more(lines.length - SHOWN)] : []
  return [{ key: m.elsewhere, value: [...lines.slice(0, SHOWN), ...more].join('; ') }]
}

/** Other filings that name the party: who filed, as what it is named, what became of it and why, by what it was found. */
export const filingsRow = (key: string, filings: readonly ElsewhereFiling[], w: Words): readonly SummaryRow[] => {
  if (filings.length === 0) return []
  const more = filings.length > SHOWN ? [w.desk.screening.match.more(filings.length - SHOWN)] : []
  return [{ key, value: [...filings.slice(0, SHOWN).map((f) => filingLine(f, w)), ...more].join('; ') }]
}

function filingLine(f: ElsewhereFiling, w: Words): string {
  const m = w.desk.screening.match
  const line = `${f.enrolleeName}, ${f.form}, ${f.state}: ${w.statuses[f.status].name}`
  if (f.as === undefined || f.by === undefined) return line
  const sections = w.forms[f.form]?.sections
  const as = f.as.map((s) => (s === 'applicant' ? m.asApplicant : (sections?.[s]?.title ?? s)))
  const said: Readonly<Record<string, Readonly<Record<string, string>>>> = w.review.reasons
  const why = (f.reasons ?? []).map((r) => said[f.decision ?? '']?.[r] ?? r)
  return m.namedLine(line, {
    as,
    by: f.by.map((k) => m.foundBy[k]),
    why,
    where: f.trackingNumber ?? f.contractor ?? '',
  })
}

export interface MajorityEvidence extends MajorityFinding {
  readonly directPercent: number
  readonly countedFrom: Day
  readonly changesOn: Day
}

export function majorityRows(e: MajorityEvidence, w: Words): readonly SummaryRow[] {
  const m = w.desk.screening.match.majority
  return [
    { key: m.acquired, value: m.acquiredLine(e.directPercent, time.day(e.countedFrom)) },
    { key: w.desk.screening.evidence, value: `${m.because[e.because]} (${e.cite})` },
    ...(e.because === 'within-36-months' ? [{ key: m.freeOn, value: time.day(e.freeOn) }] : []),
  ]
}
