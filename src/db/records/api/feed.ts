/**
 * Numbers what happened into the feed. Each act writes its own row in its own transaction and waits for nobody; one
 * caller at a time holds the feed's row and gives consecutive numbers, so a reader's place never has holes before it.
 */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import { feedTypeOf } from '#domain/events/feed.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

/** Number of what needs none: events of the desk only. */
const NOT_TOLD = 0

/** Publishes at most `limit` events of each kind; returns how many were looked at. */
export async function publishBatch(tx: Db, _: Permit<'system.run'>, limit: number): Promise<number> {
  const k = open(tx)
  await k.selectFrom('feed_head').select('name').where('name', '=', 'main').forUpdate().executeTakeFirst()
  const head = await k.selectFrom('feed_event').select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst()
  const applications = await k
    .selectFrom('application_event as v')
    .innerJoin('application as a', 'a.id', 'v.application_id')
    .select(['v.id', 'v.event', 'v.at', 'v.application_id', 'a.enrollee_id'])
    .where('v.feed_seq', 'is', null)
    .orderBy('v.at')
    .orderBy('v.application_id')
    .orderBy('v.ordinal')
    .limit(limit)
    .execute()
  const changes = await k
    .selectFrom('enrollment_change as c')
    .innerJoin('enrollment as n', 'n.id', 'c.enrollment_id')
    .select(['c.sequence', 'c.at', 'c.enrollment_id', 'n.enrollee_id'])
    .where('c.feed_seq', 'is', null)
    .orderBy('c.sequence')
    .limit(limit)
    .execute()
  const told = [
    ...applications.flatMap((v) => {
      const type = feedTypeOf(v.event)
      if (!type) return []
      const { id, at, application_id: subject_id, enrollee_id } = v
      return [{ kind: 'application' as const, key: id, type, at, subject_id, enrollee_id }]
    }),
    ...changes.map((c) => ({
      kind: 'enrollment' as const,
      key: c.sequence,
      type: 'enrollment.changed' as const,
      at: c.at,
      subject_id: c.enrollment_id,
      enrollee_id: c.enrollee_id,
    })),
  ]
    // Stable: within one time the order in which they were written stays.
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .map((e, i) => ({ ...e, seq: (head?.seq ?? 0) + i + 1 }))
  if (told.length > 0)
    await k
      .insertInto('feed_event')
      .values(told.map(({ key: _, ...e }) => ({ ...e, id: `evt_${randomUUID().replaceAll('-', '')}` })))
      .execute()
  const silent = applications.filter((v) => !feedTypeOf(v.event)).map((v) => ({ key: v.id, seq: NOT_TOLD }))
  const numbered = [...told.filter((e) => e.kind === 'application'), ...silent]
  if (numbered.length > 0)
    await sql`update application_event as v set feed_seq = n.seq
      from unnest(cast(${numbered.map((e) => String(e.key))} as uuid[]), cast(${numbered.map((e) => e.seq)} as bigint[])) as n (id, seq)
      where v.id = n.id`.execute(k)
  const ours = told.filter((e) => e.kind === 'enrollment')
  if (ours.length > 0)
    await sql`update enrollment_change as c set feed_seq = n.seq
      from unnest(cast(${ours.map((e) => Number(e.key))} as bigint[]), cast(${ours.map((e) => e.seq)} as bigint[])) as n (id, seq)
      where c.sequence = n.id`.execute(k)
  return applications.length + changes.length
}
