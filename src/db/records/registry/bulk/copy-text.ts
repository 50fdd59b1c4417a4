/** Rows as the text that COPY reads: cells between tabs, a row a line, \\N for nothing. Pure. PostgreSQL, "COPY". */

type Columns = Readonly<Record<string, string>>

const SPECIAL = /[\\\n\r\t]/
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

export const copyCell = (text: string): string =>
  SPECIAL.test(text) ? text.replace(/[\\\n\r\t]/g, (c) => escapes[c]!) : text

/** One line, the load's id first. `columns` are the row's columns with their SQL types, in the order of the statement. */
export function copyLine(id: string, columns: Columns, row: Readonly<Record<string, unknown>>): string {
  let line = id
  for (const name in columns) {
    const value = row[name]
    if (columns[name] === 'jsonb') line += `\t${copyCell(JSON.stringify(value))}`
    else line += value === undefined || value === null ? '\t\\N' : `\t${copyCell(String(value))}`
  }
  return `${line}\n`
}
