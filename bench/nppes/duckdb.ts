/** DuckDB reading the same columns of the same file, when it is installed: bench/peers/package.json, not part of `npm ci`. */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { repositoryRoot } from '#outside/embedded-postgres/embedded-postgres.ts'

interface Connection {
  run(statement: string): Promise<unknown>
}
interface DuckDb {
  readonly DuckDBInstance: {
    create(path: string, options: Readonly<Record<string, string>>): Promise<{ connect(): Promise<Connection> }>
  }
}

/** A statement runner on one thread, or undefined when DuckDB is not there, which is said. `BENCH_PEERS` may say where. */
export async function duckDb(): Promise<((statement: string) => Promise<unknown>) | undefined> {
  const folder = process.env.BENCH_PEERS ?? join(repositoryRoot(), 'bench/peers')
  let path: string
  try {
    path = createRequire(join(folder, 'package.json')).resolve('@duckdb/node-api')
  } catch {
    process.stderr.write('DuckDB is not installed: run npm install --prefix bench/peers\n')
    return undefined
  }
  const module: { readonly default?: DuckDb } & Partial<DuckDb> = await import(pathToFileURL(path).href)
  const made = module.DuckDBInstance ?? module.default!.DuckDBInstance
  const connection = await (await made.create(':memory:', { threads: '1' })).connect()
  return (statement) => connection.run(statement)
}
