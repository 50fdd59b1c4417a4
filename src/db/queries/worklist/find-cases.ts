/** Cases of a contractor, open and decided, by what somebody on the phone says: a tracking number, an NPI, a name. Reads only. */
import { type SqlBool, sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { ApplicationStatus } from '#domain/application/lifecycle.ts'
import type { ApplicationReason } from '#domain/application/reasons.ts'
import type { Day } from '#domain/dates.ts'
import { beginsAWord, readSaid } from '#domain/review/queues/said-on-phone.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { MOST_FOUND } from '../enrollment/find-enrollments.ts'

export interface FoundCase {
  readonly id: string
  readonly name: string
  readonly npi: string
  readonly trackingNumber: string | undefined
  readonly form: string
  readonly reason: ApplicationReason
  readonly state: string
  readonly status: ApplicationStatus
  readonly receivedOn: Day
  readonly holderName: string | undefined
}

/** The newest first; of the permit's contractor, or of all when it names none. Drafts are nobody's case yet. */
export async function findCases(
  db: Db,
  { subject: { contractorId } }: Permit<'worklist.view'>,
  said: string,
): Promise<readonly FoundCase[]> {
  const asked = readSaid(said)
  if (asked.is === 'nothing') return []
  const which =
    asked.is === 'number'
      ? // By each number for itself: "or" over two tables reads both as a whole.
        sql<SqlBool>`a.id in (
          select x.id from application x where x.tracking_number = ${asked.tracking}
          union all
          select x.id from application x join enrollee y on y.id = x.enrollee_id where y.npi = ${asked.npi}
          union all
          select x.id from application x join enrollment n on n.enrollee_id = x.enrollee_id
          where n.id = ${asked.npi} and x.enrollment_id = n.id)`
      : sql<SqlBool>`' ' || e.display_name ilike all(${asked.words.map(beginsAWord)}::text[])`
  const rows = await open(db)
    .selectFrom('application as a')
    .innerJoin('enrollee as e', 'e.id', 'a.enrollee_id')
    .leftJoin('app_user as u', 'u.id', 'a.assigned_to')
    .select(['a.id', 'e.display_name as name', 'e.npi', 'a.tracking_number', 'a.form', 'a.reason', 'a.state'])
    .select(['a.status', 'a.received_on', 'u.display_name as holder'])
    .where(which)
    .where('a.received_on', 'is not', null)
    .$if(contractorId !== undefined, (q) => q.where('a.contractor_id', '=', contractorId!))
    .orderBy('a.received_on', 'desc')
    .orderBy('a.id')
    .limit(MOST_FOUND)
    .execute()
  return rows.map((r) => ({
    id: r.id,
    name: r.name,
    npi: r.npi,
    trackingNumber: r.tracking_number ?? undefined,
    form: r.form,
    reason: r.reason,
    state: r.state,
    status: r.status,
    receivedOn: r.received_on!,
    holderName: r.holder ?? undefined,
  }))
}
