/**
 * How NPIs, days, spans and names become numbers in the snapshot, and back. Pure.
 * A key is the NPI without its check digit, counted from 100000000; a day is counted from 1900-01-01.
 */
import type { Day } from '../dates.ts'
import { plain } from '../review/names/name-parts.ts'

/** The end of a span that still runs, as a day. */
export const OPEN_DAY = 0x7fffffff
/** Keys are below this. */
export const KEYS = 200_000_000

const DOUBLED = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9]

/** The key of an NPI; -1 for what is not ten digits, does not begin with 1 or 2, or fails its check digit. */
export function npiKey(npi: string): number {
  if (npi.length !== 10) return -1
  let key = 0
  for (let i = 0; i < 9; i++) {
    const d = npi.charCodeAt(i) - 48
    if (d < 0 || d > 9) return -1
    key = key * 10 + d
  }
  return keyOf(key, npi.charCodeAt(9) - 48)
}

/** The key of nine digits (as a number) and their check digit, or -1; digits that were read as bytes come here. */
export function keyOf(nine: number, check: number): number {
  const key = nine - 100_000_000
  if (key < 0 || key >= KEYS) return -1
  const high = (nine / 10_000) | 0
  return (HIGH[high]! + LOW[nine - high * 10_000]!) % 10 === check ? key : -1
}

/**
 * What the digits contribute to the check digit, five and four at once: 45 CFR 162.406, ISO/IEC 7812, with
 * the 24 that the prefix 80840 adds. Odd places from the left (the first is one) count double.
 */
const sumOf = (digits: string, doubledFirst: boolean): number =>
  [...digits].reduce((sum, d, i) => sum + ((i % 2 === 0) === doubledFirst ? DOUBLED[Number(d)]! : Number(d)), 0)
const HIGH = Uint8Array.from({ length: 30_000 }, (_, n) => 100 - ((sumOf(String(n).padStart(5, '0'), true) + 24) % 10))
const LOW = Uint8Array.from({ length: 10_000 }, (_, n) => 10 - (sumOf(String(n).padStart(4, '0'), false) % 10))

/** Days since 1900-01-01 by the civil calendar; no Date is made, this is the hot path. */
export function dayNumber(d: Day): number {
  const at = (i: number) => d.charCodeAt(i) - 48
  return dayNumberOf(at(0) * 1000 + at(1) * 100 + at(2) * 10 + at(3), at(5) * 10 + at(6), at(8) * 10 + at(9))
}

/** The same of a year, a month from 1 to 12 and a day of it, as they are read from bytes. */
export function dayNumberOf(ofYear: number, month: number, ofMonth: number): number {
  const year = ofYear - (month <= 2 ? 1 : 0)
  const dayOfYear = Math.trunc((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + ofMonth - 1
  return year * 365 + Math.trunc(year / 4) - Math.trunc(year / 100) + Math.trunc(year / 400) + dayOfYear - 693_901
}

/** Until the year 2079, as spans reach. */
const DAYS_WRITTEN = 65_536
/** Made as long as it gets: a list with holes would be looked up like a table. */
const written: (Day | undefined)[] = new Array(DAYS_WRITTEN).fill(undefined)

/** The day of a number; remembered, so that an answer makes no Date. */
export function dayOfNumber(n: number): Day {
  const known = written[n]
  if (known !== undefined) return known
  const made = new Date((n - 25_567) * 86_400_000).toISOString().slice(0, 10) as Day
  if (n >= 0 && n < DAYS_WRITTEN) written[n] = made
  return made
}

/** Two days in one word, sixteen bits each; 65535 (2079-06-06) stands for "still runs". */
export const packSpan = (from: number, to: number): number =>
  (Math.max(0, Math.min(from, 65_534)) << 16) | Math.max(0, Math.min(to, 65_535))
export const spanFrom = (span: number): number => span >>> 16
export const spanTo = (span: number): number => ((span & 0xffff) === 65_535 ? OPEN_DAY : span & 0xffff)

/** 1 to 26 for a letter of either case, 0 for anything else. */
const letter = (code: number): number => {
  const lower = code | 32
  return lower >= 97 && lower <= 122 ? lower - 96 : 0
}

/** The first `count` letters, five bits each. Text beyond ASCII is first made plain. */
function letters(text: string, count: number): number {
  let packed = 0
  let found = 0
  for (let i = 0; i < text.length && found < count; i++) {
    const code = text.charCodeAt(i)
    if (code > 126) return letters(plain(text), count)
    const n = letter(code)
    if (n === 0) continue
    packed = packed * 32 + n
    found++
  }
  return packed * 32 ** (count - found)
}

/** What the order-and-referring edit compares: four letters of the last name and one of the first. 25 bits. */
export const nameKey = (last: string, first: string): number => letters(last, 4) * 32 + letters(first, 1)
