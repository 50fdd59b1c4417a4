/**
 * Values of elements read straight from bytes, as the numbers that the eligibility snapshot works on. They
 * equal the readers of text (src/domain/eligibility/packing.ts); fields.test.ts holds the two together. Pure.
 */
import { nameKey } from '../../eligibility/packing.ts'
import { latin } from './delimiters.ts'

/** The key of the NPI at [from, to); -1 for what is none. */
export function npiKeyAt(b: Uint8Array, from: number, to: number): number {
  if (to - from !== 10) return -1
  // 24 is what the prefix 80840 adds to the check sum (45 CFR 162.406).
  let sum = 24
  let key = 0
  for (let i = 0; i < 10; i++) {
    const d = b[from + i]! - 48
    if (d < 0 || d > 9) return -1
    // Doubled digits lose nine when they pass it.
    sum += (i & 1) === 0 ? (d < 5 ? d * 2 : d * 2 - 9) : d
    if (i < 9) key = key * 10 + d
  }
  key -= 100_000_000
  return sum % 10 === 0 && key >= 0 && key < 200_000_000 ? key : -1
}

/** The NPI of a key, check digit and all. */
export function npiOfKey(key: number): string {
  const nine = String(key + 100_000_000)
  let sum = 24
  for (let i = 0; i < 9; i++) {
    const d = nine.charCodeAt(i) - 48
    sum += (i & 1) === 0 ? (d < 5 ? d * 2 : d * 2 - 9) : d
  }
  return nine + String((10 - (sum % 10)) % 10)
}

/** Four letters of the last name and one of the first, as the ordering edit compares them. */
export function nameKeyAt(b: Uint8Array, lastFrom: number, lastTo: number, firstFrom: number, firstTo: number): number {
  const last = lettersAt(b, lastFrom, lastTo, 4)
  const first = lettersAt(b, firstFrom, firstTo, 1)
  if (last >= 0 && first >= 0) return last * 32 + first
  // Beyond ASCII: rare enough for text.
  return nameKey(utf8(b, lastFrom, lastTo), utf8(b, firstFrom, firstTo))
}

function lettersAt(b: Uint8Array, from: number, to: number, count: number): number {
  let packed = 0
  let found = 0
  for (let i = from; i < to && found < count; i++) {
    const c = b[i]!
    if (c > 126) return -1
    const lower = c | 32
    if (lower < 97 || lower > 122) continue
    packed = packed * 32 + lower - 96
    found++
  }
  for (; found < count; found++) packed *= 32
  return packed
}

const decoder = new TextDecoder('utf-8', { fatal: true })
function utf8(b: Uint8Array, from: number, to: number): string {
  try {
    return decoder.decode(b.subarray(from, to))
  } catch {
    return latin(b, from, to)
  }
}

/** Days since 1900-01-01 of the CCYYMMDD at `from`; -1 for what is no day of the calendar between 1900 and 2078. */
export function dayAt(b: Uint8Array, from: number, to: number): number {
  if (to - from < 8) return -1
  let n = 0
  for (let i = from; i < from + 8; i++) {
    const d = b[i]! - 48
    if (d < 0 || d > 9) return -1
    n = n * 10 + d
  }
  return dayOf(Math.trunc(n / 10_000), Math.trunc(n / 100) % 100, n % 100)
}

export function dayOf(year: number, month: number, date: number): number {
  if (year < 1900 || year > 2078 || month < 1 || month > 12 || date < 1 || date > monthDays(year, month)) return -1
  const y = month <= 2 ? year - 1 : year
  const dayOfYear = Math.trunc((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1
  return y * 365 + Math.trunc(y / 4) - Math.trunc(y / 100) + Math.trunc(y / 400) + dayOfYear - 693_901
}

const isLeap = (y: number): boolean => y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0)
const monthDays = (y: number, m: number): number =>
  m === 2 ? (isLeap(y) ? 29 : 28) : m === 4 || m === 6 || m === 9 || m === 11 ? 30 : 31

/** An amount (X12 type R) in cents; NaN for what is none. Digits beyond the cent are cut. */
export function centsAt(b: Uint8Array, from: number, to: number): number {
  if (to <= from || to - from > 18) return Number.NaN
  let i = from
  const negative = b[i] === 45
  if (negative) i++
  let cents = 0
  let decimals = -1
  for (; i < to; i++) {
    const c = b[i]!
    if (c === 46 && decimals < 0) decimals = 0
    else if (c >= 48 && c <= 57) {
      if (decimals >= 2) continue
      cents = cents * 10 + c - 48
      if (decimals >= 0) decimals++
    } else return Number.NaN
  }
  for (let d = Math.max(decimals, 0); d < 2; d++) cents *= 10
  return negative ? -cents : cents
}

/** A whole number without a sign; -1 for what is none. */
export function countAt(b: Uint8Array, from: number, to: number): number {
  if (to <= from || to - from > 9) return -1
  let n = 0
  for (let i = from; i < to; i++) {
    const d = b[i]! - 48
    if (d < 0 || d > 9) return -1
    n = n * 10 + d
  }
  return n
}
