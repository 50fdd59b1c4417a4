/**
 * When an opt-out begins, its terms of two years, and the days on which it can be ended. Pure.
 * Authority: 42 CFR 405.400-405.455. The 90 days before the end as the first day for a cancellation is practice of
 * contractors; the right to end early is known only from memory (42 CFR 405.445): both unconfirmed.
 */
import { addDays, addMonths, addYears, type Day, day, later } from '../dates.ts'
import type { Finding } from '../rule.ts'

export interface OptOutFacts {
  /** Takes part in Medicare (CMS-460) on the day of filing. */
  readonly participates: boolean
  readonly filedOn: Day
  /** The day asked for. */
  readonly wantedOn: Day
}

const NOTICE_DAYS = 30
const TERM_YEARS = 2
const CANCEL_FIRST_DAYS = 90
const CANCEL_LAST_DAYS = 30
const EARLY_END_DAYS = 90

/** The first day of the calendar quarter on or after a day. */
export function quarterOnOrAfter(d: Day): Day {
  const [year, month] = d.split('-').map(Number) as [number, number]
  const first = day(`${year}-${String(Math.floor((month - 1) / 3) * 3 + 1).padStart(2, '0')}-01`)
  return first >= d ? first : addMonths(first, 3)
}

/** One who participates begins with a quarter, 30 days after filing at the earliest; others when filed. */
export function optOutBegins({ participates, filedOn, wantedOn }: OptOutFacts): Finding<Day> {
  return participates
    ? { value: quarterOnOrAfter(later(addDays(filedOn, NOTICE_DAYS), wantedOn)), because: ['42 CFR 405.410(d)'] }
    : { value: later(filedOn, wantedOn), because: ['42 CFR 405.410(c)'] }
}

export interface OptOutTerm {
  readonly from: Day
  readonly to: Day
  /** 1 is the first term. */
  readonly number: number
}

/** The term of two years that a day lies in; each follows the one before by itself. The first for days before it. */
export function optOutTerm(begins: Day, on: Day): OptOutTerm {
  let number = 1
  while (addYears(begins, TERM_YEARS * number) <= on) number++
  return {
    from: addYears(begins, TERM_YEARS * (number - 1)),
    to: addDays(addYears(begins, TERM_YEARS * number), -1),
    number,
  }
}

/** Where a cancellation received on a day leads: the last day of the opt-out. Earlier than the window it is returned. */
export function optOutCancelledAt(
  begins: Day,
  receivedOn: Day,
): Finding<{ readonly lastDay: Day; readonly tooEarly: boolean }> {
  const term = optOutTerm(begins, receivedOn)
  const cite = '42 CFR 405.445'
  // In the first 90 days of the first opt-out it can be undone as if it had never been.
  if (term.number === 1 && receivedOn < addDays(begins, EARLY_END_DAYS))
    return { value: { lastDay: later(receivedOn, begins), tooEarly: false }, because: [`${cite}(b)`] }
  const next = () => optOutTerm(begins, addDays(term.to, 1)).to
  const late = receivedOn > addDays(term.to, -CANCEL_LAST_DAYS)
  return {
    value: {
      lastDay: late ? next() : term.to,
      tooEarly: receivedOn < addDays(term.to, -CANCEL_FIRST_DAYS),
    },
    because: ['42 CFR 405.445(a)'],
  }
}
