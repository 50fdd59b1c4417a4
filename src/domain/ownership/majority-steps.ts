/**
 * What of an enrolled organization changed hands between two structures, in per cent of direct ownership, and when a
 * majority last did: the facts of the 36-month rule (42 CFR 424.550(b)). Parties are matched by name and kind. Pure.
 */
import type { Day } from '../dates.ts'
import { nameKey } from '../party/name-key.ts'
import type { OwnershipStructure } from './party.ts'
import { isHeldShare } from './roles.ts'

/** Direct shares of the root by owner, whoever the structure calls it. */
function directShares(s: OwnershipStructure): ReadonlyMap<string, number> {
  const keyOf = new Map(s.parties.map((p) => [p.id, `${p.kind} ${nameKey(p.name)}`]))
  const shares = new Map<string, number>()
  for (const { owner, owned, role, percent } of s.interests)
    if (owned === s.root && isHeldShare(role) && percent !== undefined) {
      const key = keyOf.get(owner) ?? owner
      shares.set(key, (shares.get(key) ?? 0) + percent)
    }
  return shares
}

/** Per cent that owners hold after and did not hold before, rounded to thousandths. */
export function acquiredPercent(before: OwnershipStructure, after: OwnershipStructure): number {
  const had = directShares(before)
  let sum = 0
  for (const [owner, percent] of directShares(after)) sum += Math.max(0, percent - (had.get(owner) ?? 0))
  return Math.round(sum * 1000) / 1000
}

/** The last day on which one step passed a majority on; `steps` in the order of their days, the first being the start. */
export function lastMajorityChange(
  steps: readonly { readonly on: Day; readonly structure: OwnershipStructure }[],
): Day | undefined {
  return steps.findLast((s, i) => i > 0 && acquiredPercent(steps[i - 1]!.structure, s.structure) > 50)?.on
}
