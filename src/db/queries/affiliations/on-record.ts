/**
 * What the record says of a party that a provider disclosed, and of what the two share. Names, statuses and places only,
 * over every contractor, as with owners ('ownership.trace'). Reads only.
 */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { EnrollmentStatus } from '#domain/enrollment/enrollment.ts'
import { type Address, addressLine } from '#domain/party/address.ts'
import { nameKey } from '#domain/party/name-key.ts'
import { addressParts } from '#domain/review/names/address-match.ts'
import type { Db } from '../../db.ts'
import { open, vaultOf } from '../../kit/open.ts'
import { statusOf } from '../enrollment/enrollments.ts'

type Looking = Permit<'affiliation.review' | 'affiliation.determine'>

export interface NamedParty {
  readonly name: string
  readonly npi: string | undefined
  readonly taxId: string | undefined
}
export interface EnrolledParty {
  readonly enrollmentId: string
  readonly enrolleeId: string
  readonly name: string
  readonly npi: string
  readonly state: string
  readonly status: EnrollmentStatus
  readonly contractorId: string
}
export interface PartyOnRecord {
  /** Was a number given to look for? Without one nothing found says nothing. */
  readonly hasNumber: boolean
  /** Found by NPI or tax number. */
  readonly enrollments: readonly EnrolledParty[]
  /** Of the structures of owners: found by tax number, else by the whole name. */
  readonly owners: readonly { readonly partyId: string; readonly name: string; readonly byName: boolean }[]
  /** Who owns or manages both. */
  readonly commonOwners: readonly { readonly partyId: string; readonly name: string }[]
  /** Practice locations of both at one street address. */
  readonly sharedAddresses: readonly string[]
}
const MOST = 50

export async function partyOnRecord(db: Db, permit: Looking, party: NamedParty): Promise<PartyOnRecord> {
  const k = open(db)
  const index = party.taxId ? vaultOf(db).blindIndex('tax-id', party.taxId) : undefined
  const hasNumber = Boolean(party.npi || index)
  const rows = hasNumber
    ? await k
        .selectFrom('enrollment as n')
        .innerJoin('enrollee as e', 'e.id', 'n.enrollee_id')
        .select(['n.id', 'n.enrollee_id', 'n.state', 'n.status', 'n.contractor_id', 'e.display_name', 'e.npi'])
        .where((x) =>
          x.or([
            ...(party.npi ? [x('e.npi', '=', party.npi)] : []),
            ...(index ? [x('e.tax_id_index', '=', index)] : []),
          ]),
        )
        .orderBy('n.id')
        .limit(MOST)
        .execute()
    : []
  const key = nameKey(party.name)
  const owners = await k
    .selectFrom('ownership_party')
    .select(['id', 'name', 'tax_id_index'])
    .where((x) => x.or([...(index ? [x('tax_id_index', '=', index)] : []), x('name_key', '=', key)]))
    .orderBy('name_key')
    .orderBy('id')
    .limit(MOST)
    .execute()
  const enrollmentIds = rows.map((r) => r.id)
  return {
    hasNumber,
    enrollments: rows.map((r) => ({
      enrollmentId: r.id,
      enrolleeId: r.enrollee_id,
      name: r.display_name,
      npi: r.npi,
      state: r.state,
      status: statusOf(r.status),
      contractorId: r.contractor_id,
    })),
    owners: owners.map((o) => ({
      partyId: o.id,
      name: o.name,
      byName: index === undefined || o.tax_id_index !== index,
    })),
    commonOwners: await commonOwners(db, permit, enrollmentIds),
    sharedAddresses: await sharedAddresses(db, permit, enrollmentIds),
  }
}

/** Of the permit's enrollee and of these enrollments. */
async function commonOwners(db: Db, { subject }: Looking, theirs: readonly string[]) {
  if (theirs.length === 0) return []
  const { rows } = await sql<{ readonly id: string; readonly name: string }>`
    select p.id, p.name from ownership_party p
    where exists (select 1 from ownership_interest i join enrollment n on n.id = i.enrollment_id
      where i.owner_id = p.id and i.known_to is null and i.to_on is null and n.enrollee_id = ${subject.enrolleeId})
    and exists (select 1 from ownership_interest i
      where i.owner_id = p.id and i.known_to is null and i.to_on is null and i.enrollment_id = any(${theirs}::text[]))
    order by p.name_key, p.id limit ${MOST}`.execute(open(db))
  return rows.map((r) => ({ partyId: r.id, name: r.name }))
}

const placeOf = (a: Address): string => `${addressParts(a).street}|${a.zip.slice(0, 5)}`

async function sharedAddresses(db: Db, { subject }: Looking, theirs: readonly string[]): Promise<readonly string[]> {
  if (theirs.length === 0) return []
  const rows = await open(db)
    .selectFrom('enrollment_location as l')
    .innerJoin('enrollment as n', 'n.id', 'l.enrollment_id')
    .select(['l.address', 'n.enrollee_id', 'n.id'])
    .where('l.known_to', 'is', null)
    .where('l.to_on', 'is', null)
    .where((x) => x.or([x('n.enrollee_id', '=', subject.enrolleeId!), x('n.id', 'in', theirs)]))
    .orderBy('l.id')
    .limit(500)
    .execute()
  const address = (r: (typeof rows)[number]) => r.address as unknown as Address
  const own = new Map(
    rows.filter((r) => r.enrollee_id === subject.enrolleeId).map((r) => [placeOf(address(r)), addressLine(address(r))]),
  )
  const other = new Set(rows.filter((r) => r.enrollee_id !== subject.enrolleeId).map((r) => placeOf(address(r))))
  return [...own].filter(([place]) => other.has(place)).map(([, line]) => line)
}

/** Owners and managers of an enrollment that the record names, each name once; at most a hundred. */
export async function namedOnRecord(
  db: Db,
  _: Permit<'affiliation.ask'>,
  enrollmentId: string,
): Promise<readonly string[]> {
  const rows = await open(db)
    .selectFrom('ownership_interest as i')
    .innerJoin('ownership_party as p', 'p.id', 'i.owner_id')
    .select(['p.name', 'p.name_key'])
    .distinct()
    .where('i.enrollment_id', '=', enrollmentId)
    .where('i.known_to', 'is', null)
    .where('i.to_on', 'is', null)
    .orderBy('p.name_key')
    .limit(100)
    .execute()
  return [...new Set(rows.map((r) => r.name))]
}
