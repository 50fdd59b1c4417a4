/** Writes which master keys this database is sealed under. At start, in the name of the installation itself. */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { open, vaultOf } from '../../kit/open.ts'
import { keptPlace } from '../../queries/keys/sealing-keys.ts'

/** Two that start at once add it once. */
export async function addSealingKey(db: Db, id: string, now: Date): Promise<void> {
  await sql`lock table sealing_key in share row exclusive mode`.execute(open(db))
  await sql`
    insert into sealing_key (id, ordinal, since)
    select ${id}, coalesce(max(ordinal), 0) + 1, ${now} from sealing_key on conflict do nothing`.execute(open(db))
}

/** Keeps, sealed under the present key, what is derived from a former one. */
export async function keepOfKey(db: Db, id: string, kept: Uint8Array): Promise<void> {
  await open(db)
    .updateTable('sealing_key')
    .set({ sealed_kept: vaultOf(db).seal(keptPlace(id), kept) })
    .where('id', '=', id)
    .where('sealed_kept', 'is', null)
    .execute()
}

/** Nothing is sealed under it any more: whoever starts with it is refused from now on. */
export async function retireSealingKey(tx: Db, _: Permit<'registry.manage'>, id: string, now: Date): Promise<void> {
  await open(tx)
    .updateTable('sealing_key')
    .set({ retired_at: now })
    .where('id', '=', id)
    .where('retired_at', 'is', null)
    .execute()
}
