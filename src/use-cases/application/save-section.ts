/** Saves one item of one section. The permit says who may; the lock says whether it is still possible. */
import { isDeepStrictEqual } from 'node:util'
import type { Db } from '#db/db.ts'
import { findFile } from '#db/queries/application/application-file.ts'
import { type ApplicationHeader, findApplication } from '#db/queries/application/applications.ts'
import { findOpenRequest } from '#db/queries/application/development-requests.ts'
import { saveItem } from '#db/records/application/application-items.ts'
import { type LockedApplication, lockApplication, touchApplication } from '#db/records/application/applications.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { allows, isEditable } from '#domain/application/lifecycle.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { applicationForm } from '#forms/application-form.ts'
import { splitRestricted } from '#forms/kit/answers.ts'
import { sectionOf } from '#forms/kit/form.ts'
import type { Answers } from '#forms/kit/section.ts'

export interface SectionSaved {
  readonly sectionId: string
  readonly itemId: string
  /** As `parseAnswers` read them; restricted ones in the clear. */
  readonly answers: Answers
  /** The version that the page was drawn from; undefined for a new item. */
  readonly seenVersion: number | undefined
}

/** Refuses with `not-editable`, `not-pinned`, `stale`, `fixed-answer` or `too-many-items`. Saving the same again is fine. */
export const saveSection = (
  db: Db,
  permit: Permit<'application.edit'>,
  saved: SectionSaved,
  now: Date,
): Promise<Result<null>> =>
  transact(db, async (tx) => {
    const locked = await lockApplication(tx, permit)
    const may = await mayEdit(tx, permit, locked, saved.sectionId)
    if (!may.ok) return may
    const header = await findApplication(tx, permit)
    const section = sectionOf(applicationForm(header), saved.sectionId)
    if (!section) return refuse({ code: 'not-found' })
    const items = (await findFile(tx, permit))[section.id] ?? []
    const before = items.find((i) => i.id === saved.itemId)
    // A second click, or the same answers sent again, is no conflict and no change.
    if (before && isDeepStrictEqual({ ...before.answers }, { ...saved.answers })) return ok(null)
    if (!before && section.repeats && items.length >= section.repeats.max)
      return refuse({ code: 'too-many-items', with: { max: section.repeats.max } })
    const fixed = fixedAnswers(header)
    const at = Object.keys(saved.answers).find(
      (n) => `${section.id}.${n}` in fixed && saved.answers[n] !== fixed[`${section.id}.${n}`],
    )
    if (at) return refuse({ code: 'fixed-answer', at, with: { value: fixed[`${section.id}.${at}`]! } })
    const done = await saveItem(
      tx,
      locked.id,
      { ...saved, ...splitRestricted(section, saved.answers) },
      permit.actor,
      now,
    )
    if (!done.ok) return done
    const changed = Object.keys(section.questions).filter(
      (name) => before && !isDeepStrictEqual(before.answers[name], saved.answers[name]),
    )
    const kept = header.prefilled.filter((from) => !changed.some((name) => from === `${section.id}.${name}`))
    await touchApplication(tx, locked.id, now, kept)
    return ok(null)
  })

/** Whose application it is and which contractor has it were settled at the start. */
const fixedAnswers = (header: ApplicationHeader): Readonly<Record<string, string>> => ({
  'enrollment.state': header.state,
  'identifiers.npi': header.enrolleeNpi,
})

/** May this section change now? In a development request only the sections that it is pinned on may. */
export async function mayEdit(
  tx: Db,
  permit: Permit<'application.edit'>,
  locked: LockedApplication,
  sectionId: string,
): Promise<Result<null>> {
  if (!isEditable(locked.status)) return refuse({ code: 'not-editable' })
  if (!allows(locked.status, 'answer-development')) return ok(null)
  const request = await findOpenRequest(tx, permit)
  return request?.items.some((i) => i.sectionId === sectionId) ? ok(null) : refuse({ code: 'not-pinned' })
}
