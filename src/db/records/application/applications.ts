/** Writes of applications. Only use-cases call these, inside a transaction that holds the application's row. */

import { randomUUID } from 'node:crypto'
import { capacityOf } from '#domain/access/delegation.ts'
import type { Actor, Permit } from '#domain/access/policy.ts'
import { type ApplicationEvent, type ApplicationStatus, advance } from '#domain/application/lifecycle.ts'
import type { ApplicationReason } from '#domain/application/reasons.ts'
import type { Day } from '#domain/dates.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import type { Db } from '../../db.ts'
import { open, vaultOf } from '../../kit/open.ts'
import { type ApplicationPermit, itemPlace } from '../../queries/application/applications.ts'

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

export interface ItemToSave {
  readonly sectionId: string
  readonly itemId: string
  readonly open: Readonly<Record<string, unknown>>
  readonly restricted: Readonly<Record<string, unknown>>
  /** The version that the page was drawn from; undefined for a new item. */
  readonly seenVersion: number | undefined
}

/** Saves one item; refuses with `stale` when somebody saved it after the page was drawn. */
export async function saveItem(
  tx: Db,
  applicationId: string,
  item: ItemToSave,
  by: Actor,
  at: Date,
): Promise<Result<null>> {
  const k = open(tx)
  const sealed =
    Object.keys(item.restricted).length > 0
      ? vaultOf(tx).seal(itemPlace(applicationId, item.sectionId, item.itemId), JSON.stringify(item.restricted))
      : null
  const values = {
    answers: JSON.stringify(item.open),
    restricted: sealed,
    updated_at: at,
    updated_by: by.userId,
    removed_at: null,
  }
  const stored = await k
    .selectFrom('section_answers')
    .select('version')
    .where('application_id', '=', applicationId)
    .where('section_id', '=', item.sectionId)
    .where('item_id', '=', item.itemId)
    .executeTakeFirst()
  if (stored && stored.version !== item.seenVersion) return refuse({ code: 'stale' })
  if (stored)
    await k
      .updateTable('section_answers')
      .set({ ...values, version: stored.version + 1 })
      .where('application_id', '=', applicationId)
      .where('section_id', '=', item.sectionId)
      .where('item_id', '=', item.itemId)
      .execute()
  else {
    const { last } = await k
      .selectFrom('section_answers')
      .select((eb) => eb.fn.coalesce(eb.fn.max('position'), eb.val(0)).as('last'))
      .where('application_id', '=', applicationId)
      .where('section_id', '=', item.sectionId)
      .executeTakeFirstOrThrow()
    await k
      .insertInto('section_answers')
      .values({
        application_id: applicationId,
        section_id: item.sectionId,
        item_id: item.itemId,
        position: Number(last) + 1,
        ...values,
      })
      .execute()
  }
  return ok(null)
}

/** Takes an item out, or puts it back. */
export async function setItemRemoved(
  tx: Db,
  applicationId: string,
  sectionId: string,
  itemId: string,
  removedAt: Date | null,
): Promise<boolean> {
  const done = await open(tx)
    .updateTable('section_answers')
    .set({ removed_at: removedAt })
    .where('application_id', '=', applicationId)
    .where('section_id', '=', sectionId)
    .where('item_id', '=', itemId)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
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
