/** Opens the sealed handle. The two casts here are the only legal ones. */
import type { Kysely } from 'kysely'
import type pg from 'pg'
import type { Db } from '../db.ts'
import type { Tables } from './tables.ts'
import type { Vault } from './vault.ts'

interface Opened {
  readonly kysely: Kysely<Tables>
  readonly vault: Vault
  /** Of the connection as a whole; a transaction has none. */
  readonly pool?: pg.Pool
}

export const seal = (kysely: Kysely<Tables>, vault: Vault, pool?: pg.Pool): Db =>
  ({ kysely, vault, ...(pool && { pool }) }) as unknown as Db
export const open = (db: Db): Kysely<Tables> => (db as unknown as Opened).kysely
/** The keys that seal and unseal restricted columns of this database. */
export const vaultOf = (db: Db): Vault => (db as unknown as Opened).vault
/** Where connections for bulk loads come from; undefined inside a transaction. */
export const poolOf = (db: Db): pg.Pool | undefined => (db as unknown as Opened).pool
