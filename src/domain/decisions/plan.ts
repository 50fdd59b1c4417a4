/**
 * What a decision on an enrollment would do on the day of its letter: from when, until when, which periods the record
 * then shows, and how long nobody may enroll again. The same plan draws the preview and the record. Pure.
 * 42 CFR 424.535(c) and (g), 424.540(d), 424.541. That a bar begins 30 days after the notice is unconfirmed.
 */
import { addDays, addYears, type Day, later } from '../dates.ts'
import { type EnrollmentPeriod, type EnrollmentStatus, insertPeriod, statusOn } from '../enrollment/enrollment.ts'
import { isConfirmed } from '../evidence.ts'
import { ok, type Result, refuse } from '../result.ts'
import { clocks } from '../review/queues/clocks.ts'
import { type RecordDecisionKind, recordFacts, recordReasonsOn } from './kinds.ts'

export interface AskedDecision {
  readonly kind: RecordDecisionKind
  readonly reasons: readonly string[]
  /** Of the event, of the receipt, or the right one. */
  readonly eventOn?: Day | undefined
  /** Of a stay. */
  readonly days?: number | undefined
  readonly barYears?: number | undefined
}
export interface Bar {
  readonly from: Day
  readonly until: Day
}
export interface RecordStanding {
  readonly periods: readonly EnrollmentPeriod[]
  /** Another enrollment of the same party was revoked before, and that still stands. */
  readonly revokedBefore: boolean
  /** The longest one that stands. */
  readonly bar?: Bar | undefined
}
export interface DecisionPlan {
  readonly effectiveOn: Day
  readonly untilOn?: Day
  readonly periods: readonly EnrollmentPeriod[]
  readonly bar?: Bar
  readonly because: readonly string[]
}

/** Years of a bar, from the first revocation and from a further one (42 CFR 424.535(c)(1); twenty is unconfirmed). */
export const barYears = { least: 1, most: 10, mostAgain: 20, more: 3 } as const

/**
 * Refuses with `reason-needed`, `not-a-choice`, `not-in-this-status`, `decision-under-way`, `effective-date-impossible`,
 * `required`, `date-in-future`, `nothing-changed` or `out-of-range`.
 */
export function planDecision(asked: AskedDecision, standing: RecordStanding, letterOn: Day): Result<DecisionPlan> {
  const { kind, reasons } = asked
  const table = recordReasonsOn(kind, letterOn)
  if (reasons.length === 0) return refuse({ code: 'reason-needed', at: 'reasons', with: { min: 1 } })
  if (reasons.some((r) => !Object.hasOwn(table, r))) return refuse({ code: 'not-a-choice', at: 'reasons' })
  if (standing.periods.some((p) => p.from > letterOn && p.status === 'revoked'))
    return refuse({ code: 'decision-under-way' })
  const status = statusOn(standing.periods, letterOn) ?? 'withdrawn'
  if (!recordFacts(kind).from.includes(status)) return refuse({ code: 'not-in-this-status', with: { status } })
  const cited = reasons.map((r) => table[r]!)
  const because = [...new Set(cited.map((c) => (isConfirmed(c.evidence) ? c.cite : c.cite.replace(/\(.*$/, ''))))]
  const dates = datesOf(
    asked,
    standing,
    letterOn,
    cited.some((c) => c.goesBack),
  )
  if (!dates.ok) return dates
  const bar = barOf(
    asked,
    standing,
    letterOn,
    cited.every((c) => c.noBar),
  )
  if (!bar.ok) return bar
  const periods = periodsAfter(kind, standing.periods, dates.value)
  if (!periods.ok) return periods
  return ok({ ...dates.value, periods: periods.value, ...(bar.value && { bar: bar.value }), because })
}

interface Dates {
  readonly effectiveOn: Day
  readonly untilOn?: Day
}
function datesOf(asked: AskedDecision, s: RecordStanding, letterOn: Day, goesBack: boolean): Result<Dates> {
  const { kind, eventOn } = asked
  const at = 'eventOn'
  const first = s.periods[0]?.from ?? letterOn
  if (kind === 'stay') {
    const days = asked.days ?? clocks.stay.days
    if (!Number.isInteger(days) || days < 1 || days > clocks.stay.days)
      return refuse({ code: 'out-of-range', at: 'days', with: { min: 1, max: clocks.stay.days } })
    return ok({ effectiveOn: letterOn, untilOn: addDays(letterOn, days - 1) })
  }
  if (eventOn && kind !== 'effective-date' && eventOn > letterOn) return refuse({ code: 'date-in-future', at })
  if (kind === 'revoke' || kind === 'deactivate') {
    if (!eventOn)
      return ok({ effectiveOn: kind === 'revoke' ? addDays(letterOn, clocks['revocation-effective'].days) : letterOn })
    if (!goesBack) return refuse({ code: 'effective-date-impossible', at, with: { why: recordFacts(kind).cite } })
    return ok({ effectiveOn: later(eventOn, first) })
  }
  if (kind === 'bar') return ok({ effectiveOn: letterOn })
  if (!eventOn) return refuse({ code: 'required', at })
  if (kind === 'reactivate') {
    const now = s.periods.find((p) => p.from <= letterOn && (p.to === undefined || letterOn <= p.to))
    if (now && eventOn < now.from) return refuse({ code: 'date-before-start', at, with: { day: now.from } })
  }
  if (kind === 'effective-date' && eventOn === first) return refuse({ code: 'nothing-changed', at })
  return ok({ effectiveOn: eventOn })
}

function periodsAfter(
  kind: RecordDecisionKind,
  periods: readonly EnrollmentPeriod[],
  { effectiveOn: from, untilOn }: Dates,
): Result<readonly EnrollmentPeriod[]> {
  if (kind === 'effective-date') {
    const [first, ...rest] = periods
    if (!first || (first.to !== undefined && first.to < from))
      return refuse({ code: 'effective-date-impossible', at: 'eventOn', with: { why: '42 CFR 424.520' } })
    return ok([{ ...first, from }, ...rest])
  }
  const status: EnrollmentStatus | undefined = recordFacts(kind).shows
  return status ? insertPeriod(periods, { status, from, ...(untilOn && { to: untilOn }) }) : ok(periods)
}

function barOf(asked: AskedDecision, s: RecordStanding, letterOn: Day, noBar: boolean): Result<Bar | undefined> {
  if (asked.kind !== 'revoke' && asked.kind !== 'bar') return ok(undefined)
  const years = asked.barYears
  if (asked.kind === 'revoke' && noBar)
    return years === undefined ? ok(undefined) : refuse({ code: 'no-bar', at: 'barYears' })
  const more = asked.kind === 'bar' && asked.reasons.includes('circumvented') && s.bar !== undefined
  const most = more ? barYears.more : s.revokedBefore || asked.kind === 'bar' ? barYears.mostAgain : barYears.most
  if (years === undefined || !Number.isInteger(years) || years < barYears.least || years > most)
    return refuse({ code: 'out-of-range', at: 'barYears', with: { min: barYears.least, max: most } })
  if (more && s.bar) return ok({ from: s.bar.from, until: addYears(s.bar.until, years) })
  const from = s.bar && asked.kind === 'bar' ? s.bar.from : addDays(letterOn, clocks['revocation-effective'].days)
  return ok({ from, until: addDays(addYears(from, years), -1) })
}

/** Is a day within a bar, or before it begins but after the letter? Nobody may file before the last day is over. */
export const barredOn = (bar: Bar, on: Day): boolean => on <= bar.until

/** The periods before a decision, when nothing has changed them since; else `record-moved-on`. */
export function periodsBefore(
  decision: { readonly before: readonly EnrollmentPeriod[]; readonly after: readonly EnrollmentPeriod[] },
  now: readonly EnrollmentPeriod[],
): Result<readonly EnrollmentPeriod[]> {
  return samePeriods(decision.after, now) ? ok(decision.before) : refuse({ code: 'record-moved-on' })
}
const samePeriods = (a: readonly EnrollmentPeriod[], b: readonly EnrollmentPeriod[]): boolean =>
  a.length === b.length && a.every((p, i) => p.status === b[i]!.status && p.from === b[i]!.from && p.to === b[i]!.to)
