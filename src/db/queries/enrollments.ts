/** Reads of the standing record: enrollments and the versions of what was approved (spans: enrollment-spans.ts). */
import type { Permit, Subject } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import { type EnrollmentStatus, isEnrollmentStatus } from '#domain/enrollment/enrollment.ts'
import { isEnrollmentId } from '#domain/identifiers/enrollment-id.ts'
import type { Db } from '../db.ts'
import { open, vaultOf } from '../kit/open.ts'
import { type ApplicationPermit, isRowId } from './applications.ts'

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

const headers = (db: Db) =>
  open(db)
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

type HeaderRow = Awaited<ReturnType<ReturnType<typeof headers>['executeTakeFirstOrThrow']>>
const headerOf = (r: HeaderRow): EnrollmentHeader => ({
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
  return headerOf(await headers(db).where('n.id', '=', permit.subjectId).executeTakeFirstOrThrow())
}

/** Enrollments of every enrollee that the person works for, newest first; at most 200. */
export async function listOwnEnrollments(
  db: Db,
  permit: Permit<'dashboard.view'>,
): Promise<readonly EnrollmentHeader[]> {
  const enrollees = permit.actor.memberships.map((m) => m.partyId).filter(isRowId)
  if (enrollees.length === 0) return []
  const rows = await headers(db)
    .where('n.enrollee_id', 'in', enrollees)
    .orderBy('n.created_at', 'desc')
    .orderBy('n.id')
    .limit(200)
    .execute()
  return rows.map(headerOf)
}

/** Answers by section id, as forms have them. */
export type VersionFile = Readonly<
  Record<string, readonly { readonly id: string; readonly answers: Readonly<Record<string, unknown>> }[]>
>

export interface EnrollmentVersion {
  readonly ordinal: number
  readonly effectiveFrom: Day
  readonly effectiveTo: Day | undefined
  readonly applicationId: string | undefined
}
export interface OpenedVersion extends EnrollmentVersion {
  readonly file: VersionFile
}

export const versionPlace = (enrollmentId: string, ordinal: number): string =>
  `enrollment_version|restricted|${enrollmentId}/${ordinal}`

const believed = (db: Db, enrollmentId: string) =>
  open(db).selectFrom('enrollment_version').where('enrollment_id', '=', enrollmentId).where('known_to', 'is', null)

/** The version in force on a day, restricted answers opened; without a day the newest one. */
export async function findEnrollmentVersion(
  db: Db,
  permit: Permit<'enrollment.view'>,
  on?: Day,
): Promise<OpenedVersion | undefined> {
  let query = believed(db, permit.subjectId)
  if (on)
    query = query
      .where('effective_from', '<=', on)
      .where((e) => e.or([e('effective_to', 'is', null), e('effective_to', '>=', on)]))
  const row = await query.selectAll().orderBy('ordinal', 'desc').limit(1).executeTakeFirst()
  return row && openedVersion(db, row)
}

/** The version that a change application started from; undefined for an initial one. */
export async function findBasisVersion(db: Db, permit: ApplicationPermit): Promise<OpenedVersion | undefined> {
  const row = await open(db)
    .selectFrom('enrollment_version as v')
    .innerJoin('application as a', (j) =>
      j.onRef('a.enrollment_id', '=', 'v.enrollment_id').onRef('a.basis_ordinal', '=', 'v.ordinal'),
    )
    .selectAll('v')
    .where('a.id', '=', permit.subjectId)
    .executeTakeFirst()
  return row && openedVersion(db, row)
}

interface VersionRow {
  readonly enrollment_id: string
  readonly ordinal: number
  readonly effective_from: Day
  readonly effective_to: Day | null
  readonly answers: Readonly<Record<string, unknown>>
  readonly restricted: Buffer | null
  readonly application_id: string | null
}

function openedVersion(db: Db, row: VersionRow): OpenedVersion {
  const place = versionPlace(row.enrollment_id, row.ordinal)
  const sealed = row.restricted ? (JSON.parse(vaultOf(db).unseal(place, row.restricted).toString()) as VersionFile) : {}
  return { ...versionOf(row), file: joined(row.answers as VersionFile, sealed) }
}

const versionOf = (r: Omit<VersionRow, 'answers' | 'restricted' | 'enrollment_id'>): EnrollmentVersion => ({
  ordinal: r.ordinal,
  effectiveFrom: r.effective_from,
  effectiveTo: r.effective_to ?? undefined,
  applicationId: r.application_id ?? undefined,
})

/** Puts the two halves of every item together again. */
const joined = (answers: VersionFile, restricted: VersionFile): VersionFile =>
  Object.fromEntries(
    Object.entries(answers).map(([sectionId, items]) => [
      sectionId,
      items.map((item) => ({
        id: item.id,
        answers: { ...item.answers, ...restricted[sectionId]?.find((i) => i.id === item.id)?.answers },
      })),
    ]),
  )

/** Every version that is still believed, newest first, without its answers. */
export async function listVersions(db: Db, permit: Permit<'enrollment.view'>): Promise<readonly EnrollmentVersion[]> {
  const rows = await believed(db, permit.subjectId)
    .select(['ordinal', 'effective_from', 'effective_to', 'application_id'])
    .orderBy('ordinal', 'desc')
    .execute()
  return rows.map(versionOf)
}
