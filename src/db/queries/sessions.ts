/** Who is behind a session token, and which sessions a person has open. */
import type { Actor, Membership, Permit } from '#domain/access/policy.ts'
import { after, idleLimit, type OpenSession, sessionLimits } from '#domain/access/session.ts'
import type { Db } from '../db.ts'
import { open } from '../kit/open.ts'
import { tokenHash } from '../kit/token.ts'

export interface Visitor {
  readonly actor: Actor
  readonly session: OpenSession
}

/**
 * The actor and session of a token, or undefined when there is none, it ended, or its owner is not active.
 * Needs no permit, because permits are minted from it. Memberships are read anew on every request, so that
 * a right taken away is gone at once. Counts as activity unless `touch` is false (for status polls).
 */
export async function visitorOf(
  db: Db,
  token: string | undefined,
  now: Date,
  touch = true,
): Promise<Visitor | undefined> {
  if (!token) return undefined
  const rows = await open(db)
    .selectFrom('session as s')
    .innerJoin('app_user as u', 'u.id', 's.user_id')
    .leftJoin('membership as m', (j) =>
      j
        .onRef('m.user_id', '=', 'u.id')
        .on('m.status', '=', 'active')
        .on('m.valid_from', '<=', now)
        .on((e) => e.or([e('m.valid_to', 'is', null), e('m.valid_to', '>', now)])),
    )
    .select(['s.id', 's.user_id', 's.aal', 's.auth_at', 's.last_seen_at', 's.absolute_expires_at'])
    .select(['u.display_name', 'u.login_id', 'm.role', 'm.party_id'])
    .where('s.token_hash', '=', tokenHash(token))
    .where('s.revoked_at', 'is', null)
    .where('s.absolute_expires_at', '>', now)
    .where('u.status', '=', 'active')
    .execute()
  const first = rows[0]
  if (!first) return undefined
  const memberships = rows.flatMap((r): Membership[] =>
    r.role !== null && r.party_id !== null ? [{ role: r.role, partyId: r.party_id }] : [],
  )
  const idle = idleLimit(memberships)
  if (after(first.last_seen_at, idle) <= now) return undefined
  const seen = touch && now.getTime() - first.last_seen_at.getTime() >= sessionLimits.touch ? now : first.last_seen_at
  if (seen === now) await touchSession(db, first.id, now)
  return {
    actor: { userId: first.user_id, memberships },
    session: {
      id: first.id,
      userId: first.user_id,
      displayName: first.display_name,
      loginId: first.login_id,
      aal: first.aal,
      authAt: first.auth_at,
      idleUntil: after(seen, idle),
      endsAt: first.absolute_expires_at,
    },
  }
}

async function touchSession(db: Db, id: string, now: Date): Promise<void> {
  await open(db)
    .updateTable('session')
    .set({ last_seen_at: now })
    .where('id', '=', id)
    .where('last_seen_at', '<', now)
    .execute()
}

export interface ListedSession {
  readonly id: string
  readonly userAgent: string
  readonly ip: string
  readonly startedAt: Date
  readonly lastSeenAt: Date
}

/** The permit owner's sessions that are still open, the latest used first. */
export async function listSessions(
  db: Db,
  permit: Permit<'account.manage'>,
  now: Date,
): Promise<readonly ListedSession[]> {
  const rows = await open(db)
    .selectFrom('session')
    .select(['id', 'user_agent', 'ip', 'created_at', 'last_seen_at'])
    .where('user_id', '=', permit.subjectId)
    .where('revoked_at', 'is', null)
    .where('absolute_expires_at', '>', now)
    .where('last_seen_at', '>', after(now, -idleLimit(permit.actor.memberships)))
    .orderBy('last_seen_at', 'desc')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    userAgent: r.user_agent,
    ip: r.ip,
    startedAt: r.created_at,
    lastSeenAt: r.last_seen_at,
  }))
}
