/** Reads a file in the layout of the published All-Owners files; UTF-8 or Windows-1252, field by field. */
import type { Day } from '#domain/dates.ts'
import { neededColumns, type OwnerRow, readOwnerRow } from '#domain/ownership/all-owners.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { csvScanner } from './csv-scanner.ts'

export interface PlacedOwner {
  readonly line: number
  /** Undefined for a line that is no record. */
  readonly row: OwnerRow | undefined
}

/** Refuses `source-empty`, and `source-wrong-file` when a column that is needed is missing. */
export function readOwnersFile(bytes: Uint8Array, today: Day): Result<readonly PlacedOwner[]> {
  let columns: Map<string, number> | undefined
  const rows: PlacedOwner[] = []
  const scanner = csvScanner({
    record(record) {
      if (!columns) {
        const names = Array.from({ length: record.width }, (_, i) => record.text(i).trim().toUpperCase())
        columns = new Map(names.map((name, i) => [name.replace(/\s+/g, ' '), i]))
        return
      }
      const at = columns
      const cell = (column: string): string => {
        const index = at.get(column)
        return index === undefined ? '' : record.text(index)
      }
      rows.push({ line: record.line, row: readOwnerRow(cell, today) })
    },
    fault(line) {
      rows.push({ line, row: undefined })
    },
  })
  scanner.push(bytes)
  scanner.end()
  if (!columns) return refuse({ code: 'source-empty' })
  const found = columns
  const missing = neededColumns.filter((c) => !found.has(c))
  return missing.length > 0
    ? refuse({ code: 'source-wrong-file', with: { kind: 'All Owners', columns: missing.join(', ') } })
    : ok(rows)
}
