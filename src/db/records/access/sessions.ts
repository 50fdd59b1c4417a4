/** Opening, renewing and ending sessions. The token never reaches a column, only its hash does. */
import { randomUUID } from 'node:crypto'
import { after, sessionLimits } from '#domain/access/session.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { tokenHash } from '../../kit/token.ts'

export interface NewSession {
  readonly token: string
  readonly userId: string
  readonly aal: 1 | 2
  readonly methods: readonly string[]
  readonly phishingResistant: boolean
  readonly ip: string
  readonly userAgent: string
  readonly deviceId: string | undefined
  /** On a computer that others use: ends sooner. */
  readonly publicComputer?: boolean | undefined
  /** Its owner first has to add a way to verify that is allowed. */
  readonly mustAdd?: boolean
}

/** Opens a session and returns its id. */
export async function insertSession(tx: Db, s: NewSession, at: Date): Promise<string> {
  const id = randomUUID()
  await open(tx)
    .insertInto('session')
    .values({
      id,
      token_hash: tokenHash(s.token),
      user_id: s.userId,
      aal: s.aal,
      methods: JSON.stringify(s.methods),
      phishing_resistant: s.phishingResistant,
      created_at: at,
      auth_at: at,
      last_seen_at: at,
      absolute_expires_at: after(at, s.publicComputer ? sessionLimits.publicAbsolute : sessionLimits.absolute),
      ip: s.ip,
      user_agent: s.userAgent.slice(0, 300),
      device_id: s.deviceId ?? null,
      public_computer: s.publicComputer ?? false,
      must_add_method: s.mustAdd ?? false,
    })
    .execute()
  return id
}

/** After both factors were given again: a new token, a fresh `auth_at`, the same absolute end. False when it ended meanwhile. */
export async function renewSession(
  tx: Db,
  id: string,
  s: Pick<NewSession, 'token' | 'userId' | 'aal' | 'methods' | 'phishingResistant'>,
  at: Date,
): Promise<boolean> {
  const done = await open(tx)
    .updateTable('session')
    .set({
      token_hash: tokenHash(s.token),
      aal: s.aal,
      methods: JSON.stringify(s.methods),
      phishing_resistant: s.phishingResistant,
      auth_at: at,
      last_seen_at: at,
    })
    .where('id', '=', id)
    .where('user_id', '=', s.userId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** An allowed way to verify was added: the session opens everything again. */
export async function noteMethodAdded(tx: Db, userId: string): Promise<void> {
  await open(tx)
    .updateTable('session')
    .set({ must_add_method: false })
    .where('user_id', '=', userId)
    .where('must_add_method', '=', true)
    .execute()
}

type EndReason =
  | 'sign-out'
  | 'ended-by-owner'
  | 'replaced'
  | 'password-changed'
  | 'factors-changed'
  | 'reset'
  | 'ended-by-staff'
  | 'suspended'
  | 'disavowed'
  | 'too-many'
  | 'idle'

/** Ends the session of a token, if it is open, and returns whose it was. */
export async function endSessionOf(
  tx: Db,
  token: string,
  reason: EndReason,
  at: Date,
): Promise<{ id: string; userId: string } | undefined> {
  const row = await open(tx)
    .updateTable('session')
    .set({ revoked_at: at, revoke_reason: reason })
    .where('token_hash', '=', tokenHash(token))
    .where('revoked_at', 'is', null)
    .returning(['id', 'user_id'])
    .executeTakeFirst()
  return row && { id: row.id, userId: row.user_id }
}

interface Which {
  readonly userId: string
  readonly only?: string | undefined
  readonly except?: string | undefined
}
/** Ends a person's sessions (all, only one, or all but one) and returns how many. */
export async function endSessions(tx: Db, which: Which, reason: EndReason, at: Date): Promise<number> {
  let q = open(tx)
    .updateTable('session')
    .set({ revoked_at: at, revoke_reason: reason })
    .where('user_id', '=', which.userId)
    .where('revoked_at', 'is', null)
  if (which.only) q = q.where('id', '=', which.only)
  if (which.except) q = q.where('id', '<>', which.except)
  return Number((await q.executeTakeFirst()).numUpdatedRows)
}

/** Ends those of a person's open sessions that were used longest ago, so that no more than `count` stay. */
export async function endSessionsBeyond(tx: Db, userId: string, count: number, at: Date): Promise<void> {
  const opened = open(tx)
    .selectFrom('session')
    .select('id')
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .where('absolute_expires_at', '>', at)
  await open(tx)
    .updateTable('session')
    .set({ revoked_at: at, revoke_reason: 'too-many' satisfies EndReason })
    .where('id', 'in', opened.orderBy('last_seen_at', 'desc').orderBy('created_at', 'desc').offset(count))
    .execute()
}

/** A session whose time ran out while its page was open, and that nobody ended; undefined for any other token. */
export async function findTimedOut(
  db: Db,
  token: string | undefined,
): Promise<{ readonly id: string; readonly userId: string } | undefined> {
  if (!token) return undefined
  const row = await open(db)
    .selectFrom('session as s')
    .innerJoin('app_user as u', 'u.id', 's.user_id')
    .select(['s.id', 's.user_id'])
    .where('s.token_hash', '=', tokenHash(token))
    .where('s.revoked_at', 'is', null)
    .where('u.status', '=', 'active')
    .executeTakeFirst()
  return row && { id: row.id, userId: row.user_id }
}
