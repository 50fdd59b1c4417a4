/** The day of a list as it says it itself: in its rows where its layout has such a column, else in the file's name. */
import type { Day } from '#domain/dates.ts'
import { readRows } from '#outside/sources/csv-source.ts'
import type { SourceLayout } from '#outside/sources/layout.ts'
import { dateInName } from '#outside/sources/source-dates.ts'
import type { SourceFile } from '#outside/sources/source-file.ts'

/** Undefined when neither says it. Reads no further than to the first row that can be used. */
export async function statedDay(
  file: SourceFile,
  header: readonly string[],
  layout: SourceLayout<unknown>,
): Promise<Day | undefined> {
  if (layout.statedOn)
    for await (const { rows } of readRows(file.from(0), header, layout, { at: 0, line: 1 }))
      if (rows[0]) return layout.statedOn(rows[0].row)
  return dateInName(file.name)
}
