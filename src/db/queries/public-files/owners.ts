/** Rows of the All-Owners files: the record's own structures, else a loaded published file. Reads only, in pages. */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { OwnerRow } from '#domain/ownership/all-owners.ts'
import type { OrganizationKind } from '#domain/ownership/party.ts'
import type { InterestRole } from '#domain/ownership/roles.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { inPages } from './view.ts'

export interface RecordedOwner {
  readonly kind: 'person' | 'organization'
  readonly name: string
  readonly role: InterestRole
  readonly millionths: number | null
  readonly since: Day
  readonly title: string | null
  /** As one line, of organizations only. */
  readonly address: string | null
  readonly kinds: readonly OrganizationKind[]
}
export interface OwnerOfRow {
  readonly key: string
  readonly id: string
  readonly associate: string
  readonly organization: string
  readonly own: RecordedOwner | null
  readonly published: OwnerRow | null
}

/** Owners and managers on the day of facilities of one type: provider types, and the word of the loaded file. */
export const pagesOfOwners = (
  db: Db,
  _: Permit<'public.view'>,
  { facility, types, on }: { readonly facility: string; readonly types: readonly string[]; readonly on: Day },
): AsyncGenerator<readonly OwnerOfRow[]> =>
  inPages(
    async (after, limit) => {
      const { rows } = await sql<OwnerOfRow>`
        with own as (
          select i.enrollment_id as id, row_number() over (partition by i.enrollment_id order by i.from_on, i.id) as line,
            coalesce(e.associate_id, '') as associate, upper(e.display_name) as organization,
            jsonb_build_object('kind', o.kind, 'name', upper(o.name), 'role', i.role, 'millionths', i.millionths,
              'since', coalesce(i.since, i.from_on), 'title', upper(o.title),
              'address', case when o.kind = 'organization' then upper(o.address) end, 'kinds', o.kinds) as own
          from ownership_interest i
          join ownership_root x on x.enrollment_id = i.enrollment_id and x.party_id = i.owned_id
          join ownership_party o on o.id = i.owner_id
          join enrollment n on n.id = i.enrollment_id
          join enrollee e on e.id = n.enrollee_id
          where i.enrollment_id >= left(${after}, 15) and n.specialty = any(${types}::text[]) and i.known_to is null
            and i.from_on <= ${on} and (i.to_on is null or i.to_on >= ${on}))
        select key, id, associate, organization, own, published from (
          select id || '/' || lpad(line::text, 9, '0') as key, id, associate, organization, own, null::jsonb as published
          from own
          union all
          select p.enrollment_id || '/' || lpad(p.line::text, 9, '0'), p.enrollment_id, p.associate_id, p.organization, null,
            p.detail
          from published_interest p
          where p.facility = ${facility} and p.detail is not null and p.enrollment_id >= left(${after}, 15)
            and not exists (select 1 from ownership_root x where x.enrollment_id = p.enrollment_id)
        ) k where key > ${after} order by key limit ${limit}`.execute(open(db))
      return rows
    },
    (r) => r.key,
  )
