/**
 * Who may be deactivated because of the claims that did not come: no Medicare claim for six calendar months in a row,
 * counted from the first day of the first month without one to the last day of the sixth (42 CFR 424.540(a)(1)); of those
 * who only order, no claim that names them for twelve (42 CFR 424.547(a)). What a file of last claims does not cover is
 * never taken as a month without a claim. Pure.
 */
import { addDays, addMonths, type Day, later } from '../dates.ts'
import type { EnrollmentStatus } from '../enrollment/enrollment.ts'

/** Enrolled only to order and certify, or opted out: no claim is expected. 42 CFR 424.507, 405.400. */
const formsThatBillNothing: readonly string[] = ['CMS-855O', 'OPT-OUT']
const billsNothing = (form: string): boolean => formsThatBillNothing.includes(form)

/** Files that say when somebody was last on a claim: as who billed or rendered, or as who ordered, referred or certified. */
export const claimSources = ['last-billed', 'last-named'] as const
export type ClaimSource = (typeof claimSources)[number]
export const isClaimSource = (source: string): source is ClaimSource =>
  (claimSources as readonly string[]).includes(source)

const ordersOnly = 'CMS-855O'
/** Of whom such a claim is expected. */
export const expectsClaims = (source: ClaimSource, form: string): boolean =>
  source === 'last-named' ? form === ordersOnly : !billsNothing(form)

/** 42 CFR 424.547(a), which leaves no choice of the months but whether to act. */
const ORDER_MONTHS = 12
/** Months without a claim from which on a case is opened. */
export const monthsWithout = (source: ClaimSource, policy: { readonly nonBillingMonths: number }): number =>
  source === 'last-named' ? ORDER_MONTHS : policy.nonBillingMonths

/** Of fewer enrollments a share says nothing; below half of them known, the file is not believed. Ours. */
export const isPlausible = (f: { readonly known: number; readonly enrollments: number }): boolean =>
  f.enrollments < 20 || f.known >= f.enrollments / 2

/** What the file of last claims speaks of: claims from `coversFrom` on, as far as they were known on `asOf`. */
export interface BillingFile {
  readonly source: ClaimSource
  readonly coversFrom: Day
  readonly asOf: Day
}
export interface BillingFacts {
  readonly form: string
  readonly status: EnrollmentStatus
  /** The first day of the period in which it stands as it does now: a reactivation begins anew. */
  readonly beganOn: Day
  /** The newest claim that the file knows; undefined when it names none. */
  readonly lastClaimOn: Day | undefined
  /** Somebody is ending it already: a deactivation, revocation or withdrawal is under way. */
  readonly isEnding: boolean
}

export interface Unbilled {
  /** Undefined: no claim is known since `countedFrom`. */
  readonly lastClaimOn: Day | undefined
  /** The last claim, or the later of the first day of the enrollment and of what the file covers. */
  readonly countedFrom: Day
  /** Whole calendar months without a claim, up to the day of the file. */
  readonly months: number
  /** The last day of the last month: a claim until then keeps the enrollment. */
  readonly claimBy: Day
}

const firstOf = (d: Day): Day => `${d.slice(0, 8)}01` as Day
const monthsBetween = (from: Day, to: Day): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))

/** How long nothing was billed; undefined for those of whom no claim is expected, or who do not stand or are ending. */
export function unbilled(
  { form, status, beganOn, lastClaimOn, isEnding }: BillingFacts,
  file: BillingFile,
  limit: number,
): Unbilled | undefined {
  if (!expectsClaims(file.source, form) || status !== 'approved' || isEnding) return undefined
  // A claim from before the period says nothing of it.
  const claim = lastClaimOn !== undefined && lastClaimOn >= beganOn ? lastClaimOn : undefined
  const countedFrom = claim ?? later(beganOn, file.coversFrom)
  const isWholeMonth = claim === undefined && countedFrom === firstOf(countedFrom)
  const firstMonth = isWholeMonth ? countedFrom : addMonths(firstOf(countedFrom), 1)
  const months = Math.max(0, monthsBetween(firstMonth, addDays(file.asOf, 1)))
  return { lastClaimOn: claim, countedFrom, months, claimBy: addDays(addMonths(firstMonth, limit), -1) }
}

/** May it be deactivated by what the file says? */
export const isNonBilling = ({ months }: Unbilled, limit: number): boolean => months >= limit

/** What the newest case about it was opened for. */
export interface AskedBefore {
  readonly lastClaimOn: Day | null
  readonly beganOn: Day
  readonly asOf: Day
}
/**
 * Was it asked already? What somebody let pass is asked again when the policy's months have passed once more, or when
 * they passed after another claim.
 */
export const wasAsked = (
  before: AskedBefore | undefined,
  now: { readonly lastClaimOn: Day | undefined; readonly beganOn: Day; readonly asOf: Day },
  limit: number,
): boolean =>
  before !== undefined &&
  (before.lastClaimOn ?? undefined) === now.lastClaimOn &&
  before.beganOn === now.beganOn &&
  addMonths(before.asOf, limit) > now.asOf

/** So many months before its time a provider is told: enough for one claim to be sent and received. Our figure. */
export const TOLD_AHEAD = 3
export const isToldOf = ({ months }: Unbilled, limit: number): boolean => months >= Math.max(1, limit - TOLD_AHEAD)
