/** How rare the names and places of a list are, in bits. A small list is helped by what is ordinary. Pure. */
import { at, type PackedPeople, STRIDE } from './packed-people.ts'
import { rarity } from './weights.ts'

export interface Frequencies {
  /** By number of the pool. */
  readonly last: Float32Array
  readonly first: Float32Array
  /** By number of the state. */
  readonly state: Float32Array
}

/** Bits of something that `count` of `total` rows have, when an ordinary one has the share `usual`. */
export const bitsOf = (count: number, total: number, usual: number, cap: number): number =>
  Math.min(cap, -Math.log2((count + rarity.doubt * usual) / (total + rarity.doubt)))

/**
 * `rows` is how many rows the whole list has, when `list` holds only those that came near: every bearer of a last
 * name is among them, so its rarity is known; of first names and places only a sample is.
 */
export function frequenciesOf(list: PackedPeople, rows: number = list.length): Frequencies {
  const size = list.pool.size
  const last = new Int32Array(size)
  const first = new Int32Array(size)
  const state = new Int32Array(677)
  const add = (counts: Int32Array, id: number) => {
    counts[id] = counts[id]! + 1
  }
  for (let i = 0, o = 0; i < list.length; i++, o += STRIDE) {
    for (const part of [at.last, at.partA, at.partB]) add(last, list.records[o + part]!)
    add(first, list.records[o + at.first]!)
    add(state, list.records[o + at.state]!)
  }
  const bits = (counts: Int32Array, usual: number, cap: number, total = list.length) =>
    Float32Array.from(counts, (n) => bitsOf(n, total, usual, cap))
  return {
    last: bits(last, rarity.ordinaryLast, rarity.lastCap, Math.max(rows, list.length)),
    first: bits(first, rarity.ordinaryFirst, rarity.firstCap),
    state: bits(state, rarity.ordinaryState, 8),
  }
}
