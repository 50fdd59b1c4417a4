/** What the CSV scanner finds and how it tells: records, faults, positions. Types and limits only. */

/** Longest record in bytes; a longer one is taken for a quote that nobody closed. */
export const MAX_RECORD = 65_536
/** No published file comes near; more means that this is no such file. */
export const MAX_FIELDS = 2_048

export type CsvFault = 'quote' | 'too-long' | 'control-character'

/** The record that was just found. One object is used for all of them: read it before the next. */
export interface CsvRecord {
  /** Line of the file on which the record begins, 1-based. */
  readonly line: number
  /** Byte at which the record begins. */
  readonly at: number
  /** Number of fields. */
  readonly width: number
  /** False for a last record without a line end. */
  readonly ended: boolean
  /** Bytes >= 0x80 occur in it. */
  readonly high: boolean
  /** The field as it stands, quotes undone; '' for a field that the record does not have. */
  text(field: number): string
  /** The field has no bytes between its commas, quotes included. */
  blank(field: number): boolean
}

export interface CsvPosition {
  readonly at: number
  readonly line: number
}

export interface CsvHandler {
  record(record: CsvRecord): void
  fault(line: number, fault: CsvFault): void
}

export interface CsvScanner {
  push(chunk: Uint8Array): void
  /** Everything was pushed. 'open-quote' when the last record was still inside a quoted field. */
  end(): 'complete' | 'open-quote'
  /** Where the next unread record begins. */
  position(): CsvPosition
}
