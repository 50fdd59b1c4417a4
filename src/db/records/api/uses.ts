/** Notes every use of a program's key or token, and forgets what is over. */
import { randomUUID } from 'node:crypto'
import { apiLimits } from '#domain/access/api/keys.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

export interface ApiUse {
  readonly clientId: string
  readonly partyId: string
  readonly keyId: string | undefined
  /** "api.listApplications": the name of the operation. */
  readonly action: string
  readonly subjectId: string
  readonly path: string
  readonly ip: string
  readonly userAgent: string
  readonly outcome: 'done' | 'refused'
}
const MINUTE = 60_000

/** One line of the audit, and "last used" to the minute. */
export async function recordApiUse(db: Db, u: ApiUse, at: Date): Promise<void> {
  const k = open(db)
  await k
    .insertInto('access_record')
    .values({
      id: randomUUID(),
      at,
      actor_id: u.clientId,
      acting_for: u.partyId,
      action: u.action,
      subject_id: u.subjectId,
      path: u.path.slice(0, 300),
      outcome: u.outcome,
      ip: u.ip,
      user_agent: u.userAgent.slice(0, 300),
    })
    .execute()
  const stale = new Date(at.getTime() - MINUTE)
  await k
    .updateTable('api_client')
    .set({ last_used_at: at })
    .where('id', '=', u.clientId)
    .where((e) => e.or([e('last_used_at', 'is', null), e('last_used_at', '<', stale)]))
    .execute()
  if (u.keyId)
    await k
      .updateTable('api_key')
      .set({ last_used_at: at })
      .where('id', '=', u.keyId)
      .where((e) => e.or([e('last_used_at', 'is', null), e('last_used_at', '<', stale)]))
      .execute()
}

/** Tokens and assertions that are over, and kept answers that are too old to be asked for again. */
export async function sweepApi(db: Db, _: Permit<'system.run'>, now: Date): Promise<void> {
  const k = open(db)
  await k.deleteFrom('api_token').where('expires_at', '<', now).execute()
  await k.deleteFrom('api_assertion').where('expires_at', '<', now).execute()
  const old = new Date(now.getTime() - apiLimits.repeatDays * 86_400_000)
  await k.deleteFrom('api_request').where('at', '<', old).execute()
}
