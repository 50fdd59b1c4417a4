/** The days that a report counts, and the weeks or months into which its line is cut. Pure. */
import { addDays, type Day, daysBetween, earlier, isDay, lastOfMonth } from '../dates.ts'
import { ok, type Problem, type Result, refuse } from '../result.ts'

/** Both days count. */
export interface Period {
  readonly from: Day
  readonly to: Day
}

/** Of a report for which nobody said a period, and of the published service levels. */
export const USUAL_DAYS = 90
/** More would be a line that nobody can read; nobody needs it of a desk. */
const MOST_DAYS = 1100
/** Longer periods are cut into months. */
const MOST_DAYS_IN_WEEKS = 130

export const usualPeriod = (today: Day): Period => ({ from: addDays(today, 1 - USUAL_DAYS), to: today })

/**
 * Reads what was typed; empty is the usual. Refuses with `not-a-date`, `date-in-future`, `date-before` when the last day
 * is before the first, and `date-too-late` when it is too long after it.
 */
export function readPeriod(from: string | undefined, to: string | undefined, today: Day): Result<Period> {
  const last = to?.trim() || today
  const known = isDay(last)
  const first = from?.trim() || usualPeriod(known ? last : today).from
  const problems: Problem[] = []
  if (!isDay(first)) problems.push({ code: 'not-a-date', at: 'since' })
  if (!known) problems.push({ code: 'not-a-date', at: 'to' })
  else if (last > today) problems.push({ code: 'date-in-future', at: 'to' })
  else if (isDay(first) && first > last) problems.push({ code: 'date-before', at: 'to' })
  else if (isDay(first) && daysBetween(first, last) > MOST_DAYS)
    problems.push({ code: 'date-too-late', at: 'to', with: { day: addDays(first, MOST_DAYS) } })
  const [problem, ...more] = problems
  return problem || !isDay(first) || !isDay(last) ? refuse(problem!, ...more) : ok({ from: first, to: last })
}

/** The parts of a period, in order and without a gap: weeks that end with its last day, or months of the calendar. */
export function partsOf({ from, to }: Period): readonly Period[] {
  const parts: Period[] = []
  if (daysBetween(from, to) < MOST_DAYS_IN_WEEKS) {
    for (let end = to; end >= from; end = addDays(end, -7)) {
      const begin = addDays(end, -6)
      parts.unshift({ from: begin < from ? from : begin, to: end })
    }
    return parts
  }
  for (let begin = from; begin <= to; ) {
    const end = earlier(lastOfMonth(begin), to)
    parts.push({ from: begin, to: end })
    begin = addDays(end, 1)
  }
  return parts
}
