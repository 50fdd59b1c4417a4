/**
 * What does not fit in a structure, said and never refused: published files have all of it. Pure.
 * Authority: 42 CFR 420.201, 420.202, 424.502.
 */
import { DISCLOSED_PERCENT, effectiveOwners } from './effective-owners.ts'
import { heldShares, type OwnershipParty, type OwnershipStructure } from './party.ts'
import { isHeldShare } from './roles.ts'
import { structureGraph } from './structure-graph.ts'

export type OwnershipFinding =
  /** Shares in one organization add up to more than all of it. */
  | { readonly kind: 'over-100'; readonly owned: OwnershipParty; readonly percent: number }
  /** Direct shares in the enrolled organization leave a part without an owner. */
  | { readonly kind: 'under-100'; readonly owned: OwnershipParty; readonly percent: number }
  | { readonly kind: 'owns-itself'; readonly owned: OwnershipParty }
  /** Parties that own each other in a circle. */
  | { readonly kind: 'circle'; readonly parties: readonly OwnershipParty[] }
  | { readonly kind: 'no-percent'; readonly owner: OwnershipParty; readonly owned: OwnershipParty }
  /** The filed indirect share is not what the structure gives. */
  | {
      readonly kind: 'indirect-differs'
      readonly owner: OwnershipParty
      readonly stated: number
      readonly found: number
    }
  /** An indirect share was filed, and nothing says through whom. */
  | { readonly kind: 'no-way'; readonly owner: OwnershipParty; readonly stated: number }
  /** Somebody has five percent by the structure and was not named as an owner of the enrolled organization. */
  | { readonly kind: 'not-named'; readonly owner: OwnershipParty; readonly percent: number }
  | { readonly kind: 'cut' }

/** Percentages that differ by less say the same. */
const TOLERANCE = 0.05

/** In the order in which somebody would want to know. */
export function ownershipFindings(s: OwnershipStructure): readonly OwnershipFinding[] {
  const partyOf = new Map(s.parties.map((p) => [p.id, p]))
  const of = (id: string): OwnershipParty => partyOf.get(id)!
  const sums = new Map<string, number>()
  for (const i of heldShares(s)) sums.set(i.owned, (sums.get(i.owned) ?? 0) + i.percent!)
  const all = effectiveOwners(s, 0)
  const shareOf = new Map(all.owners.map((o) => [o.party.id, o]))
  const named = new Set(s.interests.filter((i) => i.owned === s.root).map((i) => i.owner))
  const stated = s.interests.filter((i) => i.owned === s.root && i.role === 'indirect-owner' && i.percent !== undefined)
  const direct = sums.get(s.root)
  return [
    ...(all.complete ? [] : [{ kind: 'cut' } as const]),
    ...[...sums]
      .filter(([, percent]) => percent > 100 + TOLERANCE)
      .map(([id, percent]) => ({ kind: 'over-100', owned: of(id), percent }) as const),
    ...circles(s),
    ...heldShares(s)
      .filter((i) => i.owner === i.owned)
      .map((i) => ({ kind: 'owns-itself', owned: of(i.owned) }) as const),
    ...stated.flatMap((i): readonly OwnershipFinding[] => {
      const found = shareOf.get(i.owner)
      const indirect = found ? found.percent - found.direct : 0
      if (indirect === 0) return [{ kind: 'no-way', owner: of(i.owner), stated: i.percent! }]
      return Math.abs(indirect - i.percent!) <= TOLERANCE
        ? []
        : [{ kind: 'indirect-differs', owner: of(i.owner), stated: i.percent!, found: indirect }]
    }),
    ...all.owners
      .filter((o) => o.percent >= DISCLOSED_PERCENT && !named.has(o.party.id))
      .map((o) => ({ kind: 'not-named', owner: o.party, percent: o.percent }) as const),
    ...s.interests
      .filter((i) => isHeldShare(i.role) && i.role !== 'member' && i.percent === undefined)
      .map((i) => ({ kind: 'no-percent', owner: of(i.owner), owned: of(i.owned) }) as const),
    ...(direct !== undefined && direct < 100 - TOLERANCE
      ? [{ kind: 'under-100', owned: of(s.root), percent: direct } as const]
      : []),
  ]
}

function circles(s: OwnershipStructure): readonly OwnershipFinding[] {
  const { graph, parties } = structureGraph(s)
  const members = new Map<number, OwnershipParty[]>()
  for (const [v, party] of parties.entries()) {
    const c = graph.component[v]!
    if (graph.size[c]! > 1) members.set(c, [...(members.get(c) ?? []), party])
  }
  return [...members.values()].map((circle) => ({ kind: 'circle', parties: circle }))
}
