/**
 * Finds the few records of a list that may be somebody: five block keys over dates and names, and one over name and ZIP code, each a hash into one
 * array of candidates. Blocks that are too large for one look are narrowed by state. Pure; about 90 bytes a record.
 */
import { mix } from './growing.ts'
import type { NamePool } from './name-pool.ts'
import { at, type PackedPeople, STRIDE } from './packed-people.ts'

/** Most keys of one record: five, four of them again for each half of a double name, and the place. */
const MOST = 13
const keys = new Int32Array(MOST)

/** Writes the keys of a record into the shared array; gives how many. */
function keysOf(pool: NamePool, r: Int32Array, o: number): number {
  let n = 0
  const [first, born] = [r[o + at.first]!, r[o + at.born]!]
  const group = first === 0 ? 0 : pool.groups[first]!
  if (born !== 0) {
    keys[n++] = mix(born, 1)
    if (first !== 0) keys[n++] = mix(Math.trunc(born / 100), group ^ 5)
  }
  for (const part of [at.last, at.partA, at.partB]) {
    const name = r[o + part]!
    if (name === 0) continue
    if (r[o + at.zip] !== 0) keys[n++] = mix(mix(name, r[o + at.zip]!), 7)
    if (first === 0) {
      if (part === at.last) keys[n++] = mix(name, 6)
      continue
    }
    // The pair in either order, so that swapped names meet.
    const own = pool.groups[name]!
    keys[n++] = own < group ? mix(mix(own, group), 2) : mix(mix(group, own), 2)
    keys[n++] = mix(mix(pool.sounds[name]!, group), 3)
    keys[n++] = mix(mix(name, pool.lengths[first] === 1 ? pool.initials[first]! : pool.sounds[first]!), 4)
  }
  return n
}

export interface BlockIndex {
  readonly mask: number
  readonly starts: Int32Array
  readonly hashes: Int32Array
  readonly places: Int32Array
}

export function blockIndex(list: PackedPeople): BlockIndex {
  let total = 0
  for (let i = 0; i < list.length; i++) total += keysOf(list.pool, list.records, i * STRIDE)
  let size = 16
  while (size < total * 2) size *= 2
  const mask = size - 1
  const starts = new Int32Array(size + 1)
  for (let i = 0; i < list.length; i++)
    for (let k = keysOf(list.pool, list.records, i * STRIDE); k-- > 0; ) starts[(keys[k]! & mask) + 1]!++
  for (let i = 0; i < size; i++) starts[i + 1]! += starts[i]!
  const fill = starts.slice(0, size)
  const hashes = new Int32Array(total)
  const places = new Int32Array(total)
  for (let i = 0; i < list.length; i++)
    for (let k = keysOf(list.pool, list.records, i * STRIDE); k-- > 0; ) {
      const to = fill[keys[k]! & mask]!++
      hashes[to] = keys[k]!
      places[to] = i
    }
  return { mask, starts, hashes, places }
}

/** A block of more records than this is asked for the same state only. */
const LARGE = 400

/** Remembers for whom a record was last found, so that it is found once whatever the keys. */
export class Seen {
  #turn = 0
  readonly #stamps: Uint32Array
  constructor(length: number) {
    this.#stamps = new Uint32Array(length)
  }
  begin(): void {
    this.#turn++
  }
  isNew(place: number): boolean {
    if (this.#stamps[place] === this.#turn) return false
    this.#stamps[place] = this.#turn
    return true
  }
}

/** Calls `see` for each candidate of the record at `o`, once each. */
export function candidates(
  index: BlockIndex,
  list: PackedPeople,
  seen: Seen,
  r: Int32Array,
  o: number,
  see: (place: number) => void,
): void {
  const n = keysOf(list.pool, r, o)
  const state = r[o + at.state]!
  seen.begin()
  for (let k = 0; k < n; k++) {
    const key = keys[k]!
    const bucket = key & index.mask
    const end = index.starts[bucket + 1]!
    const start = index.starts[bucket]!
    const isLarge = state !== 0 && end - start > LARGE
    for (let i = start; i < end; i++) {
      if (index.hashes[i] !== key) continue
      const place = index.places[i]!
      if (isLarge && list.records[place * STRIDE + at.state] !== state) continue
      if (seen.isNew(place)) see(place)
    }
  }
}
