/** Revalidations that wait for the first day of their window. For jobs, across contractors. */
import type { Permit } from '#domain/access/policy.ts'
import type { ApplicationStatus } from '#domain/application/lifecycle.ts'
import type { Day } from '#domain/dates.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

export interface HeldRevalidation {
  readonly id: string
  readonly enrolleeId: string
  readonly zone: string
  readonly opensOn: Day
  readonly receivedOn: Day | undefined
}

/** The sooner first; at most 5,000. */
export async function listHeld(
  db: Db,
  _: Permit<'system.run'>,
  among: readonly ApplicationStatus[],
): Promise<readonly HeldRevalidation[]> {
  const rows = await open(db)
    .selectFrom('application as a')
    .innerJoin('contractor as c', 'c.id', 'a.contractor_id')
    .select(['a.id', 'a.enrollee_id', 'a.due_on', 'a.received_on', 'c.time_zone'])
    .where('a.status', 'in', among)
    .where('a.due_on', 'is not', null)
    .orderBy('a.due_on')
    .orderBy('a.id')
    .limit(5000)
    .execute()
  return rows.flatMap((r) =>
    r.due_on
      ? [
          {
            id: r.id,
            enrolleeId: r.enrollee_id,
            zone: r.time_zone,
            opensOn: r.due_on,
            receivedOn: r.received_on ?? undefined,
          },
        ]
      : [],
  )
}
