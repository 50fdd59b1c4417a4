/** When somebody was last shown a roster. Kept a person, so that everybody sees what is new to them. */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

/** A page that is opened again within this time still shows what was new at the first opening. */
const SITTING = sql`interval '1 hour'`

/** Notes that the actor is shown the roster now; returns since when changes are new to them, undefined at the first look. */
export async function noteRosterLook(tx: Db, permit: Permit<'roster.manage'>, at: Date): Promise<Date | undefined> {
  const row = await open(tx)
    .insertInto('roster_look')
    .values({ roster_id: permit.subjectId, user_id: permit.actor.userId, seen_at: at, since: null })
    .onConflict((c) =>
      c.columns(['roster_id', 'user_id']).doUpdateSet({
        seen_at: at,
        since: sql`case when roster_look.seen_at < ${at}::timestamptz - ${SITTING}
          then roster_look.seen_at else roster_look.since end`,
      }),
    )
    .returning('since')
    .executeTakeFirstOrThrow()
  return row.since ?? undefined
}
