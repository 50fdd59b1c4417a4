/** Reads of what time makes due: requests without an answer and drafts that nobody touches. For jobs, across contractors. */
import type { Permit } from '#domain/access/policy.ts'
import type { ApplicationStatus } from '#domain/application/lifecycle.ts'
import type { Day } from '#domain/dates.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { isRowId } from '../application/applications.ts'

type SystemPermit = Permit<'system.run'>

export interface WaitingRequest {
  readonly requestId: string
  readonly applicationId: string
  readonly trackingNumber: string | undefined
  readonly enrolleeId: string
  readonly sentOn: Day
  readonly dueOn: Day
  /** The zone in which the due day is a day. */
  readonly zone: string
  readonly contractorId: string
  readonly contractorName: string
  readonly contractorEmail: string
  /** The analyst who holds the case. */
  readonly holderId: string | undefined
}

/** Requests without an answer whose due day is `dueBy` or earlier, of applications in one of these statuses. */
export async function listWaitingRequests(
  db: Db,
  _: SystemPermit,
  among: readonly ApplicationStatus[],
  dueBy: Day,
): Promise<readonly WaitingRequest[]> {
  const rows = await open(db)
    .selectFrom('development_request as r')
    .innerJoin('application as a', 'a.id', 'r.application_id')
    .innerJoin('contractor as c', 'c.id', 'a.contractor_id')
    .select([
      'r.id',
      'r.application_id',
      'r.sent_on',
      'r.due_on',
      'a.tracking_number',
      'a.enrollee_id',
      'a.assigned_to',
    ])
    .select(['c.time_zone', 'c.name', 'c.email', 'a.contractor_id'])
    .where('r.answered_at', 'is', null)
    .where('r.due_on', '<=', dueBy)
    .where('a.status', 'in', among)
    .orderBy('r.due_on')
    .orderBy('r.id')
    .execute()
  return rows.map((r) => ({
    requestId: r.id,
    applicationId: r.application_id,
    trackingNumber: r.tracking_number ?? undefined,
    enrolleeId: r.enrollee_id,
    sentOn: r.sent_on,
    dueOn: r.due_on,
    zone: r.time_zone,
    contractorId: r.contractor_id,
    contractorName: r.name,
    contractorEmail: r.email,
    holderId: r.assigned_to ?? undefined,
  }))
}

export interface IdleDraft {
  readonly applicationId: string
  readonly enrolleeId: string
  readonly contractorId: string
  readonly state: string
  readonly lastTouchedAt: Date
  readonly zone: string
}

/** Applications in one of these statuses that nobody touched since an instant. */
export async function listIdleDrafts(
  db: Db,
  _: SystemPermit,
  among: readonly ApplicationStatus[],
  since: Date,
): Promise<readonly IdleDraft[]> {
  const rows = await open(db)
    .selectFrom('application as a')
    .innerJoin('contractor as c', 'c.id', 'a.contractor_id')
    .select(['a.id', 'a.enrollee_id', 'a.contractor_id', 'a.state', 'a.updated_at', 'c.time_zone'])
    .where('a.status', 'in', among)
    .where('a.updated_at', '<=', since)
    .orderBy('a.updated_at')
    .orderBy('a.id')
    .execute()
  return rows.map((r) => ({
    applicationId: r.id,
    enrolleeId: r.enrollee_id,
    contractorId: r.contractor_id,
    state: r.state,
    lastTouchedAt: r.updated_at,
    zone: r.time_zone,
  }))
}

/** E-mail addresses at which one active user wants to be told. */
export async function listAddressesOf(
  db: Db,
  _: SystemPermit | Permit<'affiliation.sign'>,
  userId: string | undefined,
): Promise<readonly string[]> {
  if (!isRowId(userId)) return []
  const rows = await open(db)
    .selectFrom('contact as c')
    .innerJoin('app_user as u', 'u.id', 'c.user_id')
    .select('c.value')
    .where('c.user_id', '=', userId)
    .where('c.kind', '=', 'email')
    .where('c.notify', '=', true)
    .where('u.status', '=', 'active')
    .orderBy('c.value')
    .execute()
  return rows.map((r) => r.value)
}

export interface Delivery {
  readonly sentAt: Date | undefined
  /** It was given up: nobody will try again. */
  readonly failed: boolean
}

/** How far messages with these keys have come; one that was never queued is missing. */
export async function listDeliveries(
  db: Db,
  _: SystemPermit,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Delivery>> {
  if (keys.length === 0) return new Map()
  const rows = await open(db)
    .selectFrom('message')
    .select(['dedupe_key', 'sent_at', 'failed_at'])
    .where('dedupe_key', 'in', keys)
    .execute()
  return new Map(rows.map((r) => [r.dedupe_key, { sentAt: r.sent_at ?? undefined, failed: r.failed_at !== null }]))
}
