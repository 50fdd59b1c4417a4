import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ShareReader } from './effective-shares.ts'
import { type OwnershipGraph, ownershipGraph } from './graph.ts'
import { ReachReader } from './reach.ts'

type Edge = readonly [owner: number, owned: number, share: number]
const graphOf = (nodes: number, edges: readonly Edge[]): OwnershipGraph =>
  ownershipGraph(nodes, {
    owner: Int32Array.from(edges.map((e) => e[0])),
    owned: Int32Array.from(edges.map((e) => e[1])),
    share: Float64Array.from(edges.map((e) => e[2])),
  })

/** Every way without a repetition, summed: what the words of the rule say, and nothing clever. */
function bruteForce(edges: readonly Edge[], from: number): Map<number, number> {
  const total = new Map<number, number>()
  const go = (v: number, share: number, on: readonly number[]) => {
    for (const [owner, owned, part] of edges) {
      if (owned !== v || on.includes(owner)) continue
      total.set(owner, (total.get(owner) ?? 0) + share * part)
      go(owner, share * part, [...on, owner])
    }
  }
  go(from, 1, [from])
  return total
}

const small = fc.integer({ min: 1, max: 7 }).chain((nodes) =>
  fc.tuple(
    fc.constant(nodes),
    fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: nodes - 1 }),
        fc.integer({ min: 0, max: nodes - 1 }),
        fc.integer({ min: 1, max: 130 }).map((p) => p / 100),
      ),
      { maxLength: 14 },
    ),
  ),
)

test('sums of ways are those of brute force, circles and sums over 100 % included', () => {
  fc.assert(
    fc.property(small, ([nodes, edges]) => {
      const reader = new ShareReader(graphOf(nodes, edges))
      for (let v = 0; v < nodes; v++) {
        const { parties, shares, complete } = reader.of(v, { least: 1e-12, residual: 0 })
        const wanted = bruteForce(edges, v)
        expect(complete).toBe(true)
        expect([...parties].sort()).toEqual([...wanted.keys()].sort())
        for (const [i, p] of parties.entries()) expect(shares[i]).toBeCloseTo(wanted.get(p)!, 9)
      }
    }),
    { numRuns: 400 },
  )
})

test('down is the same as up, seen from above', () => {
  fc.assert(
    fc.property(small, ([nodes, edges]) => {
      const graph = graphOf(nodes, edges)
      const [up, down] = [new ShareReader(graph), new ShareReader(graph, 'down')]
      const all = { least: 1e-12, residual: 0 }
      for (let v = 0; v < nodes; v++) {
        const above = up.of(v, all)
        for (const [i, p] of above.parties.entries()) {
          const below = down.of(p, all)
          expect(below.shares[below.parties.indexOf(v)]).toBeCloseTo(above.shares[i]!, 9)
        }
      }
    }),
    { numRuns: 100 },
  )
})

test('the residual leaves out less than it says where shares add up to 100 %', () => {
  // A hundred small ways of 0.06 each end at one owner: no way alone has 5 %.
  const edges: Edge[] = Array.from({ length: 100 }, (_, i): Edge[] => [
    [i + 2, 0, 0.01],
    [1, i + 2, 0.6],
  ]).flat()
  const { parties, shares } = new ShareReader(graphOf(102, edges)).of(0)
  expect(parties).toEqual([1])
  expect(shares[0]).toBeCloseTo(0.6, 9)
})

describe('what a person may draw up', () => {
  test('a chain of 100,000 companies at 100 % has its owner at the end', () => {
    const edges: Edge[] = Array.from({ length: 100_000 }, (_, i) => [i + 1, i, 1])
    const { shares, complete } = new ShareReader(graphOf(100_001, edges)).of(0)
    expect([shares.length, shares.at(-1), complete]).toEqual([100_000, 1, true])
  })

  test('forty companies that all own each other are cut, and the answer says so', () => {
    const edges: Edge[] = []
    for (let a = 0; a < 40; a++) for (let b = 0; b < 40; b++) if (a !== b) edges.push([a, b, 0.9])
    const answer = new ShareReader(graphOf(40, edges)).of(0, { mostSteps: 20_000 })
    expect(answer.complete).toBe(false)
  })

  test('who owns itself owns nothing more by it', () => {
    const { parties, shares } = new ShareReader(
      graphOf(2, [
        [0, 0, 0.2],
        [1, 0, 0.8],
      ]),
    ).of(0)
    expect([parties, shares]).toEqual([[1], [0.8]])
  })

  test('a question leaves nothing behind for the next', () => {
    const reader = new ShareReader(
      graphOf(3, [
        [1, 0, 0.5],
        [2, 1, 0.5],
        [1, 2, 0.5],
      ]),
    )
    expect(reader.of(0)).toEqual(reader.of(0))
    expect(reader.of(0)).toEqual({ parties: [1, 2], shares: [0.5, 0.25], complete: true })
  })

  test('reach goes round circles once', () => {
    const graph = graphOf(4, [
      [1, 0, 0.5],
      [2, 1, 0.001],
      [0, 2, 0.5],
    ])
    expect([...new ReachReader(4, graph.up).from(0)]).toEqual([0, 1, 2])
    expect([...new ReachReader(4, graph.down).from(3)]).toEqual([3])
  })
})
