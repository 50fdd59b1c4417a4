/** Begins an application about an enrollment: a draft of what its reason asks, filled with what is on file now. */
import type { Db } from '#db/db.ts'
import { findSigner } from '#db/queries/enrollment/enrollee-people.ts'
import { findEnrollmentVersion } from '#db/queries/enrollment/enrollment-versions.ts'
import { enrollmentSubject } from '#db/queries/enrollment/enrollments.ts'
import { saveItem } from '#db/records/application/application-items.ts'
import { insertApplication } from '#db/records/application/applications.ts'
import { findOpenChange } from '#db/records/application/open-applications.ts'
import { transact } from '#db/records/transact.ts'
import { authorize, type Permit } from '#domain/access/policy.ts'
import { beginsFrom } from '#domain/application/reason-standing.ts'
import { type ApplicationReason, reasonFacts, startsFromRecord } from '#domain/application/reasons.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { applicationForm } from '#forms/application-form.ts'
import { splitRestricted } from '#forms/kit/answers.ts'
import { sectionsOf } from '#forms/kit/form.ts'
import { readingOf } from '#forms/readings.ts'

export interface ChangeInput {
  readonly enrollmentId: string
  readonly reason: ApplicationReason
  /** Ids of tasks of the form, where the reason lets the person choose. */
  readonly tasks: readonly string[]
}

/** Refuses with `required` (no task), `reason-not-now` (the record does not stand so), `not-found` (also a reason that the form does not have), or `application-open` (whose `applicationId` says which one). */
export async function startChange(
  db: Db,
  permit: Permit<'application.start'>,
  input: ChangeInput,
  now: Date,
): Promise<Result<{ readonly applicationId: string }>> {
  const enrollment = await enrollmentSubject(db, input.enrollmentId)
  if (enrollment?.enrolleeId !== permit.subjectId) return refuse({ code: 'not-found' })
  const facts = reasonFacts(enrollment.form, input.reason)
  if (!facts || !startsFromRecord(input.reason)) return refuse({ code: 'not-found', at: 'reason' })
  if (!beginsFrom(input.reason, enrollment.status)) return refuse({ code: 'reason-not-now', at: 'reason' })
  if (facts.asks === 'chosen' && input.tasks.length === 0) return refuse({ code: 'required', at: 'tasks' })
  const viewing = authorize(permit.actor, 'enrollment.view', enrollment)
  if (!viewing.ok) return viewing
  const managing = authorize(permit.actor, 'enrollment.manage', enrollment)
  if (!managing.ok) return managing
  const signerId = await findSigner(db, permit, readingOf(enrollment.form).enrolls)
  return transact(db, async (tx) => {
    const open = await findOpenChange(tx, permit, enrollment.id, input.reason, input.tasks)
    if (open) return refuse({ code: 'application-open', at: 'tasks', with: { applicationId: open } })
    const version = await findEnrollmentVersion(tx, viewing.value)
    if (!version) return refuse({ code: 'not-found', at: 'tasks' })
    const asked = { form: enrollment.form, reason: input.reason, chosenTasks: input.tasks }
    const form = applicationForm(asked)
    const applicationId = await insertApplication(
      tx,
      permit,
      {
        ...asked,
        edition: form.edition,
        enrollmentId: enrollment.id,
        basisOrdinal: version.ordinal,
        state: enrollment.state,
        contractorId: enrollment.contractorId,
        signerId,
        prefilled: [],
      },
      now,
    )
    for (const section of sectionsOf(form))
      for (const item of version.file[section.id] ?? [])
        await saveItem(
          tx,
          applicationId,
          {
            sectionId: section.id,
            itemId: item.id,
            ...splitRestricted(section, item.answers),
            seenVersion: undefined,
          },
          permit.actor,
          now,
        )
    return ok({ applicationId })
  })
}
