/** What PostgreSQL takes for the same rows by COPY alone: of text that somebody extracted before, and of the whole file. */
import { readFileSync } from 'node:fs'
import type { Connection } from '#db/kit/connect.ts'
import { startCopying } from '#db/kit/copying.ts'
import { nppesHeader } from '#outside/sources/nppes-columns.ts'

export interface BareCopies {
  /** Seconds for the columns of the registry and of its search, made before, into tables without indexes. */
  readonly extracted: number
  /** Seconds for all 330 columns as text, and a select of thirty of them into a table. */
  readonly allColumns: number
}

/** After an import of the file. Holds it in memory, so only at a hundredth of the nation. */
export async function bareCopies({ db, pool }: Pick<Connection, 'db' | 'pool'>, file: string): Promise<BareCopies> {
  const copying = await startCopying(db)
  try {
    const tables = ['registry_provider', 'registry_search'] as const
    const texts: Buffer[] = []
    for (const table of tables) {
      const pieces: Buffer[] = []
      for await (const piece of copying.copyOut(`copy (select * from ${table}) to stdout`)) pieces.push(piece)
      texts.push(Buffer.concat(pieces))
      await pool.query(`create table bare_${table} (like ${table})`)
    }
    const began = performance.now()
    for (const [i, table] of tables.entries()) await copying.copyIn(`copy bare_${table} from stdin`, texts[i]!)
    const extracted = (performance.now() - began) / 1000

    await pool.query(`create table bare_all (${nppesHeader.map((_, i) => `c${i} text`).join(', ')})`)
    const text = readFileSync(file)
    const start = performance.now()
    await copying.copyIn('copy bare_all from stdin (format csv, header)', text)
    await pool.query(
      `create table bare_thirty as select ${nppesHeader.slice(0, 30).map((_, i) => `c${i}`)} from bare_all`,
    )
    const allColumns = (performance.now() - start) / 1000
    await pool.query('drop table bare_registry_provider, bare_registry_search, bare_all, bare_thirty')
    return { extracted, allColumns }
  } finally {
    await copying.close()
  }
}
