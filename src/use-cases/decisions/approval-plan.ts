/** What an approval would do, worked out before anything is written: the dates and why, the facts, the letter. */
import { type Day, day, earlier, later } from '#domain/dates.ts'
import type { Delay, EffectiveDateFacts } from '#domain/enrollment/effective-date.ts'
import type { EnrolledFacts } from '#domain/enrollment/enrolled-facts.ts'
import { isSpecialtyCode } from '#domain/enrollment/specialties.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { REASON_MIN } from '#domain/review/screening/screening.ts'
import { sectionsOf } from '#forms/kit/form.ts'
import { diffSection } from '#forms/kit/say.ts'
import { readingOf } from '#forms/readings.ts'
import type { ApprovalFacts } from '#letters/approval-letter.ts'
import { organizationTypeWords } from '#words/en/reference/organization-types.ts'
import { specialtyWords } from '#words/en/reference/specialties.ts'
import type { Words } from '#words/index.ts'
import type { CaseFile } from '../case/case-file.ts'
import { approvalDates } from './approval-dates.ts'

export interface ApprovalChoice {
  readonly delay: Delay
  /** Set by a person, later than the rule's; needs `dateReason`. */
  readonly effectiveOn?: Day
  readonly dateReason?: string
  /** The CMS certification number, of a type that a state surveys. */
  readonly ccn?: string
}

export interface ApprovalPlan {
  readonly enrolled: EnrolledFacts
  readonly dateFacts: EffectiveDateFacts
  /** What the rule says by itself. */
  readonly ruleOn: Day
  readonly effectiveOn: Day
  readonly mayBillFrom: Day
  readonly because: readonly string[]
  readonly dateReason: string | undefined
  readonly delay: Delay
}

/** Services that began before the application came are a sign that something kept the person from enrolling earlier. */
export function proposedDelay(found: CaseFile): Delay {
  const { filedOn, firstServiceOn } = dateFactsOf(found, 'none')
  return firstServiceOn < filedOn ? 'circumstances' : 'none'
}

/** Refuses with `effective-date-impossible` or `reason-needed`. */
export function planApproval(found: CaseFile, choice: ApprovalChoice): Result<ApprovalPlan> {
  const dateFacts = dateFactsOf(found, choice.delay)
  const rule = approvalDates(found, dateFacts)
  const ruleOn = rule.value.effectiveOn
  const wanted = choice.effectiveOn ?? ruleOn
  const byHand = wanted !== ruleOn
  // A person may set a later day than the rule's, never an earlier one.
  if (wanted < ruleOn)
    return refuse({
      code: 'effective-date-impossible',
      at: 'effectiveOn',
      with: { why: `${ruleOn} (${rule.because[0]})` },
    })
  const dateReason = choice.dateReason?.trim() ?? ''
  if (byHand && dateReason.length < REASON_MIN)
    return refuse({ code: 'reason-needed', at: 'dateReason', with: { min: REASON_MIN } })
  // Filed as late as the chosen day, the rule gives that day and counts back from it.
  const window = byHand ? approvalDates(found, { ...dateFacts, filedOn: wanted }) : rule
  // Where the rule counts from another day than that of filing, the chosen day stands by itself.
  const dates =
    byHand && window.value.effectiveOn !== wanted ? { effectiveOn: wanted, mayBillFrom: wanted } : window.value
  return ok({
    enrolled: readingOf(found.header.form).enrolledFacts(found.whole),
    dateFacts,
    ruleOn,
    ...dates,
    because: window.because,
    dateReason: byHand ? dateReason : undefined,
    delay: choice.delay,
  })
}

/** For a change, services count only at what is new in it. */
function dateFactsOf(found: CaseFile, delay: Delay): EffectiveDateFacts {
  const filedOn = found.header.receivedOn
  if (!filedOn) throw new Error('an application that was never received has no effective date')
  const { enrolledFacts, supplierType } = readingOf(found.header.form)
  const { locations, firstServiceOn } = enrolledFacts(found.whole)
  // What another application brought onto the record meanwhile is not new in this one.
  const before = found.record ? enrolledFacts(found.record.file).locations.map((l) => l.itemId) : []
  const fresh = locations.filter((l) => !before.includes(l.itemId)).map((l) => l.from)
  // A change may be reported before the enrollment begins; it cannot take effect before there is anything to change.
  const begins = found.basis
    ? later(found.basis.effectiveFrom, fresh.length > 0 ? fresh.reduce(earlier) : filedOn)
    : (firstServiceOn ?? filedOn)
  return {
    supplierType: supplierType(found.whole),
    filedOn,
    firstServiceOn: begins,
    delay,
  }
}

/** The facts of the letter; numbers are known only once the enrollment is there. */
export function approvalFacts(
  found: CaseFile,
  plan: ApprovalPlan,
  numbers: {
    readonly enrollmentId: string | undefined
    readonly ptan: string | undefined
    readonly ccn?: string | undefined
  },
  words: Words,
): ApprovalFacts {
  const { specialty } = plan.enrolled
  const { family } = readingOf(found.header.form)
  const participates = found.whole.participation?.[0]?.answers.participates
  return {
    kind: found.header.reason,
    form: found.header.form,
    enrolled: plan.enrolled,
    specialtyName:
      organizationTypeWords[`${family}-${specialty}`] ?? (isSpecialtyCode(specialty) ? specialtyWords[specialty] : ''),
    ...numbers,
    participates: typeof participates === 'boolean' ? participates : undefined,
    receivedOn: plan.dateFacts.filedOn,
    firstServiceOn: plan.dateFacts.firstServiceOn,
    effectiveOn: plan.effectiveOn,
    mayBillFrom: plan.mayBillFrom,
    delay: plan.delay,
    dateReason: plan.dateReason,
    because: plan.because,
    soldOn: boughtOn(found),
    changes: changesIn(found, words),
  }
}

/** The day of the sale for a buyer who had no enrollment, and takes the agreement over. */
function boughtOn({ header, file }: CaseFile): Day | undefined {
  const { on, agreement } = file.transfer?.[0]?.answers ?? {}
  const buys = header.reason === 'ownership-buyer' && header.enrollmentId === undefined && agreement === 'accepted'
  return buys && typeof on === 'string' ? day(on) : undefined
}

/** What a change changes, in words; restricted answers masked. */
export function changesIn(found: CaseFile, words: Words): ApprovalFacts['changes'] {
  const { record, form, whole } = found
  if (!record) return []
  return sectionsOf(form).flatMap((s) => {
    const catalog = words.forms[form.id]?.sections[s.id]
    return catalog ? diffSection(s, catalog, record.file, whole, words.values) : []
  })
}

/** The day from which the record shows it: of a new enrollment the first day that may be billed. */
export const recordedFrom = (plan: ApprovalPlan, isChange: boolean): Day =>
  isChange ? plan.effectiveOn : plan.mayBillFrom
