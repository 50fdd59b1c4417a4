/**
 * The days that an approval sets, as the rules alone give them: by what the application asks of the record.
 * Pure. Who orders only and who changes hands: the text of 42 CFR 424.522 was not seen, so that day is unconfirmed.
 */

import { reasonOf } from '#domain/application/reasons.ts'
import { addDays, type Day, day, later } from '#domain/dates.ts'
import {
  type BillingWindow,
  billingWindow,
  type EffectiveDateFacts,
  effectiveDateAuthority,
  otherEffectiveDates,
  setsEffectiveDate,
} from '#domain/enrollment/effective-date.ts'
import { optOutBegins, optOutCancelledAt } from '#domain/enrollment/opt-out.ts'
import type { Finding } from '#domain/rule.ts'
import type { Answers } from '#forms/kit/section.ts'
import type { CaseFile } from '../case/case-file.ts'

const only = (found: CaseFile, section: string): Answers => found.file[section]?.[0]?.answers ?? {}
const oneDay = (on: Day, ...because: readonly string[]): Finding<BillingWindow> => ({
  value: { effectiveOn: on, mayBillFrom: on },
  because,
})

/** The last day of an enrollment that the application ends. */
function lastDay(found: CaseFile, filedOn: Day): Finding<BillingWindow> {
  const { cite } = reasonOf(found.header)
  const { lastDay: asked } = only(found, 'withdrawal')
  if (typeof asked === 'string') return oneDay(day(asked), cite)
  const { on } = only(found, 'transfer')
  // The buyer has it from the day of the sale.
  if (typeof on === 'string') return oneDay(addDays(day(on), -1), cite)
  const ends = optOutCancelledAt(found.begins ?? filedOn, filedOn)
  return oneDay(ends.value.lastDay, ...ends.because)
}

/** `facts` are those of the billing rule; the days of other rules leave parts of them aside. */
export function approvalDates(found: CaseFile, facts: EffectiveDateFacts): Finding<BillingWindow> {
  const { filedOn, firstServiceOn, supplierType } = facts
  const { record } = reasonOf(found.header)
  if (record === 'ends') return lastDay(found, filedOn)
  const sale = only(found, 'transfer')
  // A buyer who takes the agreement over has it from the day of the sale (42 CFR 489.18(c)).
  if (found.header.reason === 'ownership-buyer' && sale.agreement === 'accepted' && typeof sale.on === 'string')
    return oneDay(day(sale.on), '42 CFR 489.18(c)')
  if (record === 'reactivates')
    return oneDay(later(filedOn, found.basis?.effectiveFrom ?? filedOn), otherEffectiveDates.reactivation.cite)
  if (found.header.form === 'CMS-855O')
    return oneDay(later(filedOn, firstServiceOn), otherEffectiveDates['ordering-only'].cite)
  if (found.header.form === 'OPT-OUT' && record === 'opens') {
    const begins = optOutBegins({
      participates: only(found, 'opt-out').participates === true,
      filedOn,
      wantedOn: firstServiceOn,
    })
    return oneDay(begins.value, ...begins.because)
  }
  if (found.header.form === 'OPT-OUT' || !setsEffectiveDate(supplierType, filedOn))
    return oneDay(
      later(filedOn, firstServiceOn),
      found.header.form === 'OPT-OUT' ? '42 CFR 405.420' : effectiveDateAuthority(supplierType),
    )
  return billingWindow(facts)
}
