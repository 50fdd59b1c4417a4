/** The one way from what the record says to the day until which an enrollment has to be revalidated. Reads only. */
import type { ExpressionBuilder, Kysely } from 'kysely'
import { type Day, dayIn } from '#domain/dates.ts'
import { revalidationDue } from '#domain/time/revalidation.ts'
import type { Tables } from '../../kit/tables.ts'

/** Reasons whose approval counts as a revalidation: all of the record was given anew. */
export const COUNTS = ['revalidation', 'reactivation'] as const

/** Statuses in which something can still become due. */
export const LIVES = ['approved', 'stayed', 'opted-out']

/** The newest date that was set, of enrollment `n`, as `set_on`. */
export const newestSet = (x: ExpressionBuilder<Tables & { n: Tables['enrollment'] }, 'n'>) =>
  x
    .selectFrom('revalidation_date as r')
    .select('r.due_on')
    .whereRef('r.enrollment_id', '=', 'n.id')
    .orderBy('r.set_at', 'desc')
    .orderBy('r.id')
    .limit(1)
    .as('set_on')

export interface DueRow {
  readonly form: string
  readonly began: Day
  readonly set_on: Day | null
  /** Since when the record is kept here, and the zone in which its contractor counts days. */
  readonly created_at: Date
  readonly time_zone: string
}

/** Undefined for what is not revalidated. */
export const dueOf = (r: DueRow, receivedOn: readonly Day[]): Day | undefined =>
  revalidationDue({
    form: r.form,
    began: r.began,
    receivedOn,
    setOn: r.set_on ?? undefined,
    keptSince: dayIn(r.time_zone, r.created_at),
  })

/** The days on which approved applications that count were received, by enrollment. */
export async function receivedFor(
  k: Kysely<Tables>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Day[]>> {
  const rows = await k
    .selectFrom('application')
    .select(['enrollment_id', 'received_on'])
    .where('enrollment_id', 'in', ids)
    .where('reason', 'in', COUNTS)
    .where('status', '=', 'approved')
    .where('received_on', 'is not', null)
    .orderBy('created_at')
    .execute()
  const days = new Map<string, Day[]>()
  for (const { enrollment_id, received_on } of rows) {
    if (!enrollment_id || !received_on) continue
    const list = days.get(enrollment_id)
    if (list) list.push(received_on)
    else days.set(enrollment_id, [received_on])
  }
  return days
}
