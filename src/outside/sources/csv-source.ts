/**
 * Reads a source file in batches: header by name, then rows and faults with the byte at which to go on later.
 * Memory is flat: a batch is what one chunk of the file holds. Refuses the whole for what makes a file unusable:
 * nothing in it, columns missing, cut off in the middle.
 */
import { ok, type Problem, type Result, refuse } from '#domain/result.ts'
import { type Column, recordCells } from './cells.ts'
import type { CsvFault, CsvPosition, CsvRecord } from './csv-record.ts'
import { csvScanner } from './csv-scanner.ts'
import { fixedScanner } from './fixed-scanner.ts'
import type { RowFault, SourceLayout } from './layout.ts'

export interface PlacedRow<Row> {
  readonly line: number
  readonly row: Row
}

export interface SourceBatch<Row> {
  readonly rows: readonly PlacedRow<Row>[]
  readonly faults: readonly RowFault[]
  /** Where the next batch begins: committed with the rows, so that a killed import goes on from there. */
  readonly next: CsvPosition
  /** Set on the last batch when the file turns out to be unusable as a whole. */
  readonly refused?: Problem
}

type Chunks = AsyncIterable<Uint8Array>

/** The first record of the file. Refuses `source-empty` and, for what is no text of this kind, `source-wrong-file`. */
export async function readHeader(chunks: Chunks): Promise<Result<readonly string[]>> {
  let names: readonly string[] | undefined
  let broken = false
  let bytes = 0
  const scanner = csvScanner({
    record(record) {
      if (names === undefined) names = Array.from({ length: record.width }, (_, i) => record.text(i).trim())
    },
    fault() {
      broken ||= names === undefined
    },
  })
  for await (const chunk of chunks) {
    bytes += chunk.byteLength
    scanner.push(chunk)
    if (names !== undefined || broken || bytes > 1 << 20) break
  }
  if (names === undefined) scanner.end()
  if (bytes === 0) return refuse({ code: 'source-empty' })
  if (names === undefined || broken) return refuse({ code: 'source-wrong-file', with: { kind: 'CSV', columns: '' } })
  // A tab-separated header has no commas, so that all of it looks like one name.
  return ok(names.length === 1 && names[0]!.includes('\t') ? names[0]!.split('\t').map((n) => n.trim()) : names)
}

export interface MatchedColumns {
  readonly missing: readonly string[]
  readonly unknown: readonly string[]
  readonly repeated: readonly string[]
}

const plain = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase()

/** Compares a header with what a layout asks for, by name, whatever the case and spacing. */
export function matchColumns(names: readonly string[], layout: SourceLayout<unknown>): MatchedColumns {
  const have = names.map(plain)
  const asked = layout.required.map((r) => (typeof r === 'string' ? [r] : r))
  const knownNames = new Set([...asked.flat(), ...layout.known.filter((k) => typeof k === 'string')].map(plain))
  const patterns = layout.known.filter((k) => typeof k !== 'string')
  return {
    missing: asked.filter((any) => !any.some((n) => have.includes(plain(n)))).map((any) => any[0]!),
    unknown: names.filter((n) => !knownNames.has(plain(n)) && !patterns.some((p) => p.test(n.trim()))),
    repeated: names.filter((n, i) => n !== '' && have.indexOf(plain(n)) !== i),
  }
}

/**
 * Is the file one of fixed columns, of a layout that may be? Then its first line is a row and no header, and
 * these are its columns.
 */
export function fixedHeader(layout: SourceLayout<unknown>, names: readonly string[]): readonly string[] | undefined {
  return layout.fixed && matchColumns(names, layout).missing.length > 0 ? layout.fixed.map((c) => c.name) : undefined
}

/** Reads the rows; `chunks` begins at the byte `from`, which is 0 (the header is passed over) or a batch's `next`. */
export async function* readRows<Row>(
  chunks: Chunks,
  header: readonly string[],
  layout: SourceLayout<Row>,
  from: CsvPosition,
  fixed = false,
): AsyncGenerator<SourceBatch<Row>> {
  const have = header.map(plain)
  const find = (...names: readonly string[]): Column => {
    const index = names.map((name) => have.indexOf(plain(name))).find((at) => at >= 0) ?? -1
    return { name: header[index] ?? names[0]!, index }
  }
  const width = header.length
  const cells = recordCells()
  const read = layout.reader(find)
  let rows: PlacedRow<Row>[] = []
  let faults: RowFault[] = []
  let cut = false
  let first = from.at === 0 && !fixed

  const handler = {
    record(record: CsvRecord) {
      if (first) {
        first = false
        return
      }
      const fault = readRecord(record)
      if (fault) faults.push(fault)
      // A line end is missing only on the last line; a file cut there shows it by an unfinished row.
      if (!record.ended && (fault !== undefined || record.blank(width - 1))) cut = true
    },
    fault(line: number, reason: CsvFault) {
      faults.push({ line, column: '', reason, excerpt: '' })
    },
  }
  const scanner =
    fixed && layout.fixed ? fixedScanner(layout.fixed, handler, from) : csvScanner(handler, from, layout.separator)

  function readRecord(record: CsvRecord): RowFault | undefined {
    if (record.width !== width)
      return { line: record.line, column: '', reason: 'width', excerpt: `${record.width}/${width}` }
    cells.on(record)
    const row = read(cells)
    const fault = cells.noted()
    if (fault === undefined) rows.push({ line: record.line, row })
    return fault
  }

  function batch(refused?: Problem): SourceBatch<Row> {
    const made = { rows, faults, next: scanner.position(), ...(refused && { refused }) }
    rows = []
    faults = []
    return made
  }

  for await (const chunk of chunks) {
    scanner.push(chunk)
    if (rows.length > 0 || faults.length > 0) yield batch()
  }
  const state = scanner.end()
  yield batch(state === 'open-quote' || cut ? { code: 'source-truncated' } : undefined)
}
