/** Reads of the standing record: enrollments (versions and spans have files of their own). */
import type { Kysely } from 'kysely'
import { enrolleesFor, type Permit, type Subject } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import { type EnrollmentStatus, isEnrollmentStatus } from '#domain/enrollment/enrollment.ts'
import { isEnrollmentId } from '#domain/identifiers/enrollment-id.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import type { Tables } from '../../kit/tables.ts'
import { isRowId } from '../application/applications.ts'
import type { DeskLooking } from '../decisions/enrollment-decisions.ts'

export interface EnrollmentSubject extends Subject {
  readonly enrolleeId: string
  readonly contractorId: string
  readonly form: string
  readonly state: string
  readonly status: EnrollmentStatus
}

/** Needs no permit, because permits are minted from it: whose the enrollment is. */
export async function enrollmentSubject(db: Db, id: string | undefined): Promise<EnrollmentSubject | undefined> {
  if (id === undefined || !isEnrollmentId(id)) return undefined
  const row = await open(db).selectFrom('enrollment').selectAll().where('id', '=', id).executeTakeFirst()
  return (
    row && {
      id: row.id,
      enrolleeId: row.enrollee_id,
      contractorId: row.contractor_id,
      form: row.form,
      state: row.state,
      status: statusOf(row.status),
    }
  )
}

/** The database holds only statuses that the program wrote; throws on anything else. */
export function statusOf(text: string): EnrollmentStatus {
  if (!isEnrollmentStatus(text)) throw new Error(`unknown status of an enrollment: ${text}`)
  return text
}

export interface EnrollmentHeader {
  readonly id: string
  readonly enrolleeId: string
  readonly enrolleeName: string
  readonly enrolleeNpi: string
  readonly form: string
  readonly specialty: string
  readonly state: string
  readonly contractorId: string
  readonly contractorName: string
  readonly contractorZone: string
  readonly ptan: string
  readonly status: EnrollmentStatus
  /** The first day of the first period, as we know it now. */
  readonly effectiveFrom: Day | undefined
  readonly createdAt: Date
}

export const enrollmentHeaders = (k: Kysely<Tables>) =>
  k
    .selectFrom('enrollment as n')
    .innerJoin('enrollee as e', 'e.id', 'n.enrollee_id')
    .innerJoin('contractor as c', 'c.id', 'n.contractor_id')
    .selectAll('n')
    .select(['e.display_name', 'e.npi', 'c.name as contractor_name', 'c.time_zone'])
    .select((eb) =>
      eb
        .selectFrom('enrollment_period as p')
        .select((x) => x.fn.min<Day | null>('p.from_on').as('from'))
        .whereRef('p.enrollment_id', '=', 'n.id')
        .where('p.known_to', 'is', null)
        .as('effective_from'),
    )

type HeaderRow = Awaited<ReturnType<ReturnType<typeof enrollmentHeaders>['executeTakeFirstOrThrow']>>
export const enrollmentHeaderOf = (r: HeaderRow): EnrollmentHeader => ({
  id: r.id,
  enrolleeId: r.enrollee_id,
  enrolleeName: r.display_name,
  enrolleeNpi: r.npi,
  form: r.form,
  specialty: r.specialty,
  state: r.state,
  contractorId: r.contractor_id,
  contractorName: r.contractor_name,
  contractorZone: r.time_zone,
  ptan: r.ptan,
  status: statusOf(r.status),
  effectiveFrom: r.effective_from ?? undefined,
  createdAt: r.created_at,
})

export async function findEnrollment(db: Db, permit: Permit<'enrollment.view'>): Promise<EnrollmentHeader> {
  return enrollmentHeaderOf(
    await enrollmentHeaders(open(db)).where('n.id', '=', permit.subjectId).executeTakeFirstOrThrow(),
  )
}

/** The same for the desk, whose permits are minted from the enrollment or from a decision about it. */
export const findEnrollmentForDesk = async (db: Db, _: DeskLooking, id: string): Promise<EnrollmentHeader> =>
  enrollmentHeaderOf(await enrollmentHeaders(open(db)).where('n.id', '=', id).executeTakeFirstOrThrow())

/** Enrollments of every enrollee that the person works for, newest first; at most 200. */
export async function listOwnEnrollments(
  db: Db,
  permit: Permit<'dashboard.view'>,
): Promise<readonly EnrollmentHeader[]> {
  const enrollees = enrolleesFor(permit.actor, 'enrollment.view').filter(isRowId)
  if (enrollees.length === 0) return []
  const rows = await enrollmentHeaders(open(db))
    .where('n.enrollee_id', 'in', enrollees)
    .orderBy('n.created_at', 'desc')
    .orderBy('n.id')
    .limit(200)
    .execute()
  return rows.map(enrollmentHeaderOf)
}

/** The PTAN of the enrollment that an application changes. */
export async function findPtan(db: Db, _: Permit<'application.decide'>, enrollmentId: string): Promise<string> {
  const row = await open(db)
    .selectFrom('enrollment')
    .select('ptan')
    .where('id', '=', enrollmentId)
    .executeTakeFirstOrThrow()
  return row.ptan
}
