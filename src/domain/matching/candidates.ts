/**
 * Finds for some people at a time the records of a list that may be they. Each look into a long list is a wait for
 * memory, and waits that do not depend on one another pass together: so all keys are made first, then all buckets are
 * fetched, then all entries, then all records. Blocks that are too large for one look are narrowed by state. Pure.
 */
import { type BlockIndex, ENTRY, keysOf, MOST_KEYS } from './block-index.ts'
import { areAlike } from './compare-names.ts'
import type { Frequencies } from './frequencies.ts'
import { withRoom } from './growing.ts'
import { at, type PackedPeople, STRIDE } from './packed-people.ts'

/** So many people are looked for together at most; what is fetched for them stays in the nearest memory. */
export const TOGETHER = 64
/** A block of more entries than this is asked for the same state only. */
const LARGE = 400
/** Among so many places found a new one is compared with each. */
const FEW = 24

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

const keys = new Int32Array(TOGETHER * MOST_KEYS)
const begins = new Int32Array(TOGETHER * MOST_KEYS)
const ends = new Int32Array(TOGETHER * MOST_KEYS)
/** Where the keys of each person end. */
const keyEnds = new Int32Array(TOGETHER)
/** What was fetched is added up, else no engine would fetch it. */
const warmed = new Int32Array(1)

/** Of the last call of `findCandidates`: the places found, and where those of each person end. */
export const found = { places: new Int32Array(1024), ends: new Int32Array(TOGETHER) }

/** Leaves in `found` the candidates of the records `from` to `to` (without it) of `who`, at most `TOGETHER`. */
export function findCandidates(
  index: BlockIndex,
  list: PackedPeople,
  frequencies: Frequencies,
  seen: Seen,
  who: PackedPeople,
  from: number,
  to: number,
): void {
  warmUp(index, list, who, from, to)
  const { letters } = list.pool
  let count = 0
  for (let i = from, k = 0; i < to; i++) {
    const o = i * STRIDE
    const last = who.records[o + at.last]!
    const [lastLetters, firstLetters] = [letters[last]!, letters[who.records[o + at.first]!]!]
    const state = who.records[o + at.state]!
    const first = count
    for (const end = keyEnds[i - from]!; k < end; k++) {
      const [key, begin, past] = [keys[k]!, begins[k]! * ENTRY, ends[k]! * ENTRY]
      const isLarge = state !== 0 && past - begin > LARGE * ENTRY
      for (let e = begin; e < past; e += ENTRY) {
        if (index.entries[e] !== key) continue
        const place = index.entries[e + 1]!
        // Born on one day and nothing else alike; but names may stand in each other's place.
        if (
          !areAlike(lastLetters, index.entries[e + 2]!) &&
          !areAlike(firstLetters, index.entries[e + 3]!) &&
          (lastLetters !== index.entries[e + 3] || list.records[place * STRIDE + at.first] !== last)
        )
          continue
        if (isLarge && list.records[place * STRIDE + at.state] !== state) continue
        if (!isNew(seen, first, count, place)) continue
        if (count === found.places.length) found.places = withRoom(found.places, count + 1)
        found.places[count++] = place
      }
    }
    found.ends[i - from] = count
  }
  warmRecords(list, frequencies, count)
}

/** Makes the keys of all, then fetches their buckets, then the first entry of each. */
function warmUp(
  { starts, entries, mask }: BlockIndex,
  list: PackedPeople,
  who: PackedPeople,
  from: number,
  to: number,
) {
  let n = 0
  for (let i = from; i < to; i++) {
    n += keysOf(list.pool, who.records, i * STRIDE, keys, n)
    keyEnds[i - from] = n
  }
  for (let k = 0; k < n; k++) {
    const bucket = keys[k]! & mask
    begins[k] = starts[bucket]!
    ends[k] = starts[bucket + 1]!
  }
  let sum = 0
  for (let k = 0; k < n; k++) if (begins[k] !== ends[k]) sum ^= entries[begins[k]! * ENTRY]!
  warmed[0] = sum
}

/** Fetches the records found, which may lie across two lines of memory, and how rare their names are. */
function warmRecords({ records }: PackedPeople, { last, first }: Frequencies, count: number) {
  let sum = 0
  for (let k = 0; k < count; k++) {
    const p = found.places[k]! * STRIDE
    sum += last[records[p + at.last]!]! + first[records[p + at.first]!]! + records[p + at.city]!
  }
  warmed[0] = sum
}

/** Was the place not found yet among those from `first` to `count`? Many are remembered by their own place. */
function isNew(seen: Seen, first: number, count: number, place: number): boolean {
  const { places } = found
  if (count - first < FEW) {
    for (let k = first; k < count; k++) if (places[k] === place) return false
    return true
  }
  if (count - first === FEW) {
    seen.begin()
    for (let k = first; k < count; k++) seen.isNew(places[k]!)
  }
  return seen.isNew(place)
}

/** Is either name alike, or does one stand in the other's place? For one record of the list, as above for an entry. */
export function isNear(list: PackedPeople, place: number, r: Int32Array, o: number): boolean {
  const { letters } = list.pool
  const p = place * STRIDE
  const [last, first] = [list.records[p + at.last]!, list.records[p + at.first]!]
  return (
    areAlike(letters[r[o + at.last]!]!, letters[last]!) ||
    areAlike(letters[r[o + at.first]!]!, letters[first]!) ||
    r[o + at.last] === first
  )
}
