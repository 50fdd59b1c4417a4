/**
 * How much of a party everybody above it owns: the sum, over all ways up on which nobody comes twice, of the product
 * of the shares along the way. Not limited in depth: ways are left once less than the residual goes along them (half a
 * percent), which adds up what an owner holds by several small ways. Parties are taken in the order of their circles,
 * so each is opened once, with all that arrives at it; within a circle each way is gone by itself. The work of a
 * question is limited, and the answer says when it was cut. Pure. Authority: 42 CFR 420.202(a).
 */
import type { Direction, OwnershipGraph } from './graph.ts'
import { sortByShare } from './sort-by-share.ts'

export const RESIDUAL = 0.005
/** Steps along an edge that one question may take. */
export const MOST_STEPS = 200_000

export interface EffectiveShares {
  readonly parties: readonly number[]
  /** Of one, beside `parties`. Above one when the shares held in somebody add up to more. */
  readonly shares: readonly number[]
  /** False: the work went over the limit, and shares may be too low. */
  readonly complete: boolean
}

export interface Asking {
  /** Leaves out who has less; of one. */
  readonly least?: number
  readonly residual?: number
  readonly mostSteps?: number
}

/** Keeps its working space from question to question; not to be used by two at the same time. */
export class ShareReader {
  private readonly component: Int32Array
  /** 1 for parties of a circle. */
  private readonly circular: Uint8Array
  /** 1 for parties from which no way goes on. */
  private readonly ends: Uint8Array
  private readonly arrived: Float64Array
  private readonly total: Float64Array
  private readonly state: Uint8Array
  private readonly heap: Int32Array
  private waiting = 0
  private readonly touched: Int32Array
  private seen = 0
  private readonly edges: Direction
  /** In the order in which the components of this direction are opened. */
  private readonly sign: 1 | -1
  private steps = 0
  private residual = RESIDUAL

  constructor(graph: OwnershipGraph, direction: 'up' | 'down' = 'up') {
    this.edges = graph[direction]
    this.sign = direction === 'up' ? 1 : -1
    this.component = graph.component
    this.circular = new Uint8Array(graph.nodes)
    for (let v = 0; v < graph.nodes; v++) if (graph.size[graph.component[v]!]! > 1) this.circular[v] = 1
    this.ends = new Uint8Array(graph.nodes)
    const { start } = this.edges
    for (let v = 0; v < graph.nodes; v++) if (start[v] === start[v + 1]) this.ends[v] = 1
    this.arrived = new Float64Array(graph.nodes)
    this.total = new Float64Array(graph.nodes)
    this.state = new Uint8Array(graph.nodes)
    this.heap = new Int32Array(graph.nodes)
    this.touched = new Int32Array(graph.nodes)
  }

  /** Everybody above `from` (or, reading down, everything below it) with its share, greatest first; not `from` itself. */
  of(from: number, { least = 0.05, residual = RESIDUAL, mostSteps = MOST_STEPS }: Asking = {}): EffectiveShares {
    this.steps = mostSteps
    this.residual = residual
    this.arrive(from, 1)
    while (this.waiting > 0) {
      const v = this.pop()
      const share = this.arrived[v]!
      if (this.circular[v] === 0) {
        this.total[v] = share
        if (share >= residual) this.open(v, share)
      } else if (share >= residual) this.circle(v, share)
      else this.total[v]! += share
    }
    const { total, touched, arrived, state } = this
    const found: number[] = []
    for (let i = 0; i < this.seen; i++) if (total[touched[i]!]! >= least && touched[i] !== from) found.push(touched[i]!)
    sortByShare(found, total)
    const shares: number[] = []
    for (const v of found) shares.push(total[v]!)
    for (let i = 0; i < this.seen; i++) {
      const v = touched[i]!
      arrived[v] = 0
      total[v] = 0
      state[v] = 0
    }
    this.seen = 0
    return { parties: found, shares, complete: this.steps > 0 }
  }

  private arrive(v: number, share: number): void {
    if (this.state[v] === 0) this.touched[this.seen++] = v
    // Whoever nobody owns is opened by nothing: what arrives is added at once.
    if (this.ends[v] === 1) {
      this.state[v] = SEEN
      this.total[v]! += share
      return
    }
    if (this.state[v] !== QUEUED) {
      this.state[v] = QUEUED
      this.push(v)
    }
    this.arrived[v]! += share
  }

  private open(v: number, share: number): void {
    const { start, to, share: part } = this.edges
    const end = start[v + 1]!
    for (let e = start[v]!; e < end; e++) {
      if (--this.steps <= 0) return
      this.arrive(to[e]!, share * part[e]!)
    }
  }

  /** Every way through the circle that begins at `entry`; ways out of it never come back. */
  private circle(entry: number, share: number): void {
    const { start, to, share: part } = this.edges
    const own = this.component[entry]!
    const way: number[] = [entry]
    const along: number[] = [share]
    const next: number[] = [start[entry]!]
    const on = new Set([entry])
    this.total[entry]! += share
    while (way.length > 0) {
      const at = way.length - 1
      const v = way[at]!
      const e = next[at]!++
      if (e >= start[v + 1]! || --this.steps <= 0) {
        on.delete(v)
        way.pop()
        along.pop()
        next.pop()
        continue
      }
      const u = to[e]!
      const goes = along[at]! * part[e]!
      if (this.component[u] !== own) this.arrive(u, goes)
      else if (!on.has(u)) {
        if (this.state[u] === 0) {
          this.state[u] = SEEN
          this.touched[this.seen++] = u
        }
        this.total[u]! += goes
        if (goes < this.residual) continue
        way.push(u)
        along.push(goes)
        next.push(start[u]!)
        on.add(u)
      }
    }
  }

  private push(v: number): void {
    const { heap, component, sign } = this
    const order = component[v]! * sign
    let at = this.waiting++
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (order <= component[heap[parent]!]! * sign) break
      heap[at] = heap[parent]!
      at = parent
    }
    heap[at] = v
  }

  private pop(): number {
    const { heap, component, sign } = this
    const top = heap[0]!
    const end = --this.waiting
    if (end === 0) return top
    const last = heap[end]!
    const order = component[last]! * sign
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= end) break
      let next = component[heap[child]!]! * sign
      if (child + 1 < end) {
        const other = component[heap[child + 1]!]! * sign
        if (other > next) {
          child++
          next = other
        }
      }
      if (next <= order) break
      heap[at] = heap[child]!
      at = child
    }
    heap[at] = last
    return top
  }
}

const SEEN = 1
const QUEUED = 2
