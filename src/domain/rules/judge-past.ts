/** What a file of the past comes to under given rules, from the evidence that was kept; and what two sets of rules make of it. Pure. */
import type { ApplicationStatus } from '../application/lifecycle.ts'
import { type Day, daysBetween } from '../dates.ts'
import type { SupplierType } from '../enrollment/supplier-types.ts'
import { bandOf } from '../matching/find-matches.ts'
import type { FieldFinding } from '../matching/match-party.ts'
import { deskBands } from '../matching/weights.ts'
import type { LeveledCheck } from '../policies/try-policy.ts'
import { type Brought, notBrought } from '../review/level/level-asks.ts'
import {
  type CheckKind,
  type Disposition,
  dispositions,
  dispositionsOf,
  type Outcome,
} from '../review/screening/screening.ts'
import { type ScreeningDecision, screeningLevels } from '../review/screening/screening-level.ts'
import { checkCites } from './check-cites.ts'
import type { RuleValues } from './parameters.ts'

export interface PastCheck {
  readonly kind: CheckKind
  readonly subject: string
  readonly outcome: Outcome
  readonly disposition: Disposition | undefined
  readonly source: string | undefined
  readonly sourceAsOf: Day | undefined
  readonly ranOn: Day
  readonly hit?: { readonly score: number; readonly fields: readonly FieldFinding[]; readonly ended: boolean }
  readonly level?: ScreeningDecision
  /** The same with what it was decided from. */
  readonly leveled?: LeveledCheck
  /** Where and as what it would enroll, and the moratoria that barred it. */
  readonly moratorium?: { readonly asked: AskedPlace; readonly bars: readonly AskedPlace[] }
  /** Of a visit or of fingerprints. */
  readonly brought?: Pick<Brought, 'result' | 'isException'>
}
/** A type in a place; a county that nobody said may be any. */
export interface AskedPlace {
  readonly supplierType: SupplierType
  readonly state: string
  readonly county?: string
}
export interface PastFile {
  readonly id: string
  readonly trackingNumber: string
  readonly status: ApplicationStatus
  readonly receivedOn: Day
  readonly signedOn: Day
  readonly checks: readonly PastCheck[]
}
/** A rule that the file does not pass, with its authority. */
export interface FailedRule {
  readonly rule: CheckKind | 'signature-age'
  readonly subject: string
  readonly why: 'unavailable' | 'disposition' | 'stops' | 'missing' | 'not-passed' | 'too-old'
  readonly cite: string
}

/** The outcome that a check would have had. */
export function outcomeUnder(check: PastCheck, rules: RuleValues): Outcome {
  const { hit, sourceAsOf, ranOn } = check
  const limit = rules['fresh-days']
  if (limit !== undefined && check.source && sourceAsOf && daysBetween(sourceAsOf, ranOn) > limit) return 'unavailable'
  if (!hit || (check.outcome !== 'match' && check.outcome !== 'possible')) return check.outcome
  const bands = { ...deskBands, match: rules['match.match'], possible: rules['match.possible'] }
  const band = bandOf(hit.score, hit.fields, bands)
  if (band === 'different') return 'clear'
  return band === 'match' && !hit.ended ? 'match' : 'possible'
}

/** Every rule that the file would not pass, in the order of its checks. */
export function failedRules(file: PastFile, rules: RuleValues): readonly FailedRule[] {
  const failed = file.checks.flatMap((c): readonly FailedRule[] => {
    const about = { rule: c.kind, subject: c.subject, cite: checkCites[c.kind].cite }
    const outcome = outcomeUnder(c, rules)
    if (outcome === 'unavailable') return [{ ...about, why: 'unavailable' }]
    if (dispositionsOf(outcome).length === 0) return []
    if (!c.disposition) return [{ ...about, why: 'disposition' }]
    return dispositions[c.disposition].stops ? [{ ...about, why: 'stops' }] : []
  })
  const age = daysBetween(file.signedOn, file.receivedOn)
  return [
    ...failed,
    ...notBroughtUnder(file, rules),
    ...(age > rules['signature-age']
      ? ([{ rule: 'signature-age', subject: '', why: 'too-old', cite: '42 CFR 424.525(a)(1)(iv)' }] as const)
      : []),
  ]
}

/** What the level would have asked somebody to bring. */
function notBroughtUnder(file: PastFile, rules: RuleValues): readonly FailedRule[] {
  const level = file.checks.findLast((c) => c.kind === 'screening-level')?.level?.level
  if (!level) return []
  const from = (least: typeof level) => screeningLevels.indexOf(level) >= screeningLevels.indexOf(least)
  const asked = { siteVisit: from(rules['site-visit-level']), fingerprints: from(rules['fingerprints-level']) }
  const brought = file.checks.flatMap((c) => (c.brought ? [{ ...c, ...c.brought }] : []))
  return notBrought(asked, brought).map(({ kind, why }) => ({
    rule: kind,
    subject: '',
    why,
    cite: checkCites[kind].cite,
  }))
}

export interface Difference {
  readonly file: PastFile
  /** Rules that it fails only under the new ones, and only under those in force. */
  readonly newly: readonly FailedRule[]
  readonly noLonger: readonly FailedRule[]
}

const key = (f: FailedRule): string => `${f.rule}|${f.subject}|${f.why}`

/** Files whose result differs; those that stay as they are are left out. */
export function differences(files: readonly PastFile[], now: RuleValues, then: RuleValues): readonly Difference[] {
  return files.flatMap((file): readonly Difference[] => {
    const [before, after] = [failedRules(file, now), failedRules(file, then)]
    const [had, has] = [new Set(before.map(key)), new Set(after.map(key))]
    const newly = after.filter((f) => !had.has(key(f)))
    const noLonger = before.filter((f) => !has.has(key(f)))
    return newly.length + noLonger.length > 0 ? [{ file, newly, noLonger }] : []
  })
}
