/** How an application moves when it is signed for the first time: into the queue, or kept because it came before its window. */
import type { Db } from '#db/db.ts'
import { findTimed } from '#db/queries/time/due-facts.ts'
import type { LockedApplication } from '#db/records/application/applications.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import { heldUntil } from '#domain/time/early-revalidation.ts'

export async function submitMovement(
  tx: Db,
  permit: Permit<'application.sign'>,
  { reason, enrollmentId }: Pick<LockedApplication, 'reason' | 'enrollmentId'>,
  receivedOn: Day,
) {
  const timed = enrollmentId === undefined ? undefined : await findTimed(tx, permit, enrollmentId)
  const until = heldUntil({ reason, due: timed?.due, receivedOn })
  return until === undefined
    ? ({ event: 'submit', dueOn: null } as const)
    : ({ event: 'submit-early', dueOn: until } as const)
}
