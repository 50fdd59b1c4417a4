/**
 * What every report counts: the applications that were received, with the day on which each ended in its contractor's
 * zone. A draft never counts, nor what came before its time; what an appeal reopened is open again, and ends once more. SQL fragments, no reads.
 */
import { type RawBuilder, sql } from 'kysely'
import type { Action, Permit } from '#domain/access/policy.ts'
import { type ApplicationStatus, statuses } from '#domain/application/lifecycle.ts'

/** Only of one contractor, or of all. A permit for one contractor's figures never reaches another's. */
export interface Scope {
  readonly contractorId?: string | undefined
}

export const waitingOn = (who: 'contractor' | 'provider' | 'calendar'): RawBuilder<unknown> =>
  sql.join((Object.keys(statuses) as ApplicationStatus[]).filter((s) => statuses[s].waitingOn === who))

export const ofContractor = (permit: Permit<Action>, scope: Scope): RawBuilder<unknown> => {
  const id = permit.subject.contractorId ?? scope.contractorId
  return id === undefined ? sql`true` : sql`a.contractor_id = ${id}`
}

/** Rows of id, contractor_id, form, status, assigned_to, received_on and ended_on (null while it is open). */
export const countedCases = (permit: Permit<Action>, scope: Scope): RawBuilder<unknown> => sql`
  select a.id, a.contractor_id, a.form, a.status, a.assigned_to, a.received_on,
    case when a.status in (${waitingOn('contractor')}, ${waitingOn('provider')}) then null
      else (a.status_since at time zone c.time_zone)::date end as ended_on
  from application a join contractor c on c.id = a.contractor_id
  where a.received_on is not null and a.status not in (${waitingOn('calendar')}) and ${ofContractor(permit, scope)}`

/** The statuses in which somebody decided; whoever withdrew was not decided on. */
export const decidedStatuses = sql`'approved', 'denied', 'rejected', 'returned'`

export const wasAsked = sql`exists (select 1 from development_request r where r.application_id = k.id)`
