/**
 * What anybody may see of the standing record beside the eligibility snapshot: where an enrollment practices.
 * Never a home, a correspondence address, a PTAN, a birth date or a tax number. Reads only.
 */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import { type Day, siteZone } from '#domain/dates.ts'
import type { Address } from '#domain/party/address.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

const knownAtEndOf = (d: Day) => sql<boolean>`(known_from at time zone ${siteZone})::date <= ${d}
  and (known_to is null or (known_to at time zone ${siteZone})::date > ${d})`

export interface PublicEnrollment {
  readonly enrollmentId: string
  readonly state: string
  readonly contractorName: string
  readonly locations: readonly { readonly name: string | undefined; readonly address: Address }[]
  /** Locations that must not be shown, to keep them out of what other sources say. */
  readonly hidden: readonly Address[]
}

/** The NPI's enrollments with the public locations that run on a day, as the record stood at the end of `knownOn`, or now. */
export async function listPublicEnrollments(
  db: Db,
  _: Permit<'public.view'>,
  npi: string,
  on: Day,
  knownOn?: Day,
): Promise<readonly PublicEnrollment[]> {
  const k = open(db)
  const enrollments = await k
    .selectFrom('enrollment as n')
    .innerJoin('enrollee as e', 'e.id', 'n.enrollee_id')
    .innerJoin('contractor as c', 'c.id', 'n.contractor_id')
    .select(['n.id', 'n.state', 'c.name as contractor'])
    .where('e.npi', '=', npi)
    .orderBy('n.id')
    .execute()
  if (enrollments.length === 0) return []
  const locations = await k
    .selectFrom('enrollment_location')
    .select(['enrollment_id', 'name', 'address', 'public'])
    .where(
      'enrollment_id',
      'in',
      enrollments.map((n) => n.id),
    )
    .where('from_on', '<=', on)
    .where((e) => e.or([e('to_on', 'is', null), e('to_on', '>=', on)]))
    .where(knownOn ? knownAtEndOf(knownOn) : sql<boolean>`known_to is null`)
    .orderBy('enrollment_id')
    .orderBy('item_id')
    .execute()
  return enrollments.map((n) => {
    const own = locations.filter((l) => l.enrollment_id === n.id)
    // jsonb that only `replaceLocations` writes, from an Address.
    const addressOf = (l: (typeof own)[number]) => l.address as unknown as Address
    return {
      enrollmentId: n.id,
      state: n.state,
      contractorName: n.contractor,
      locations: own.filter((l) => l.public).map((l) => ({ name: l.name ?? undefined, address: addressOf(l) })),
      hidden: own.filter((l) => !l.public).map(addressOf),
    }
  })
}
