/** The history of an application, and the only place that changes its status: both in the transaction that holds it. */
import { randomUUID } from 'node:crypto'
import { capacityOf } from '#domain/access/delegation.ts'
import type { Actor } from '#domain/access/policy.ts'
import { type ApplicationEvent, type ApplicationStatus, advance } from '#domain/application/lifecycle.ts'
import type { Day } from '#domain/dates.ts'
import type { Result } from '#domain/result.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import type { LockedApplication } from './applications.ts'

export interface Movement {
  readonly event: ApplicationEvent
  readonly detail?: Readonly<Record<string, unknown>>
  /** The day by which whoever holds it next must move; null when there is none. */
  readonly dueOn: Day | null
  readonly assignedTo?: string | null
  readonly trackingNumber?: string
  readonly receivedOn?: Day
}

/** The only place that changes a status: event and cache in one transaction, by the lifecycle's table. */
export async function moveApplication(
  tx: Db,
  locked: LockedApplication,
  m: Movement,
  by: Actor,
  at: Date,
): Promise<Result<ApplicationStatus>> {
  const next = advance(locked.status, m.event)
  if (!next.ok) return next
  await open(tx)
    .updateTable('application')
    .set((eb) => ({
      status: next.value,
      status_since: at,
      updated_at: at,
      due_on: m.dueOn,
      version: eb('version', '+', 1),
      ...(m.assignedTo !== undefined && { assigned_to: m.assignedTo }),
      ...(m.trackingNumber && { tracking_number: m.trackingNumber }),
      ...(m.receivedOn && { received_on: m.receivedOn }),
    }))
    .where('id', '=', locked.id)
    .execute()
  await appendEvent(tx, locked.id, m.event, by, at, m.detail ?? {})
  return next
}

/** Adds to the history. Nothing ever changes or removes a line of it. */
export async function appendEvent(
  tx: Db,
  applicationId: string,
  event: ApplicationEvent | 'start' | 'assign' | 'note' | 'fee' | 'signature' | 'task' | 'more-time',
  by: Actor,
  at: Date,
  detail: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { last, enrollee_id, contractor_id } = await open(tx)
    .selectFrom('application as a')
    .select(['a.enrollee_id', 'a.contractor_id'])
    .select((eb) =>
      eb
        .selectFrom('application_event as e')
        .select((x) => x.fn.max('e.ordinal').as('last'))
        .whereRef('e.application_id', '=', 'a.id')
        .as('last'),
    )
    .where('a.id', '=', applicationId)
    .executeTakeFirstOrThrow()
  // Who acts, for whom, and in which capacity: two identities that never stand for one another.
  const capacity = capacityOf(by, { enrolleeId: enrollee_id, contractorId: contractor_id })
  await open(tx)
    .insertInto('application_event')
    .values({
      id: randomUUID(),
      application_id: applicationId,
      ordinal: Number(last ?? 0) + 1,
      event,
      at,
      actor_id: by.userId,
      acting_for: capacity?.actingFor ?? null,
      capacity: capacity?.role ?? null,
      acting_through: capacity?.through ?? null,
      detail: JSON.stringify(detail),
    })
    .execute()
}
