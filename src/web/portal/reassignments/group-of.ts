/** The group of an enrollment, as the use-cases of its roster know it; undefined for an enrollment that is paid for nobody. */
import type { Db } from '#db/db.ts'
import { type EnrollmentSubject, findEnrollment } from '#db/queries/enrollment/enrollments.ts'
import { findGroupParty } from '#db/queries/reassignments/roster-people.ts'
import { type Actor, authorize, type Permit, type Subject } from '#domain/access/policy.ts'
import type { EnrolledGroup, Group } from '#use-cases/reassignments/send-roster.ts'

const paidForOthers: readonly string[] = ['CMS-855A', 'CMS-855B']

export async function groupOf(db: Db, actor: Actor, subject: EnrollmentSubject): Promise<EnrolledGroup | undefined> {
  const viewing = authorize(actor, 'enrollment.view', subject)
  if (!viewing.ok || !paidForOthers.includes(subject.form)) return undefined
  const { id, enrolleeId, enrolleeNpi: npi, contractorId, state } = await findEnrollment(db, viewing.value)
  return { id, enrolleeId, npi, contractorId, state }
}

/** The party of a group that is not enrolled here; undefined for one that is, whose roster is that of its enrollment. */
export async function partyGroupOf(
  db: Db,
  permit: Permit<'reassignment.propose'>,
  subject: Subject,
): Promise<(Group & { readonly name: string }) | undefined> {
  const party = subject.enrolleeId === undefined ? undefined : await findGroupParty(db, permit, subject.enrolleeId)
  return party && party.id === undefined ? { ...party, contractorId: undefined, state: undefined } : undefined
}
