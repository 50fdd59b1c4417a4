/**
 * From which day a reassignment counts that both sides confirmed.
 * Pure. Authority: 42 CFR 424.80 (who may be paid), 42 CFR 424.522(a) (30 days before filing).
 * The text of 424.522 could not be confirmed: the days stand in one dated value, and `because` says where they come from.
 */
import { addDays, type Day, day, later } from '../dates.ts'
import { dated, type Finding } from '../rule.ts'

/** How many days before filing it may begin, when both were enrolled then. Unconfirmed. */
export const daysBeforeFiling = dated('42 CFR 424.522(a)', [day('2009-01-01'), 30])
/** A reassignment is proposed at most so many days ahead, like an application. Unconfirmed; a rule of this portal. */
export const mostDaysAhead = 60

export interface ReassignmentDates {
  /** The day that was proposed. */
  readonly startsOn: Day
  /** The day on which the later of the two sides confirmed: before that nothing was filed. */
  readonly completedOn: Day
  /** First day of the period for which the practitioner is enrolled. */
  readonly practitionerFrom: Day
  readonly groupFrom: Day
}

/** The proposed day, or the first later one that the rules allow. */
export function reassignmentBegins(d: ReassignmentDates): Finding<Day> {
  const earliest = addDays(d.completedOn, -daysBeforeFiling.on(d.completedOn))
  const enrolled = later(d.practitionerFrom, d.groupFrom)
  const value = [earliest, enrolled].reduce(later, d.startsOn)
  const because =
    value === d.startsOn ? ['42 CFR 424.80'] : value === enrolled ? ['42 CFR 424.80(a)'] : [daysBeforeFiling.cite]
  return { value, because }
}
