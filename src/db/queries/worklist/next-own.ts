/** One's own cases that came back with an answer which nobody has acted on, in the order of the worklist. Reads only. */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { isRowId } from '../application/applications.ts'

/** The id of the visitor's next one after the case that is open; undefined when there is none behind it. */
export async function nextOwnAnswered(
  db: Db,
  permit: Permit<'worklist.work'>,
  after: string | undefined,
): Promise<string | undefined> {
  const { contractorId } = permit.subject
  if (contractorId === undefined || !isRowId(permit.actor.userId)) return undefined
  let query = open(db)
    .selectFrom('application as a')
    .select('a.id')
    .where('a.contractor_id', '=', contractorId)
    .where('a.assigned_to', '=', permit.actor.userId)
    .where('a.status', '=', 'in-review')
    .where(
      sql<boolean>`exists (select 1 from application_event v
        where v.application_id = a.id and v.event = 'answer-development' and v.at = a.status_since)`,
    )
  // Only behind an answered one: who comes from any other case begins with the oldest answer.
  if (isRowId(after))
    query = query.where(
      sql<boolean>`not exists (select 1 from application b
        where b.id = ${after} and b.assigned_to = a.assigned_to and b.status = 'in-review'
        and (b.received_on, b.id) >= (a.received_on, a.id)
        and exists (select 1 from application_event v
          where v.application_id = b.id and v.event = 'answer-development' and v.at = b.status_since))`,
    )
  const row = await query.orderBy('a.received_on').orderBy('a.id').limit(1).executeTakeFirst()
  return row?.id
}
