/** Which wording of each rule counted on a day: what a bundle of evidence names, so that a decision can be judged later. Pure. */
import { canonicalJson } from '../canonical-json.ts'
import type { Day } from '../dates.ts'
import { laterOfFilingOrService, retrospectiveDays } from '../enrollment/effective-date.ts'
import { reportingRules } from '../enrollment/reporting-deadline.ts'
import { deskBands } from '../matching/weights.ts'
import { daysBeforeFiling } from '../reassignment/effective-date.ts'
import { clocks } from '../review/queues/clocks.ts'
import { decisionNeedsSecondPerson } from '../review/queues/two-person.ts'
import { levelsByType, ownersAsAtFirst } from '../review/screening/screening-level.ts'
import type { Dated } from '../rule.ts'
import { majorityRuleTypes } from '../screening/majority-ownership.ts'

export interface RuleVersion {
  readonly rule: string
  readonly cite: string
  /** The first day of the wording that counted. */
  readonly since?: Day
  /** What it said, where that is a figure. */
  readonly says?: string
}

const dated: Readonly<Record<string, Dated<unknown>>> = {
  'screening-level': levelsByType,
  'majority-change': majorityRuleTypes,
  'owners-screened-as-at-first': ownersAsAtFirst,
  'effective-date': laterOfFilingOrService,
  'retrospective-days': retrospectiveDays,
  'reporting-deadlines': reportingRules,
  'reassignment-days-before-filing': daysBeforeFiling,
}

export const ruleVersionsOn = (on: Day): readonly RuleVersion[] => [
  ...Object.entries(dated).map(([rule, d]): RuleVersion => {
    const since = d.values.filter(([from]) => from <= on).at(-1)?.[0]
    return { rule, cite: d.cite, ...(since && { since }) }
  }),
  { rule: 'name-matching', cite: 'policy of this installation', says: canonicalJson(deskBands) },
  { rule: 'second-person', cite: 'policy of this installation', says: String(decisionNeedsSecondPerson) },
  ...Object.entries(clocks).map(
    ([name, c]): RuleVersion => ({ rule: `clock:${name}`, cite: c.cite, says: `${c.days} days` }),
  ),
]
