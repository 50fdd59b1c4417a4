/**
 * The 36-month rule: who acquires more than half of a home health agency or hospice by direct ownership within 36
 * months of its first enrollment or of the last such change takes no billing privileges over, and must enroll anew.
 * 42 CFR 424.550(b); hospices since 2024, DMEPOS suppliers since 2026 (unconfirmed). Pure.
 */
import { addMonths, type Day, day } from '../dates.ts'
import type { SupplierType } from '../enrollment/supplier-types.ts'
import { dated } from '../rule.ts'

export const MAJORITY_MONTHS = 36

export const majorityRuleTypes = dated<readonly SupplierType[]>(
  '42 CFR 424.550(b)',
  [day('2010-01-01'), ['home-health-agency']],
  [day('2024-01-01'), ['home-health-agency', 'hospice']],
  [day('2026-01-01'), ['home-health-agency', 'hospice', 'dmepos-supplier']],
)

/** 424.550(b)(2): each of these lets the privileges pass. */
export const majorityExceptions = [
  'two-full-cost-reports',
  'internal-restructuring',
  'business-form-only',
  'death-of-owner',
] as const
export type MajorityException = (typeof majorityExceptions)[number]

export interface MajorityFacts {
  readonly supplierType: SupplierType
  readonly firstEnrolledOn: Day
  readonly lastMajorityChangeOn?: Day
  readonly changesOn: Day
  /** Per cent of direct ownership acquired, all steps since the start of the 36 months added up. */
  readonly directPercent: number
  readonly exceptions: readonly MajorityException[]
}

export interface MajorityFinding {
  readonly passes: boolean
  readonly because: 'not-this-type' | 'not-a-majority' | 'after-36-months' | 'exception' | 'within-36-months'
  /** The first day on which the rule no longer bars. */
  readonly freeOn: Day
  readonly cite: string
}

export function privilegesPass(f: MajorityFacts): MajorityFinding {
  const from = f.lastMajorityChangeOn ?? f.firstEnrolledOn
  const freeOn = addMonths(from, MAJORITY_MONTHS)
  const said = (passes: boolean, because: MajorityFinding['because']): MajorityFinding => ({
    passes,
    because,
    freeOn,
    cite: majorityRuleTypes.cite,
  })
  if (!majorityRuleTypes.on(f.changesOn).includes(f.supplierType)) return said(true, 'not-this-type')
  if (f.directPercent <= 50) return said(true, 'not-a-majority')
  if (f.changesOn >= freeOn) return said(true, 'after-36-months')
  return f.exceptions.length > 0 ? said(true, 'exception') : said(false, 'within-36-months')
}
