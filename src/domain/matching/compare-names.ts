/** Names of two packed people, straight or crossed over: equal, a part, one letter, alike, by sound. No object is made. */
import { isOneEdit, jaroWinkler } from './alike-bytes.ts'
import type { Frequencies } from './frequencies.ts'
import type { NamePool } from './name-pool.ts'
import { at } from './packed-people.ts'
import { F, L, note } from './scratch.ts'
import { rarity, weights } from './weights.ts'

const LAST = L.last
const FIRST = L.first

const CLOSE = 0.92
/** Letters in one set and not in the other: more than this and no typing error explains it. */
const APART = 5

function popCount(x: number): number {
  let v = x - ((x >>> 1) & 0x55555555)
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333)
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
/** The prefilter on two sets of letters: could a name of the one be a name of the other, mistyped? */
export const areAlike = (lettersA: number, lettersB: number): boolean => popCount(lettersA ^ lettersB) <= APART
/** The same of two names of a pool. */
export const mayBeAlike = (pool: NamePool, a: number, b: number): boolean =>
  areAlike(pool.letters[a]!, pool.letters[b]!)

/** How alike the names `a` and `b` are spelled: 3 one letter, 2 close, 1 by sound, 0 not. Equal ones are not asked. */
function likeness(pool: NamePool, a: number, b: number): number {
  if (mayBeAlike(pool, a, b)) {
    const [la, lb] = [pool.lengths[a]!, pool.lengths[b]!]
    const least = Math.min(la, lb)
    const [oa, ob] = [pool.offsets[a]!, pool.offsets[b]!]
    if (least >= 3 && isOneEdit(pool.bytes, oa, la, ob, lb)) return 3
    if (least >= 5 && jaroWinkler(pool.bytes, oa, la, ob, lb) >= CLOSE) return 2
  }
  return pool.sounds[a] === pool.sounds[b] ? 1 : 0
}

/** Total of `last` against `last`; also notes the level when `keep`. */
function lastBits(pool: NamePool, f: Frequencies, a: Int32Array, o: number, b: Int32Array, p: number): number {
  const x = a[o + at.last]!
  const y = b[p + at.last]!
  if (x === 0 || y === 0) return keepLast(0, 0)
  if (x === y) return keepLast(LAST.equal, f.last[y]!)
  const [xa, xb, ya, yb] = [a[o + at.partA]!, a[o + at.partB]!, b[p + at.partA]!, b[p + at.partB]!]
  if (xa !== 0 || ya !== 0) {
    const shared =
      ya !== 0 && (ya === x || ya === xa || ya === xb)
        ? ya
        : yb !== 0 && (yb === x || yb === xa || yb === xb)
          ? yb
          : xa === y || xb === y
            ? y
            : 0
    if (shared !== 0) return keepLast(LAST.part, Math.max(2, f.last[shared]! + weights.last.part))
  }
  switch (likeness(pool, x, y)) {
    case 3:
      return keepLast(LAST['one-letter'], Math.max(2, f.last[y]! + weights.last['one-letter']))
    case 2:
      return keepLast(LAST.close, Math.max(1.5, f.last[y]! + weights.last.close))
    case 1:
      return keepLast(LAST.sound, Math.max(1, f.last[y]! + weights.last.sound))
    default:
      return keepLast(LAST.differs, weights.last.differs)
  }
}
function keepLast(level: number, bits: number): number {
  note(F.last, level, bits)
  return bits
}

function firstBits(pool: NamePool, f: Frequencies, x: number, y: number): number {
  if (x === 0 || y === 0) return keepFirst(0, 0)
  if (x === y) {
    // A single letter on both sides is an initial, whatever letter.
    return pool.lengths[x] === 1 ? keepFirst(FIRST.initial, weights.first.initial) : keepFirst(FIRST.equal, f.first[y]!)
  }
  if (pool.lengths[x] === 1 || pool.lengths[y] === 1)
    return pool.initials[x] === pool.initials[y]
      ? keepFirst(FIRST.initial, weights.first.initial)
      : keepFirst(FIRST.differs, weights.first.differs)
  if (pool.groups[x] === pool.groups[y] || pool.areShort(x, y))
    return keepFirst(FIRST.nickname, Math.max(1.5, f.first[y]! + weights.first.nickname))
  switch (likeness(pool, x, y)) {
    case 3:
      return keepFirst(FIRST['one-letter'], Math.max(1.5, f.first[y]! + weights.first['one-letter']))
    case 2:
      return keepFirst(FIRST.close, Math.max(1, f.first[y]! + weights.first.close))
    case 1:
      return keepFirst(FIRST.sound, Math.max(0.5, f.first[y]! + weights.first.sound))
    default:
      return keepFirst(FIRST.differs, weights.first.differs)
  }
}
function keepFirst(level: number, bits: number): number {
  note(F.first, level, bits)
  return bits
}

/** The names, straight or crossed over, whichever says more. */
export function nameBits(pool: NamePool, f: Frequencies, a: Int32Array, o: number, b: Int32Array, p: number): number {
  const [lx, fx, ly, fy] = [a[o + at.last]!, a[o + at.first]!, b[p + at.last]!, b[p + at.first]!]
  if (lx !== ly && lx !== 0 && ly !== 0 && (lx === fy || fx === ly)) {
    const straight = lastBits(pool, f, a, o, b, p) + firstBits(pool, f, fx, fy)
    const other = lx === fy ? (fx === ly ? 3 : likeness(pool, fx, ly)) : likeness(pool, lx, fy)
    const sameBits = lx === fy ? f.first[fy]! : f.last[ly]!
    const otherBits = other === 3 ? (lx === fy ? f.last[ly]! : f.first[fy]!) - (fx === ly && lx === fy ? 0 : 3) : 1
    const crossed = sameBits + otherBits + weights.order.swapped
    if (other >= 2 && crossed > straight) {
      note(F.last, LAST.equal, sameBits)
      note(F.first, FIRST.equal, otherBits)
      note(F.order, L.order.swapped, weights.order.swapped)
      return crossed
    }
  }
  return lastBits(pool, f, a, o, b, p) + firstBits(pool, f, fx, fy)
}

/** More than `nameBits` can never be, by looking at whole numbers only; most candidates end with it. */
export function mostNameBits(
  pool: NamePool,
  f: Frequencies,
  a: Int32Array,
  o: number,
  b: Int32Array,
  p: number,
): number {
  const [lx, fx, ly, fy] = [a[o + at.last]!, a[o + at.first]!, b[p + at.last]!, b[p + at.first]!]
  if (lx !== ly && lx !== 0 && ly !== 0 && (lx === fy || fx === ly)) return rarity.lastCap + rarity.firstCap
  let most = 0
  if (lx !== 0 && ly !== 0)
    most =
      lx === ly
        ? f.last[ly]!
        : a[o + at.partA] !== 0 || b[p + at.partA] !== 0
          ? rarity.lastCap
          : Math.max(2, f.last[ly]! + weights.last['one-letter'])
  if (fx === 0 || fy === 0) return most
  if (pool.lengths[fx] === 1 || pool.lengths[fy] === 1) return most + weights.first.initial
  return most + (fx === fy ? f.first[fy]! : Math.max(1.5, f.first[fy]! + weights.first.nickname))
}
