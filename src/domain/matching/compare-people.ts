/**
 * Compares two packed people, field by field. The levels and bits stay in one scratch that the explanation reads,
 * so that a score and its words can never disagree. No object is made: this runs some tens of millions of times.
 */
import { isOneEdit, jaroWinkler } from './alike-bytes.ts'
import type { Frequencies } from './frequencies.ts'
import { type MatchField, matchFields, matchLevels } from './match-party.ts'
import type { NamePool } from './name-pool.ts'
import { at } from './packed-people.ts'
import { weights } from './weights.ts'

/** What the last comparison found: for each field the number of its level plus one (0: said nothing), and bits. */
export const scratch = {
  level: new Uint8Array(matchFields.length),
  bits: new Float64Array(matchFields.length),
}
const F = Object.fromEntries(matchFields.map((f, i) => [f, i])) as Record<MatchField, number>
const L = Object.fromEntries(
  matchFields.map((f) => [f, Object.fromEntries(matchLevels[f].map((l, i) => [l, i + 1]))]),
) as { readonly [K in MatchField]: Readonly<Record<(typeof matchLevels)[K][number], number>> }
const LAST = L.last
const FIRST = L.first
const BORN = L.bornOn

function note(field: number, level: number, bits: number): void {
  scratch.level[field] = level
  scratch.bits[field] = bits
}
export const notePlain = <K extends 'npi' | 'taxId'>(field: K, isEqual: boolean): void =>
  note(F[field], isEqual ? 1 : 2, isEqual ? weights[field].equal : weights[field].differs)

const CLOSE = 0.92
/** Letters in one set and not in the other: more than this and no typing error explains it. */
const APART = 5

function popCount(x: number): number {
  let v = x - ((x >>> 1) & 0x55555555)
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333)
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
/** The prefilter: could one of these names be the other, mistyped? */
export const mayBeAlike = (pool: NamePool, a: number, b: number): boolean =>
  popCount(pool.letters[a]! ^ pool.letters[b]!) <= APART

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
function nameBits(pool: NamePool, f: Frequencies, a: Int32Array, o: number, b: Int32Array, p: number): number {
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

/** Birth dates: equal, day and month exchanged, one digit wrong, the same month, or another day. */
function bornBits(x: number, y: number): number {
  if (x === 0 || y === 0) return 0
  let level: number = BORN.differs
  let bits: number = weights.bornOn.differs
  if (x === y) {
    level = BORN.equal
    bits = weights.bornOn.equal
  } else {
    const [yearX, dayX, yearY, dayY] = [Math.trunc(x / 10_000), x % 10_000, Math.trunc(y / 10_000), y % 10_000]
    if (yearX === yearY && Math.trunc(dayX / 100) === dayY % 100 && dayX % 100 === Math.trunc(dayY / 100)) {
      level = BORN.swapped
      bits = weights.bornOn.swapped
    } else {
      let wrong = 0
      for (let m = x, n = y; m > 0 || n > 0; m = Math.trunc(m / 10), n = Math.trunc(n / 10))
        if (m % 10 !== n % 10) wrong++
      if (wrong === 1) {
        level = BORN['one-digit']
        bits = weights.bornOn['one-digit']
      } else if (yearX === yearY && Math.trunc(dayX / 100) === Math.trunc(dayY / 100)) {
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

/** Bits for everything but NPI and tax id; `b` is the list's. Fills the scratch. */
export function comparePeople(
  pool: NamePool,
  f: Frequencies,
  a: Int32Array,
  o: number,
  b: Int32Array,
  p: number,
): number {
  scratch.level.fill(0)
  let bits = nameBits(pool, f, a, o, b, p)
  bits += bornBits(a[o + at.born]!, b[p + at.born]!)
  bits += middleBits(pool, a[o + at.middle]!, b[p + at.middle]!)
  const [sx, sy] = [a[o + at.suffix]!, b[p + at.suffix]!]
  if (sx !== 0 && sy !== 0) {
    const s = sx === sy ? weights.suffix.equal : weights.suffix.differs
    note(F.suffix, sx === sy ? 1 : 2, s)
    bits += s
  }
  return bits + placeBits(f, a, o, b, p)
}
