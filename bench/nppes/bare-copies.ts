/**
 * What PostgreSQL takes for the same rows by COPY alone: of text that somebody extracted before, and of the whole file.
 * Streamed from files, so that it can be done at any size.
 */
import { createReadStream, createWriteStream, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import type { Connection } from '#db/kit/connect.ts'
import { nppesHeader } from '#outside/sources/nppes-columns.ts'

export interface BareCopies {
  /** Seconds for the columns of the registry and of its search, made before, into tables without indexes. */
  readonly extracted: number
  /** Seconds for all 330 columns as text, and a select of thirty of them into a table. */
  readonly allColumns: number
}

const PIECE = 1 << 18

/** After an import of the file; `folder` has room for the text once more. */
export async function bareCopies({ pool }: Connection, file: string, folder: string): Promise<BareCopies> {
  const client = await pool.connect()
  const text = join(folder, 'extracted.txt')
  const copyIn = (statement: string, path: string) =>
    pipeline(createReadStream(path, { highWaterMark: PIECE }), client.query(copyFrom(statement)))
  /** What was written before is on disk when the clock starts. */
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    await client.query('checkpoint')
    const began = performance.now()
    await work()
    return (performance.now() - began) / 1000
  }
  try {
    let extracted = 0
    for (const table of ['registry_provider', 'registry_search']) {
      await pipeline(client.query(copyTo(`copy (select * from ${table}) to stdout`)), createWriteStream(text))
      await client.query(`create table bare (like ${table})`)
      extracted += await timed(() => copyIn('copy bare from stdin', text))
      await client.query('drop table bare')
    }
    await client.query(`create table bare (${nppesHeader.map((_, i) => `c${i} text`).join(', ')})`)
    const allColumns = await timed(async () => {
      await copyIn('copy bare from stdin (format csv, header)', file)
      await client.query(
        `create table bare_thirty as select ${nppesHeader.slice(0, 30).map((_, i) => `c${i}`)} from bare`,
      )
    })
    await client.query('drop table bare, bare_thirty')
    return { extracted, allColumns }
  } finally {
    client.release()
    rmSync(text, { force: true })
  }
}
