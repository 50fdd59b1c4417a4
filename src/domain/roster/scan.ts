/**
 * Reads a roster (CSV with a column of NPIs) byte by byte as it comes, in pieces of any size, and writes the
 * answers as CSV. Memory does not grow with rows. Rows that cannot be read are answered with what is wrong. Pure.
 */
import { Marks, MOST_BYTES } from '../bytes/marks.ts'
import { BLOCK, readAhead } from '../eligibility/decide-many.ts'
import { keyOf } from '../eligibility/packing.ts'
import type { Snapshot } from '../eligibility/snapshot.ts'
import { firstLine, type Header } from './header.ts'
import { type RosterStanding, rosterStanding } from './standing.ts'
import { countRow, newSummary, type RosterSummary } from './summary.ts'
import { type RosterProblem, type RowWriter, rowWriter } from './write-row.ts'

export type { RosterSummary } from './summary.ts'

export interface RosterScan {
  /** The answers of what was fed; the bytes are valid until the next call. */
  feed(bytes: Uint8Array): Uint8Array
  end(): Uint8Array
  readonly summary: RosterSummary
  /** Where another scan could go on; undefined within a row, or before the first line is whole. */
  readonly place: RosterStart | undefined
}

/** Where a scan begins, or could, behind the beginning of the roster: at this line, under this header. */
export interface RosterStart {
  readonly header: Header
  readonly line: number
}

export interface ScanOptions {
  /** Told of every row that could be judged, instead of only writing it. */
  readonly tell?: (line: number, npi: string, standing: RosterStanding) => void
  readonly from?: RosterStart | undefined
  /** Used again by one scan after another. */
  readonly writer?: RowWriter
}

const QUOTE = 34
const LINE = 10
const RETURN = 13
const LONGEST_FIRST_LINE = 1 << 20
/** A cell of an NPI is kept so far, to be shown when it is none. */
const CELL = 40

/** Where pieces are searched: one for all scans of a thread, each of which is done with it when a piece is read. */
let ends: Marks | undefined

export function scanRoster(
  s: Snapshot,
  on: number,
  { tell, from, writer = rowWriter() }: ScanOptions = {},
): RosterScan {
  const summary: RosterSummary = newSummary()
  const lines = new Float64Array(BLOCK)
  const keys = new Int32Array(BLOCK)
  const npis = new Float64Array(BLOCK)
  let waiting = 0
  let touched = 0
  let header: Header | undefined = from?.header
  let start: number[] = []
  let [line, column, quoted, seen] = [from?.line ?? 1, 0, false, false]
  let [digits, value, check, wrong, size] = [0, 0, 0, false, 0]
  const cell = new Uint8Array(CELL)

  const flush = (): void => {
    touched ^= readAhead(s, keys, undefined, 0, waiting)
    for (let i = 0; i < waiting; i++) {
      const standing = rosterStanding(s, keys[i]!, on)
      countRow(summary, standing, on)
      writer.row(lines[i]!, npis[i]!, standing)
      tell?.(lines[i]!, String(npis[i]!), standing)
    }
    waiting = 0
  }
  const bad = (problem: RosterProblem): void => {
    flush()
    summary.rows++
    summary.bad++
    writer.bad(line, cell.subarray(0, size), problem)
  }
  const endRow = (): void => {
    if (seen) {
      const key = digits === 10 && !wrong ? keyOf(value, check) : -1
      if (key >= 0) {
        summary.rows++
        lines[waiting] = line
        npis[waiting] = value * 10 + check
        keys[waiting++] = key
        if (waiting === BLOCK) flush()
      } else bad(size === 0 ? 'no-npi' : digits === 10 && !wrong ? 'check-digit' : 'not-ten-digits')
    }
    line++
    column = 0
    seen = false
    digits = value = check = size = 0
    wrong = false
  }
  /** One byte of the column of NPIs. */
  const take = (byte: number): void => {
    if (byte === 32) return
    if (size < CELL) cell[size++] = byte
    const digit = byte - 48
    if (digit < 0 || digit > 9 || digits === 10) wrong = true
    else if (digits++ < 9) value = value * 10 + digit
    else check = digit
  }
  /** Takes ten digits and nothing else at once, as nearly every cell is; false leaves it to `take`. */
  const plain = (bytes: Uint8Array, at: number, delimiter: number): boolean => {
    const after = bytes[at + 10]
    if (after !== delimiter && after !== LINE && after !== RETURN) return false
    let number = 0
    for (let i = 0; i < 10; i++) {
      const digit = bytes[at + i]! - 48
      if (digit < 0 || digit > 9) return false
      if (i < 9) number = number * 10 + digit
      else check = digit
      cell[i] = digit + 48
    }
    value = number
    digits = size = 10
    seen = true
    return true
  }
  const read = (given: Uint8Array, from: number): void => {
    for (let at = from; at < given.length; at += MOST_BYTES) readPart(given.subarray(at, at + MOST_BYTES))
  }
  const readPart = (bytes: Uint8Array): void => {
    const { delimiter, npiColumn } = header!
    const end = bytes.length
    ends ??= new Marks()
    ends.bytes.set(bytes)
    const { places } = ends
    const found = ends.find(end, LINE, QUOTE)
    let next = 0
    for (let i = 0; i < end; i++) {
      let byte = bytes[i]!
      if (!quoted) {
        // Nothing more of this row matters: on to its end, or to a quote.
        if (column > npiColumn) {
          while (next < found && places[next]! < i) next++
          if (next === found) break
          i = places[next]!
          byte = bytes[i]!
        }
        if (column === npiColumn && size === 0 && plain(bytes, i, delimiter)) {
          i += 9
          continue
        }
      }
      if (byte === LINE && !quoted) endRow()
      else if (byte === QUOTE) {
        quoted = !quoted
        seen = true
      } else if (quoted) {
        if (byte === LINE) line++
        if (column === npiColumn) take(byte)
      } else if (byte === delimiter) {
        column++
        seen = true
      } else if (byte !== RETURN) {
        seen = true
        if (column === npiColumn) take(byte)
      }
    }
  }
  const begin = (): void => {
    header = firstLine(start)
    if (header.isHeader) line = 2
    else read(Uint8Array.from(start), header.skip)
    start = []
  }
  return {
    summary,
    get place() {
      return header && !quoted && !seen ? { header, line } : undefined
    },
    feed(bytes) {
      writer.clear()
      if (header) read(bytes, 0)
      else {
        const end = bytes.indexOf(LINE) + 1
        for (const byte of end > 0 ? bytes.subarray(0, end) : bytes) start.push(byte)
        if (end > 0 || start.length > LONGEST_FIRST_LINE) begin()
        if (end > 0) read(bytes, end)
      }
      flush()
      return writer.bytes()
    },
    end() {
      writer.clear()
      if (!header) begin()
      if (seen) endRow()
      flush()
      // Always so; the reads ahead must have a use.
      return Number.isInteger(touched) ? writer.bytes() : new Uint8Array()
    },
  }
}
