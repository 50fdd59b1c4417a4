/** Reads one public file in batches: columns by name, UTF-8 or Windows-1252, in flat memory. */
import { neededColumns, type PublicFileKind, publicFileLayouts } from '#domain/publication/layouts.ts'
import { readPublicRow } from '#domain/publication/read-row.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { csvScanner } from './csv-scanner.ts'
import { readHeader } from './csv-source.ts'
import type { SourceFile } from './source-file.ts'

export interface PublicBatch {
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
  /** Lines that are no record, or do not say whom they are about. */
  readonly aside: readonly number[]
}
export interface OpenedPublicFile {
  readonly missing: readonly string[]
  readonly unknown: readonly string[]
  batches(): AsyncGenerator<PublicBatch>
}

const plain = (name: string): string => name.trim().replace(/\s+/g, ' ').toUpperCase()

/** Refuses `source-empty`, and `source-wrong-file` when a column that is needed is missing. */
export async function openPublicFile(file: SourceFile, kind: PublicFileKind): Promise<Result<OpenedPublicFile>> {
  const header = await readHeader(file.from(0))
  if (!header.ok) return header
  const have = header.value.map(plain)
  const asked = publicFileLayouts[kind].columns
  const lost = neededColumns(kind).filter((c) => !have.includes(plain(c)))
  if (lost.length > 0) return refuse({ code: 'source-wrong-file', with: { kind: file.name, columns: lost.join(', ') } })
  const index = new Map(have.map((name, i) => [name, i]))
  return ok({
    missing: asked.filter((c) => !have.includes(plain(c))),
    unknown: header.value.filter((h) => !asked.some((c) => plain(c) === plain(h))),
    batches: () => batches(file, kind, index),
  })
}

async function* batches(
  file: SourceFile,
  kind: PublicFileKind,
  index: ReadonlyMap<string, number>,
): AsyncGenerator<PublicBatch> {
  let rows: { line: number; cells: readonly string[] }[] = []
  let aside: number[] = []
  let first = true
  const scanner = csvScanner({
    record(record) {
      if (first) {
        first = false
        return
      }
      const cells = readPublicRow(kind, (column) => {
        const at = index.get(plain(column))
        return at === undefined ? '' : record.text(at)
      })
      if (cells) rows.push({ line: record.line, cells })
      else aside.push(record.line)
    },
    fault(line) {
      aside.push(line)
    },
  })
  const taken = (): PublicBatch => {
    const batch = { rows, aside }
    rows = []
    aside = []
    return batch
  }
  for await (const chunk of file.from(0)) {
    scanner.push(chunk)
    if (rows.length + aside.length > 0) yield taken()
  }
  if (scanner.end() === 'open-quote') aside.push(scanner.position().line)
  yield taken()
}
