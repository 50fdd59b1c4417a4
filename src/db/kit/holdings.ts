/**
 * Every role that a person holds for an enrollee, directly, through an organization, or as a surrogate; read anew on
 * each request, so that what was ended is gone on the next. Here, because permits are minted from it.
 */
import { sql } from 'kysely'
import { commonFunctions, type DelegatedFunction } from '#domain/access/delegation.ts'
import type { Membership, Role } from '#domain/access/policy.ts'
import { dayIn, siteZone } from '#domain/dates.ts'
import type { Db } from '../db.ts'
import { open } from './open.ts'

/** Parties of a `membership` row that are no organization keep it as it is. */
interface HeldRow {
  readonly role: Role
  readonly party_id: string
  readonly functions: readonly DelegatedFunction[] | null
  readonly granted: readonly DelegatedFunction[] | null
  readonly through: string
}

/** The roles that organizations lend to a person, for one enrollee or for all. */
export async function lentRoles(
  db: Db,
  userId: string,
  now: Date,
  only: string | undefined,
): Promise<readonly Membership[]> {
  const { rows } = await sql<HeldRow>`
    with held as (
      select m.role, m.functions, m.party_id as organization_id
      from membership m join organization o on o.id = m.party_id
      where m.user_id = ${userId} and m.status = 'active' and m.valid_from <= ${now}
        and (m.valid_to is null or m.valid_to > ${now}))
    select h.role, e.enrollee_id::text as party_id, h.functions, null::jsonb as granted, h.organization_id as through
    from held h join organization_enrollee e on e.organization_id = h.organization_id
    union all
    select 'surrogate', coalesce(g.grantor_enrollee_id, e.enrollee_id)::text, h.functions, g.functions, h.organization_id
    from held h
    join surrogacy g on g.agent_id = h.organization_id and ${isInForce(now)}
    left join organization_enrollee e on e.organization_id = g.grantor_organization_id
    where g.grantor_enrollee_id is not null or e.enrollee_id is not null`.execute(open(db))
  return rows
    .filter((r) => only === undefined || r.party_id === only)
    .map((r): Membership => {
      const functions = r.granted ? commonFunctions(r.functions ?? undefined, r.granted) : (r.functions ?? undefined)
      return { role: r.role, partyId: r.party_id, through: r.through, ...(functions && { functions }) }
    })
}

/** Of the row `g`: granted, not over, and confirmed within the year. */
export const isInForce = (now: Date) => {
  const today = dayIn(siteZone, now)
  return sql<boolean>`g.status = 'active' and g.ends_on >= ${today} and (g.confirm_by is null or g.confirm_by >= ${today})`
}
