/** Rosters of somebody who leaves. Lists that were made for the work stay where the work is. */
import { sql } from 'kysely'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

/**
 * Rosters that a person kept alone go to the party that the person left, once no role is left anywhere. Called in the
 * transaction in which the role ended. Rosters of the party itself need nothing: they were never the person's.
 */
export async function handOverRosters(tx: Db, userId: string, partyId: string): Promise<void> {
  await sql`
    update roster set owner_id = null,
        party_id = coalesce(
          (select min(e.enrollee_id::text) from organization_enrollee e
            where e.organization_id = ${partyId} having count(*) = 1),
          ${partyId})
    where owner_id = ${userId} and party_id is null
      and not exists (select from membership where user_id = ${userId} and status = 'active')`.execute(open(tx))
}
