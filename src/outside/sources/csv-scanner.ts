/**
 * One pass over the bytes of a CSV file (RFC 4180): finds records and fields, makes strings only when asked.
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

const QUOTE = 34
const COMMA = 44
const TAB = 9
const LF = 10
const CR = 13

const INCOMPLETE = -1
const BROKEN = -2

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
  /** 0 bare, 1 quoted, 2 quoted with doubled quotes inside. */
  const marks = new Uint8Array(MAX_FIELDS)
  let buffer: Buffer = Buffer.alloc(0)
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
      if (field >= record.width) return ''
      const start = starts[field]!
      const end = ends[field]!
      if (start === end) return ''
      const text = record.high ? decodeText(buffer, start, end) : buffer.toString('latin1', start, end)
      return marks[field] === 2 ? text.replaceAll('""', '"') : text
    },
    blank: (field: number): boolean => field >= record.width || (marks[field] === 0 && starts[field] === ends[field]),
  }

  /** Finds the fields of the record at `pos`; gives where the next one begins, or INCOMPLETE or BROKEN. */
  function scan(pos: number, end: number, final: boolean): number {
    const bytes = buffer
    let p = pos
    let field = 0
    let bits = 0
    let inside = 0
    let nul = false
    inQuote = false
    for (;;) {
      if (field === MAX_FIELDS) return broken('too-long')
      if (quotes && p < end && bytes[p] === QUOTE) {
        let mark = 1
        starts[field] = ++p
        for (;;) {
          while (p < end) {
            const b = bytes[p]!
            bits |= b
            if (b <= QUOTE) {
              if (b === QUOTE) break
              if (b === LF) inside++
              else if (b === 0) nul = true
            }
            p++
          }
          if (p >= end) {
            inQuote = true
            return INCOMPLETE
          }
          if (p + 1 < end && bytes[p + 1] === QUOTE) {
            mark = 2
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
        marks[field] = 0
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
    const end = buffer.length
    let pos = 0
    while (pos < end) {
      if (discarding) {
        const lf = buffer.indexOf(LF, pos)
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
      if (record.width > 1 || marks[0] !== 0 || ends[0]! > starts[0]!) {
        record.line = line
        record.at = base + pos
        record.high = highBits > 127
        handler.record(record)
      }
      line += linesInside + 1
      pos = next
    }
    buffer = buffer.subarray(pos)
    base += pos
  }

  return {
    push(chunk) {
      const more = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
      buffer = buffer.length === 0 ? more : Buffer.concat([buffer, more])
      if (base === 0) {
        if (buffer.length < 3) return
        if (buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf) {
          buffer = buffer.subarray(3)
          base = 3
        }
      }
      drain(false)
    },
    end() {
      drain(true)
      return inQuote && buffer.length > 0 ? 'open-quote' : 'complete'
    },
    position: () => ({ at: base, line }),
  }
}
