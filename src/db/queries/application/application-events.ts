/** The history of an application: who did what, in which capacity, for whom. */
import type { ApplicationEvent } from '#domain/application/lifecycle.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import type { ApplicationPermit } from './applications.ts'

export interface EventLine {
  readonly event: ApplicationEvent | 'start' | 'assign' | 'note' | 'fee' | 'signature' | 'task' | 'more-time'
  readonly at: Date
  readonly actorId: string
  /** The role in which the actor acted; undefined for the system and in old lines. */
  readonly capacity: string | undefined
  /** The name of the organization that a surrogate belonged to, or through which the role was held. */
  readonly through: string | undefined
  readonly detail: Readonly<Record<string, unknown>>
}

/** The application's whole history, oldest first. */
export async function listEvents(db: Db, permit: ApplicationPermit): Promise<readonly EventLine[]> {
  const rows = await open(db)
    .selectFrom('application_event as v')
    .leftJoin('organization as o', 'o.id', 'v.acting_through')
    .select(['v.event', 'v.at', 'v.actor_id', 'v.capacity', 'o.name as through', 'v.detail'])
    .where('v.application_id', '=', permit.subjectId)
    .orderBy('v.ordinal')
    .execute()
  return rows.map((r) => ({
    event: r.event,
    at: r.at,
    actorId: r.actor_id,
    capacity: r.capacity ?? undefined,
    through: r.through ?? undefined,
    detail: r.detail,
  }))
}
