/**
 * Compares two packed people, field by field. The levels and bits stay in one scratch that the explanation reads,
 * so that a score and its words can never disagree. No object is made: this runs some tens of millions of times.
 */
import { mostNameBits, nameBits } from './compare-names.ts'
import type { Frequencies } from './frequencies.ts'
import type { NamePool } from './name-pool.ts'
import { at } from './packed-people.ts'
import { F, L, note, scratch } from './scratch.ts'
import { weights } from './weights.ts'

const BORN = L.bornOn

/** Birth dates: equal, day and month exchanged, one digit wrong, the same month, or another day. Whole numbers only. */
function bornBits(x: number, y: number): number {
  if (x === 0 || y === 0) return 0
  let level: number = BORN.differs
  let bits: number = weights.bornOn.differs
  if (x === y) {
    level = BORN.equal
    bits = weights.bornOn.equal
  } else {
    const [yearX, dayX, yearY, dayY] = [(x / 10_000) | 0, x % 10_000, (y / 10_000) | 0, y % 10_000]
    if (yearX === yearY && ((dayX / 100) | 0) === dayY % 100 && dayX % 100 === ((dayY / 100) | 0)) {
      level = BORN.swapped
      bits = weights.bornOn.swapped
    } else {
      let wrong = 0
      for (let m = x, n = y; m > 0 || n > 0; m = (m / 10) | 0, n = (n / 10) | 0) if (m % 10 !== n % 10) wrong++
      if (wrong === 1) {
        level = BORN['one-digit']
        bits = weights.bornOn['one-digit']
      } else if (yearX === yearY && ((dayX / 100) | 0) === ((dayY / 100) | 0)) {
        level = BORN['same-month']
        bits = weights.bornOn['same-month']
      }
    }
  }
  note(F.bornOn, level, bits)
  return bits
}

function middleBits(pool: NamePool, x: number, y: number): number {
  if (x === 0 || y === 0) return 0
  const m = weights.middle
  if (pool.initials[x] !== pool.initials[y]) {
    note(F.middle, L.middle.differs, m.differs)
    return m.differs
  }
  const isInitial = pool.lengths[x] === 1 || pool.lengths[y] === 1 || x !== y
  const bits = isInitial ? m.initial : m.equal
  note(F.middle, isInitial ? L.middle.initial : L.middle.equal, bits)
  return bits
}

/** Street, ZIP code, city or state: the narrowest that both share. */
export function placeBits(f: Frequencies, a: Int32Array, o: number, b: Int32Array, p: number): number {
  const p_ = weights.place
  const [sx, sy, zx, zy] = [a[o + at.state]!, b[p + at.state]!, a[o + at.zip]!, b[p + at.zip]!]
  const sameZip = zx !== 0 && zx === zy
  if (sameZip && a[o + at.street] !== 0 && a[o + at.street] === b[p + at.street])
    return place(L.place.street, p_.street)
  if (sameZip) return place(L.place.zip, p_.zip)
  if (sx === 0 || sy === 0) return 0
  if (sx !== sy) return place(L.place.differs, p_.differs)
  const state = f.state[sy]!
  if (a[o + at.city] !== 0 && a[o + at.city] === b[p + at.city])
    return place(L.place.city, Math.max(p_.city, state + 1.5))
  return place(L.place.state, Math.max(p_.state, state - 0.5))
}
function place(level: number, bits: number): number {
  note(F.place, level, bits)
  return bits
}

/**
 * Bits for everything but NPI and tax id; `b` is the list's. Fills the scratch. What cannot come to `least` gives less
 * than that, before any letter is compared; the scratch then says nothing.
 */
export function comparePeople(
  pool: NamePool,
  f: Frequencies,
  a: Int32Array,
  o: number,
  b: Int32Array,
  p: number,
  least: number,
): number {
  const { level } = scratch
  for (let i = 0; i < level.length; i++) level[i] = 0
  const born = bornBits(a[o + at.born]!, b[p + at.born]!)
  const middle = middleBits(pool, a[o + at.middle]!, b[p + at.middle]!)
  let suffix = 0
  const [sx, sy] = [a[o + at.suffix]!, b[p + at.suffix]!]
  if (sx !== 0 && sy !== 0) {
    suffix = sx === sy ? weights.suffix.equal : weights.suffix.differs
    note(F.suffix, sx === sy ? 1 : 2, suffix)
  }
  const place = placeBits(f, a, o, b, p)
  const rest = born + middle + suffix + place
  if (rest + mostNameBits(pool, f, a, o, b, p) < least - MARGIN) return Number.NEGATIVE_INFINITY
  return nameBits(pool, f, a, o, b, p) + rest
}
/** Sums in another order differ in their last digits. */
const MARGIN = 0.001
