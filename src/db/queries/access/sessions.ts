/** Who is behind a session token, and which sessions a person has open. */

import { sql } from 'kysely'
import { capacityOf } from '#domain/access/delegation.ts'
import { type Actor, enrolleeRoles, type Membership, type Permit } from '#domain/access/policy.ts'
import { type Acting, after, idleLimit, idleOn, type OpenSession, sessionLimits } from '#domain/access/session.ts'
import { type SettingName, settingKey } from '#domain/settings/settings.ts'
import type { Db } from '../../db.ts'
import { lentRoles } from '../../kit/holdings.ts'
import { open } from '../../kit/open.ts'
import { tokenHash } from '../../kit/token.ts'

export interface Visitor {
  readonly actor: Actor
  readonly session: OpenSession
  /** Undefined for people of the desk, for those who act for nobody, and for those who have several to choose from. */
  readonly acting: Acting | undefined
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
    .select(['s.id', 's.user_id', 's.aal', 's.auth_at', 's.last_seen_at', 's.absolute_expires_at', 's.public_computer'])
    .select('s.must_add_method')
    .leftJoin('organization as o', 'o.id', 'm.party_id')
    .select(['s.acting_for', 'u.display_name', 'u.login_id', 'm.role', 'm.party_id', 'm.functions'])
    .select('o.id as organization_id')
    .select([
      idleSetting('session.provider-idle').as('provider_idle'),
      idleSetting('session.staff-idle').as('staff_idle'),
    ])
    .where('s.token_hash', '=', tokenHash(token))
    .where('s.revoked_at', 'is', null)
    .where('s.absolute_expires_at', '>', now)
    .where('u.status', '=', 'active')
    .execute()
  const first = rows[0]
  if (!first) return undefined
  const memberships = rows.flatMap((r): Membership[] =>
    r.role !== null && r.party_id !== null
      ? [{ role: r.role, partyId: r.party_id, ...(r.functions && { functions: r.functions }) }]
      : [],
  )
  const lent = rows.some((r) => r.organization_id !== null) ? await lentRoles(db, first.user_id, now, undefined) : []
  const organizations = new Set(rows.flatMap((r) => r.organization_id ?? []))
  const { held, acting } = await chosenRoles(db, memberships, lent, organizations, first.acting_for ?? undefined)
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

/**
 * Roles of one provider only, once one was chosen: no page of another opens, and lists hold nothing else. A choice that
 * is no longer held counts for nothing.
 */
async function chosenRoles(
  db: Db,
  direct: readonly Membership[],
  lent: readonly Membership[],
  organizations: ReadonlySet<string>,
  chosen: string | undefined,
): Promise<{ readonly held: readonly Membership[]; readonly acting: Acting | undefined }> {
  const ofEnrollee = (m: Membership) => enrolleeRoles.includes(m.role) && !organizations.has(m.partyId)
  const all = [...direct, ...lent]
  const enrollees = new Set(all.filter(ofEnrollee).map((m) => m.partyId))
  const isHeld = chosen !== undefined && enrollees.has(chosen)
  const one = isHeld ? chosen : enrollees.size === 1 ? [...enrollees][0] : undefined
  if (one === undefined) return { held: all, acting: undefined }
  const held = all.filter((m) => !ofEnrollee(m) || m.partyId === one)
  const by = capacityOf({ userId: '', memberships: held }, { enrolleeId: one })
  const named = await open(db)
    .selectFrom('enrollee as e')
    .leftJoin('organization as o', (j) => j.on('o.id', '=', by?.through ?? ''))
    .select(['e.display_name', 'e.npi', 'o.name as through'])
    .where('e.id', '=', one)
    .executeTakeFirst()
  if (!by || !named) return { held, acting: undefined }
  const { display_name: name, npi, through } = named
  return { held, acting: { enrolleeId: one, name, npi, role: by.role, through: through ?? undefined, chosen: isHeld } }
}

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
