/** The packed graph of one structure, with the numbers of its parties. Pure. */
import { type OwnershipGraph, ownershipGraph } from './graph.ts'
import { heldShares, type OwnershipParty, type OwnershipStructure } from './party.ts'

export interface StructureGraph {
  readonly graph: OwnershipGraph
  readonly parties: readonly OwnershipParty[]
  readonly numberOf: (id: string) => number
}

/** Throws for an interest of a party that the structure does not have. */
export function structureGraph(s: OwnershipStructure): StructureGraph {
  const numbers = new Map(s.parties.map((p, i) => [p.id, i]))
  const numberOf = (id: string): number => {
    const at = numbers.get(id)
    if (at === undefined) throw new Error(`no party ${id}`)
    return at
  }
  const held = heldShares(s)
  const graph = ownershipGraph(s.parties.length, {
    owner: Int32Array.from(held, (i) => numberOf(i.owner)),
    owned: Int32Array.from(held, (i) => numberOf(i.owned)),
    share: Float64Array.from(held, (i) => i.percent! / 100),
  })
  return { graph, parties: s.parties, numberOf }
}
