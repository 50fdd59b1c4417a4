/** The rows of a roster's answers as bytes of CSV: what repeats (codes, days, services) is written once and copied. Pure. */

import { links } from '../eligibility/links.ts'
import { dayOfNumber, OPEN_DAY } from '../eligibility/packing.ts'
import { orderedServices } from '../eligibility/question.ts'
import { statusOfCode } from '../eligibility/snapshot.ts'
import type { RosterStanding } from './standing.ts'

export const rosterProblems = ['no-npi', 'not-ten-digits', 'check-digit'] as const
export type RosterProblem = (typeof rosterProblems)[number]

/** `billing` is yes, no or unknown; `reason` the link that decided; `problem` what is wrong with a row that has no answer. */
export const rosterColumns = [
  'line',
  'npi',
  'billing',
  'reason',
  'status',
  'effective_start',
  'effective_end',
  'revalidation_expected',
  'orders',
  'excluded_since',
  'problem',
] as const
export const rosterHeader = `${rosterColumns.join(',')}\n`

const encoder = new TextEncoder()
const NOTHING = new Uint8Array()
const COMMA = 44
const LINE = 10
/** More than any row takes. */
const ROW = 512

export interface RowWriter {
  row(line: number, npi: number, r: RosterStanding): void
  bad(line: number, cell: Uint8Array, problem: RosterProblem): void
  /** What was written since `clear`; valid until then. */
  bytes(): Uint8Array
  clear(): void
}

export const rowWriter = (): RowWriter => new Rows()

/** Bytes of a day as text; the same for all writers, filled as days come. */
const DAY = 10
const dayTexts = new Uint8Array(65_536 * DAY)
const statuses = Array.from({ length: 16 }, (_, code) => encoder.encode(statusOfCode(code) ?? ''))

class Rows implements RowWriter {
  private out = new Uint8Array(1 << 16)
  private length = 0
  private readonly decided = new Map<string, Uint8Array>()
  /** By mask and one: what nothing is loaded for comes first. */
  private readonly services: Uint8Array[] = []
  /** The link of the last row, which is mostly that of the next. */
  private lastLink = ''
  private lastDecided: Uint8Array = NOTHING

  row(line: number, npi: number, r: RosterStanding): void {
    this.room()
    const { out } = this
    let n = putNumber(out, this.length, line)
    out[n++] = COMMA
    n = putNpi(out, n, npi)
    n = put(out, n, r.link === this.lastLink ? this.lastDecided : this.decidedBy(r.link))
    if (r.status >= 0) n = put(out, n, statuses[r.status]!)
    out[n++] = COMMA
    n = putDay(out, n, r.from)
    out[n++] = COMMA
    n = putDay(out, n, r.to)
    out[n++] = COMMA
    n = putDay(out, n, r.revalidation)
    out[n++] = COMMA
    this.services[r.orders + 1] ??= encoder.encode(orderText(r.orders))
    n = put(out, n, this.services[r.orders + 1]!)
    out[n++] = COMMA
    n = putDay(out, n, r.excluded)
    out[n++] = COMMA
    out[n++] = LINE
    this.length = n
  }

  bad(line: number, cell: Uint8Array, problem: RosterProblem): void {
    this.room()
    const { out } = this
    let n = putNumber(out, this.length, line)
    out[n++] = COMMA
    this.length = put(out, n, encoder.encode(`${safeCell(cell)},,,,,,,,,${problem}\n`))
  }

  bytes(): Uint8Array {
    return this.out.subarray(0, this.length)
  }

  clear(): void {
    this.length = 0
  }

  private room(): void {
    if (this.length + ROW < this.out.length) return
    const wider = new Uint8Array(this.out.length * 2)
    wider.set(this.out)
    this.out = wider
  }

  private decidedBy(link: RosterStanding['link']): Uint8Array {
    const known = this.decided.get(link) ?? encoder.encode(`,${links[link].answer},${link},`)
    this.decided.set(link, known)
    this.lastLink = link
    this.lastDecided = known
    return known
  }
}

function put(out: Uint8Array, n: number, bytes: Uint8Array): number {
  const size = bytes.length
  for (let i = 0; i < size; i++) out[n + i] = bytes[i]!
  return n + size
}

/** A day that is none, or never ends, is left empty. */
function putDay(out: Uint8Array, n: number, day: number): number {
  if (day < 0 || day === OPEN_DAY) return n
  const at = day * DAY
  if (dayTexts[at] === 0) dayTexts.set(encoder.encode(dayOfNumber(day)), at)
  for (let i = 0; i < DAY; i++) out[n + i] = dayTexts[at + i]!
  return n + DAY
}

/** A whole number below 2^31. */
function putNumber(out: Uint8Array, n: number, number: number): number {
  let size = 1
  for (let rest = number; rest >= 10; rest = (rest / 10) | 0) size++
  digits(out, n, size, number | 0)
  return n + size
}

/** Ten digits, in two halves that are whole numbers to the processor. */
function putNpi(out: Uint8Array, n: number, npi: number): number {
  const high = Math.floor(npi / 100_000) | 0
  digits(out, n, 5, high)
  digits(out, n + 5, 5, (npi - high * 100_000) | 0)
  return n + 10
}

function digits(out: Uint8Array, n: number, size: number, number: number): void {
  let left = number
  for (let i = n + size - 1; i >= n; i--) {
    const rest = (left / 10) | 0
    out[i] = 48 + left - rest * 10
    left = rest
  }
}

/** "unknown" while no list is loaded; services apart by spaces. */
export const orderText = (mask: number): string =>
  mask < 0 ? 'unknown' : orderedServices.filter((_, i) => (mask & (1 << i)) !== 0).join(' ')

/** What was in the cell, quoted, and never a formula to a spreadsheet. */
function safeCell(cell: Uint8Array): string {
  const text = new TextDecoder().decode(cell)
  const harmless = /^[=+\-@\t]/.test(text) ? `'${text}` : text
  return /^[\w .]*$/.test(harmless) ? harmless : `"${harmless.replaceAll('"', '""')}"`
}
