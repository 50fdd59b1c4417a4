/** Whom to write to about an enrollee, whoever answers for it first. Reads only. */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { Contact } from '#domain/time/notice-proof.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

/** Each person once, at their first address that wants to be told: practitioners and officials, then managers, then staff. */
export async function listContacts(db: Db, _: Permit<'system.run'>, enrolleeId: string): Promise<readonly Contact[]> {
  const { rows } = await sql<{ user_id: string; email: string }>`
    select user_id, email from (
      select distinct on (u.id) u.id as user_id, c.value as email,
        case m.role when 'individual-provider' then 1 when 'authorized-official' then 1
          when 'access-manager' then 2 when 'staff-end-user' then 3 else 4 end as place
      from membership m
      join app_user u on u.id = m.user_id and u.status = 'active'
      join contact c on c.user_id = u.id and c.kind = 'email' and c.notify
      -- A helper who may not read letters could not open the notice either.
      where m.status = 'active' and (m.functions is null or m.functions @> '["correspondence"]'::jsonb) and (m.party_id = ${enrolleeId}
        or m.party_id in (select o.organization_id from organization_enrollee o where o.enrollee_id::text = ${enrolleeId}))
      order by u.id, place, c.value) p
    order by place, email`.execute(open(db))
  return rows.map((r) => ({ userId: r.user_id, email: r.email }))
}
