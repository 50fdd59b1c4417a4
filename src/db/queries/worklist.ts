/**
 * The desk's worklist: one contractor's applications when the permit names one, and all of them for those who may
 * look anywhere; the longest waiting first. Reads only.
 */

import { type ExpressionBuilder, sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { ApplicationStatus } from '#domain/application/lifecycle.ts'
import type { ApplicationReason } from '#domain/application/reasons.ts'
import type { Day } from '#domain/dates.ts'
import { type QueueName, queueNames, queues } from '#domain/review/queues.ts'
import type { Db } from '../db.ts'
import { open } from '../kit/open.ts'
import type { Tables } from '../kit/tables.ts'

/** Where the next page begins: after this row. */
export interface WorklistCursor {
  readonly receivedOn: Day
  readonly id: string
}
export interface WorklistRow {
  readonly id: string
  readonly enrolleeName: string
  readonly enrolleeNpi: string
  readonly form: string
  readonly reason: ApplicationReason
  readonly state: string
  readonly contractorName: string
  readonly status: ApplicationStatus
  readonly receivedOn: Day
  readonly dueOn: Day | undefined
  readonly trackingNumber: string | undefined
  readonly holderId: string | undefined
  readonly holderName: string | undefined
  /** It came back from the provider and nobody has moved it since. */
  readonly isAnswered: boolean
}
export interface WorklistPage {
  readonly rows: readonly WorklistRow[]
  readonly next: WorklistCursor | undefined
}

interface Aliased extends Tables {
  a: Tables['application']
}
type Where = ExpressionBuilder<Aliased, 'a'>

const answered = sql<boolean>`exists (
  select 1 from application_event v
  where v.application_id = a.id and v.event = 'answer-development' and v.at = a.status_since)`

/** A permit whose subject has no contractor was given to somebody who may look at all of them. */
const ofContractor = (permit: Permit<'worklist.view'>) => (e: Where) => {
  const { contractorId } = permit.subject
  return contractorId === undefined ? e.val(true) : e('a.contractor_id', '=', contractorId)
}

const inQueue = (name: QueueName, userId: string) => (e: Where) => {
  const queue = queues[name]
  const further =
    queue.only === 'mine'
      ? [e('a.assigned_to', '=', userId)]
      : queue.only === 'unassigned'
        ? [e('a.assigned_to', 'is', null)]
        : queue.only === 'answered'
          ? [answered]
          : []
  return e.and([e('a.status', 'in', queue.statuses), ...further])
}

/** One page, `limit` rows at most. */
export async function listWorklist(
  db: Db,
  permit: Permit<'worklist.view'>,
  filter: { readonly queue: QueueName; readonly after?: WorklistCursor; readonly limit?: number },
): Promise<WorklistPage> {
  const limit = filter.limit ?? 25
  let query = open(db)
    .selectFrom('application as a')
    .innerJoin('enrollee as e', 'e.id', 'a.enrollee_id')
    .innerJoin('contractor as c', 'c.id', 'a.contractor_id')
    .leftJoin('app_user as u', 'u.id', 'a.assigned_to')
    .select(['a.id', 'e.display_name', 'e.npi', 'a.form', 'a.reason', 'a.state', 'a.status', 'a.received_on'])
    .select([
      'a.due_on',
      'a.tracking_number',
      'a.assigned_to',
      'u.display_name as holder',
      'c.name as contractor',
      answered.as('answered'),
    ])
    .where((e) => ofContractor(permit)(e as unknown as Where))
    .where('a.received_on', 'is not', null)
    .where((e) => inQueue(filter.queue, permit.actor.userId)(e as unknown as Where))
  const { after } = filter
  // Row comparison, so that a page never repeats or skips a case while others arrive.
  if (after) query = query.where(sql<boolean>`(a.received_on, a.id) > (${after.receivedOn}::date, ${after.id}::uuid)`)
  const rows = await query
    .orderBy('a.received_on')
    .orderBy('a.id')
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit).map((r) => ({
    id: r.id,
    enrolleeName: r.display_name,
    enrolleeNpi: r.npi,
    form: r.form,
    reason: r.reason,
    state: r.state,
    contractorName: r.contractor,
    status: r.status,
    receivedOn: r.received_on!,
    dueOn: r.due_on ?? undefined,
    trackingNumber: r.tracking_number ?? undefined,
    holderId: r.assigned_to ?? undefined,
    holderName: r.holder ?? undefined,
    isAnswered: r.answered,
  }))
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > limit && last ? { receivedOn: last.receivedOn, id: last.id } : undefined }
}

/** How many cases each queue holds, in one statement, so that the figures agree with one another. */
export async function countQueues(
  db: Db,
  permit: Permit<'worklist.view'>,
): Promise<Readonly<Record<QueueName, number>>> {
  const row = await open(db)
    .selectFrom('application as a')
    .where((e) => ofContractor(permit)(e as unknown as Where))
    .where('a.received_on', 'is not', null)
    .select((e) =>
      queueNames.map((name) =>
        e.fn
          .countAll<number>()
          .filterWhere((f) => inQueue(name, permit.actor.userId)(f as unknown as Where))
          .as(name),
      ),
    )
    .executeTakeFirstOrThrow()
  return row as Readonly<Record<QueueName, number>>
}
