/**
 * When billing privileges begin, and how far back a supplier may bill.
 * Pure: everything the rule needs is an argument. Authority: 42 CFR 424.520(d), 424.521(a).
 * Left out: the dates of a reassignment and of an enrollment to order only (42 CFR 424.522), whose text
 * could not be confirmed: `otherEffectiveDates` says so, and a person sets those dates.
 */
import { addDays, type Day, day, earlier, later } from '../dates.ts'
import { ok, type Result, refuse } from '../result.ts'
import { dated, type Finding } from '../rule.ts'
import { type SupplierType, supplierTypeFacts } from './supplier-types.ts'

export const delays = ['none', 'circumstances', 'declared-disaster'] as const
/** What kept the supplier from enrolling before it began, if anything did. */
export type Delay = (typeof delays)[number]

export interface EffectiveDateFacts {
  readonly supplierType: SupplierType
  /** The day the contractor received the application that was later approved; an earlier one does not count. */
  readonly filedOn: Day
  /** The day services began, or will begin, at the practice location being enrolled. */
  readonly firstServiceOn: Day
  readonly delay: Delay
}

export interface BillingWindow {
  readonly effectiveOn: Day
  /** The first day of service that may be billed; never before the first service. */
  readonly mayBillFrom: Day
}

const CITE = '42 CFR 424.520(d)(2)'
const FIRST_THREE = ['physician', 'non-physician-practitioner', 'physician-organization'] as const
/**
 * The sixteen types are the text current on 2026-04-05. On which days the later ones joined the first three
 * was not confirmed; each list is dated by the first day it is known to have held: ambulance suppliers by
 * HHS Departmental Appeals Board CR6067, the others by the year of the rule after which the paragraph stood so.
 */
export const laterOfFilingOrService = dated<readonly SupplierType[]>(
  CITE,
  [day('2009-01-01'), FIRST_THREE],
  [day('2019-11-06'), [...FIRST_THREE, 'ambulance-supplier']],
  [
    day('2022-01-01'),
    [
      ...FIRST_THREE,
      'non-physician-practitioner-organization',
      'ambulance-supplier',
      'opioid-treatment-program',
      'part-b-hospital-department',
      'clinical-laboratory',
      'intensive-cardiac-rehabilitation',
      'mammography-center',
      'mass-immunizer-or-pharmacy',
      'radiation-therapy-center',
      'home-infusion-therapy',
      'physical-therapist',
      'occupational-therapist',
      'speech-language-pathologist',
    ],
  ],
)

/** A ceiling, counted from the effective date. */
export const retrospectiveDays = dated<Readonly<Record<Delay, number>>>('42 CFR 424.521(a)', [
  day('2009-01-01'),
  { none: 0, circumstances: 30, 'declared-disaster': 90 },
])

/** What this rule does not decide, and why: shown to whoever must set the date. */
export const otherEffectiveDates = {
  reassignment: { cite: '42 CFR 424.522', confirmed: false },
  'ordering-only': { cite: '42 CFR 424.522', confirmed: false },
  /** The day the submission that was processed to approval was received; what lies before is lost. */
  reactivation: { cite: '42 CFR 424.540(d)(2)', confirmed: true },
} as const

/** Does this rule decide the date of the type, on the day the application was filed? */
export const setsEffectiveDate = (type: SupplierType, filedOn: Day): boolean =>
  filedOn >= day('2009-01-01') && laterOfFilingOrService.on(filedOn).includes(type)

/** The section that decides the date of a type that this rule leaves alone. */
export const effectiveDateAuthority = (type: SupplierType): string => supplierTypeFacts[type].effectiveBy

/** Throws when asked about a type whose date another section sets: ask `setsEffectiveDate` first. */
export function billingWindow(facts: EffectiveDateFacts): Finding<BillingWindow> {
  if (!setsEffectiveDate(facts.supplierType, facts.filedOn)) {
    throw new Error(`effective date of ${facts.supplierType} is not set by ${CITE} on ${facts.filedOn}`)
  }
  const effectiveOn = later(facts.filedOn, facts.firstServiceOn)
  const daysBack = retrospectiveDays.on(facts.filedOn)[facts.delay]
  // Retrospective billing reaches back in time, but never before the first service.
  const mayBillFrom = later(addDays(effectiveOn, -daysBack), earlier(facts.firstServiceOn, effectiveOn))
  return {
    value: { effectiveOn, mayBillFrom },
    because: daysBack === 0 ? ['42 CFR 424.520(d)(1)'] : ['42 CFR 424.520(d)(1)', retrospectiveDays.cite],
  }
}

/** A date that a person sets instead is refused (`effective-date-impossible`) when it is before the rule's. */
export function checkEffectiveDate(proposed: Day, facts: EffectiveDateFacts): Result<Day> {
  const { effectiveOn } = billingWindow(facts).value
  if (proposed >= effectiveOn) return ok(proposed)
  return refuse({ code: 'effective-date-impossible', with: { why: `${effectiveOn} (42 CFR 424.520(d)(1))` } })
}
