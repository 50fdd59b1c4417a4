/** Everybody who is reached along edges, whatever the share: all ultimate owners, every facility below a party. Pure. */
import type { Direction } from './graph.ts'

/** Keeps its working space from question to question. */
export class ReachReader {
  /** A bit for each party: those of a nation are 75 kB, which stay near while all else is waited for. */
  private readonly seen: Int32Array
  private readonly line: Int32Array
  private readonly edges: Direction
  /** So many of `line` were reached by the last question; their bits are still set. */
  private reached = 0

  constructor(nodes: number, edges: Direction) {
    this.seen = new Int32Array((nodes >>> 5) + 1)
    this.line = new Int32Array(nodes)
    this.edges = edges
  }

  /** A view of the working space, `from` first: copy what is to outlive the next question. */
  from(from: number): Int32Array {
    const { start, to } = this.edges
    const { seen, line } = this
    for (let at = 0; at < this.reached; at++) seen[line[at]! >>> 5] = 0
    seen[from >>> 5] = 1 << (from & 31)
    line[0] = from
    let end = 1
    for (let at = 0; at < end; at++) {
      const v = line[at]!
      const last = start[v + 1]!
      for (let e = start[v]!; e < last; e++) {
        const u = to[e]!
        const word = seen[u >>> 5]!
        const bit = 1 << (u & 31)
        if ((word & bit) !== 0) continue
        seen[u >>> 5] = word | bit
        line[end++] = u
      }
    }
    this.reached = end
    return line.subarray(0, end)
  }
}
