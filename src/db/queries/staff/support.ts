/** What the help desk sees of an account: status, ways to verify (masked), locks, sessions, history. No secrets are here. */
import { sql } from 'kysely'
import { type MethodsHeld, maskContact } from '#domain/access/assurance.ts'
import type { AuthEventType } from '#domain/access/auth-event.ts'
import type { Permit, Role, Subject } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { methodsOf } from '../../kit/methods.ts'
import { open } from '../../kit/open.ts'
import { isRowId } from '../application/applications.ts'

type Supporting = Permit<'account.support'>
export type AccountStatus = 'active' | 'suspended' | 'closed'

export interface FoundAccount {
  readonly id: string
  readonly loginId: string
  readonly name: string
  readonly status: AccountStatus
  readonly parties: readonly string[]
}

/** The account that a page of the help desk is about; undefined when there is none. */
export async function accountSubject(db: Db, userId: string | undefined): Promise<Subject | undefined> {
  if (!isRowId(userId)) return undefined
  const row = await open(db).selectFrom('app_user').select('id').where('id', '=', userId).executeTakeFirst()
  return row && { id: row.id, ownerId: row.id }
}

/** Accounts by user id, part of a name, e-mail address or NPI; at most 50. */
export async function findAccounts(
  db: Db,
  _permit: Permit<'account.find'>,
  typed: string,
): Promise<readonly FoundAccount[]> {
  const text = typed.trim().toLowerCase()
  const like = `%${text.replace(/[\\%_]/g, '\\$&').replace(/\s+/g, '%')}%`
  const rows = await open(db)
    .selectFrom('app_user as u')
    .select(['u.id', 'u.login_id', 'u.display_name', 'u.status'])
    .where((e) =>
      e.or([
        e('u.login_id', 'like', like),
        e('u.display_name', 'ilike', like),
        e.exists(
          e
            .selectFrom('contact as c')
            .select('c.id')
            .whereRef('c.user_id', '=', 'u.id')
            .where('c.kind', '=', 'email')
            .where('c.value', '=', text),
        ),
        e.exists(
          e
            .selectFrom('membership as m')
            .innerJoin('enrollee as p', (j) => j.on(sql<boolean>`p.id::text = m.party_id`))
            .select('m.id')
            .whereRef('m.user_id', '=', 'u.id')
            .where('p.npi', '=', text),
        ),
      ]),
    )
    .orderBy('u.display_name')
    .orderBy('u.id')
    .limit(50)
    .execute()
  const held = await partiesOf(
    db,
    rows.map((r) => r.id),
  )
  return rows.map((r) => ({
    id: r.id,
    loginId: r.login_id,
    name: r.display_name,
    status: r.status,
    parties: held.filter((h) => h.userId === r.id).map((h) => h.party),
  }))
}

export interface HeldRole {
  readonly id: string
  readonly userId: string
  readonly role: Role
  readonly partyId: string
  /** "Rosa Vega, NPI 2000001117", the name of a contractor, or empty for the whole site. */
  readonly party: string
}

/** The roles that users hold now, with the names of those for whom. */
export async function partiesOf(db: Db, userIds: readonly string[]): Promise<readonly HeldRole[]> {
  if (userIds.length === 0) return []
  const rows = await open(db)
    .selectFrom('membership as m')
    .leftJoin('enrollee as p', (j) => j.on(sql<boolean>`p.id::text = m.party_id`))
    .leftJoin('contractor as c', 'c.id', 'm.party_id')
    .select([
      'm.id',
      'm.user_id',
      'm.role',
      'm.party_id',
      'p.display_name as provider',
      'p.npi',
      'c.name as contractor',
    ])
    .where('m.user_id', 'in', userIds)
    .where('m.status', '=', 'active')
    .orderBy('m.valid_from')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    userId: r.user_id,
    role: r.role,
    partyId: r.party_id,
    party: r.npi ? `${r.provider}, NPI ${r.npi}` : (r.contractor ?? ''),
  }))
}

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

/**
 * Until when tries are locked, by what is tried; `keys` are the keyed digests of the account (src/use-cases/help-desk).
 * Whoever asks for help may cause the look, but never sees it: it goes into the part of the ticket that is for staff.
 */
export async function listLocks(
  db: Db,
  _permit: Supporting | Permit<'help.ask'>,
  userId: string,
  keys: readonly { readonly scope: string; readonly key: string }[],
  now: Date,
): Promise<readonly { readonly scope: string; readonly until: Date }[]> {
  const rows = await open(db)
    .selectFrom('counter')
    .select(['scope', 'locked_until'])
    .where('locked_until', '>', now)
    .where((e) => e.or(keys.map((k) => e.and([e('scope', '=', k.scope), e('key', '=', k.key)]))))
    .execute()
  const found = rows.flatMap((r) => (r.locked_until ? [{ scope: r.scope, until: r.locked_until }] : []))
  const onOwnDevice = found.some((f) => f.scope === 'password') ? undefined : await lockOfOwnDevice(db, userId)
  return onOwnDevice && onOwnDevice > now ? [...found, { scope: 'password', until: onOwnDevice }] : found
}

const OPENED: readonly AuthEventType[] = ['account-unlocked', 'staff-unlocked', 'password-reset', 'signed-in']
/** Tries from a browser that signed in before count apart, under a key that only that browser has: the history tells. */
async function lockOfOwnDevice(db: Db, userId: string): Promise<Date | undefined> {
  const row = await open(db)
    .selectFrom('auth_event')
    .select(['type', 'detail'])
    .where('user_id', '=', userId)
    .where('type', 'in', ['account-locked', ...OPENED])
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.type === 'account-locked' && typeof row.detail.until === 'string' ? new Date(row.detail.until) : undefined
}
