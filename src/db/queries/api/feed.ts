/** The feed of events: a program's own parties, or what is public of everybody. Reads only. */
import { enrolleesFor, type Permit } from '#domain/access/policy.ts'
import type { FeedEvent, FeedType } from '#domain/events/feed.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { isRowId } from '../application/applications.ts'

const eventsAfter = (db: Db, after: number, limit: number) =>
  open(db).selectFrom('feed_event').selectAll().where('seq', '>', after).orderBy('seq').limit(limit)

type Row = Awaited<ReturnType<ReturnType<typeof eventsAfter>['execute']>>[number]
const eventOf = (r: Row): FeedEvent => ({
  seq: r.seq,
  id: r.id,
  kind: r.kind,
  type: r.type,
  enrolleeId: r.enrollee_id,
  subjectId: r.subject_id,
  at: r.at,
})

/** Events of the enrollees for which the program acts, oldest first. */
export async function listOwnEvents(
  db: Db,
  permit: Permit<'events.read'>,
  after: number,
  limit: number,
): Promise<readonly FeedEvent[]> {
  const enrollees = enrolleesFor(permit.actor, 'application.view').filter(isRowId)
  if (enrollees.length === 0) return []
  return (await eventsAfter(db, after, limit).where('enrollee_id', 'in', enrollees).execute()).map(eventOf)
}

export interface PublicChange {
  readonly seq: number
  readonly at: Date
  readonly enrollmentId: string
  readonly npi: string
}

/** Enrollments that changed, of everybody: the number, when, and where to look. */
export async function listPublicChanges(
  db: Db,
  _: Permit<'public.view'>,
  after: number,
  limit: number,
): Promise<readonly PublicChange[]> {
  const rows = await open(db)
    .selectFrom('feed_event as v')
    .innerJoin('enrollee as e', 'e.id', 'v.enrollee_id')
    .select(['v.seq', 'v.at', 'v.subject_id', 'e.npi'])
    .where('v.kind', '=', 'enrollment')
    .where('v.seq', '>', after)
    .orderBy('v.seq')
    .limit(limit)
    .execute()
  return rows.map((r) => ({ seq: r.seq, at: r.at, enrollmentId: r.subject_id, npi: r.npi }))
}

/** Of some enrollees and types only, for whoever delivers them. */
export async function listEventsFor(
  db: Db,
  _: Permit<'system.run'>,
  want: { readonly enrollees: readonly string[]; readonly types: readonly FeedType[]; readonly after: number },
  limit: number,
): Promise<readonly FeedEvent[]> {
  if (want.enrollees.length === 0 || want.types.length === 0) return []
  const rows = await eventsAfter(db, want.after, limit)
    .where('enrollee_id', 'in', want.enrollees)
    .where('type', 'in', want.types)
    .execute()
  return rows.map(eventOf)
}

export async function feedHead(db: Db): Promise<number> {
  const row = await open(db).selectFrom('feed_event').select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst()
  return row?.seq ?? 0
}
