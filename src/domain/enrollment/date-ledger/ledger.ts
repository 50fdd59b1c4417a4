/**
 * The date ledger: for an act, done or only thought of, the effective date, the days before it that may be billed, the
 * days at risk, and which of the given dates set them. It asks the rules that decide the real cases. Pure.
 * 42 CFR 424.520-424.522, 424.535(g), 424.540(d), 405.410, 424.516.
 */

import { addDays, type Day, day, later } from '../../dates.ts'
import { isRecordDecisionKind, recordReasonsOn } from '../../decisions/kinds.ts'
import { planDecision } from '../../decisions/plan.ts'
import { isConfirmed } from '../../evidence.ts'
import { daysBeforeFiling, reassignmentBegins } from '../../reassignment/effective-date.ts'
import { ok, type Result, refuse } from '../../result.ts'
import { dated } from '../../rule.ts'
import {
  billingWindow,
  effectiveDateAuthority,
  otherEffectiveDates,
  retrospectiveDays,
  setsEffectiveDate,
} from '../effective-date.ts'
import { optOutBegins } from '../opt-out.ts'
import { reportingDeadline } from '../reporting-deadline.ts'
import { type LedgerEntry, type LedgerQuestion, type Receipt, type ReceiptKind, span } from './entry.ts'
import { type Filing, filingThatCounts, mayCount } from './filings.ts'

type Of<A extends LedgerQuestion['act']> = Extract<LedgerQuestion, { act: A }>

/** The first day for which the rules are here. */
export const firstDay = day('2009-01-01')

/**
 * Days before a reactivation that may be billed. Contractors gave 30 (DAB CR5649, CR5537); since 424.540(d)(2) and (e)
 * the days of the gap are lost. On which day that began is unconfirmed.
 */
export const reactivationDaysBack = dated('42 CFR 424.540(d)(2)', [firstDay, 30], [day('2022-01-01'), 0])

/** Refuses with `required`, `before-the-rules`, and with whatever the rule of a decision refuses. */
export function dateLedger(q: LedgerQuestion): Result<LedgerEntry> {
  switch (q.act) {
    case 'revoke':
    case 'deactivate':
      return q.noticeOn < firstDay ? tooEarly('notice') : decided(q)
    case 'report':
      return q.happenedOn < firstDay ? tooEarly('happened') : reported(q)
    default: {
      const counts = filingThatCounts(q.filings)
      if (!counts) return refuse({ code: 'required', at: 'received' })
      if (counts.receivedOn < firstDay) return tooEarly('received')
      if (q.act === 'enroll') return enrolled(q, counts)
      if (q.act === 'reassign') return ok(reassigned(q, counts))
      return ok(q.act === 'reactivate' ? reactivated(q, counts) : optedOut(q, counts))
    }
  }
}
const tooEarly = (at: string) => refuse({ code: 'before-the-rules', at, with: { day: firstDay } })

function enrolled(q: Of<'enroll'>, { receivedOn: filedOn }: Filing): Result<LedgerEntry> {
  const { act, supplierType, firstServiceOn, delay, metOn } = q
  const given = [...receiptsOf(q.filings), receipt('first-service', firstServiceOn), receipt('requirements-met', metOn)]
  if (setsEffectiveDate(supplierType, filedOn)) {
    const { value, because } = billingWindow({ supplierType, filedOn, firstServiceOn, delay })
    const safeUntil = addDays(firstServiceOn, retrospectiveDays.on(filedOn)[delay])
    const windows = windowsOf(value.effectiveOn, value.mayBillFrom, firstServiceOn)
    return ok({ act, ...windows, safeUntil, receipts: setBy(given, value.effectiveOn), because, unconfirmed: false })
  }
  // An IDTF has its date like the others, from a section of its own (410.33(i), known from memory).
  const on = supplierType === 'idtf' ? later(filedOn, firstServiceOn) : metOn
  if (!on) return refuse({ code: 'required', at: 'met' })
  const because = [effectiveDateAuthority(supplierType)]
  const windows = windowsOf(on, on, firstServiceOn)
  return ok({ act, ...windows, receipts: setBy(given, on), because, unconfirmed: supplierType === 'idtf' })
}

/** The date is that of the filing; the 30 days before it are the window of 424.522(a). */
function reassigned(q: Of<'reassign'>, { receivedOn }: Filing): LedgerEntry {
  const { act, firstServiceOn } = q
  const effectiveOn = later(receivedOn, firstServiceOn)
  const enrolledFrom = firstServiceOn
  const from = {
    startsOn: firstServiceOn,
    completedOn: receivedOn,
    practitionerFrom: enrolledFrom,
    groupFrom: enrolledFrom,
  }
  const begins = reassignmentBegins(from)
  const given = [...receiptsOf(q.filings), receipt('first-service', firstServiceOn)]
  return {
    act,
    ...windowsOf(effectiveOn, begins.value, firstServiceOn),
    safeUntil: addDays(firstServiceOn, daysBeforeFiling.on(receivedOn)),
    receipts: setBy(given, effectiveOn),
    because: [...new Set([...begins.because, otherEffectiveDates.reassignment.cite])],
    unconfirmed: !otherEffectiveDates.reassignment.confirmed,
  }
}

function reactivated(q: Of<'reactivate'>, { receivedOn }: Filing): LedgerEntry {
  const { act, deactivatedOn } = q
  const effectiveOn = later(receivedOn, deactivatedOn)
  const back = reactivationDaysBack.on(receivedOn)
  const given = [...receiptsOf(q.filings), receipt('deactivated', deactivatedOn)]
  return {
    act,
    ...windowsOf(effectiveOn, later(addDays(effectiveOn, -back), deactivatedOn), deactivatedOn),
    receipts: setBy(given, effectiveOn),
    because: [otherEffectiveDates.reactivation.cite, '42 CFR 424.540(e)'],
    unconfirmed: back > 0,
  }
}

function optedOut(q: Of<'opt-out'>, { receivedOn: filedOn }: Filing): LedgerEntry {
  const { value, because } = optOutBegins({ participates: q.participates, filedOn, wantedOn: q.wantedOn })
  const given = [...receiptsOf(q.filings), receipt('wanted', q.wantedOn)]
  const atRisk = span(q.wantedOn, addDays(value, -1))
  return {
    act: q.act,
    effectiveOn: value,
    ...(atRisk && { atRisk }),
    receipts: setBy(given, value),
    because,
    unconfirmed: true,
  }
}

/** Of an enrollment that is approved; what lies between the effective date and the letter was worked in vain. */
function decided({ act, noticeOn, reason, eventOn, barYears }: Of<'revoke' | 'deactivate'>): Result<LedgerEntry> {
  const standing = {
    periods: [{ status: 'approved', from: earliestOf(eventOn, noticeOn) } as const],
    revokedBefore: false,
  }
  const plan = planDecision({ kind: act, reasons: [reason], eventOn, barYears }, standing, noticeOn)
  if (!plan.ok) return refuse({ ...plan.problem, at: fieldNames[plan.problem.at ?? ''] ?? 'notice' })
  const { effectiveOn, bar, because } = plan.value
  const table = isRecordDecisionKind(act) ? recordReasonsOn(act, noticeOn) : {}
  const atRisk = span(effectiveOn, noticeOn)
  const given = [receipt('notice', noticeOn), receipt('event', eventOn)].flat()
  return ok({
    act,
    effectiveOn,
    ...(atRisk && { atRisk }),
    ...(bar && { bar }),
    receipts: setBy(given, eventOn ?? noticeOn),
    because: act === 'revoke' ? [...because, '42 CFR 424.535(g)'] : because,
    unconfirmed: !isConfirmed(table[reason]?.evidence ?? 'none'),
  })
}
/** Where the plan of a decision refuses, by the names that the ledger asks with. */
const fieldNames: Readonly<Record<string, string>> = { eventOn: 'eventDay', reasons: 'reason', barYears: 'barYears' }
const earliestOf = (eventOn: Day | undefined, noticeOn: Day): Day =>
  eventOn && eventOn < noticeOn ? eventOn : noticeOn

/** A change counts from its day; it must have come by the deadline. */
function reported({ act, supplierType, event, happenedOn, receivedOn }: Of<'report'>): Result<LedgerEntry> {
  const { dueOn, cite, evidence, mayBeShorter } = reportingDeadline(supplierType, event, happenedOn)
  const atRisk = receivedOn && span(addDays(dueOn, 1), receivedOn)
  return ok({
    act,
    effectiveOn: happenedOn,
    safeUntil: dueOn,
    ...(atRisk && { atRisk }),
    receipts: setBy([receipt('event', happenedOn), receipt('reported', receivedOn)], happenedOn),
    because: [cite],
    unconfirmed: mayBeShorter || !isConfirmed(evidence),
  })
}

/** Days billed before the effective date, and days from the first service on that nobody pays. */
function windowsOf(effectiveOn: Day, mayBillFrom: Day, servicesFrom: Day) {
  const retrospective = span(mayBillFrom, addDays(effectiveOn, -1))
  const atRisk = span(servicesFrom, addDays(mayBillFrom, -1))
  return { effectiveOn, mayBillFrom, ...(retrospective && { retrospective }), ...(atRisk && { atRisk }) }
}

type Given = Omit<Receipt, 'sets'> & { readonly never?: boolean }
const receipt = (kind: ReceiptKind, on: Day | undefined): readonly Given[] => (on ? [{ kind, on }] : [])
const receiptsOf = (filings: readonly Filing[]): readonly (readonly Given[])[] =>
  filings.map((f) => [
    {
      kind: mayCount(f) ? 'received' : f.fate === 'returned' ? 'returned' : 'rejected',
      on: f.receivedOn,
      never: !mayCount(f),
    },
    ...receipt('completed', f.completedOn).map((r) => ({ ...r, never: true })),
  ])

const setBy = (given: readonly (Given | readonly Given[])[], on: Day): readonly Receipt[] =>
  given
    .flat()
    .map(({ never, ...r }) => ({ ...r, sets: !never && r.on === on }))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
