/**
 * The keys by which the records of a list are found that may be somebody: five over dates and names, and one over
 * name and ZIP code, each a hash into one array of entries. An entry carries the letters of its names, so that most of
 * those who only share a birth date end without a look at their record, which is a wait for memory each. Pure; about
 * 140 bytes a record.
 */
import { mix } from './growing.ts'
import type { NamePool } from './name-pool.ts'
import { at, type PackedPeople, STRIDE } from './packed-people.ts'

/** Most keys of one record: five, four of them again for each half of a double name, and the place. */
export const MOST_KEYS = 14

/** Writes the keys of the record at `o` into `keys` from `to` on; gives how many. */
export function keysOf(pool: NamePool, r: Int32Array, o: number, keys: Int32Array, to = 0): number {
  let n = to
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
  return n - to
}

/** Whole numbers of an entry: its key, the place of the record, the letters of its last and of its first name. */
export const ENTRY = 4

export interface BlockIndex {
  readonly mask: number
  /** Where the entries of each bucket begin; one more for the end. */
  readonly starts: Int32Array
  readonly entries: Int32Array
}

export function blockIndex(list: PackedPeople): BlockIndex {
  const { letters } = list.pool
  const keys = new Int32Array(MOST_KEYS)
  let total = 0
  for (let i = 0; i < list.length; i++) total += keysOf(list.pool, list.records, i * STRIDE, keys)
  let size = 16
  while (size < total * 2) size *= 2
  const mask = size - 1
  const starts = new Int32Array(size + 1)
  for (let i = 0; i < list.length; i++)
    for (let k = keysOf(list.pool, list.records, i * STRIDE, keys); k-- > 0; ) starts[(keys[k]! & mask) + 1]!++
  for (let i = 0; i < size; i++) starts[i + 1]! += starts[i]!
  const fill = starts.slice(0, size)
  const entries = new Int32Array(total * ENTRY)
  for (let i = 0, o = 0; i < list.length; i++, o += STRIDE)
    for (let k = keysOf(list.pool, list.records, o, keys); k-- > 0; ) {
      const e = fill[keys[k]! & mask]!++ * ENTRY
      entries[e] = keys[k]!
      entries[e + 1] = i
      entries[e + 2] = letters[list.records[o + at.last]!]!
      entries[e + 3] = letters[list.records[o + at.first]!]!
    }
  return { mask, starts, entries }
}
