/** To whom enrollments reassign, and whether that group is an organization that the directory publishes. Reads only. */
import { type Expression, sql } from 'kysely'
import type { Day } from '#domain/dates.ts'
import type { DirectoryReassignment } from '#domain/fhir/party.ts'
import { titleCase } from '#domain/party/title-case.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

/** By enrollment: what runs on a day or later, one for each group. */
export async function groupsOf(db: Db, ids: readonly string[], on: Day): Promise<Map<string, DirectoryReassignment[]>> {
  // The named enrollment of the group, else its first one.
  const enrollmentOfGroup = sql<string | null>`coalesce(
    (select t.id from enrollment t join enrollee o on o.id = t.enrollee_id
     where t.id = r.to_enrollment_id and o.kind = 'organization'),
    (select min(t.id) from enrollment t join enrollee o on o.id = t.enrollee_id
     where o.npi = r.to_npi and o.kind = 'organization'))`
  const npiOfGroup = sql<string | null>`coalesce(r.to_npi,
    (select o.npi from enrollment t join enrollee o on o.id = t.enrollee_id where t.id = r.to_enrollment_id))`
  const rows = await open(db)
    .selectFrom('reassignment as r')
    .select(['r.from_enrollment_id', 'r.to_name', 'r.from_on', 'r.to_on'])
    .select([enrollmentOfGroup.as('enrollment'), npiOfGroup.as('npi')])
    .where('r.from_enrollment_id', 'in', ids)
    .where('r.known_to', 'is', null)
    .where((e) => e.or([e('r.to_on', 'is', null), e('r.to_on', '>=', on)]))
    .orderBy('r.from_on')
    .orderBy('r.id')
    .execute()
  const found = new Map<string, Map<string, DirectoryReassignment>>()
  for (const r of rows) {
    if (r.npi === null || r.from_enrollment_id === null) continue
    const own = found.get(r.from_enrollment_id) ?? new Map<string, DirectoryReassignment>()
    found.set(r.from_enrollment_id, own)
    if (own.has(r.npi)) continue
    own.set(r.npi, {
      toNpi: r.npi,
      ...(r.to_name && { toName: titleCase(r.to_name) }),
      ...(r.enrollment && { toEnrollmentId: r.enrollment }),
      from: r.from_on,
      ...(r.to_on && { to: r.to_on }),
    })
  }
  return new Map([...found].map(([id, own]) => [id, [...own.values()]]))
}

/** NPIs that reassign to any of the groups: their roles point at what the group publishes. */
export async function npisReassigningTo(db: Db, groups: readonly string[]): Promise<readonly string[]> {
  if (groups.length === 0) return []
  const toGroup = (column: Expression<string | null>) =>
    open(db)
      .selectFrom('reassignment as r')
      .innerJoin('enrollment as n', 'n.id', 'r.from_enrollment_id')
      .innerJoin('enrollee as e', 'e.id', 'n.enrollee_id')
      .leftJoin('enrollment as t', 't.id', 'r.to_enrollment_id')
      .leftJoin('enrollee as o', 'o.id', 't.enrollee_id')
      .select('e.npi')
      .distinct()
      .where(column, 'in', groups)
      .where('r.known_to', 'is', null)
      .execute()
  const rows = [...(await toGroup(sql<string | null>`r.to_npi`)), ...(await toGroup(sql<string | null>`o.npi`))]
  return [...new Set(rows.map((r) => r.npi))]
}
