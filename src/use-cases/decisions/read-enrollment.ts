/** An enrollment as the desk decides on it: who and what it is, and the periods that are believed now. Reads only. */
import type { Db } from '#db/db.ts'
import type { DeskLooking } from '#db/queries/decisions/enrollment-decisions.ts'
import { type EnrollmentHeader, findEnrollmentForDesk } from '#db/queries/enrollment/enrollments.ts'
import { listBelievedPeriods } from '#db/records/enrollment/enrollment-periods.ts'
import type { EnrollmentPeriod } from '#domain/enrollment/enrollment.ts'

export const readEnrollment = async (
  db: Db,
  permit: DeskLooking,
  id: string,
): Promise<{ readonly header: EnrollmentHeader; readonly periods: readonly EnrollmentPeriod[] }> => ({
  header: await findEnrollmentForDesk(db, permit, id),
  periods: await listBelievedPeriods(db, permit, id),
})
