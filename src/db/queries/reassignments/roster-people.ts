/** What the record knows about the NPIs of a group's roster: the people, their enrollments, and what there is already. */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { isRowId } from '../application/applications.ts'

export interface RosterPerson {
  readonly npi: string
  readonly enrolleeId: string
  readonly name: string
  /** Somebody has an account that can sign for them. */
  readonly hasAccount: boolean
  readonly enrollments: readonly RosterEnrollment[]
}
export interface RosterEnrollment {
  readonly id: string
  readonly form: string
  readonly state: string
  readonly status: string
  readonly contractorId: string
  /** A reassignment to the group goes on, on record. */
  readonly reassigned: boolean
  /** Both sides, or one of them, are still asked. */
  readonly asked: boolean
}

/** The group that asks; without an enrollment here it is known by its NPI. */
export interface AskingGroup {
  readonly id: string | undefined
  readonly enrolleeId: string
  readonly npi: string
}

/** By NPI; those that nobody has are left out. The permit is of the group. */
export async function listRosterPeople(
  db: Db,
  permit: Permit<'reassignment.propose'>,
  group: AskingGroup,
  npis: readonly string[],
  today: Day,
): Promise<ReadonlyMap<string, RosterPerson>> {
  if (npis.length === 0 || permit.subjectId === '') return new Map()
  const recorded = group.id === undefined ? sql`r.to_npi = ${group.npi}` : sql`r.to_enrollment_id = ${group.id}`
  const proposed =
    group.id === undefined
      ? sql`h.to_enrollment_id is null and h.to_enrollee_id = ${group.enrolleeId}`
      : sql`h.to_enrollment_id = ${group.id}`
  const { rows } = await sql<RosterEnrollment & Omit<RosterPerson, 'enrollments'> & { readonly id: string | null }>`
    select e.npi, e.id as "enrolleeId", e.display_name as name,
      exists (select 1 from membership m where m.party_id = e.id::text and m.role = 'individual-provider'
        and m.status = 'active') as "hasAccount",
      n.id, n.form, n.state, n.status, n.contractor_id as "contractorId",
      exists (select 1 from reassignment r where r.from_enrollment_id = n.id and ${recorded}
        and r.known_to is null and (r.to_on is null or r.to_on >= ${today})) as reassigned,
      exists (select 1 from reassignment_handshake h where h.from_enrollment_id = n.id
        and ${proposed} and h.refused_at is null and h.ended_at is null
        and h.accepted_at is null and h.expired_at is null) as asked
    from enrollee e left join enrollment n on n.enrollee_id = e.id
    where e.npi = any(${[...npis]}) and e.kind = 'individual'
    order by e.npi, n.id`.execute(open(db))
  const people = new Map<string, RosterPerson & { enrollments: RosterEnrollment[] }>()
  for (const { npi, enrolleeId, name, hasAccount, ...enrollment } of rows) {
    const person = people.get(npi) ?? { npi, enrolleeId, name, hasAccount, enrollments: [] }
    if (enrollment.id !== null) person.enrollments.push(enrollment)
    people.set(npi, person)
  }
  return people
}

export interface Payee {
  readonly enrollmentId: string
  readonly enrolleeId: string
  readonly name: string
  readonly npi: string
  readonly contractorId: string
  readonly contractor: string
}

/** Groups that can be paid for others, by NPI or enrollment id. Names of groups are public. */
export async function findPayees(db: Db, idOrNpi: string): Promise<readonly Payee[]> {
  return open(db)
    .selectFrom('enrollment as n')
    .innerJoin('enrollee as e', 'e.id', 'n.enrollee_id')
    .innerJoin('contractor as c', 'c.id', 'n.contractor_id')
    .select(['n.id as enrollmentId', 'e.id as enrolleeId', 'e.display_name as name', 'e.npi'])
    .select(['n.contractor_id as contractorId', 'c.name as contractor'])
    .where((x) => x.or([x('n.id', '=', idOrNpi), x('e.npi', '=', idOrNpi)]))
    .where('n.form', 'in', ['CMS-855A', 'CMS-855B'])
    .where('n.status', 'not in', ['revoked', 'withdrawn'])
    .orderBy('n.id')
    .execute()
}

export interface GroupParty extends AskingGroup {
  readonly name: string
}

/** The organization of the permit; `id` is the enrollment by which it can be paid for others here, if it has one. */
export async function findGroupParty(
  db: Db,
  permit: Permit<'reassignment.propose'>,
  enrolleeId: string,
): Promise<GroupParty | undefined> {
  if (permit.subject.enrolleeId !== enrolleeId || !isRowId(enrolleeId)) return undefined
  const party = await open(db)
    .selectFrom('enrollee')
    .select(['id', 'npi', 'display_name as name'])
    .where('id', '=', enrolleeId)
    .where('kind', '=', 'organization')
    .executeTakeFirst()
  if (!party) return undefined
  const [here] = await findPayees(db, party.npi)
  return { id: here?.enrollmentId, enrolleeId: party.id, npi: party.npi, name: party.name }
}
