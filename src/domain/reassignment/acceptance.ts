/**
 * Which reassignments take effect as soon as both sides confirmed, and which a person of the contractor looks at first.
 * One table of reasons; a policy of the site, not of the law. Pure.
 */
import type { EnrollmentStatus } from '../enrollment/enrollment.ts'

export const holdReasons = [
  'practitioner-not-approved',
  'group-not-approved',
  'excluded',
  'exclusions-unknown',
] as const
export type HoldReason = (typeof holdReasons)[number]

export interface AcceptanceFacts {
  /** On the day on which the second side confirms; undefined when no period covers it. */
  readonly practitioner: EnrollmentStatus | undefined
  readonly group: EnrollmentStatus | undefined
  /** Is either of them on a list of those excluded from federal programs? */
  readonly excluded: boolean | undefined
}

/** Empty: it takes effect without a person. A source that did not answer is not "clear". */
export const heldBecause = (f: AcceptanceFacts): readonly HoldReason[] => [
  ...(f.practitioner === 'approved' ? [] : (['practitioner-not-approved'] as const)),
  ...(f.group === 'approved' ? [] : (['group-not-approved'] as const)),
  ...(f.excluded === true ? (['excluded'] as const) : []),
  ...(f.excluded === undefined ? (['exclusions-unknown'] as const) : []),
]
