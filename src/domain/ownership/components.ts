/** Circles of a graph: Tarjan's strongly connected components, without recursion, so that no depth is too deep. Pure. */
import type { Direction } from './graph.ts'

/** Numbers rise in the order in which components end: whatever is reached from a node has the same number or a lower one. */
export function componentsOf(
  nodes: number,
  { start, to }: Direction,
): { readonly component: Int32Array; readonly count: number } {
  const component = new Int32Array(nodes).fill(-1)
  const order = new Int32Array(nodes)
  const low = new Int32Array(nodes)
  const next = new Int32Array(nodes)
  const path = new Int32Array(nodes)
  const open = new Int32Array(nodes)
  let [count, seen, depth, waiting] = [0, 0, 0, 0]
  const enter = (v: number) => {
    order[v] = ++seen
    low[v] = seen
    next[v] = start[v]!
    path[depth++] = v
    open[waiting++] = v
  }
  for (let root = 0; root < nodes; root++) {
    if (order[root] !== 0) continue
    enter(root)
    while (depth > 0) {
      const v = path[depth - 1]!
      if (next[v]! < start[v + 1]!) {
        const u = to[next[v]!++]!
        if (order[u] === 0) enter(u)
        else if (component[u]! < 0 && order[u]! < low[v]!) low[v] = order[u]!
        continue
      }
      depth--
      if (depth > 0 && low[v]! < low[path[depth - 1]!]!) low[path[depth - 1]!] = low[v]!
      if (low[v] !== order[v]) continue
      for (;;) {
        const u = open[--waiting]!
        component[u] = count
        if (u === v) break
      }
      count++
    }
  }
  return { component, count }
}
