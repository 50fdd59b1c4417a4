/**
 * The columns of a group's roster, and what a row says by itself. The header may name them as CMS does in its reassignment
 * list ("Individual NPI"). Pure.
 */
import { type Day, day, isDay } from '../dates.ts'
import { isNpi } from '../identifiers/npi.ts'
import type { RowAnswer } from './roster-answer.ts'

export const rosterColumns = ['npi', 'last_name', 'enrollment_id', 'starts_on'] as const
export type RosterColumn = (typeof rosterColumns)[number]

/** Names of columns by which we know them, letters and digits only; those of CMS's public list among them. */
const known: Readonly<Record<RosterColumn, readonly string[]>> = {
  npi: ['npi', 'individualnpi', 'practitionernpi', 'providernpi', 'nationalprovideridentifier'],
  last_name: ['lastname', 'individuallastname', 'surname'],
  enrollment_id: ['enrollmentid', 'individualenrollmentid'],
  starts_on: ['startson', 'startdate', 'effectivedate', 'reassignmentdate'],
}

/** The sample that the page offers: invented numbers, the columns in our order. */
export const sampleRoster = [
  rosterColumns,
  ['2000001117', 'Vega', '', '2026-12-01'],
  ['2000001000', 'Lindgren', '', '12/15/2026'],
  ['2000001224', '', '', ''],
] as const

export type Columns = Readonly<Partial<Record<RosterColumn, number>>>

/** At which place each column is; undefined when there is none for NPIs. */
export function columnsOf(header: readonly string[]): Columns | undefined {
  const plain = header.map((h) => h.toLowerCase().replace(/[^a-z0-9]/g, ''))
  const at = (c: RosterColumn) => plain.findIndex((h) => known[c].includes(h))
  const found = Object.fromEntries(rosterColumns.flatMap((c) => (at(c) < 0 ? [] : [[c, at(c)]])))
  return found.npi === undefined ? undefined : found
}

export interface ReadRow {
  readonly line: number
  readonly npi: string
  readonly lastName: string
  readonly enrollmentId: string
  readonly startsOn: Day
  /** Why it cannot be used, before anybody is looked up. */
  readonly wrong?: RowAnswer
}

/** `otherwise` is the day of rows that name none; `last` the latest that may be asked for. */
export function readRow(line: number, cell: (column: RosterColumn) => string, otherwise: Day, last: Day): ReadRow {
  const npi = cell('npi').replace(/[\s-]/g, '')
  const typed = cell('starts_on').trim()
  const startsOn = typed === '' ? otherwise : dayTyped(typed)
  const wrong: RowAnswer | undefined =
    npi === ''
      ? 'npi-missing'
      : !isNpi(npi)
        ? 'not-an-npi'
        : startsOn === undefined
          ? 'not-a-date'
          : startsOn > last
            ? 'date-too-late'
            : undefined
  return {
    line,
    npi: npi.slice(0, 20),
    lastName: cell('last_name').trim().slice(0, 60),
    enrollmentId: cell('enrollment_id').trim().toUpperCase().slice(0, 20),
    startsOn: startsOn ?? otherwise,
    ...(wrong && { wrong }),
  }
}

/** "2026-12-01" or "12/1/2026", as spreadsheets write it. */
export function dayTyped(text: string): Day | undefined {
  const us = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text)
  const iso = us ? `${us[3]}-${us[1]!.padStart(2, '0')}-${us[2]!.padStart(2, '0')}` : text
  return isDay(iso) ? day(iso) : undefined
}
