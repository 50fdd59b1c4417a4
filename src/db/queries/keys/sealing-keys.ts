/** Which master keys this database has been sealed under, and who still works with one of them. Read at start, by nobody. */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { connectionName } from '../../kit/connect.ts'
import { open, vaultOf } from '../../kit/open.ts'
import { indexKeyOf as firstIndexKey } from '../../kit/vault.ts'

/** The key of the digests of a database that was sealed under this master key first. */
export const indexKeyOf = firstIndexKey
/** Ids of the key that seals and of the one that only opens. */
export const heldKeys = (db: Db): { readonly keyId: string; readonly previousKeyId: string | undefined } => vaultOf(db)
/** From now on values are found by digests of this key. */
export const findBy = (db: Db, index: Buffer): void => vaultOf(db).indexWith(index)

export const keptPlace = (id: string): string => `sealing_key|sealed_kept|${id}`

export interface SealingKey {
  readonly id: string
  readonly retiredAt: Date | undefined
  /** Sealed; `keptOf` opens it. */
  readonly sealed: Buffer | undefined
}

/** The oldest first. */
export async function listSealingKeys(db: Db): Promise<readonly SealingKey[]> {
  const rows = await open(db).selectFrom('sealing_key').selectAll().orderBy('ordinal').execute()
  return rows.map((r) => ({ id: r.id, retiredAt: r.retired_at ?? undefined, sealed: r.sealed_kept ?? undefined }))
}

/** What is kept of a key, clear. Throws when the keys that are held do not open it. */
export const keptOf = (db: Db, key: SealingKey): Buffer | undefined =>
  key.sealed && vaultOf(db).unseal(keptPlace(key.id), key.sealed)

/** Connections to this database of processes that seal with the key. */
export async function countWorkingWith(db: Db, _: Permit<'registry.manage'>, id: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from pg_stat_activity
    where datname = current_database() and application_name = ${connectionName(id)}`.execute(open(db))
  return rows[0]!.n
}
