/** Reads of the versions of an enrollment: what was approved, from which day, restricted answers opened. */
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { Db } from '../../db.ts'
import { open, vaultOf } from '../../kit/open.ts'
import type { ApplicationPermit } from '../application/applications.ts'

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
  return row && openVersionOf(db, row)
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
  return row && openVersionOf(db, row)
}

/**
 * The record that the application would change now, others having been approved meanwhile: its newest version. Of an
 * approved application the one that it did change.
 */
export async function findNewestVersion(db: Db, permit: ApplicationPermit): Promise<OpenedVersion | undefined> {
  const own = await open(db)
    .selectFrom('enrollment_version')
    .select((e) => e.fn.min('ordinal').as('ordinal'))
    .where('application_id', '=', permit.subjectId)
    .executeTakeFirst()
  const made = own?.ordinal ?? undefined
  const row = await open(db)
    .selectFrom('enrollment_version as v')
    .innerJoin('application as a', 'a.enrollment_id', 'v.enrollment_id')
    .selectAll('v')
    .where('a.id', '=', permit.subjectId)
    .where('a.basis_ordinal', 'is not', null)
    .where((e) => (made === undefined ? e('v.known_to', 'is', null) : e('v.ordinal', '<', Number(made))))
    .orderBy('v.ordinal', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && openVersionOf(db, row)
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

/** Opens the restricted half of a version's row. For queries of this folder; pages have no row. */
export function openVersionOf(db: Db, row: VersionRow): OpenedVersion {
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
