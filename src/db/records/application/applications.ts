/** Writes of applications. Only use-cases call these, inside a transaction that holds the application's row. */

import { randomUUID } from 'node:crypto'
import type { Permit } from '#domain/access/policy.ts'
import type { ApplicationStatus } from '#domain/application/lifecycle.ts'
import type { ApplicationReason } from '#domain/application/reasons.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import type { ApplicationPermit } from '../../queries/application/applications.ts'
import { appendEvent } from './application-events.ts'

export interface LockedApplication {
  readonly id: string
  readonly form: string
  readonly reason: ApplicationReason
  readonly status: ApplicationStatus
  readonly version: number
  readonly contractorId: string
  readonly enrolleeId: string
  readonly enrollmentId: string | undefined
  readonly assignedTo: string | undefined
  readonly trackingNumber: string | undefined
}

/** Holds the application until the transaction ends, and says where it stands now. */
export async function lockApplication(tx: Db, permit: ApplicationPermit): Promise<LockedApplication> {
  const r = await open(tx)
    .selectFrom('application')
    .select([
      'id',
      'form',
      'reason',
      'status',
      'version',
      'contractor_id',
      'enrollee_id',
      'enrollment_id',
      'assigned_to',
      'tracking_number',
    ])
    .where('id', '=', permit.subjectId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return {
    id: r.id,
    form: r.form,
    reason: r.reason,
    status: r.status,
    version: r.version,
    contractorId: r.contractor_id,
    enrolleeId: r.enrollee_id,
    enrollmentId: r.enrollment_id ?? undefined,
    assignedTo: r.assigned_to ?? undefined,
    trackingNumber: r.tracking_number ?? undefined,
  }
}

export interface NewApplication {
  readonly form: string
  readonly edition: string
  readonly reason: ApplicationReason
  readonly enrollmentId?: string
  readonly basisOrdinal?: number
  readonly state: string
  readonly contractorId: string
  readonly signerId: string | undefined
  readonly prefilled: readonly string[]
  /** Of a change of information only. */
  readonly chosenTasks?: readonly string[]
}

/** Begins a draft for the permit's enrollee and returns its id. */
export async function insertApplication(
  tx: Db,
  permit: Permit<'application.start'>,
  a: NewApplication,
  at: Date,
): Promise<string> {
  const id = randomUUID()
  await open(tx)
    .insertInto('application')
    .values({
      id,
      form: a.form,
      edition: a.edition,
      reason: a.reason,
      enrollee_id: permit.subjectId,
      enrollment_id: a.enrollmentId ?? null,
      basis_ordinal: a.basisOrdinal ?? null,
      state: a.state,
      contractor_id: a.contractorId,
      status: 'draft',
      status_since: at,
      signer_id: a.signerId ?? null,
      prefilled: JSON.stringify(a.prefilled),
      chosen_tasks: JSON.stringify(a.chosenTasks ?? []),
      created_by: permit.actor.userId,
      created_at: at,
      updated_at: at,
    })
    .execute()
  await appendEvent(tx, id, 'start', permit.actor, at, { reason: a.reason })
  return id
}

/** Notes that the application was touched: its version goes up, so that pages drawn before can tell. */
export async function touchApplication(
  tx: Db,
  applicationId: string,
  at: Date,
  prefilled?: readonly string[],
): Promise<void> {
  await open(tx)
    .updateTable('application')
    .set((eb) => ({
      updated_at: at,
      version: eb('version', '+', 1),
      ...(prefilled && { prefilled: JSON.stringify(prefilled) }),
    }))
    .where('id', '=', applicationId)
    .execute()
}
