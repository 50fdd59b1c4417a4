/**
 * The cells of one record by column, trimmed and checked. The first thing that does not fit is noted as the
 * record's fault; reading goes on, so that layouts need no exceptions. Pure.
 */
import type { Day } from '#domain/dates.ts'
import { isNpi, type Npi } from '#domain/identifiers/npi.ts'
import type { CsvRecord } from './csv-record.ts'
import { type RowFault, type RowReason, shapeOf } from './layout.ts'
import { compactDate, looseDate, monthFirstDate, slashDate } from './source-dates.ts'

/** A column of the file at hand; `index` is -1 when the file does not have it. */
export interface Column {
  readonly name: string
  readonly index: number
}
/** Finds a column by any of its names. */
export type ColumnFinder = (...names: readonly string[]) => Column

/** Longest value of one cell in characters. */
const MAX_VALUE = 1_000

export interface Cells {
  /** Trimmed; '' for blank, absent and the registry's "<UNAVAIL>". */
  text(column: Column): string
  optional(column: Column): string | undefined
  required(column: Column): string
  npi(column: Column): Npi
  /** MM/DD/YYYY, or undefined when blank. */
  slashDate(column: Column): Day | undefined
  /** YYYYMMDD or MM/DD/YY, or undefined when blank or all zeros; a two-digit year is before `pivot`'s. */
  compactDate(column: Column, pivot?: Day): Day | undefined
  /** M/D/YYYY with or without a time, or YYYY-MM-DD; undefined when blank. */
  looseDate(column: Column): Day | undefined
  /** MMDDYYYY, a day of zeros being unknown and taken as the first; undefined when blank or all zeros. */
  monthFirstDate(column: Column): Day | undefined
  choice<T extends string>(column: Column, ...choices: readonly T[]): T | undefined
  fault(column: Column, reason: RowReason, value?: string): void
}

export interface RecordCells extends Cells {
  /** Turns to a record and forgets the last one's fault. */
  on(record: CsvRecord): void
  noted(): RowFault | undefined
}

export function recordCells(): RecordCells {
  let record: CsvRecord
  let noted: RowFault | undefined
  const cells: RecordCells = {
    on(next) {
      record = next
      noted = undefined
    },
    noted: () => noted,
    text(column) {
      const raw = column.index < 0 ? '' : record.text(column.index)
      if (raw === '') return raw
      const text = raw.trim()
      if (text.length > MAX_VALUE) cells.fault(column, 'too-long-value', text)
      return text.length === 9 && text === '<UNAVAIL>' ? '' : text
    },
    optional: (column) => cells.text(column) || undefined,
    required(column) {
      const text = cells.text(column)
      if (text === '') cells.fault(column, 'missing')
      return text
    },
    npi(column) {
      const text = cells.text(column)
      if (isNpi(text)) return text
      cells.fault(column, text === '' ? 'missing' : 'not-an-npi', text)
      return text as Npi
    },
    slashDate: (column) => dated(column, slashDate),
    compactDate: (column, pivot) => dated(column, (text) => compactDate(text, pivot)),
    looseDate: (column) => dated(column, looseDate),
    monthFirstDate: (column) => dated(column, monthFirstDate),
    choice(column, ...choices) {
      const text = cells.text(column)
      if (text === '') return undefined
      const choice = choices.find((c) => c === text)
      if (choice === undefined) cells.fault(column, 'not-a-choice', text)
      return choice
    },
    fault(column, reason, value = '') {
      noted ??= { line: record.line, column: column.name, reason, excerpt: shapeOf(value) }
    },
  }

  function dated(column: Column, read: (text: string) => Day | undefined | null): Day | undefined {
    const text = cells.text(column)
    if (text === '') return undefined
    const day = read(text)
    if (day === null) cells.fault(column, 'not-a-date', text)
    return day ?? undefined
  }

  return cells
}
