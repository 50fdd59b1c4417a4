/** Rows of a published file in the folder beside the repository, read by the layout of the importer. */
import { createReadStream, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fixedHeader, readHeader, readRows } from '#outside/sources/csv-source.ts'
import type { RowFault, SourceLayout } from '#outside/sources/layout.ts'

const folder = join(import.meta.dirname, '../../../../shared/data')

export const hasData = existsSync(folder)
export const filesIn = (part: string, name: RegExp): readonly string[] =>
  hasData
    ? readdirSync(join(folder, part))
        .filter((f) => name.test(f))
        .sort()
        .map((f) => `${part}/${f}`)
    : []

export async function readList<Row>(
  file: string,
  layout: SourceLayout<Row>,
): Promise<{ readonly rows: readonly Row[]; readonly faults: readonly RowFault[] }> {
  const chunks = () => createReadStream(join(folder, file))
  const header = await readHeader(chunks())
  if (!header.ok) throw new Error(header.problem.code)
  const fixed = fixedHeader(layout, header.value)
  const rows: Row[] = []
  const faults: RowFault[] = []
  const from = { at: 0, line: 1 }
  for await (const batch of readRows(chunks(), fixed ?? header.value, layout, from, fixed !== undefined)) {
    rows.push(...batch.rows.map((r) => r.row))
    faults.push(...batch.faults)
  }
  return { rows, faults }
}
