/** What the service clocks of listed cases are reckoned from: their lines of history and their tasks. Reads only. */
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { TaskKind } from '#domain/review/queues/case-tasks.ts'
import { pausingTasks, type ServiceClock, serviceClock } from '#domain/review/queues/service-clock.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import type { ApplicationPermit } from '../application/applications.ts'

interface Listed {
  readonly id: string
  readonly receivedOn: Day
  readonly contractorZone: string
}

/** The clock of each case that the permit's worklist lists, by id, as of the day. */
export async function clocksOf(
  db: Db,
  _: ApplicationPermit | Permit<'worklist.view'>,
  cases: readonly Listed[],
  today: Day,
): Promise<ReadonlyMap<string, ServiceClock>> {
  const ids = cases.map((c) => c.id)
  if (ids.length === 0) return new Map()
  const k = open(db)
  const lines = await k
    .selectFrom('application_event')
    .select(['application_id', 'event', 'at'])
    .where('application_id', 'in', ids)
    .where('event', 'not in', ['note', 'task', 'assign', 'fee', 'signature', 'more-time', 'start'])
    .orderBy('ordinal')
    .execute()
  const tasks = await k
    .selectFrom('case_task')
    .select(['application_id', 'kind', 'opened_at', 'closed_at'])
    .where('application_id', 'in', ids)
    .where('kind', 'in', Object.keys(pausingTasks) as TaskKind[])
    .execute()
  const of = <R extends { readonly application_id: string }>(rows: readonly R[], id: string) =>
    rows.filter((r) => r.application_id === id)
  return new Map(
    cases.map((c) => [
      c.id,
      serviceClock(
        c.receivedOn,
        of(lines, c.id),
        of(tasks, c.id).map((t) => ({ kind: t.kind, openedAt: t.opened_at, closedAt: t.closed_at ?? undefined })),
        today,
        c.contractorZone,
      ),
    ]),
  )
}
