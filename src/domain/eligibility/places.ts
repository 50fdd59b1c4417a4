/**
 * A place of its own for every key, found by one read of a small table: hash and displace (Belazzougui, Botelho,
 * Dietzfelbinger 2009). Keys fall into buckets of about four; each bucket has the seed by which none of its keys
 * meets another. Seeds of a nation fit a processor's cache, so that a look-up waits for memory once. Pure.
 */
import { allocate, spread } from './columns.ts'

export interface Places {
  /** Two seeds of sixteen bits a word. */
  readonly seeds: Int32Array
  /** `spread(key) >>> shift` is the bucket. */
  readonly shift: number
  readonly slots: number
}

/** Part of the slots that is taken: fuller costs more tries, emptier more memory. */
const FULL = 0.85
const PER_BUCKET = 4

/** The slot of a key. For a key that was not among those placed, somebody else's or an empty one: compare there. */
export function slotOf({ seeds, shift, slots }: Places, key: number): number {
  const bucket = spread(key) >>> shift
  return slotFor(key, (seeds[bucket >>> 1]! >>> ((bucket & 1) << 4)) & 0xffff, slots)
}

function slotFor(key: number, seed: number, slots: number): number {
  let x = Math.imul(key + Math.imul(seed + 1, 0x85ebca6b), 0xc2b2ae35)
  x = Math.imul(x ^ (x >>> 15), 0x27d4eb2f)
  // Not Math.trunc: what comes out must be an integer to whoever reads a column with it.
  return ((((x ^ (x >>> 13)) >>> 0) * slots) / 4_294_967_296) | 0
}

/** Places distinct keys. Linear: a bucket takes a few tries, the largest first while there is room. */
export function placesFor(keys: Int32Array, shared: boolean): Places {
  let bits = 1
  while (2 ** bits * PER_BUCKET < keys.length) bits++
  const shift = 32 - bits
  const { starts, sorted } = bucketed(keys, shift)
  const largestFirst = bySizeDown(starts)
  for (let slots = Math.max(4, Math.ceil(keys.length / FULL)); ; slots = Math.ceil(slots * 1.1)) {
    const seeds = allocate(2 ** (bits - 1), shared)
    if (seedAll(sorted, starts, largestFirst, seeds, slots)) return { seeds, shift, slots }
  }
}

function bucketed(keys: Int32Array, shift: number) {
  const starts = new Int32Array(2 ** (32 - shift) + 1)
  for (let i = 0; i < keys.length; i++) starts[(spread(keys[i]!) >>> shift) + 1]!++
  for (let b = 1; b < starts.length; b++) starts[b]! += starts[b - 1]!
  const next = starts.slice(0, -1)
  const sorted = new Int32Array(keys.length)
  for (let i = 0; i < keys.length; i++) sorted[next[spread(keys[i]!) >>> shift]!++] = keys[i]!
  return { starts, sorted }
}

function bySizeDown(starts: Int32Array): Int32Array {
  const count = starts.length - 1
  const size = (b: number): number => starts[b + 1]! - starts[b]!
  let most = 0
  for (let b = 0; b < count; b++) most = Math.max(most, size(b))
  const from = new Int32Array(most + 2)
  for (let b = 0; b < count; b++) from[most - size(b) + 1]!++
  for (let n = 1; n < from.length; n++) from[n]! += from[n - 1]!
  const order = new Int32Array(count)
  for (let b = 0; b < count; b++) order[from[most - size(b)]!++] = b
  return order
}

/** Finds a seed for every bucket; false when one has none, which a larger table mends. */
function seedAll(sorted: Int32Array, starts: Int32Array, order: Int32Array, seeds: Int32Array, slots: number): boolean {
  const taken = new Uint8Array(slots)
  for (const bucket of order) {
    const [from, end] = [starts[bucket]!, starts[bucket + 1]!]
    if (from === end) break
    let seed = 0
    for (; seed < 65_536; seed++) {
      let i = from
      for (; i < end; i++) {
        const slot = slotFor(sorted[i]!, seed, slots)
        if (taken[slot] !== 0) break
        taken[slot] = 1
      }
      if (i === end) break
      while (--i >= from) taken[slotFor(sorted[i]!, seed, slots)] = 0
    }
    if (seed === 65_536) return false
    seeds[bucket >>> 1]! |= seed << ((bucket & 1) << 4)
  }
  return true
}
