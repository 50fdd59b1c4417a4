/** Reads the CSV of a group's roster, whatever its encoding; a row that cannot be read is a row with an answer. */
import { addDays, type Day } from '#domain/dates.ts'
import { mostDaysAhead } from '#domain/reassignment/effective-date.ts'
import { type Columns, columnsOf, type ReadRow, type RosterColumn, readRow } from '#domain/reassignment/roster-row.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import type { CsvRecord } from '#outside/sources/csv-record.ts'
import { csvScanner } from '#outside/sources/csv-scanner.ts'

export const MOST_ROWS = 2000

/** Refuses with `roster-no-npi-column`, `file-empty` or `too-many-items`. */
export function readRoster(bytes: Uint8Array, startsOn: Day, today: Day): Result<readonly ReadRow[]> {
  const rows: ReadRow[] = []
  const last = addDays(today, mostDaysAhead)
  let columns: Columns | undefined
  let header = false
  const cellsOf = (r: CsvRecord) => Array.from({ length: r.width }, (_, i) => r.text(i))
  const scanner = csvScanner({
    record(r) {
      if (!header) {
        header = true
        columns = columnsOf(cellsOf(r))
        return
      }
      const cells = cellsOf(r)
      if (!columns || rows.length > MOST_ROWS || cells.every((c) => c.trim() === '')) return
      const at = columns
      const cell = (c: RosterColumn) => {
        const place = at[c]
        return (place === undefined ? undefined : cells[place])?.replaceAll('\0', '') ?? ''
      }
      rows.push(readRow(r.line, cell, startsOn, last))
    },
    fault(line) {
      if (rows.length <= MOST_ROWS)
        rows.push({ line, npi: '', lastName: '', enrollmentId: '', startsOn, wrong: 'row-unreadable' })
    },
  })
  scanner.push(bytes)
  const ended = scanner.end()
  if (header && !columns) return refuse({ code: 'roster-no-npi-column', at: 'file' })
  if (ended === 'open-quote')
    rows.push({
      line: scanner.position().line,
      npi: '',
      lastName: '',
      enrollmentId: '',
      startsOn,
      wrong: 'row-unreadable',
    })
  if (rows.length === 0) return refuse({ code: 'file-empty', at: 'file' })
  if (rows.length > MOST_ROWS) return refuse({ code: 'too-many-items', at: 'file', with: { max: MOST_ROWS } })
  return ok(rows)
}
