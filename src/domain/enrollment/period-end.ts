/** What is left of periods when an enrollment ends on a day. Pure; both ends of a period are days of it. */
import type { Day } from '../dates.ts'
import type { EnrollmentPeriod } from './enrollment.ts'

/** The periods up to the last day; what would begin later is gone. */
export const endAfter = (periods: readonly EnrollmentPeriod[], lastDay: Day): readonly EnrollmentPeriod[] =>
  periods
    .filter((p) => p.from <= lastDay)
    .map((p) => (p.to !== undefined && p.to <= lastDay ? p : { ...p, to: lastDay }))
