/** Who is told of a roster: everybody who may see it, by the same table of rights, wherever their role comes from. */
import { sql } from 'kysely'
import type { DelegatedFunction } from '#domain/access/delegation.ts'
import { can, type Membership, type Permit, type Role } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { isInForce, lentRoles } from '../../kit/holdings.ts'
import { open } from '../../kit/open.ts'

/** E-mail addresses that want mail, each once: of the owner when a person keeps it, and of the party's people. */
export async function rosterAddresses(
  db: Db,
  _: Permit<'system.run'>,
  { ownerId, partyId }: { readonly ownerId?: string; readonly partyId?: string },
  now: Date,
): Promise<readonly string[]> {
  const people = partyId === undefined ? [] : await peopleOf(db, partyId, now)
  const users = [...people, ...(ownerId === undefined ? [] : [ownerId])]
  if (users.length === 0) return []
  const rows = await open(db)
    .selectFrom('contact as c')
    .innerJoin('app_user as u', 'u.id', 'c.user_id')
    .select('c.value')
    .distinct()
    .where('c.user_id', 'in', users)
    .where('u.status', '=', 'active')
    .where('c.kind', '=', 'email')
    .where('c.notify', '=', true)
    .orderBy('c.value')
    .execute()
  return rows.map((r) => r.value)
}

/** The party's own people, those of its organization, and those who work for it; of these, who may use its rosters. */
async function peopleOf(db: Db, partyId: string, now: Date): Promise<readonly string[]> {
  const near = await sql<{ user_id: string; role: Role; party_id: string; functions: DelegatedFunction[] | null }>`
    with homes as (
      select ${partyId}::text as id
      union select e.organization_id from organization_enrollee e where e.enrollee_id::text = ${partyId}
    ), agents as (
      select g.agent_id as id from surrogacy g
      where ${isInForce(now)}
        and (g.grantor_enrollee_id::text = ${partyId} or g.grantor_organization_id in (select id from homes))
    )
    select m.user_id, m.role, m.party_id, m.functions from membership m
    where m.party_id in (select id from homes union select id from agents)
      and m.status = 'active' and m.valid_from <= ${now} and (m.valid_to is null or m.valid_to > ${now})
    order by m.user_id, m.id`.execute(open(db))
  const users = [...new Set(near.rows.map((r) => r.user_id))]
  const allowed: string[] = []
  for (const userId of users) {
    const direct = near.rows
      .filter((r) => r.user_id === userId)
      .map((r): Membership => ({ role: r.role, partyId: r.party_id, ...(r.functions && { functions: r.functions }) }))
    const memberships = [...direct, ...(await lentRoles(db, userId, now, partyId))]
    if (can({ userId, memberships }, 'roster.manage', { id: partyId, enrolleeId: partyId })) allowed.push(userId)
  }
  return allowed
}

/** Under which party rosters of an organization are kept: its enrollee's, when it is one enrollee, otherwise its own. */
export async function rosterHome(db: Db, partyId: string): Promise<string> {
  const rows = await open(db)
    .selectFrom('organization_enrollee')
    .select('enrollee_id')
    .where('organization_id', '=', partyId)
    .limit(2)
    .execute()
  return rows.length === 1 ? rows[0]!.enrollee_id : partyId
}
