/**
 * One connection of the pool for a bulk load: a database handle whose transactions run on it, and COPY on the same
 * connection, so that rows that were copied and what is written of them are committed together.
 */
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import { Kysely, PostgresDialect } from 'kysely'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import type { Db } from '../db.ts'
import { poolOf, seal, vaultOf } from './open.ts'
import type { Tables } from './tables.ts'

const PIECE = 1 << 18

export interface Copying {
  /** Nothing else may use it while a copy runs. */
  readonly db: Db
  /** `statement` is "copy ... from stdin"; the text in its format. */
  copyIn(statement: string, text: Buffer): Promise<void>
  /** `statement` is "copy ... to stdout". */
  copyOut(statement: string): AsyncIterable<Buffer>
  /** Gives the connection back. */
  close(): Promise<void>
}

/** Throws when `db` is a transaction: the connection would not see it. */
export async function startCopying(db: Db): Promise<Copying> {
  const pool = poolOf(db)
  if (!pool) throw new Error('a bulk load has transactions of its own')
  const client = await pool.connect()
  // Kysely takes and gives back a connection for every statement; this one stays until `close`.
  const kept = {
    query: client.query.bind(client) as typeof client.query,
    release: () => {},
  }
  const kysely = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: { options: {}, connect: async () => kept, end: async () => {} } }),
  })
  return {
    db: seal(kysely, vaultOf(db)),
    async copyIn(statement, text) {
      const stream = client.query(copyFrom(statement))
      const done = finished(stream)
      done.catch(() => {})
      // In pieces, so that what the socket has not taken is little.
      for (let at = 0; at < text.length; at += PIECE)
        if (!stream.write(text.subarray(at, at + PIECE))) await Promise.race([once(stream, 'drain'), done])
      stream.end()
      await done
    },
    copyOut: (statement) => client.query(copyTo(statement)) as AsyncIterable<Buffer>,
    async close() {
      await kysely.destroy()
      client.release()
    },
  }
}
