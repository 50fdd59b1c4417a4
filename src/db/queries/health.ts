/** Is the database there, is its schema the expected one, and does mail get out? Reads only. */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { Db } from '../db.ts'
import { open } from '../kit/open.ts'

/** Names of the applied migrations, in order. */
export async function listMigrations(db: Db, _: Permit<'system.run'>): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select name from schema_migration order by name`.execute(open(db))
  return rows.map((r) => r.name)
}

export interface OutboxState {
  readonly waiting: number
  readonly failed: number
  /** When the oldest message that waits was queued; undefined when none does. */
  readonly oldest: Date | undefined
}

export async function outboxState(db: Db, _: Permit<'system.run'>): Promise<OutboxState> {
  const row = await open(db)
    .selectFrom('message')
    .select((e) => [
      e.fn.countAll<number>().filterWhere('failed_at', 'is', null).as('waiting'),
      e.fn.countAll<number>().filterWhere('failed_at', 'is not', null).as('failed'),
      e.fn.min('queued_at').filterWhere('failed_at', 'is', null).as('oldest'),
    ])
    .where('sent_at', 'is', null)
    .executeTakeFirstOrThrow()
  return { waiting: row.waiting, failed: row.failed, oldest: row.oldest ?? undefined }
}
