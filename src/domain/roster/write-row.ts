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
/** More than any row takes. */
const ROW = 512

export interface RowWriter {
  row(line: number, npi: number, r: RosterStanding): void
  bad(line: number, cell: Uint8Array, problem: RosterProblem): void
  /** What was written since `clear`; valid until then. */
  bytes(): Uint8Array
  clear(): void
}

export function rowWriter(): RowWriter {
  let out = new Uint8Array(1 << 16)
  let length = 0
  const parts = new Map<string, Uint8Array>()
  const days: Uint8Array[] = []
  const orders = new Map<number, Uint8Array>()
  const room = (): void => {
    if (length + ROW < out.length) return
    const wider = new Uint8Array(out.length * 2)
    wider.set(out)
    out = wider
  }
  const put = (bytes: Uint8Array): void => {
    const [to, size] = [out, bytes.length]
    let at = length
    for (let i = 0; i < size; i++) to[at++] = bytes[i]!
    length = at
  }
  const comma = (): void => {
    out[length++] = 44
  }
  const number = (n: number): void => {
    let size = 1
    for (let rest = n; rest >= 10; rest = Math.trunc(rest / 10)) size++
    for (let i = length + size - 1; i >= length; i--) {
      const rest = Math.trunc(n / 10)
      out[i] = 48 + n - rest * 10
      n = rest
    }
    length += size
  }
  const date = (n: number): void => {
    if (n < 0 || n === OPEN_DAY) return
    days[n] ??= encoder.encode(dayOfNumber(n))
    put(days[n])
  }
  const services = (mask: number): void => {
    const bytes = orders.get(mask) ?? encoder.encode(orderText(mask))
    orders.set(mask, bytes)
    put(bytes)
  }
  const decided = (r: RosterStanding): void => {
    const known = parts.get(r.link)
    if (known) put(known)
    else {
      const made = encoder.encode(`,${links[r.link].answer},${r.link},`)
      parts.set(r.link, made)
      put(made)
    }
  }
  const statuses = Array.from({ length: 16 }, (_, code) => encoder.encode(statusOfCode(code) ?? ''))
  return {
    row(line, npi, r) {
      room()
      number(line)
      comma()
      number(npi)
      decided(r)
      put(r.status < 0 ? NOTHING : statuses[r.status]!)
      comma()
      date(r.from)
      comma()
      date(r.to)
      comma()
      date(r.revalidation)
      comma()
      services(r.orders)
      comma()
      date(r.excluded)
      comma()
      out[length++] = 10
    },
    bad(line, cell, problem) {
      room()
      number(line)
      comma()
      put(encoder.encode(safeCell(cell)))
      put(encoder.encode(`,,,,,,,,,${problem}\n`))
    },
    bytes: () => out.subarray(0, length),
    clear() {
      length = 0
    },
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
