/**
 * DuckDB, when it is installed: bench/peers/package.json, which is not part of `npm ci`. It runs in this process, so
 * its seconds of the processor are counted as ours are. On as many threads as what it is compared with.
 */
import { peer } from './peer.ts'

interface Reader {
  getRows(): readonly (readonly unknown[])[]
}
interface Connection {
  run(statement: string): Promise<unknown>
  runAndReadAll(statement: string): Promise<Reader>
}
interface DuckDb {
  readonly DuckDBInstance: {
    create(path: string, options: Readonly<Record<string, string>>): Promise<{ connect(): Promise<Connection> }>
  }
}

export interface Duck {
  run(statement: string): Promise<unknown>
  /** The first value of the first row. */
  number(statement: string): Promise<number>
}

/** Undefined when DuckDB is not there, which is said. */
export async function duckDb(threads = 1): Promise<Duck | undefined> {
  const module = await peer<{ readonly default?: DuckDb } & Partial<DuckDb>>('@duckdb/node-api')
  const instance = module?.DuckDBInstance ?? module?.default?.DuckDBInstance
  if (!instance) return undefined
  const connection = await (await instance.create(':memory:', { threads: String(threads) })).connect()
  return {
    run: (statement) => connection.run(statement),
    number: async (statement) => Number((await connection.runAndReadAll(statement)).getRows()[0]?.[0]),
  }
}
