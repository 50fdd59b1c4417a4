/** Which NPIs a file has named so far: a bit for each there can be, 25 MB however many. Pure but for its own memory. */

/** Nine digits that count, the first of them 1 or 2; the tenth follows from them. */
const FIRST = 100_000_000
const COUNT = 200_000_000

export interface NpiSet {
  /** Adds it; false when it was there. */
  add(npi: string): boolean
}

export function npiSet(): NpiSet {
  const bits = new Uint8Array(COUNT / 8)
  return {
    add(npi) {
      const at = Math.floor(Number(npi) / 10) - FIRST
      const bit = 1 << (at & 7)
      const before = bits[at >> 3]!
      if ((before & bit) !== 0) return false
      bits[at >> 3] = before | bit
      return true
    },
  }
}
