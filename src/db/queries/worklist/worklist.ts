/**
 * The desk's worklist: one contractor's applications when the permit names one, and all of them for those who may
 * look anywhere; filtered, in the order that was asked for, page by page. Reads only.
 */

import { type ExpressionBuilder, type RawBuilder, sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { ApplicationStatus } from '#domain/application/lifecycle.ts'
import type { ApplicationReason } from '#domain/application/reasons.ts'
import { addDays, type Day, isDay } from '#domain/dates.ts'
import { DUE_SOON_DAYS, type QueueName, queueNames, queues } from '#domain/review/queues/queues.ts'
import type { SortKey, WorklistQuery } from '#domain/review/queues/worklist-query.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import type { Tables } from '../../kit/tables.ts'
import { isRowId } from '../application/applications.ts'

/** Where the next page begins: after the row that has this value in the order asked for, and this id. */
export interface WorklistCursor {
  readonly value: string
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
  readonly contractorZone: string
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
  e: Tables['enrollee']
}
type Where = ExpressionBuilder<Aliased, 'a' | 'e'>

const answered = sql<boolean>`exists (
  select 1 from application_event v
  where v.application_id = a.id and v.event = 'answer-development' and v.at = a.status_since)`

/** A permit whose subject has no contractor was given to somebody who may look at all of them. */
const ofContractor = (permit: Permit<'worklist.view'>) => (e: Where) => {
  const { contractorId } = permit.subject
  return contractorId === undefined ? e.val(true) : e('a.contractor_id', '=', contractorId)
}

/** A day of the case, or of an open task in it, that is near or past. */
const dueBy = (until: Day) => sql<boolean>`(a.due_on <= ${until}::date or exists (
  select 1 from case_task t where t.application_id = a.id and t.state = 'open' and t.due_on <= ${until}::date))`

interface Looking {
  readonly userId: string
  readonly today: Day
}
const inQueue = (name: QueueName, who: Looking) => (e: Where) => {
  const queue = queues[name]
  const further =
    queue.only === 'mine'
      ? [e('a.assigned_to', '=', who.userId)]
      : queue.only === 'unassigned'
        ? [e('a.assigned_to', 'is', null)]
        : queue.only === 'answered'
          ? [answered]
          : queue.only === 'due-soon'
            ? [dueBy(addDays(who.today, DUE_SOON_DAYS))]
            : []
  return e.and([e('a.status', 'in', queue.statuses), ...further])
}

type Filter = Pick<WorklistQuery, 'form' | 'reason' | 'state' | 'holder'>
const passes = (q: Filter, userId: string) => (e: Where) =>
  e.and([
    ...(q.form ? [e('a.form', '=', q.form)] : []),
    ...(q.reason ? [e('a.reason', '=', q.reason)] : []),
    ...(q.state ? [e('a.state', '=', q.state)] : []),
    ...(q.holder === 'nobody'
      ? [e('a.assigned_to', 'is', null)]
      : q.holder === 'me'
        ? [e('a.assigned_to', '=', userId)]
        : isRowId(q.holder)
          ? [e('a.assigned_to', '=', q.holder)]
          : []),
  ])

/** What each order compares, and as what the cursor's text is read. Cases without a day come last. */
const orders: Readonly<
  Record<SortKey, { readonly by: RawBuilder<unknown>; readonly as: 'date' | 'text' | 'timestamptz' }>
> = {
  received: { by: sql`a.received_on`, as: 'date' },
  due: { by: sql`coalesce(a.due_on, date '9999-12-31')`, as: 'date' },
  name: { by: sql`e.display_name`, as: 'text' },
  form: { by: sql`a.form || ' ' || a.reason`, as: 'text' },
  status: { by: sql`a.status_since`, as: 'timestamptz' },
}
const AN_INSTANT = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?[+-]\d\d(:?\d\d)?$/
const isReadable = (value: string, as: 'date' | 'text' | 'timestamptz'): boolean =>
  as === 'text' ? !value.includes('\0') : as === 'date' ? isDay(value) : AN_INSTANT.test(value)

export interface WorklistAsk extends WorklistQuery {
  /** In the zone of the contractor. */
  readonly today: Day
  readonly after?: WorklistCursor
  readonly limit?: number
}

/** One page, `limit` rows at most; a cursor that is none begins at the beginning. */
export async function listWorklist(db: Db, permit: Permit<'worklist.view'>, ask: WorklistAsk): Promise<WorklistPage> {
  const limit = ask.limit ?? 25
  const { userId } = permit.actor
  const { by, as } = orders[ask.sort]
  const direction = ask.descending ? 'desc' : 'asc'
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
      'c.time_zone',
      answered.as('answered'),
      sql<string>`(${by})::text`.as('place'),
    ])
    .where((e) => ofContractor(permit)(e as unknown as Where))
    .where('a.received_on', 'is not', null)
    .where((e) => inQueue(ask.queue, { userId, today: ask.today })(e as unknown as Where))
    .where((e) => passes(ask, userId)(e as unknown as Where))
  const { after } = ask
  // Row comparison, so that a page never repeats or skips a case while others arrive.
  if (after && isReadable(after.value, as))
    query = query.where(
      sql<boolean>`(${by}, a.id) ${sql.raw(ask.descending ? '<' : '>')} (${after.value}::${sql.raw(as)}, ${after.id}::uuid)`,
    )
  const rows = await query
    .orderBy(by, direction)
    .orderBy('a.id', direction)
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: shown.map((r) => ({
      id: r.id,
      enrolleeName: r.display_name,
      enrolleeNpi: r.npi,
      form: r.form,
      reason: r.reason,
      state: r.state,
      contractorName: r.contractor,
      contractorZone: r.time_zone,
      status: r.status,
      receivedOn: r.received_on!,
      dueOn: r.due_on ?? undefined,
      trackingNumber: r.tracking_number ?? undefined,
      holderId: r.assigned_to ?? undefined,
      holderName: r.holder ?? undefined,
      isAnswered: r.answered,
    })),
    next: rows.length > limit && last ? { value: last.place, id: last.id } : undefined,
  }
}

/** How many cases each queue holds behind the filter, in one statement, so that the figures agree with one another. */
export async function countQueues(
  db: Db,
  permit: Permit<'worklist.view'>,
  ask: Filter & { readonly today: Day },
): Promise<Readonly<Record<QueueName, number>>> {
  const { userId } = permit.actor
  const row = await open(db)
    .selectFrom('application as a')
    .innerJoin('enrollee as e', 'e.id', 'a.enrollee_id')
    .where((e) => ofContractor(permit)(e as unknown as Where))
    .where('a.received_on', 'is not', null)
    .where((e) => passes(ask, userId)(e as unknown as Where))
    .select((e) =>
      queueNames.map((name) =>
        e.fn
          .countAll<number>()
          .filterWhere((f) => inQueue(name, { userId, today: ask.today })(f as unknown as Where))
          .as(name),
      ),
    )
    .executeTakeFirstOrThrow()
  return row as Readonly<Record<QueueName, number>>
}
