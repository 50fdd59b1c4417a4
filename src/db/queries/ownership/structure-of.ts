/** Reads the ownership structure of one enrollment as it stood on a day, and of its parties in other filings. */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import { type Day, siteZone } from '#domain/dates.ts'
import type { Interest, OwnershipParty, OwnershipStructure } from '#domain/ownership/party.ts'
import { isInterestRole } from '#domain/ownership/roles.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

type Reading = Permit<
  | 'enrollment.view'
  | 'public.view'
  | 'application.view'
  | 'application.review'
  | 'application.screen'
  | 'ownership.trace'
>

export interface AsOf {
  readonly on: Day
  /** As the record stood at the end of this day; absent: as we know it now. */
  readonly knownOn?: Day
}

/** Undefined when the record has no owner of this enrollment on that day. The caller's permit says whose it may be. */
export async function findStructure(
  db: Db,
  _: Reading,
  enrollmentId: string,
  { on, knownOn }: AsOf,
): Promise<OwnershipStructure | undefined> {
  const rows = await open(db)
    .selectFrom('ownership_interest as i')
    .selectAll('i')
    .where('i.enrollment_id', '=', enrollmentId)
    .where('i.from_on', '<=', on)
    .where((e) => e.or([e('i.to_on', 'is', null), e('i.to_on', '>=', on)]))
    .where(
      knownOn
        ? sql<boolean>`(i.known_from at time zone ${siteZone})::date <= ${knownOn}
            and (i.known_to is null or (i.known_to at time zone ${siteZone})::date > ${knownOn})`
        : sql<boolean>`i.known_to is null`,
    )
    .orderBy('i.from_on')
    .orderBy('i.id')
    .execute()
  if (rows.length === 0) return undefined
  const ids = [...new Set(rows.flatMap((r) => [r.owner_id, r.owned_id]))]
  const parties = await partiesWith(db, ids)
  const root = await open(db)
    .selectFrom('ownership_root')
    .select('party_id as id')
    .where('enrollment_id', '=', enrollmentId)
    .executeTakeFirst()
  if (!root || !parties.some((p) => p.id === root.id)) return undefined
  return { root: root.id, parties, interests: rows.map(interestOf) }
}

/** The days on which the believed structure of an enrollment changed, oldest first; at most 60. */
export async function structureDays(db: Db, _: Reading, enrollmentId: string): Promise<readonly Day[]> {
  const rows = await open(db)
    .selectFrom('ownership_interest')
    .select('from_on')
    .distinct()
    .where('enrollment_id', '=', enrollmentId)
    .where('known_to', 'is', null)
    .orderBy('from_on')
    .limit(60)
    .execute()
  return rows.map((r) => r.from_on)
}

interface InterestRow {
  readonly owner_id: string
  readonly owned_id: string
  readonly role: string
  readonly millionths: number | null
  readonly since: Day | null
  readonly from_on: Day
  readonly to_on: Day | null
}
/** The day shown is the one that was filed; where none was, the first on which the record has it. */
export const interestOf = (r: InterestRow): Interest => ({
  owner: r.owner_id,
  owned: r.owned_id,
  role: isInterestRole(r.role) ? r.role : 'other',
  ...(r.millionths !== null && { percent: r.millionths / 10_000 }),
  from: r.since ?? r.from_on,
  ...(r.to_on && { to: r.to_on }),
})

/** Parties by id; an enrolled one carries one of its enrollments. */
export async function partiesWith(db: Db, ids: readonly string[]): Promise<readonly OwnershipParty[]> {
  if (ids.length === 0) return []
  const rows = await open(db)
    .selectFrom('ownership_party as p')
    .select(['p.id', 'p.kind', 'p.name', 'p.kinds', 'p.address', 'p.title'])
    .select((e) =>
      e
        .selectFrom('ownership_root as r')
        .whereRef('r.party_id', '=', 'p.id')
        .select((x) => x.fn.max('r.enrollment_id').as('id'))
        .as('enrollment_id'),
    )
    .where('p.id', 'in', ids)
    .orderBy('p.name')
    .orderBy('p.id')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    kind: r.kind,
    name: r.name,
    kinds: r.kinds,
    ...(r.address && { address: r.address }),
    ...(r.title && { title: r.title }),
    ...(r.enrollment_id && { enrollmentId: r.enrollment_id }),
  }))
}
