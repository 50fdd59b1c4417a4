/** Entries of the audit log as CSV (RFC 4180), for programs that count. What could be a formula is made text. Pure. */
import type { ReadEntry } from '#db/queries/staff/audit.ts'

const columns = [
  'entry',
  'at',
  'source',
  'actor_id',
  'actor_name',
  'acting_for',
  'action',
  'subject_id',
  'subject_name',
  'outcome',
  'address',
  'browser',
  'detail',
  'hash',
] as const

// OWASP CSV injection: spreadsheets run cells that begin with these.
const FORMULA = /^[=+\-@\t\r\uFF0B\uFF0D\uFF1D\uFF20]/
const cell = (value: string | number | null | undefined): string => {
  const text = String(value ?? '')
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export const auditCsv = (entries: readonly ReadEntry[]): string =>
  [
    columns.join(','),
    ...entries.map((e) =>
      [
        e.seq,
        e.at.toISOString(),
        e.source,
        e.actorId,
        e.actorName,
        e.actingFor,
        e.action,
        e.subjectId,
        e.subjectName,
        e.outcome,
        e.ip,
        e.userAgent,
        JSON.stringify(e.detail),
        e.hash,
      ]
        .map(cell)
        .join(','),
    ),
    '',
  ].join('\r\n')
