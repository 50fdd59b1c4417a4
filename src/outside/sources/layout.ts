/**
 * What a source file looks like: its columns by name, and how one record becomes a row.
 * A layout never throws for what a file holds: a record that does not fit gives a fault, and the rest goes on.
 */
import type { Day } from '#domain/dates.ts'
import type { SourceKind } from '#domain/party/registry-provider.ts'
import type { Cells, ColumnFinder } from './cells.ts'
import type { CsvFault } from './csv-record.ts'

export type RowReason =
  | CsvFault
  | 'width'
  | 'missing'
  | 'not-an-npi'
  | 'not-a-date'
  | 'not-a-choice'
  | 'not-a-code'
  | 'too-long-value'
  | 'repeated'
  | 'after-its-file'

/** Why one record stays out. The excerpt shows the shape of the value only, never the value. */
export interface RowFault {
  readonly line: number
  readonly column: string
  readonly reason: RowReason
  readonly excerpt: string
}

/** One field of a file of fixed columns; positions are counted from 1, both included. */
export interface FixedColumn {
  readonly name: string
  readonly from: number
  readonly to: number
}

export interface SourceLayout<Row> {
  readonly source: SourceKind
  /** What stands between fields; a comma when absent. Tab-separated files have no quotes. */
  readonly separator?: ',' | '\t'
  /** The file may also come in fixed columns without a header. */
  readonly fixed?: readonly FixedColumn[]
  /** Names a file must have; a list of names means any one of them. */
  readonly required: readonly (string | readonly string[])[]
  /** Names that are known and may be absent or unused. A pattern covers numbered groups. */
  readonly known: readonly (string | RegExp)[]
  /** Finds the columns once and gives the function that reads each record; faults are noted on the cells. */
  reader(find: ColumnFinder): (cells: Cells) => Row
  /** The day of the list as its rows say it; the first row counts. Absent where only the file's name says it. */
  statedOn?(row: Row): Day
  /** What no two rows of one file may share. */
  key(row: Row): string
}

/** "SMITH 12/31" -> "aaaaa 99/99": enough to see what is wrong, nobody to recognize. */
export const shapeOf = (value: string): string =>
  value
    .slice(0, 40)
    .replace(/\p{L}/gu, 'a')
    .replace(/\p{N}/gu, '9')
    .replace(/[^\x20-\x7e]/g, '?') + (value.length > 40 ? '...' : '')
