/** Who is on record at one street address: practice locations of enrollments, and organizations that own or manage. */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import { type Address, addressLine } from '#domain/party/address.ts'
import { nameKey } from '#domain/party/name-key.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

export interface AtAddress {
  readonly what: 'location' | 'owner'
  readonly name: string
  readonly address: string
  readonly enrollmentId: string | undefined
  readonly partyId: string | undefined
  readonly since: Day | undefined
}

/** `same` tells whether a stored street is the one that is looked for; the ZIP code has narrowed them down. At most 2,000 each. */
export async function listAtAddress(
  db: Db,
  _: Permit<'ownership.trace'>,
  { zip, same }: { readonly zip: string; readonly same: (line1: string) => boolean },
): Promise<readonly AtAddress[]> {
  const zip5 = zip.slice(0, 5)
  const locations = await open(db)
    .selectFrom('enrollment_location as l')
    .innerJoin('enrollment as n', 'n.id', 'l.enrollment_id')
    .innerJoin('enrollee as e', 'e.id', 'n.enrollee_id')
    .select(['l.address', 'l.from_on', 'n.id', 'e.display_name'])
    .where(sql<string>`left(l.address ->> 'zip', 5)`, '=', zip5)
    .where('l.known_to', 'is', null)
    .where('l.to_on', 'is', null)
    .where('l.public', '=', true)
    .orderBy('e.display_name')
    .limit(2_000)
    .execute()
  const owners = await open(db)
    .selectFrom('ownership_party')
    .select(['id', 'name', 'address'])
    .where('address_key', 'like', `%${nameKey(zip5)}%`)
    .where('kind', '=', 'organization')
    .orderBy('name')
    .limit(2_000)
    .execute()
  return [
    ...locations
      .map((l) => ({ ...l, address: l.address as unknown as Address }))
      .filter((l) => same(l.address.line1))
      .map((l) => ({
        what: 'location' as const,
        name: l.display_name,
        address: addressLine(l.address),
        enrollmentId: l.id,
        partyId: undefined,
        since: l.from_on,
      })),
    ...owners
      .filter((o) => same(o.address?.split(',')[0] ?? ''))
      .map((o) => ({
        what: 'owner' as const,
        name: o.name,
        address: o.address ?? '',
        enrollmentId: undefined,
        partyId: o.id,
        since: undefined,
      })),
  ]
}
