/** Everybody who is reached along edges, whatever the share: all ultimate owners, every facility below a party. Pure. */
import type { Direction } from './graph.ts'

/** Keeps its working space from question to question. */
export class ReachReader {
  private readonly seen: Int32Array
  private readonly line: Int32Array
  private readonly edges: Direction
  private turn = 0

  constructor(nodes: number, edges: Direction) {
    this.seen = new Int32Array(nodes)
    this.line = new Int32Array(nodes)
    this.edges = edges
  }

  /** A view of the working space, `from` first: copy what is to outlive the next question. */
  from(from: number): Int32Array {
    const { start, to } = this.edges
    const turn = ++this.turn
    const { seen, line } = this
    seen[from] = turn
    line[0] = from
    let end = 1
    for (let at = 0; at < end; at++) {
      const v = line[at]!
      const last = start[v + 1]!
      for (let e = start[v]!; e < last; e++) {
        const u = to[e]!
        if (seen[u] === turn) continue
        seen[u] = turn
        line[end++] = u
      }
    }
    return line.subarray(0, end)
  }
}
