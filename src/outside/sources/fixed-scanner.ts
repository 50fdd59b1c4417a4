/**
 * One pass over a file of fixed columns without a header, told in the same way as a CSV file: a line is a record.
 * Memory is one chunk and one line; positions are bytes, so that work can be resumed. Pure but for its own buffer.
 */
import { type CsvHandler, type CsvPosition, type CsvScanner, MAX_RECORD } from './csv-record.ts'
import { decodeText } from './csv-text.ts'
import type { FixedColumn } from './layout.ts'

const LF = 10
const CR = 13

export function fixedScanner(
  columns: readonly FixedColumn[],
  handler: CsvHandler,
  from: CsvPosition = { at: 0, line: 1 },
): CsvScanner {
  let buffer: Buffer = Buffer.alloc(0)
  let { at: base, line } = from
  let [start, end] = [0, 0]
  const record = {
    line: 0,
    at: 0,
    width: 0,
    ended: true,
    high: false,
    text: (field: number): string => {
      const c = columns[field]
      if (!c) return ''
      return decodeText(buffer, Math.min(start + c.from - 1, end), Math.min(start + c.to, end)).trim()
    },
    blank: (field: number): boolean => record.text(field) === '',
  }

  function tell(pos: number, stop: number, ended: boolean): void {
    start = pos
    end = stop > pos && buffer[stop - 1] === CR ? stop - 1 : stop
    if (end === start) return
    record.line = line
    record.at = base + pos
    // Trailing blanks may be cut; what begins beyond the end of the line is missing.
    record.width = columns.filter((c) => c.from <= end - start).length
    record.ended = ended
    handler.record(record)
  }

  function drain(final: boolean): void {
    let pos = 0
    for (let stop = buffer.indexOf(LF, pos); stop >= 0; stop = buffer.indexOf(LF, pos)) {
      tell(pos, stop, true)
      line++
      pos = stop + 1
    }
    if (final && pos < buffer.length) {
      tell(pos, buffer.length, false)
      pos = buffer.length
    }
    if (buffer.length - pos > MAX_RECORD) {
      handler.fault(line, 'too-long')
      pos = buffer.length
    }
    buffer = buffer.subarray(pos)
    base += pos
  }

  return {
    push(chunk) {
      const more = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
      buffer = buffer.length === 0 ? more : Buffer.concat([buffer, more])
      drain(false)
    },
    end() {
      drain(true)
      return 'complete'
    },
    position: () => ({ at: base, line }),
  }
}
