/** What the help desk sees of an account: status, ways to verify (masked), locks, sessions, history. No secrets are here. */
import { sql } from 'kysely'
import { type MethodsHeld, maskContact } from '#domain/access/assurance.ts'
import type { AuthEventType } from '#domain/access/auth-event.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { methodsOf } from '../../kit/methods.ts'
import { open } from '../../kit/open.ts'
import { type AccountStatus, type HeldRole, partiesOf } from './found-accounts.ts'

type Supporting = Permit<'account.support'>

export interface SupportView {
  readonly id: string
  readonly loginId: string
  readonly name: string
  readonly status: AccountStatus
  readonly since: Date
  readonly hasPassword: boolean
  readonly passwordSince: Date | undefined
  readonly contacts: readonly string[]
  readonly methods: MethodsHeld
  readonly roles: readonly HeldRole[]
  readonly sessions: number
  readonly lastSeen: Date | undefined
}

export async function findSupportView(db: Db, permit: Supporting, now: Date): Promise<SupportView> {
  const id = permit.subjectId
  const user = await open(db).selectFrom('app_user').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const contacts = await open(db)
    .selectFrom('contact')
    .select('value')
    .where('user_id', '=', id)
    .orderBy('verified_at')
    .execute()
  const sessions = await open(db)
    .selectFrom('session')
    .select((e) => [
      e.fn.max('last_seen_at').as('last'),
      e.fn
        .countAll<number>()
        .filterWhere((f) => f.and([f('revoked_at', 'is', null), f('absolute_expires_at', '>', now)]))
        .as('open'),
    ])
    .where('user_id', '=', id)
    .executeTakeFirst()
  return {
    id,
    loginId: user.login_id,
    name: user.display_name,
    status: user.status,
    since: user.created_at,
    hasPassword: user.password_hash !== null && user.password_disabled_at === null,
    passwordSince: user.password_changed_at ?? undefined,
    contacts: contacts.map((c) => maskContact(c.value)),
    methods: await methodsOf(db, id),
    roles: await partiesOf(db, [id]),
    sessions: sessions?.open ?? 0,
    lastSeen: sessions?.last ?? undefined,
  }
}

export interface SupportEvent {
  readonly id: string
  readonly at: Date
  readonly type: AuthEventType
  readonly actorName: string | undefined
  readonly reason: string | undefined
  readonly ip: string
  readonly userAgent: string
}

/** The account's security history, newest first. */
export async function listSupportEvents(db: Db, permit: Supporting, count = 40): Promise<readonly SupportEvent[]> {
  const rows = await open(db)
    .selectFrom('auth_event as e')
    .leftJoin('app_user as u', (j) => j.on(sql<boolean>`u.id::text = e.actor_id`))
    .select(['e.id', 'e.at', 'e.type', 'e.actor_id', 'e.ip', 'e.user_agent', 'e.detail', 'u.display_name'])
    .where('e.user_id', '=', permit.subjectId)
    .orderBy('e.at', 'desc')
    .orderBy('e.id')
    .limit(count)
    .execute()
  return rows.map((r) => ({
    id: r.id,
    at: r.at,
    type: r.type,
    actorName: r.actor_id === permit.subjectId ? undefined : (r.display_name ?? undefined),
    reason: typeof r.detail.reason === 'string' ? r.detail.reason : undefined,
    ip: r.ip,
    userAgent: r.user_agent,
  }))
}
