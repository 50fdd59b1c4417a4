/** Who is behind a session token, and which sessions a person has open. */

import { sql } from 'kysely'
import type { Actor, Membership, Permit } from '#domain/access/policy.ts'
import { type Acting, after, idleLimit, idleOn, type OpenSession, sessionLimits } from '#domain/access/session.ts'
import { type SettingName, settingKey } from '#domain/settings/settings.ts'
import type { Db } from '../../db.ts'
import { lentRoles } from '../../kit/holdings.ts'
import { open } from '../../kit/open.ts'
import { type At, statement } from '../../kit/statement.ts'
import { tokenHash } from '../../kit/token.ts'
import { chosenRoles } from './chosen-roles.ts'

export interface Visitor {
  readonly actor: Actor
  readonly session: OpenSession
  /** Undefined for people of the desk, for those who act for nobody, and for those who have several to choose from. */
  readonly acting: Acting | undefined
}

/** A row for each membership, or one without; the name of whom it is for comes along. */
const sessionRows = statement((k, at: At<{ hash: string; now: Date }>) =>
  k
    .selectFrom('session as s')
    .innerJoin('app_user as u', 'u.id', 's.user_id')
    .leftJoin('membership as m', (j) =>
      j
        .onRef('m.user_id', '=', 'u.id')
        .on('m.status', '=', 'active')
        .on('m.valid_from', '<=', at('now'))
        .on((e) => e.or([e('m.valid_to', 'is', null), e('m.valid_to', '>', at('now'))])),
    )
    .leftJoin('organization as o', 'o.id', 'm.party_id')
    .leftJoin('enrollee as e', (j) => j.on('e.id', '=', enrolleeOfParty))
    .select(['s.id', 's.user_id', 's.aal', 's.auth_at', 's.last_seen_at', 's.absolute_expires_at', 's.public_computer'])
    .select([
      's.must_add_method',
      's.acting_for',
      'u.display_name',
      'u.login_id',
      'm.role',
      'm.party_id',
      'm.functions',
    ])
    .select(['o.id as organization_id', 'e.display_name as enrollee_name', 'e.npi as enrollee_npi'])
    .select([
      idleSetting('session.provider-idle').as('provider_idle'),
      idleSetting('session.staff-idle').as('staff_idle'),
    ])
    .where('s.token_hash', '=', at('hash'))
    .where('s.revoked_at', 'is', null)
    .where('s.absolute_expires_at', '>', at('now'))
    .where('u.status', '=', 'active'),
)

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
  const rows = await sessionRows(db, { hash: tokenHash(token), now })
  const first = rows[0]
  if (!first) return undefined
  const memberships = rows.flatMap((r): Membership[] =>
    r.role !== null && r.party_id !== null
      ? [{ role: r.role, partyId: r.party_id, ...(r.functions && { functions: r.functions }) }]
      : [],
  )
  const lent = rows.some((r) => r.organization_id !== null) ? await lentRoles(db, first.user_id, now, undefined) : []
  const organizations = new Set(rows.flatMap((r) => r.organization_id ?? []))
  const named = new Map(rows.map((r) => [r.party_id, r]))
  const roles = { direct: memberships, lent, organizations, named }
  const { held, acting } = await chosenRoles(db, roles, first.acting_for ?? undefined)
  const set = idleLimit(memberships, { provider: first.provider_idle, staff: first.staff_idle })
  const idle = idleOn(set, first.public_computer)
  if (after(first.last_seen_at, idle) <= now) return undefined
  const seen = touch && now.getTime() - first.last_seen_at.getTime() >= sessionLimits.touch ? now : first.last_seen_at
  if (seen === now) await touchSession(db, first.id, now)
  return {
    actor: { userId: first.user_id, memberships: held },
    acting,
    session: {
      id: first.id,
      userId: first.user_id,
      displayName: first.display_name,
      loginId: first.login_id,
      aal: first.aal,
      authAt: first.auth_at,
      idleUntil: after(seen, idle),
      endsAt: first.absolute_expires_at,
      publicComputer: first.public_computer,
      ...(first.must_add_method && { mustAdd: true }),
    },
  }
}

/** Parties of other kinds than enrollees have ids of another form. */
const enrolleeOfParty = sql<string>`case when m.party_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then m.party_id::uuid end`

/** What administrators set, read in the statement that asks for the session. */
const idleSetting = (name: SettingName) => sql<unknown>`(select value from setting where name = ${settingKey(name)})`

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
  readonly publicComputer: boolean
}

/** The permit owner's sessions that are still open, the latest used first. */
export async function listSessions(
  db: Db,
  permit: Permit<'account.manage'>,
  now: Date,
): Promise<readonly ListedSession[]> {
  const stored = await open(db)
    .selectNoFrom([idleSetting('session.provider-idle').as('provider'), idleSetting('session.staff-idle').as('staff')])
    .executeTakeFirst()
  const rows = await open(db)
    .selectFrom('session')
    .select(['id', 'user_agent', 'ip', 'created_at', 'last_seen_at', 'public_computer'])
    .where('user_id', '=', permit.subjectId)
    .where('revoked_at', 'is', null)
    .where('absolute_expires_at', '>', now)
    .where('last_seen_at', '>', after(now, -idleLimit(permit.actor.memberships, stored)))
    .orderBy('last_seen_at', 'desc')
    .execute()
  const idle = idleLimit(permit.actor.memberships, stored)
  const isOpen = (r: (typeof rows)[number]) => after(r.last_seen_at, idleOn(idle, r.public_computer)) > now
  return rows.filter(isOpen).map((r) => ({
    id: r.id,
    userAgent: r.user_agent,
    ip: r.ip,
    startedAt: r.created_at,
    lastSeenAt: r.last_seen_at,
    publicComputer: r.public_computer,
  }))
}
