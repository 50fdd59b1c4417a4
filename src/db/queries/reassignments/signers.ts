/**
 * Who signs for each side of a reassignment: the practitioner, and of a group its authorized officials whom its enrollment
 * names (42 CFR 424.510(d)(3), 424.80). Needs no permit, because permits are minted from it.
 */
import { sql } from 'kysely'
import type { Side } from '#domain/reassignment/standing.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

export interface Signer {
  readonly side: Side
  /** Enrollee of a practitioner, enrollment of a group. */
  readonly of: string
  readonly userId: string
  readonly name: string
  /** Where notices go; several rows when there are several. */
  readonly email: string | undefined
}
interface Pair {
  readonly practitioner: { readonly enrolleeId: string }
  readonly group: { readonly enrollmentId: string | undefined }
}

/** Everybody who signs for any of these. */
export async function listSigners(db: Db, of: readonly Pair[]): Promise<readonly Signer[]> {
  if (of.length === 0) return []
  const practitioners = [...new Set(of.map((h) => h.practitioner.enrolleeId))]
  const groups = [...new Set(of.flatMap((h) => h.group.enrollmentId ?? []))]
  const { rows } = await sql<Omit<Signer, 'email'> & { readonly email: string | null }>`
    with signer as (
      select 'practitioner' as side, m.party_id as of, m.user_id
      from membership m
      where m.party_id = any(${practitioners}) and m.role = 'individual-provider' and m.status = 'active'
      union
      select 'group', n.id, m.user_id
      from enrollment n
      left join organization_enrollee x on x.enrollee_id = n.enrollee_id
      join membership m on m.party_id in (n.enrollee_id::text, x.organization_id)
        and m.role = 'authorized-official' and m.status = 'active'
      join app_user u on u.id = m.user_id
      where n.id = any(${groups}) and exists (
        select 1 from enrollment_official f where f.enrollment_id = n.id and f.to_on is null
          and ${plain('f.name')} = ${plain('u.display_name')}))
    select s.side, s.of, u.id as "userId", u.display_name as name, c.value as email
    from signer s join app_user u on u.id = s.user_id and u.status = 'active'
    left join contact c on c.user_id = u.id and c.kind = 'email' and c.notify
    order by s.side, s.of, u.display_name, c.value`.execute(open(db))
  return rows.map((r) => ({ ...r, email: r.email ?? undefined }))
}

/** Names agree when they differ in nothing but case and spacing, as in src/use-cases/delegation/who-may-sign.ts. */
const plain = (column: string) => sql`lower(trim(regexp_replace(${sql.ref(column)}, '\\s+', ' ', 'g')))`
