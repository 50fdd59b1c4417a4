/** The providers that a person may act for, to choose from: found by name or NPI, a page at a time. */
import { type RawBuilder, sql } from 'kysely'
import type { Permit, Role } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { isInForce } from '../../kit/holdings.ts'
import { open } from '../../kit/open.ts'

export interface ActedFor {
  readonly enrolleeId: string
  readonly name: string
  readonly npi: string
  readonly role: Role
  /** The organization through which. */
  readonly through: string | undefined
}

interface Row {
  readonly id: string
  readonly display_name: string
  readonly npi: string
  readonly role: Role
  readonly through: string | null
}

/** Each provider once, with the closest role. */
const held = (userId: string, now: Date): RawBuilder<Row> => sql<Row>`
  select distinct on (e.id) e.id, e.display_name, e.npi, r.role, o.name as through
  from (
    select m.role, m.party_id as enrollee, null::text as through, 1 as closeness from membership m
    where ${active(userId, now)} and m.role in ('individual-provider', 'authorized-official', 'access-manager', 'staff-end-user')
    union all
    select m.role, x.enrollee_id::text, m.party_id, 2 from membership m
    join organization_enrollee x on x.organization_id = m.party_id where ${active(userId, now)}
    union all
    select 'surrogate', coalesce(g.grantor_enrollee_id, x.enrollee_id)::text, m.party_id, 3 from membership m
    join surrogacy g on g.agent_id = m.party_id and ${isInForce(now)}
    left join organization_enrollee x on x.organization_id = g.grantor_organization_id where ${active(userId, now)}
  ) r
  join enrollee e on e.id = case when r.enrollee ~ '^[0-9a-f-]{36}$' then r.enrollee::uuid end
  left join organization o on o.id = r.through
  order by e.id, r.closeness`

const active = (userId: string, now: Date) =>
  sql`m.user_id = ${userId} and m.status = 'active' and m.valid_from <= ${now} and (m.valid_to is null or m.valid_to > ${now})`

export interface ActedForPage {
  readonly rows: readonly ActedFor[]
  /** Of all that fit. */
  readonly count: number
}

/** `search` is part of a name or the beginning of an NPI; pages of `limit` rows, the first is 0. */
export async function listActedFor(
  db: Db,
  permit: Permit<'dashboard.view'>,
  { search = '', page = 0, limit = 50 }: { readonly search?: string; readonly page?: number; readonly limit?: number },
  now: Date,
): Promise<ActedForPage> {
  const like = `%${search.trim().replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<Row & { readonly n: number }>`
    select *, count(*) over () as n from (${held(permit.subjectId, now)}) all_held
    where display_name ilike ${like} or npi like ${like.slice(1)}
    order by display_name, npi limit ${limit} offset ${page * limit}`.execute(open(db))
  return { rows: rows.map(shape), count: Number(rows[0]?.n ?? 0) }
}

const shape = (r: Row): ActedFor => ({
  enrolleeId: r.id,
  name: r.display_name,
  npi: r.npi,
  role: r.role,
  through: r.through ?? undefined,
})
