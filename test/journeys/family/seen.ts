/** What the record keeps of an enrollment, read with the right of whoever it belongs to. */
import { listLocations, listPeriods, listReassignments } from '#db/queries/enrollment/enrollment-spans.ts'
import { findEnrollmentVersion, listVersions } from '#db/queries/enrollment/enrollment-versions.ts'
import { enrollmentSubject } from '#db/queries/enrollment/enrollments.ts'
import type { Day } from '#domain/dates.ts'
import type { Answers } from '#forms/kit/section.ts'
import { onEnrollment } from '#use-cases/decisions/decisions.fixture.ts'
import type { Cast, Family } from './family.ts'

export interface Seen {
  /** "approved 2026-12-01 to 2027-03-31"; without an end while it runs. */
  readonly periods: readonly string[]
  /** Streets of the places, each with its span. */
  readonly places: readonly string[]
  /** NPIs of who is paid, each with its span. */
  readonly paid: readonly string[]
  readonly versions: number
  readonly status: string | undefined
  /** The answers of the newest version, by section. */
  readonly answers: Readonly<Record<string, Answers | undefined>>
}

const span = (what: string, s: { readonly from: Day; readonly to?: Day | undefined }) =>
  `${what} ${s.from}${s.to ? ` to ${s.to}` : ''}`

export async function seenOf({ db }: Family, { world }: Cast, enrollmentId: string, on: Day): Promise<Seen> {
  const permit = await onEnrollment(db, world.vega, 'enrollment.view', enrollmentId)
  const version = await findEnrollmentVersion(db, permit)
  return {
    periods: (await listPeriods(db, permit)).map((p) => span(p.status, p)),
    places: (await listLocations(db, permit, on)).map((l) => span(l.address.line1, l)),
    paid: (await listReassignments(db, permit)).map((r) => span(r.toNpi ?? '', r)),
    versions: (await listVersions(db, permit)).length,
    status: (await enrollmentSubject(db, enrollmentId))?.status,
    answers: Object.fromEntries(Object.entries(version?.file ?? {}).map(([id, items]) => [id, items?.[0]?.answers])),
  }
}
