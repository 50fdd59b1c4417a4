/** From one party to every enrollment that it has to do with, over all filings. Names, roles and shares only. */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { Interest, OwnershipParty } from '#domain/ownership/party.ts'
import { nameKey } from '#domain/party/name-key.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { isRowId } from '../application/applications.ts'
import { interestOf, partiesWith } from './structure-of.ts'

type Tracing = Permit<'ownership.trace'>
/** Interests that one look may follow. */
const MOST = 5_000

/** Parties whose name contains what was typed, at most 50. */
export async function findOwnershipParties(db: Db, _: Tracing, name: string): Promise<readonly OwnershipParty[]> {
  const key = nameKey(name)
  if (key.length < 2) return []
  const rows = await open(db)
    .selectFrom('ownership_party')
    .select('id')
    .where('name_key', 'like', `%${key}%`)
    .orderBy('name_key')
    .limit(50)
    .execute()
  return partiesWith(
    db,
    rows.map((r) => r.id),
  )
}

export async function findOwnershipParty(db: Db, _: Tracing, id: string): Promise<OwnershipParty | undefined> {
  return isRowId(id) ? (await partiesWith(db, [id]))[0] : undefined
}

export interface Reached {
  readonly parties: readonly OwnershipParty[]
  /** Each of two parties once for a role, whichever filings say it. */
  readonly interests: readonly Interest[]
  /** Steps from the party where it all begins, which has none. */
  readonly steps: ReadonlyMap<string, number>
  readonly cut: boolean
}

/** Everything below a party on a day: step by step, so that circles end and the nearest come first. */
export async function findBelow(db: Db, _: Tracing, partyId: string, on: Day): Promise<Reached> {
  const steps = new Map([[partyId, 0]])
  const interests = new Map<string, Interest>()
  let front: readonly string[] = [partyId]
  for (let step = 1; front.length > 0 && interests.size < MOST; step++) {
    const rows = await open(db)
      .selectFrom('ownership_interest')
      .selectAll()
      .where('owner_id', 'in', front)
      .where('known_to', 'is', null)
      .where('from_on', '<=', on)
      .where((e) => e.or([e('to_on', 'is', null), e('to_on', '>=', on)]))
      .orderBy('from_on', 'desc')
      .orderBy('id')
      .limit(MOST)
      .execute()
    const next: string[] = []
    for (const r of rows) {
      const key = `${r.owner_id} ${r.owned_id} ${r.role}`
      // Of two filings that say it, the newer.
      if (!interests.has(key)) interests.set(key, interestOf(r))
      if (steps.has(r.owned_id)) continue
      steps.set(r.owned_id, step)
      next.push(r.owned_id)
    }
    front = next
  }
  const parties = await partiesWith(db, [...steps.keys()])
  return { parties, interests: [...interests.values()], steps, cut: interests.size >= MOST }
}

export interface EnrollmentLine {
  readonly id: string
  readonly name: string
  readonly npi: string
  readonly form: string
  readonly state: string
  readonly status: string
  readonly specialty: string
}

/** Enrollments of the parties that are enrolled, by party. */
export async function enrollmentsOfParties(
  db: Db,
  _: Tracing,
  partyIds: readonly string[],
): Promise<ReadonlyMap<string, readonly EnrollmentLine[]>> {
  if (partyIds.length === 0) return new Map()
  const rows = await open(db)
    .selectFrom('ownership_root as r')
    .innerJoin('enrollment as n', 'n.id', 'r.enrollment_id')
    .innerJoin('enrollee as e', 'e.id', 'n.enrollee_id')
    .select(['r.party_id as party', 'n.id', 'e.display_name', 'e.npi', 'n.form', 'n.state', 'n.status', 'n.specialty'])
    .where('r.party_id', 'in', partyIds)
    .orderBy('n.id')
    .execute()
  const lines = new Map<string, EnrollmentLine[]>()
  for (const { party, display_name: name, ...line } of rows)
    lines.set(party, [...(lines.get(party) ?? []), { ...line, name }])
  return lines
}

export interface OtherFiling {
  /** As it is called here. */
  readonly party: string
  readonly enrollmentId: string
  readonly enrolleeName: string
  readonly owned: string
  readonly interest: Interest
  /** Of the party that is owned, when it has a number: what tells that it is the same one here. */
  readonly ownedIndex: string | null
  readonly partyId: string
  /** Of the enrollment: a revoked one is a reason to ask for affiliations (42 CFR 424.519). */
  readonly status: string
}

/** What believed filings of other enrollments say of parties, by the digests of their tax numbers. At most 300. */
export async function listOtherFilings(
  db: Db,
  _: Tracing,
  taxIdIndexes: readonly string[],
  except: string | undefined,
): Promise<readonly OtherFiling[]> {
  if (taxIdIndexes.length === 0) return []
  const rows = await open(db)
    .selectFrom('ownership_interest as i')
    .innerJoin('ownership_party as o', 'o.id', 'i.owner_id')
    .innerJoin('ownership_party as d', 'd.id', 'i.owned_id')
    .innerJoin('enrollment as n', 'n.id', 'i.enrollment_id')
    .innerJoin('enrollee as e', 'e.id', 'n.enrollee_id')
    .selectAll('i')
    .select([
      'o.name as owner_name',
      'd.name as owned_name',
      'd.tax_id_index as owned_index',
      'e.display_name',
      'n.status',
    ])
    .where('o.tax_id_index', 'in', taxIdIndexes)
    .where('i.known_to', 'is', null)
    .where('i.to_on', 'is', null)
    .$if(except !== undefined, (q) => q.where('i.enrollment_id', '!=', except!))
    .orderBy('o.name')
    .orderBy('e.display_name')
    .orderBy(sql`i.id`)
    .limit(300)
    .execute()
  return rows.map((r) => ({
    party: r.owner_name,
    partyId: r.owner_id,
    enrollmentId: r.enrollment_id,
    enrolleeName: r.display_name,
    status: r.status,
    owned: r.owned_name,
    ownedIndex: r.owned_index,
    interest: interestOf(r),
  }))
}
