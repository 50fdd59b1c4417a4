/** By what a copy of the record is told from that of another database, of another schema, or of another history. Reads only. */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

/**
 * The database, when it was made, its newest migration, and the change with this number: after a restore from a backup
 * the number is gone, or another change has it.
 */
export async function feedMark(db: Db, _: Permit<'system.run'>, sequence: number): Promise<string> {
  const { rows } = await sql<{ mark: string }>`
    select concat_ws('|', current_database(), min(applied_at)::text, max(name),
      (select concat(sequence, ' ', enrollment_id, ' ', at) from enrollment_change where sequence = ${sequence})) as mark
    from schema_migration`.execute(open(db))
  return rows[0]!.mark
}
