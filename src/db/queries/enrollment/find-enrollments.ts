/** Enrollments of a contractor by what somebody on the phone says: an ID, an NPI, a PTAN, or a name. Reads only. */
import { type SqlBool, sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { EnrollmentStatus } from '#domain/enrollment/enrollment.ts'
import { beginsAWord, readSaid } from '#domain/review/queues/said-on-phone.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

export interface FoundEnrollment {
  readonly id: string
  readonly name: string
  readonly npi: string
  readonly form: string
  readonly state: string
  readonly status: EnrollmentStatus
}
/** More than anybody looks through; whoever gets so many says more. */
export const MOST_FOUND = 50

/** By name, then by ID; of the permit's contractor, or of all when it names none. Nothing for what says nothing. */
export async function findEnrollments(
  db: Db,
  { subject: { contractorId } }: Permit<'decisions.view'>,
  said: string,
): Promise<readonly FoundEnrollment[]> {
  const asked = readSaid(said)
  if (asked.is === 'nothing') return []
  const which =
    asked.is === 'number'
      ? // By each number for itself: "or" over two tables reads both as a whole.
        sql<SqlBool>`n.id in (
          select x.id from enrollment x where x.id = ${asked.npi} or x.ptan in (${asked.npi}, ${asked.whole})
          union all
          select x.id from enrollment x join enrollee y on y.id = x.enrollee_id where y.npi = ${asked.npi})`
      : sql<SqlBool>`' ' || e.display_name ilike all(${asked.words.map(beginsAWord)}::text[])`
  const rows = await open(db)
    .selectFrom('enrollment as n')
    .innerJoin('enrollee as e', 'e.id', 'n.enrollee_id')
    .select(['n.id', 'e.display_name as name', 'e.npi', 'n.form', 'n.state', 'n.status'])
    .where(which)
    .$if(contractorId !== undefined, (q) => q.where('n.contractor_id', '=', contractorId!))
    .orderBy('e.display_name')
    .orderBy('n.id')
    .limit(MOST_FOUND)
    .execute()
  return rows.map((r) => ({ ...r, status: r.status as EnrollmentStatus }))
}
