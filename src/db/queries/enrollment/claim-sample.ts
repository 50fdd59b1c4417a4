/** Providers of the record from whom a sample claim file is made. Reads only; all of it is public. */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

export interface SampleProvider {
  readonly npi: string
  /** Absent for an organization. */
  readonly first?: string
  /** Last name or name of the organization. */
  readonly last: string
  /** NPI of the group it reassigns to. */
  readonly group?: string
}

/** Some enrolled providers in order of NPI, each with one of its groups if it has any. At most `limit`. */
export async function sampleProviders(
  db: Db,
  _: Permit<'claim-check.run'>,
  limit: number,
): Promise<readonly SampleProvider[]> {
  const rows = await open(db)
    .selectFrom('enrollee')
    .innerJoin('enrollment', 'enrollment.enrollee_id', 'enrollee.id')
    .innerJoin('registry_provider', 'registry_provider.npi', 'enrollee.npi')
    .leftJoin('reassignment', 'reassignment.from_enrollment_id', 'enrollment.id')
    .leftJoin('enrollment as group_enrollment', 'group_enrollment.id', 'reassignment.to_enrollment_id')
    .leftJoin('enrollee as group_enrollee', 'group_enrollee.id', 'group_enrollment.enrollee_id')
    .where(
      'registry_provider.import_id',
      '=',
      sql<string>`(select id from source_import where source = 'nppes' and status = 'current')`,
    )
    .select(['enrollee.npi', 'registry_provider.detail', 'group_enrollee.npi as group_npi'])
    .orderBy('enrollee.npi')
    .limit(limit)
    .execute()
  return rows.flatMap(({ npi, detail, group_npi }) => {
    const last = detail.person?.last ?? detail.organization
    if (npi === null || last === undefined) return []
    return [{ npi, last, ...(detail.person && { first: detail.person.first }), ...(group_npi && { group: group_npi }) }]
  })
}
