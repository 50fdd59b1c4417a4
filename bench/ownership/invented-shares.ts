/** Invented shares between the parties of a nation, the same for the same size. Pure. */
import { dice } from '#demo/national/national-snapshot.ts'
import type { Shares } from '#domain/ownership/graph.ts'

export const PARTIES = 600_000
const EDGES = 1_000_000
export const CHAINS = 2_000
export const DEEP = 50

/** A hundredth, a tenth or the whole of it: `part` is 100, 10, 1. Chains of fifty at 90 to 100 %, owners of all sizes above the rest, and a circle in every few hundred parties. */
export function inventedShares(part = 1): Shares {
  const [parties, edges, chains] = [PARTIES / part, EDGES / part, CHAINS / part]
  const chance = dice(11)
  const owner: number[] = []
  const owned: number[] = []
  const share: number[] = []
  const left = new Float64Array(parties).fill(1)
  const add = (a: number, b: number, wanted: number) => {
    const s = Math.min(wanted, left[b]!)
    if (a === b || s <= 0) return
    left[b]! -= s
    owner.push(a)
    owned.push(b)
    share.push(s)
  }
  for (let c = 0; c < chains; c++)
    for (let i = 0; i < DEEP - 1; i++) add(c * DEEP + i + 1, c * DEEP + i, 0.9 + 0.1 * chance())
  for (let i = 0; i < 365 / part; i++) {
    const at = chains * DEEP + i * 3
    add(at, at + 1, 0.3)
    add(at + 1, at + 2, 0.3)
    add(at + 2, at, 0.3)
  }
  while (owner.length < edges) {
    const b = Math.trunc(chance() * parties)
    // A few own very many: the number of an owner is drawn far to the end of those after it.
    const a = b + 1 + Math.trunc((parties - b - 1) * chance() ** 0.25)
    if (a < parties) add(a, b, chance() < 0.5 ? 0.05 + 0.3 * chance() : 0.4 + 0.6 * chance())
    else if (b === parties - 1) break
  }
  return { owner: Int32Array.from(owner), owned: Int32Array.from(owned), share: Float64Array.from(share) }
}
