/** Who reassigns benefits to an organization's enrollment, as we know it now. */
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

export interface RosterLine {
  readonly id: string
  readonly name: string
  readonly npi: string
  readonly specialty: string
  readonly from: Day
  readonly to: Day | undefined
}

/** By name; at most 1,000. */
export async function listRoster(db: Db, permit: Permit<'roster.view'>): Promise<readonly RosterLine[]> {
  const rows = await open(db)
    .selectFrom('reassignment as r')
    .innerJoin('enrollment as n', 'n.id', 'r.from_enrollment_id')
    .innerJoin('enrollee as e', 'e.id', 'n.enrollee_id')
    .select(['r.id', 'e.display_name', 'e.npi', 'n.specialty', 'r.from_on', 'r.to_on'])
    .where('r.to_enrollment_id', '=', permit.subjectId)
    .where('r.known_to', 'is', null)
    .orderBy('e.display_name')
    .orderBy('r.id')
    .limit(1000)
    .execute()
  return rows.map((r) => ({
    id: r.id,
    name: r.display_name,
    npi: r.npi,
    specialty: r.specialty,
    from: r.from_on,
    to: r.to_on ?? undefined,
  }))
}
