/** One cell of a CSV that we write (RFC 4180). What could be a formula is made text (OWASP CSV injection). Pure. */
const FORMULA = /^[=+\-@\t\r\uFF0B\uFF0D\uFF1D\uFF20]/

export function csvCell(value: string | number | undefined): string {
  const text = String(value ?? '')
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A whole file: a header and its rows, lines ended as RFC 4180 asks. */
export const csvFile = (rows: readonly (readonly (string | number | undefined)[])[]): string =>
  `${rows.map((r) => r.map(csvCell).join(',')).join('\r\n')}\r\n`
