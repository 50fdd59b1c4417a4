/**
 * Who owns whom, as two packed adjacency lists over party numbers (compressed sparse rows), with the parties that own
 * each other in a circle found beforehand. Built for a filing of ten parties and for a nation of 600,000. Pure.
 */
import { componentsOf } from './components.ts'

export interface Direction {
  /** Edges of node v are start[v] to start[v + 1]. */
  readonly start: Int32Array
  readonly to: Int32Array
  /** Of one: 0.3 is 30 %. */
  readonly share: Float64Array
}

export interface OwnershipGraph {
  readonly nodes: number
  /** From the owned to its owners. */
  readonly up: Direction
  /** From the owner to what it owns. */
  readonly down: Direction
  /**
   * Parties of one circle have the same number. Going up, numbers never rise: an owner outside the circle has a lower
   * one, so that parties can be taken from the highest number to the lowest.
   */
  readonly component: Int32Array
  /** By component: how many parties it has. */
  readonly size: Int32Array
}

export interface Shares {
  readonly owner: Int32Array
  readonly owned: Int32Array
  /** Of one. */
  readonly share: Float64Array
}

/** Packs the edges; of a party in itself there is none, because nobody owns more by it. */
export function ownershipGraph(nodes: number, edges: Shares): OwnershipGraph {
  const up = packed(nodes, edges.owned, edges.owner, edges.share)
  const down = packed(nodes, edges.owner, edges.owned, edges.share)
  const { component, count } = componentsOf(nodes, up)
  const size = new Int32Array(count)
  for (let v = 0; v < nodes; v++) size[component[v]!]!++
  return { nodes, up, down, component, size }
}

function packed(nodes: number, from: Int32Array, to: Int32Array, share: Float64Array): Direction {
  const start = new Int32Array(nodes + 1)
  for (let e = 0; e < from.length; e++) if (from[e] !== to[e]) start[from[e]! + 1]!++
  for (let v = 0; v < nodes; v++) start[v + 1]! += start[v]!
  const at = start.slice(0, nodes)
  const targets = new Int32Array(start[nodes]!)
  const shares = new Float64Array(start[nodes]!)
  for (let e = 0; e < from.length; e++) {
    if (from[e] === to[e]) continue
    const place = at[from[e]!]!++
    targets[place] = to[e]!
    shares[place] = share[e]!
  }
  return { start, to: targets, share: shares }
}
