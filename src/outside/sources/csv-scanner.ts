/**
 * One pass over the bytes of a CSV file (RFC 4180): finds records and fields, makes strings only when asked. Empty
 * fields in quotes, which are most of an NPPES file, are passed four at a time and leave nothing behind.
 * Memory is one chunk and one record, whatever the size of the file. Positions are bytes, so that work can be resumed.
 * Pure but for its own buffer. A record that cannot be read costs its first line only: scanning goes on at the next one.
 */
import {
  type CsvFault,
  type CsvHandler,
  type CsvPosition,
  type CsvScanner,
  MAX_FIELDS,
  MAX_RECORD,
} from './csv-record.ts'
import { decodeText } from './csv-text.ts'
import { heldBytes } from './held-bytes.ts'

const QUOTE = 34
const BLANK = 32
const COMMA = 44
const TAB = 9
const LF = 10
const CR = 13

/** The twelve bytes of four empty fields in quotes, as three little-endian words. */
const EMPTIES_0 = 0x222c2222
const EMPTIES_1 = 0x22222c22
const EMPTIES_2 = 0x2c22222c

const INCOMPLETE = -1
const BROKEN = -2

/** How a field stands in the file. */
const BARE = 0
const QUOTED = 1
const DOUBLED = 2
const EMPTY = 3

/** Reads from `from` on; at byte 0 a byte order mark is left out. Tab-separated files have no quotes. */
export function csvScanner(
  handler: CsvHandler,
  from: CsvPosition = { at: 0, line: 1 },
  separator: ',' | '\t' = ',',
): CsvScanner {
  const between = separator === ',' ? COMMA : TAB
  const quotes = separator === ','
  const starts = new Int32Array(MAX_FIELDS)
  const ends = new Int32Array(MAX_FIELDS)
  /** Nothing is written for an empty field in quotes, so that its `starts` and `ends` are of an earlier record. */
  const marks = new Uint8Array(MAX_FIELDS).fill(EMPTY)
  /** Marks beyond were never set. */
  let reach = 0
  const held = heldBytes()
  /** The whole of the record that was found, once somebody asked for one of its fields. */
  let whole: string | undefined
  let wholeAt = 0
  let wholeEnd = 0
  let base = from.at
  let line = from.line
  let inQuote = false
  let discarding = false
  let linesInside = 0
  let fault: CsvFault = 'quote'
  let highBits = 0

  const record = {
    line: 0,
    at: 0,
    width: 0,
    ended: true,
    high: false,
    text(field: number): string {
      if (field >= record.width || marks[field] === EMPTY) return ''
      const start = starts[field]!
      const end = ends[field]!
      if (start === end) return ''
      let text: string
      if (record.high) text = decodeText(held.bytes, start, end)
      else {
        // One string a record, of which fields are slices: a third of the cost of one a field.
        whole ??= held.bytes.toString('latin1', wholeAt, wholeEnd)
        text = whole.slice(start - wholeAt, end - wholeAt)
      }
      return marks[field] === DOUBLED ? text.replaceAll('""', '"') : text
    },
    blank: (field: number): boolean =>
      field >= record.width || (marks[field] === BARE && starts[field] === ends[field]),
  }

  /** Finds the fields of the record at `pos`; gives where the next one begins, or INCOMPLETE or BROKEN. */
  function scan(pos: number, end: number, final: boolean): number {
    // Of the closure they would be looked up for every byte.
    const { bytes, words } = held
    let p = pos
    let field = 0
    let bits = 0
    let inside = 0
    let nul = false
    inQuote = false
    marks.fill(EMPTY, 0, reach)
    for (;;) {
      if (quotes) {
        while (
          p + 12 <= end &&
          words.getInt32(p, true) === EMPTIES_0 &&
          words.getInt32(p + 4, true) === EMPTIES_1 &&
          words.getInt32(p + 8, true) === EMPTIES_2
        ) {
          p += 12
          field += 4
        }
        while (p + 3 <= end && bytes[p] === QUOTE && bytes[p + 1] === QUOTE && bytes[p + 2] === COMMA) {
          p += 3
          field++
        }
      }
      if (field >= MAX_FIELDS) return broken('too-long')
      if (field >= reach) reach = field + 1
      if (quotes && p < end && bytes[p] === QUOTE) {
        let mark = QUOTED
        starts[field] = ++p
        for (;;) {
          for (; p < end; p++) {
            const b = bytes[p]!
            bits |= b
            if (b > QUOTE || b === BLANK) continue
            if (b === QUOTE) break
            if (b === LF) inside++
            else if (b === 0) nul = true
          }
          if (p >= end) {
            inQuote = true
            return INCOMPLETE
          }
          if (p + 1 < end && bytes[p + 1] === QUOTE) {
            mark = DOUBLED
            p += 2
            continue
          }
          if (p + 1 >= end && !final) return INCOMPLETE
          break
        }
        ends[field] = p++
        marks[field] = mark
      } else {
        starts[field] = p
        while (p < end) {
          const b = bytes[p]!
          bits |= b
          if (b <= COMMA) {
            if (b === between || b === LF) break
            if (b === CR && (p + 1 >= end || bytes[p + 1] === LF)) break
            if (b === 0) nul = true
          }
          p++
        }
        ends[field] = p
        marks[field] = BARE
      }
      field++
      if (p >= end && !final) return INCOMPLETE
      const b = p < end ? bytes[p]! : -1
      if (b === between) {
        p++
        continue
      }
      if (b === CR && p + 1 >= end && !final) return INCOMPLETE
      const lineEnd =
        b === LF ? 1 : b === CR && p + 1 < end && bytes[p + 1] === LF ? 2 : b === CR && p + 1 >= end ? 1 : 0
      if (lineEnd === 0 && b !== -1) return broken('quote')
      if (nul) return broken('control-character')
      record.width = field
      record.ended = lineEnd > 0
      highBits = bits
      linesInside = inside
      return p + lineEnd
    }
  }

  function broken(why: CsvFault): number {
    fault = why
    return BROKEN
  }

  /** Reads all whole records in the buffer and keeps what is left of it. */
  function drain(final: boolean): void {
    const { bytes, from: begin, to: end } = held
    let pos = begin
    while (pos < end) {
      if (discarding) {
        const lf = bytes.subarray(0, end).indexOf(LF, pos)
        if (lf < 0) {
          pos = end
          break
        }
        pos = lf + 1
        line++
        discarding = false
        continue
      }
      let next = scan(pos, end, final)
      if (next === INCOMPLETE && end - pos > MAX_RECORD) next = broken('too-long')
      else if (next > 0 && next - pos > MAX_RECORD) next = broken('too-long')
      if (next === INCOMPLETE) break
      if (next === BROKEN) {
        handler.fault(line, fault)
        discarding = true
        continue
      }
      if (record.width > 1 || marks[0] !== BARE || ends[0]! > starts[0]!) {
        record.line = line
        record.at = base + pos - begin
        record.high = highBits > 127
        whole = undefined
        wholeAt = pos
        wholeEnd = next
        handler.record(record)
      }
      line += linesInside + 1
      pos = next
    }
    held.from = pos
    base += pos - begin
  }

  return {
    push(chunk) {
      held.add(chunk)
      if (base === 0) {
        if (held.to < 3) return
        if (held.bytes[0] === 0xef && held.bytes[1] === 0xbb && held.bytes[2] === 0xbf) {
          held.from = 3
          base = 3
        }
      }
      drain(false)
    },
    end() {
      drain(true)
      return inQuote && held.from < held.to ? 'open-quote' : 'complete'
    },
    position: () => ({ at: base, line }),
  }
}
