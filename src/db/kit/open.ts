/** Opens the sealed handle. The two casts here are the only legal ones. */
import type { Kysely } from 'kysely'
import type { Db } from '../db.ts'
import type { Tables } from './tables.ts'
import type { Vault } from './vault.ts'

interface Opened {
  readonly kysely: Kysely<Tables>
  readonly vault: Vault
}

export const seal = (kysely: Kysely<Tables>, vault: Vault): Db => ({ kysely, vault }) as unknown as Db
export const open = (db: Db): Kysely<Tables> => (db as unknown as Opened).kysely
/** The keys that seal and unseal restricted columns of this database. */
export const vaultOf = (db: Db): Vault => (db as unknown as Opened).vault
