/** The group of an enrollment, as the use-cases of its roster know it; undefined for an enrollment that is paid for nobody. */
import type { Db } from '#db/db.ts'
import { type EnrollmentSubject, findEnrollment } from '#db/queries/enrollment/enrollments.ts'
import { type Actor, authorize } from '#domain/access/policy.ts'
import type { Group } from '#use-cases/reassignments/send-roster.ts'

const paidForOthers: readonly string[] = ['CMS-855A', 'CMS-855B']

export async function groupOf(db: Db, actor: Actor, subject: EnrollmentSubject): Promise<Group | undefined> {
  const viewing = authorize(actor, 'enrollment.view', subject)
  if (!viewing.ok || !paidForOthers.includes(subject.form)) return undefined
  const { id, enrolleeId, enrolleeNpi: npi, contractorId, state } = await findEnrollment(db, viewing.value)
  return { id, enrolleeId, npi, contractorId, state }
}
