/**
 * Everybody who owns a part of the enrolled organization, directly or through others, with the share that the structure
 * gives and the one that was filed. Pure. Authority: 42 CFR 420.201, 420.202.
 */
import { ShareReader } from './effective-shares.ts'
import type { OwnershipParty, OwnershipStructure } from './party.ts'
import { ReachReader } from './reach.ts'
import { structureGraph } from './structure-graph.ts'

/** Who owns less is not disclosed (42 CFR 420.201), except of nursing facilities. */
export const DISCLOSED_PERCENT = 5

export interface EffectiveOwner {
  readonly party: OwnershipParty
  /** Of a hundred, direct and through others. */
  readonly percent: number
  /** The part of it that is held directly. */
  readonly direct: number
  /** Parties that stand on a way between the two. */
  readonly through: readonly OwnershipParty[]
  /** Indirect share that was filed; undefined where none was. */
  readonly statedIndirect: number | undefined
}

export interface EffectiveOwners {
  /** Greatest share first. */
  readonly owners: readonly EffectiveOwner[]
  /** False: the structure was too entangled to be worked out to the end, and shares may be too low. */
  readonly complete: boolean
}

/** With `least` 0 everybody with a share however small; those below the residual of the sums are not seen. */
export function effectiveOwners(s: OwnershipStructure, least = DISCLOSED_PERCENT): EffectiveOwners {
  const { graph, parties, numberOf } = structureGraph(s)
  const root = numberOf(s.root)
  // A share of exactly the limit must not be lost in the last bit of a sum.
  const found = new ShareReader(graph).of(root, { least: Math.max(0, least / 100 - 1e-9) })
  const above = new Set(new ReachReader(graph.nodes, graph.up).from(root))
  const below = new ReachReader(graph.nodes, graph.down)
  const direct = new Map<string, number>()
  for (const i of s.interests)
    if (i.owned === s.root && i.role === 'indirect-owner' && i.percent !== undefined)
      direct.set(`stated ${i.owner}`, i.percent)
  const { start, to, share } = graph.up
  for (let e = start[root]!; e < start[root + 1]!; e++) {
    const id = parties[to[e]!]!.id
    direct.set(id, (direct.get(id) ?? 0) + share[e]! * 100)
  }
  const owners = found.parties.map((v, i): EffectiveOwner => {
    const party = parties[v]!
    const between = [...below.from(v)].filter((u) => u !== v && u !== root && above.has(u))
    return {
      party,
      percent: rounded(found.shares[i]! * 100),
      direct: rounded(direct.get(party.id) ?? 0),
      through: between.map((u) => parties[u]!),
      statedIndirect: direct.get(`stated ${party.id}`),
    }
  })
  return { owners, complete: found.complete }
}

/** Four digits behind the point: what adding thousandths cannot spoil. */
const rounded = (percent: number): number => Math.round(percent * 10_000) / 10_000
