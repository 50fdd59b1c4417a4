/** Organizations that the visitor acts for and that cannot be paid for others here yet. Reads only. */
import { enrolleesFor, type Permit } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { isRowId } from '../application/applications.ts'

export interface GroupElsewhere {
  readonly enrolleeId: string
  readonly name: string
}

/** By name; at most 50. */
export async function listGroupsElsewhere(
  db: Db,
  permit: Permit<'dashboard.view'>,
): Promise<readonly GroupElsewhere[]> {
  const parties = enrolleesFor(permit.actor, 'reassignment.propose').filter(isRowId)
  if (parties.length === 0) return []
  return open(db)
    .selectFrom('enrollee as e')
    .select(['e.id as enrolleeId', 'e.display_name as name'])
    .where('e.id', 'in', parties)
    .where('e.kind', '=', 'organization')
    .where((x) =>
      x.not(
        x.exists(
          x
            .selectFrom('enrollment as n')
            .select('n.id')
            .whereRef('n.enrollee_id', '=', 'e.id')
            .where('n.form', 'in', ['CMS-855A', 'CMS-855B'])
            .where('n.status', 'not in', ['revoked', 'withdrawn']),
        ),
      ),
    )
    .orderBy('e.display_name')
    .orderBy('e.id')
    .limit(50)
    .execute()
}
