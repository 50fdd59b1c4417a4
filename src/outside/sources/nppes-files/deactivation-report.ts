/**
 * The monthly report of deactivated NPIs: a workbook (alone, or in an archive) or a CSV made of it, in both of which a
 * title stands above the column names. Gives it as plain CSV. Authority: CMS "NPPES Deactivated NPI Report".
 */
import { open, readFile, stat } from 'node:fs/promises'
import { onlyFile, readWorkbook } from './workbook.ts'

const COLUMNS = ['NPI', 'NPPES Deactivation Date'] as const
/** The report of 2026 has about 8 MB. */
const MOST_BYTES = 64 << 20
/** Above the column names stands a title, and nothing else that is known. */
const MOST_TITLE_ROWS = 5

/** The report as CSV, column names first; undefined for a file that is none. */
export async function deactivationReport(path: string, kind: 'plain' | 'gzip' | 'zip'): Promise<Buffer | undefined> {
  if (kind === 'gzip' || (await stat(path)).size > MOST_BYTES) return undefined
  return kind === 'zip' ? workbookReport(await readFile(path)) : titledReport(path)
}

async function workbookReport(file: Buffer): Promise<Buffer | undefined> {
  const inner = await onlyFile(file, /\.xlsx$/i)
  const rows = await readWorkbook(inner ?? file)
  const header = rows?.slice(0, MOST_TITLE_ROWS).findIndex((row) => COLUMNS.every((name, i) => row[i]?.trim() === name))
  if (!rows || header === undefined || header < 0) return undefined
  const lines = rows
    .slice(header)
    .filter((row) => row.some((cell) => cell !== ''))
    .map((row) => COLUMNS.map((_, i) => `"${(row[i] ?? '').replaceAll('"', '""')}"`).join(','))
  return Buffer.from(`${lines.join('\n')}\n`)
}

/** A CSV whose first line is the title; one that begins with the column names needs nothing of this. */
async function titledReport(path: string): Promise<Buffer | undefined> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1024), 0, 1024, 0)
    const [title = '', names = ''] = buffer.toString('utf8', 0, bytesRead).split(/\r?\n/)
    const isReport = /deactivated NPI/i.test(title) && names.replaceAll('"', '') === COLUMNS.join(',')
    return isReport ? (await readFile(path)).subarray(buffer.indexOf('\n') + 1) : undefined
  } finally {
    await file.close()
  }
}
