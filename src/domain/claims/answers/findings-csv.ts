/** Findings as CSV (RFC 4180), one row each, safe to open in a spreadsheet: no cell can become a formula. Pure. */
import type { ClaimFinding } from '../findings.ts'

/** What a row is called in words; the caller has the language. */
export interface RowWords {
  readonly reason: string
  readonly fix: string
}

export const findingColumns = [
  'claim',
  'line',
  'charge',
  'answer',
  'provider_role',
  'npi',
  'payee_npi',
  'date',
  'cause',
  'reason',
  'what_to_do',
  'carc',
  'rarc',
  'loop',
  'segment',
  'byte',
  'set',
] as const

export const findingsHeader = `${findingColumns.join(',')}\r\n`

export function findingRow(f: ClaimFinding, words: RowWords): string {
  const cells: Readonly<Record<(typeof findingColumns)[number], string | number | undefined>> = {
    claim: f.claim,
    line: f.line,
    charge: (f.cents / 100).toFixed(2),
    answer: f.answer,
    provider_role: f.part,
    npi: f.npi,
    payee_npi: f.payee,
    date: f.on,
    cause: f.cause,
    reason: words.reason,
    what_to_do: words.fix,
    carc: f.carc?.code,
    rarc: f.rarc?.code,
    loop: f.loop,
    segment: f.segment,
    byte: f.offset,
    set: f.set,
  }
  return `${findingColumns.map((c) => cell(cells[c])).join(',')}\r\n`
}

/** Text that a spreadsheet would take for a formula gets an apostrophe before it (CWE-1236); numbers stay. */
function cell(value: string | number | undefined): string {
  if (value === undefined) return ''
  const text = String(value)
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
