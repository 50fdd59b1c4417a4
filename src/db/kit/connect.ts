/** The connection pool, and how PostgreSQL's types arrive in the program. */
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Db } from '../db.ts'
import { seal } from './open.ts'
import type { Tables } from './tables.ts'
import type { Vault } from './vault.ts'

const DATE = 1082
const INT8 = 20

/** Days stay text (a Date would carry a time zone into the law); counts are numbers while they are exact. */
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === DATE) return (v: string) => v
    if (oid === INT8) return exactNumber
    return pg.types.getTypeParser(oid, format as 'text')
  },
}

function exactNumber(text: string): number {
  const n = Number(text)
  if (!Number.isSafeInteger(n)) throw new RangeError(`count too large to be exact: ${text}`)
  return n
}

/** What the database server shows of our connections: a rotation of keys must know who still seals with which. */
export const connectionName = (keyId: string): string => `openpecos key ${keyId}`

/** A name in the address would win over ours, and the former key would be retired under those who seal with it. */
const unnamed = (url: string): string => url.replace(/(?<=[?&])application_name=[^&]*&?/g, '')

export interface Connection {
  readonly db: Db
  /** For migrations, the job queue and bulk loads only. */
  readonly pool: pg.Pool
  close(): Promise<void>
}

/** Opens a pool of at most `max` connections. Nothing is sent until the first query. */
export function connect(url: string, vault: Vault, max = 10): Connection {
  const pool = new pg.Pool({
    connectionString: unnamed(url),
    max,
    types: types as pg.CustomTypesConfig,
    connectionTimeoutMillis: 5000,
    application_name: connectionName(vault.keyId),
  })
  // Without a listener a lost idle connection would end the process.
  pool.on('error', () => {})
  // The same for one that is lost while somebody uses it: their query fails, which is report enough.
  pool.on('connect', (client) => client.on('error', () => {}))
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  const close = async () => {
    await kysely.destroy()
    // Kysely ends only a pool that it has asked itself.
    if (!pool.ended) await pool.end()
  }
  return { db: seal(kysely, vault, pool), pool, close }
}
