/** The people whom time tells something: with what they hold, read anew, and how they want to be told. */
import { type Actor, enrolleeRoles, type Membership, type Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import { type DigestRhythm, usualRhythm } from '#domain/time/digest.ts'
import type { Db } from '../../db.ts'
import { lentRoles } from '../../kit/holdings.ts'
import { open } from '../../kit/open.ts'
import { tokenHash } from '../../kit/token.ts'
import { isRowId } from '../application/applications.ts'

/** An active user as an actor, everything they hold included; undefined when there is none. */
export async function actorOf(db: Db, userId: string, now: Date): Promise<Actor | undefined> {
  if (!isRowId(userId)) return undefined
  const rows = await open(db)
    .selectFrom('app_user as u')
    .leftJoin('membership as m', (j) =>
      j
        .onRef('m.user_id', '=', 'u.id')
        .on('m.status', '=', 'active')
        .on('m.valid_from', '<=', now)
        .on((e) => e.or([e('m.valid_to', 'is', null), e('m.valid_to', '>', now)])),
    )
    .select(['m.role', 'm.party_id', 'm.functions'])
    .where('u.id', '=', userId)
    .where('u.status', '=', 'active')
    .execute()
  if (rows.length === 0) return undefined
  const direct = rows.flatMap((r): Membership[] =>
    r.role !== null && r.party_id !== null
      ? [{ role: r.role, partyId: r.party_id, ...(r.functions && { functions: r.functions }) }]
      : [],
  )
  return { userId, memberships: [...direct, ...(await lentRoles(db, userId, now, undefined))] }
}

export interface DigestReader {
  readonly userId: string
  readonly rhythm: DigestRhythm
  readonly lastOn: Day | undefined
  readonly emails: readonly string[]
}

/** Active people of the provider side who have an address at which they want to be told. */
export async function listDigestReaders(db: Db, _: Permit<'system.run'>): Promise<readonly DigestReader[]> {
  const rows = await open(db)
    .selectFrom('app_user as u')
    .innerJoin('contact as c', 'c.user_id', 'u.id')
    .leftJoin('calendar_setting as s', 's.user_id', 'u.id')
    .select(['u.id', 'c.value', 's.digest', 's.last_digest_on'])
    .where('u.status', '=', 'active')
    .where('c.kind', '=', 'email')
    .where('c.notify', '=', true)
    .where((e) =>
      e.exists(
        e
          .selectFrom('membership as m')
          .select('m.id')
          .whereRef('m.user_id', '=', 'u.id')
          .where('m.status', '=', 'active')
          .where('m.role', 'in', enrolleeRoles),
      ),
    )
    .orderBy('u.id')
    .orderBy('c.value')
    .execute()
  const readers = new Map<string, DigestReader>()
  for (const r of rows)
    readers.set(r.id, {
      userId: r.id,
      rhythm: r.digest ?? usualRhythm,
      lastOn: r.last_digest_on ?? undefined,
      emails: [...(readers.get(r.id)?.emails ?? []), r.value],
    })
  return [...readers.values()]
}

export interface CalendarSetting {
  readonly digest: DigestRhythm
  readonly feedMadeAt: Date | undefined
}
/** The permit's subject is the visitor. */
export async function findCalendarSetting(db: Db, permit: Permit<'dashboard.view'>): Promise<CalendarSetting> {
  const row = await open(db)
    .selectFrom('calendar_setting')
    .select(['digest', 'feed_made_at'])
    .where('user_id', '=', permit.actor.userId)
    .executeTakeFirst()
  return { digest: row?.digest ?? usualRhythm, feedMadeAt: row?.feed_made_at ?? undefined }
}

/** Whose calendar a secret opens. Needs no permit, because the secret is the proof. */
export async function ownerOfFeed(db: Db, token: string): Promise<string | undefined> {
  const row = await open(db)
    .selectFrom('calendar_setting')
    .select('user_id')
    .where('feed_hash', '=', tokenHash(token))
    .executeTakeFirst()
  return row?.user_id
}
