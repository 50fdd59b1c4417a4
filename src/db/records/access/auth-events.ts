/** The record of sign-ins and account changes. Rows are only ever added. */
import { randomUUID } from 'node:crypto'
import type { AuthEventType } from '#domain/access/auth-event.ts'
import type { ActsFor } from '#domain/access/session.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

export interface NewAuthEvent {
  readonly type: AuthEventType
  readonly outcome?: 'refused'
  readonly userId?: string | undefined
  /** Who acted; the user, when not said. */
  readonly actorId?: string
  /** Keyed digest of the user id that was typed. */
  readonly loginIdMac?: string
  readonly sessionId?: string | undefined
  readonly caller: { readonly ip: string; readonly userAgent: string; readonly actsFor?: ActsFor | undefined }
  readonly detail?: Readonly<Record<string, string | number>>
  /** The party that the actor acted for, and in which role; that of the caller's session, when not said. */
  readonly actingFor?: string | undefined
  readonly capacity?: string | undefined
}

export async function appendAuthEvent(tx: Db, e: NewAuthEvent, at: Date): Promise<void> {
  const actorId = e.actorId ?? e.userId ?? 'anonymous'
  const acts = actedFor(actorId, e.caller)
  await open(tx)
    .insertInto('auth_event')
    .values({
      id: randomUUID(),
      at,
      type: e.type,
      outcome: e.outcome ?? 'done',
      user_id: e.userId ?? null,
      actor_id: actorId,
      login_id_mac: e.loginIdMac ?? null,
      session_id: e.sessionId ?? null,
      ip: e.caller.ip,
      user_agent: e.caller.userAgent.slice(0, 300),
      detail: JSON.stringify(e.detail ?? {}),
      acting_for: e.actingFor ?? acts?.partyId ?? null,
      capacity: e.capacity ?? (e.actingFor ? null : (acts?.role ?? null)),
    })
    .execute()
}

/** For whom the actor acts by the session that the request came with; a link in a mail may be of somebody else. */
export const actedFor = (actorId: string, caller: NewAuthEvent['caller']): ActsFor | undefined =>
  caller.actsFor?.by === actorId ? caller.actsFor : undefined

/** Did this happen to a person's account since a time? */
export async function happenedSince(db: Db, userId: string, type: AuthEventType, since: Date): Promise<boolean> {
  const row = await open(db)
    .selectFrom('auth_event')
    .select('id')
    .where('user_id', '=', userId)
    .where('type', '=', type)
    .where('at', '>=', since)
    .executeTakeFirst()
  return row !== undefined
}
