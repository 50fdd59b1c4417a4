import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ownershipGraph } from './graph.ts'
import { ReachReader } from './reach.ts'

const NODES = 70

/** As one would write it down: everybody, again and again, until nobody is new. */
function plainly(edges: readonly (readonly [owner: number, owned: number])[], from: number): readonly number[] {
  const reached = new Set([from])
  for (let before = 0; before < reached.size; ) {
    before = reached.size
    for (const [owner, owned] of edges) if (reached.has(owned)) reached.add(owner)
  }
  return [...reached].sort((a, b) => a - b)
}

it('reaches whom one finds by hand, question after question, in circles too', () => {
  const party = fc.nat(NODES - 1)
  fc.assert(
    fc.property(
      fc.array(fc.tuple(party, party), { maxLength: 120 }),
      fc.array(party, { maxLength: 8 }),
      (edges, asked) => {
        const graph = ownershipGraph(NODES, {
          owner: Int32Array.from(edges, ([owner]) => owner),
          owned: Int32Array.from(edges, ([, owned]) => owned),
          share: Float64Array.from(edges, () => 0.1),
        })
        const reader = new ReachReader(NODES, graph.up)
        for (const from of asked) {
          const found = reader.from(from)
          expect(found[0]).toBe(from)
          expect([...found].sort((a, b) => a - b)).toEqual(plainly(edges, from))
        }
      },
    ),
  )
})
