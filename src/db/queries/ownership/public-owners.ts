/**
 * What anybody may see of the owners of facilities: those types for which CMS publishes All-Owners files, the fields
 * that these files have, and rows of a published file that was loaded. Never a tax number, a birth date or a person's address.
 */
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { OrganizationKind } from '#domain/ownership/party.ts'
import { nameKey } from '#domain/party/name-key.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

/** Provider types of hospitals, nursing homes, home health, hospice, rural and community clinics. */
export const publishedTypes = ['00-09', '00-85', '00-18', '00-06', '00-08', '00-17', '00-04'] as const

export interface PublicFacility {
  readonly enrollmentId: string
  readonly name: string
  readonly specialty: string | undefined
  readonly state: string | undefined
  /** The party whose name was found, when it is not the facility's own. */
  readonly owner: string | undefined
}

const MOST = 100

/** Facilities whose own name, or that of an owner, contains what was typed. */
export async function findPublicFacilities(
  db: Db,
  _: Permit<'public.view'>,
  name: string,
  on: Day,
): Promise<readonly PublicFacility[]> {
  const pattern = `%${nameKey(name)}%`
  const k = open(db)
  const enrolled = await k
    .selectFrom('ownership_interest as i')
    .innerJoin('ownership_party as o', 'o.id', 'i.owner_id')
    .innerJoin('enrollment as n', 'n.id', 'i.enrollment_id')
    .innerJoin('enrollee as e', 'e.id', 'n.enrollee_id')
    .innerJoin('ownership_root as x', 'x.enrollment_id', 'n.id')
    .innerJoin('ownership_party as r', 'r.id', 'x.party_id')
    .select(['n.id', 'e.display_name', 'n.specialty', 'n.state', 'o.name', 'o.name_key', 'r.name_key as own_key'])
    .where('i.known_to', 'is', null)
    .where('i.from_on', '<=', on)
    .where((e) => e.or([e('i.to_on', 'is', null), e('i.to_on', '>=', on)]))
    .where('n.specialty', 'in', publishedTypes)
    .where((e) => e.or([e('o.name_key', 'like', pattern), e('r.name_key', 'like', pattern)]))
    .orderBy('e.display_name')
    .limit(MOST * 5)
    .execute()
  const published = await k
    .selectFrom('published_interest')
    .select(['enrollment_id', 'organization', 'owner_name'])
    .distinct()
    .where((e) => e.or([e('organization', 'ilike', pattern), e('owner_name', 'ilike', pattern)]))
    .orderBy('organization')
    .limit(MOST * 5)
    .execute()
  const word = nameKey(name)
  const found = new Map<string, PublicFacility>()
  const add = (f: PublicFacility) => found.has(f.enrollmentId) || found.set(f.enrollmentId, f)
  for (const r of enrolled)
    add({
      enrollmentId: r.id,
      name: r.display_name,
      specialty: r.specialty,
      state: r.state,
      owner: r.own_key.includes(word) ? undefined : r.name,
    })
  for (const r of published)
    add({
      enrollmentId: r.enrollment_id,
      name: r.organization,
      specialty: undefined,
      state: undefined,
      owner: nameKey(r.organization).includes(word) ? undefined : r.owner_name,
    })
  return [...found.values()].slice(0, MOST)
}

export interface PublishedRow {
  readonly owner: string
  readonly role: string
  readonly percent: number | undefined
  readonly since: Day | undefined
  readonly kinds: readonly OrganizationKind[]
}
export interface PublicOwners {
  readonly name: string
  /** False: the record has no enrollment of a published type, only a published file names it. */
  readonly enrolled: boolean
  readonly published: readonly PublishedRow[]
  readonly fileName: string | undefined
}

/** Undefined when it is no facility whose owners are published. */
export async function findPublicOwners(
  db: Db,
  _: Permit<'public.view'>,
  enrollmentId: string,
): Promise<PublicOwners | undefined> {
  const k = open(db)
  const own = await k
    .selectFrom('enrollment as n')
    .innerJoin('enrollee as e', 'e.id', 'n.enrollee_id')
    .select('e.display_name')
    .where('n.id', '=', enrollmentId)
    .where('n.specialty', 'in', publishedTypes)
    .executeTakeFirst()
  const rows = await k
    .selectFrom('published_interest as i')
    .innerJoin('owners_file as f', 'f.facility', 'i.facility')
    .selectAll('i')
    .select('f.file_name')
    .where('i.enrollment_id', '=', enrollmentId)
    .orderBy('i.millionths', (o) => o.desc().nullsLast())
    .orderBy('i.owner_name')
    .limit(1_000)
    .execute()
  const name = own?.display_name ?? rows[0]?.organization
  return name === undefined
    ? undefined
    : {
        name,
        enrolled: own !== undefined,
        fileName: rows[0]?.file_name,
        published: rows.map((r) => ({
          owner: r.owner_name,
          role: r.role_text,
          percent: r.millionths === null ? undefined : r.millionths / 10_000,
          since: r.since ?? undefined,
          kinds: r.kinds,
        })),
      }
}
