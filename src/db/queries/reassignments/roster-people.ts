/** What the record knows about the NPIs of a group's roster: the people, their enrollments, and what there is already. */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

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

/** By NPI; those that nobody has are left out. The permit is of the group's enrollment. */
export async function listRosterPeople(
  db: Db,
  permit: Permit<'reassignment.propose'>,
  groupEnrollmentId: string,
  npis: readonly string[],
  today: Day,
): Promise<ReadonlyMap<string, RosterPerson>> {
  if (npis.length === 0 || permit.subjectId === '') return new Map()
  const { rows } = await sql<RosterEnrollment & Omit<RosterPerson, 'enrollments'> & { readonly id: string | null }>`
    select e.npi, e.id as "enrolleeId", e.display_name as name,
      exists (select 1 from membership m where m.party_id = e.id::text and m.role = 'individual-provider'
        and m.status = 'active') as "hasAccount",
      n.id, n.form, n.state, n.status, n.contractor_id as "contractorId",
      exists (select 1 from reassignment r where r.from_enrollment_id = n.id and r.to_enrollment_id = ${groupEnrollmentId}
        and r.known_to is null and (r.to_on is null or r.to_on >= ${today})) as reassigned,
      exists (select 1 from reassignment_handshake h where h.from_enrollment_id = n.id
        and h.to_enrollment_id = ${groupEnrollmentId} and h.refused_at is null and h.ended_at is null
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
}

/** Groups that can be paid for others, by NPI or enrollment id. Names of groups are public. */
export async function findPayees(db: Db, idOrNpi: string): Promise<readonly Payee[]> {
  return open(db)
    .selectFrom('enrollment as n')
    .innerJoin('enrollee as e', 'e.id', 'n.enrollee_id')
    .select(['n.id as enrollmentId', 'e.id as enrolleeId', 'e.display_name as name', 'e.npi'])
    .select('n.contractor_id as contractorId')
    .where((x) => x.or([x('n.id', '=', idOrNpi), x('e.npi', '=', idOrNpi)]))
    .where('n.form', 'in', ['CMS-855A', 'CMS-855B'])
    .where('n.status', 'not in', ['revoked', 'withdrawn'])
    .orderBy('n.id')
    .execute()
}
