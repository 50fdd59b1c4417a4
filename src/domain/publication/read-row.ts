/**
 * One row of a public file, by column name: zeros in front that tools lost are put back, days are written as "2026-01-02"
 * whichever way they came. A row that does not say whom it is about is undefined. Pure.
 */
import { isDay } from '../dates.ts'
import { isEnrollmentId } from '../identifiers/enrollment-id.ts'
import { isNpi } from '../identifiers/npi.ts'
import { type PublicFileKind, publicFileLayouts } from './layouts.ts'

const ids = new Set(['ENRLMT_ID', 'REASGN_BNFT_ENRLMT_ID', 'RCV_BNFT_ENRLMT_ID', 'Enrollment ID'])
const npis = new Set(['NPI', 'National Provider Identifier'])
const needed = new Set(['PROVIDER_TYPE_CD', 'REVOCATION_EFCTV_DT', 'Optout Effective Date', 'Optout End Date'])
const days = new Set([
  'Revalidation Due Date',
  'Adjusted Due Date',
  'Optout Effective Date',
  'Optout End Date',
  'Last updated',
  'REVOCATION_EFCTV_DT',
  'REENROLLMENT_BAR_EXPRTN_DT',
])

/** Cells in the order of the layout; `cell` gives '' for a column that the file does not have. */
export function readPublicRow(kind: PublicFileKind, cell: (column: string) => string): readonly string[] | undefined {
  const cells: string[] = []
  for (const column of publicFileLayouts[kind].columns) {
    const text = cell(column).trim().replace(/\s+/g, ' ')
    const value = cellOf(column, text)
    if (value === undefined || (value === '' && needed.has(column))) return undefined
    cells.push(value)
  }
  return cells
}

function cellOf(column: string, text: string): string | undefined {
  if (ids.has(column)) return isEnrollmentId(text) ? text : undefined
  if (npis.has(column)) return isNpi(text) ? text : undefined
  if (days.has(column)) return dayText(text)
  // Not a number here leaves the party without one.
  if (column === 'PECOS_ASCT_CNTL_ID') return /^\d{1,10}$/.test(text) ? text.padStart(10, '0') : ''
  if (column === 'ZIP_CD' || column === 'Zip code') return zipText(text.replace('-', ''))
  return text
}

/** "TBD" stands for a due date that nobody set. */
function dayText(text: string): string | undefined {
  if (text === '' || text.toUpperCase() === 'TBD') return ''
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text)
  const iso = american
    ? `${american[3]}-${american[1]!.padStart(2, '0')}-${american[2]!.padStart(2, '0')}`
    : text.slice(0, 10)
  return isDay(iso) ? iso : undefined
}

/** Four or eight digits are five or nine that lost a zero. */
const zipText = (digits: string): string => (/^(\d{4}|\d{8})$/.test(digits) ? `0${digits}` : digits)
