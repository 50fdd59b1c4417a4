/** Begins a new enrollment: a draft for one state, filled with what the NPI registry already knows. */
import type { Db } from '#db/db.ts'
import { contractorFor } from '#db/queries/contractors.ts'
import { findEnrolleeIdentity, findSigner } from '#db/queries/enrollment/enrollee-people.ts'
import { findRegistryProvider } from '#db/queries/registry-files/registry.ts'
import { saveItem } from '#db/records/application/application-items.ts'
import { insertApplication } from '#db/records/application/applications.ts'
import { findOpenInitial } from '#db/records/application/open-applications.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { ApplicationReason } from '#domain/application/reasons.ts'
import type { StateCode } from '#domain/party/states.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { applicationForm } from '#forms/application-form.ts'
import { splitRestricted } from '#forms/kit/answers.ts'
import { sectionOf } from '#forms/kit/form.ts'
import { prefillFromRegistry, prefillOf } from '#forms/kit/prefill.ts'
import { type Answers, ONLY_ITEM } from '#forms/kit/section.ts'
import { readingOf } from '#forms/readings.ts'

export interface StartInput {
  /** "CMS-855I". */
  readonly form: string
  readonly state: StateCode
  /** What was said just now, as answers to the form's section "enrollment". */
  readonly said: Answers
  /** Of a buyer without an enrollment; otherwise it is a first application. */
  readonly reason?: ApplicationReason
  /** Answers of other sections that are known already, by section. */
  readonly filled?: Readonly<Record<string, Answers>>
}

/** Refuses with `no-contractor`, or `application-open` (whose `applicationId` says which one). */
export async function startApplication(
  db: Db,
  permit: Permit<'application.start'>,
  input: StartInput,
  now: Date,
): Promise<Result<{ readonly applicationId: string }>> {
  const contractor = await contractorFor(db, input.state)
  if (!contractor) return refuse({ code: 'no-contractor', at: 'state' })
  const { form, enrolls } = readingOf(input.form)
  const reason = input.reason ?? 'initial'
  const asked = applicationForm({ form: form.id, reason, chosenTasks: [] })
  const { npi } = await findEnrolleeIdentity(db, permit)
  const signerId = await findSigner(db, permit, enrolls)
  const known = await findRegistryProvider(db, permit, npi)
  const { file, from } = known ? prefillFromRegistry(form, known) : prefillOf(form, { npi })
  return transact(db, async (tx) => {
    const open = await findOpenInitial(tx, permit, form.id, input.state, reason)
    if (open) return refuse({ code: 'application-open', at: 'state', with: { applicationId: open } })
    const applicationId = await insertApplication(
      tx,
      permit,
      {
        form: form.id,
        edition: form.edition,
        reason,
        state: input.state,
        contractorId: contractor.id,
        signerId,
        // What the person said just now is not from the registry, even where it says the same.
        prefilled: [...from].filter((name) => !name.startsWith('enrollment.')),
      },
      now,
    )
    const said = { id: ONLY_ITEM, answers: input.said }
    const filled = Object.entries(input.filled ?? {}).map(
      ([id, answers]) => [id, [{ id: ONLY_ITEM, answers }]] as const,
    )
    for (const [sectionId, items] of Object.entries({ ...file, ...Object.fromEntries(filled), enrollment: [said] }))
      for (const item of items) {
        const split = splitRestricted(sectionOf(asked, sectionId)!, item.answers)
        await saveItem(
          tx,
          applicationId,
          { sectionId, itemId: item.id, ...split, seenVersion: undefined },
          permit.actor,
          now,
        )
      }
    return ok({ applicationId })
  })
}
