/**
 * What a difference asks of the person before they sign: nothing, an explanation, or to be settled with the
 * source first. An exclusion (42 CFR 424.530(a)(2)) and an NPI that is not active cannot be explained away. Pure.
 */
import type { ComparisonFinding } from './comparison.ts'

export type PreflightStanding = 'settled' | 'explain' | 'stops'

/** `all` are the findings of the same comparison. */
export function preflightStanding(f: ComparisonFinding, all: readonly ComparisonFinding[]): PreflightStanding {
  if (f.verdict === 'alert') return 'stops'
  // The registry has room for one practice address: when one location fits it, the others need no excuse.
  if (
    f.check === 'practice-address' &&
    all.some((o) => o.check === f.check && (o.verdict === 'same' || o.verdict === 'close'))
  )
    return 'settled'
  if (f.verdict === 'different') return 'explain'
  return f.check === 'exclusion' && f.verdict === 'close' && f.note !== 'list-match-reinstated' ? 'explain' : 'settled'
}
