/** The evidence of a check as rows of words. Evidence is kept as it was gathered; this reads what our own runs write. */

import type { ScreeningCheck } from '#db/queries/application/screening.ts'
import type { Day } from '#domain/dates.ts'
import { isSpecialtyCode } from '#domain/enrollment/specialties.ts'
import type { SupplierType } from '#domain/enrollment/supplier-types.ts'
import { isConfirmed } from '#domain/evidence.ts'
import type { BoardLicense } from '#domain/party/board-license.ts'
import type { ComparisonFinding } from '#domain/review/comparison/comparison.ts'
import type { ExceptionGround } from '#domain/review/level/exception-grounds.ts'
import { isLicenseStanding } from '#domain/review/screening/screening.ts'
import type { ScreeningDecision } from '#domain/review/screening/screening-level.ts'
import type { Moratorium } from '#domain/screening/moratorium.ts'
import type { Elsewhere, ElsewhereFiling } from '#domain/screening/named-elsewhere.ts'
import type { OwnRecord } from '#domain/screening/own-record.ts'
import type { SummaryRow } from '#web/kit/parts.tsx'
import { time } from '#words/en/portal/time.ts'
import { specialtyWords } from '#words/en/reference/specialties.ts'
import type { Words } from '#words/index.ts'
import { moratoriumRows } from './moratorium-evidence.ts'
import { elsewhereRows, filingsRow, type MajorityEvidence, majorityRows } from './owner-evidence.ts'

interface Evidence {
  readonly finding?: ComparisonFinding
  readonly seen?: {
    readonly site: string
    readonly standing: string
    readonly expiresOn?: string
    readonly note?: string
  }
  readonly candidates?: number
  readonly freshness?: 'stale' | 'not-loaded'
  readonly freshDays?: number
  readonly address?: string
  readonly addressKind?: string
  readonly number?: string
  readonly numberKind?: string
  readonly licenses?: readonly BoardLicense[]
  readonly silent?: boolean
  readonly against?: OwnRecord
  readonly known?: number
  /** Older filings are not gone through yet, so that nothing found means nothing. */
  readonly unfinished?: boolean
  /** A moratorium is in force, and what is asked for is nothing that it bars. */
  readonly isSpared?: boolean
  /** The last day of a bar to enroll again. */
  readonly barredUntil?: Day
  readonly twice?: OwnRecord
  /** Null: no number tells whether it is the same party. */
  readonly elsewhere?: Elsewhere | null
  /** Denied filings of others that name the applicant. */
  readonly named?: readonly ElsewhereFiling[]
  /** Filings of others that name the party and are against nobody. */
  readonly beside?: readonly ElsewhereFiling[]
  readonly majority?: MajorityEvidence
  readonly moratoria?: readonly Moratorium[]
  readonly level?: ScreeningDecision | null
  readonly supplierType?: SupplierType
  /** Owners whom the record does not have. */
  readonly newOwners?: readonly string[]
  readonly newLocations?: readonly string[]
  /** Of a task: what came of it, what was noted, and how many photos show it. */
  readonly result?: string
  readonly report?: { readonly note?: string }
  readonly photos?: readonly unknown[]
  /** What stands for a visit or fingerprints. */
  readonly exception?: {
    readonly ground: ExceptionGround
    readonly reliedOn?: Day
    readonly reason: string
    readonly answer: string
  }
  readonly cite?: string
}

export function evidenceRows(check: ScreeningCheck, w: Words): readonly SummaryRow[] {
  const t = w.desk.screening
  const m = t.match
  const e = check.evidence as Evidence
  if (e.result && e.report)
    return [
      { key: w.desk.tasks.result, value: w.desk.tasks.results[e.result] ?? e.result },
      ...(e.report.note ? [{ key: t.note, value: e.report.note }] : []),
      ...(e.photos?.length ? [{ key: w.desk.tasks.photosTitle, value: w.desk.tasks.photosKept(e.photos.length) }] : []),
    ]
  if (e.exception) return exceptionRows(e.exception, e.cite ?? '', w)
  if (e.finding) return findingRows(e.finding, w)
  if (e.seen)
    return [
      { key: t.site, value: e.seen.site },
      { key: t.standing, value: isLicenseStanding(e.seen.standing) ? t.standings[e.seen.standing] : e.seen.standing },
      { key: t.expiresOn, value: e.seen.expiresOn ?? w.desk.case.none },
      ...(e.seen.note ? [{ key: t.note, value: e.seen.note }] : []),
    ]
  if (e.freshness === 'stale' && check.sourceAsOf)
    return [{ key: t.evidence, value: m.stale(time.day(check.sourceAsOf), e.freshDays ?? 0) }]
  if (e.freshness) return [{ key: t.evidence, value: check.outcome === 'unavailable' ? m.notLoaded : m.notRequired }]
  if (e.unfinished) return [{ key: t.evidence, value: m.unfinished }, ...filingsRow(m.beside, e.beside ?? [], w)]
  if (e.candidates !== undefined) return [{ key: t.evidence, value: t.nothingFound(e.candidates) }]
  if (e.addressKind)
    return [
      { key: m.fields.place, value: e.address ?? '' },
      { key: t.evidence, value: `${m.addressKinds[e.addressKind] ?? e.addressKind}. ${m.residential}.` },
    ]
  if (e.numberKind)
    return [
      { key: m.number, value: `${e.numberKind.toUpperCase()} ${e.number}` },
      { key: t.evidence, value: check.outcome === 'same' ? m.numberRight : m.numberWrong },
    ]
  if (e.silent) return [{ key: t.evidence, value: m.boardSilent }]
  if (e.licenses) return licenseRows(e.licenses, w)
  if (e.against)
    return [
      ...(e.barredUntil ? [{ key: w.decisions.barAlertTitle, value: time.day(e.barredUntil) }] : []),
      ...recordRows(e.against, m.earlier, m.earlierNone(e.known ?? 0), w),
      ...filingsRow(m.named, e.named ?? [], w),
      ...filingsRow(m.beside, e.beside ?? [], w),
    ]
  if (e.elsewhere !== undefined)
    return [...elsewhereRows(e.elsewhere, e.known ?? 0, w), ...filingsRow(m.beside, e.beside ?? [], w)]
  if (e.majority) return majorityRows(e.majority, w)
  if (e.twice) return recordRows(e.twice, m.duplicate, m.duplicateNone, w)
  if (e.moratoria) return moratoriumRows({ ...e, moratoria: e.moratoria }, w)
  const owners = e.newOwners?.length ? [{ key: m.newOwners, value: e.newOwners.join('; ') }] : []
  const places = e.newLocations?.length ? [{ key: m.newLocations, value: e.newLocations.join('; ') }] : []
  return e.supplierType ? [...levelRows(e.level ?? null, e.supplierType, w), ...owners, ...places] : []
}

function exceptionRows(e: NonNullable<Evidence['exception']>, cite: string, w: Words): readonly SummaryRow[] {
  const t = w.desk.tasks.level
  return [
    { key: t.evidence, value: t.cited(t.grounds[e.ground], cite) },
    ...(e.reliedOn ? [{ key: t.reliedOn, value: time.day(e.reliedOn) }] : []),
    { key: t.reason, value: e.reason },
    { key: t.granted, value: e.answer },
  ]
}

function findingRows(finding: ComparisonFinding, w: Words): readonly SummaryRow[] {
  const t = w.desk.screening
  return [
    { key: t.ours, value: inWords(finding, finding.ours, w) },
    { key: t.theirs, value: finding.theirs === undefined ? w.desk.case.none : inWords(finding, finding.theirs, w) },
    {
      key: w.desk.case.verdict,
      value: `${w.comparison.verdicts[finding.verdict]}${finding.note ? `. ${w.comparison.notes[finding.note]}` : ''} (${finding.cite})`,
    },
  ]
}

/** Codes are said in words: the kind of an NPI, a specialty. */
function inWords({ check }: ComparisonFinding, value: string, w: Words): string {
  if (check === 'entity-type') return w.desk.screening.entityTypes[value] ?? value
  return check === 'taxonomy' && isSpecialtyCode(value) ? `${value} ${specialtyWords[value]}` : value
}

export function licenseRows(licenses: readonly BoardLicense[], w: Words): readonly SummaryRow[] {
  const t = w.desk.screening
  if (licenses.length === 0) return [{ key: t.evidence, value: t.match.boardNone }]
  return licenses.map((l) => ({
    key: t.license,
    value: t.match.boardLine({
      state: l.state,
      number: l.number,
      standing: t.standings[l.standing],
      until: l.expiresOn ? time.day(l.expiresOn) : '',
      action: l.action ?? '',
    }),
  }))
}

function recordRows(r: OwnRecord, key: string, none: string, w: Words): readonly SummaryRow[] {
  const m = w.desk.screening.match
  const lines = [
    ...r.filings.map((f) => m.filingLine(f.form, f.state, w.statuses[f.status].name, time.day(f.statusOn))),
    ...r.enrollments.map((n) => m.enrollmentLine(n.enrollmentId, n.form, n.state, n.status)),
  ]
  if (lines.length === 0) return [{ key: w.desk.screening.evidence, value: none }]
  const more = lines.length > SHOWN ? [m.more(lines.length - SHOWN)] : []
  return [{ key, value: [...lines.slice(0, SHOWN), ...more].join('; ') }]
}

/** Lines of our own record that are shown; the evidence keeps all of them. */
const SHOWN = 8

function levelRows(level: ScreeningDecision | null, type: SupplierType, w: Words): readonly SummaryRow[] {
  const m = w.desk.screening.match
  if (!level) return [{ key: m.level, value: m.levelNone }]
  const adds = (['siteVisit', 'fingerprints'] as const).filter((k) => level[k]).map((k) => m.levelAdds[k])
  const raised = level.raisedBy.map((r) => m.raisedBy[r] ?? r)
  const said = [
    `${m.levels[level.level]}: ${m.typeWords(type)}`,
    raised.length > 0 && m.raised(raised.join(', ')),
    ...adds,
    isConfirmed(level.evidence) ? undefined : m.unconfirmed,
  ]
  return [{ key: m.level, value: `${said.filter(Boolean).join('; ')} (${level.cite})` }]
}
