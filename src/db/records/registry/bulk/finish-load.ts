/** The end of a bulk load before anybody is sent to it: words under the keys of their typing errors, indexes, attached. */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { Db } from '../../../db.ts'
import { open } from '../../../kit/open.ts'
import { transact } from '../../transact.ts'
import { attachPartitions, partitionOf, wordsOf } from './partitions.ts'

/** May be done again after it was interrupted. */
export async function finishBulkLoad(db: Db, permit: Permit<'registry.manage'>, id: string): Promise<void> {
  await transact(db, (tx) => writeNearWords(tx, id))
  await attachPartitions(db, permit, id)
}

/** As `nearKeys` of domain/registry/name-words.ts, by the database: there are a million words with nine keys each. */
async function writeNearWords(tx: Db, id: string): Promise<void> {
  const k = open(tx)
  const words = sql.table(wordsOf(id))
  const { rows } = await sql<{ there: boolean }>`select to_regclass(${wordsOf(id)}) is not null as there`.execute(k)
  if (!rows[0]!.there) return
  await sql`set local work_mem = '64MB'`.execute(k)
  await sql`
    insert into ${sql.table(partitionOf('registry_near_word', id))} (import_id, near, word)
    select ${sql.lit(id)}::uuid, k.near, w.word from (select distinct word from ${words}) w cross join lateral (
      select w.word as near union
      select left(w.word, i - 1) || substr(w.word, i + 1) from generate_series(1, length(w.word)) i) k`.execute(k)
  await sql`drop table ${words}`.execute(k)
}
