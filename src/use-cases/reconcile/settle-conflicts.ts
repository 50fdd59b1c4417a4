/**
 * Settles what an application and the record both changed. The provider's answers are brought up to the record, so that
 * what is signed is what is asked for; at the desk, where answers are signed already, the choice is kept beside them.
 */
import { isDeepStrictEqual } from 'node:util'
import type { Db } from '#db/db.ts'
import { findFile } from '#db/queries/application/application-file.ts'
import { findApplication } from '#db/queries/application/applications.ts'
import { appendEvent } from '#db/records/application/application-events.ts'
import { saveItem, setItemRemoved } from '#db/records/application/application-items.ts'
import { type LockedApplication, lockApplication } from '#db/records/application/applications.ts'
import { saveFieldChoices, setBasis } from '#db/records/application/field-choices.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import type { Permit } from '#domain/access/policy.ts'
import { allows, isEditable } from '#domain/application/lifecycle.ts'
import { ok, type Problem, type Result, refuse } from '#domain/result.ts'
import { REASON_MIN } from '#domain/review/screening/screening.ts'
import { applicationForm } from '#forms/application-form.ts'
import { splitRestricted } from '#forms/kit/answers.ts'
import { type Form, relevant, sectionsOf } from '#forms/kit/form.ts'
import type { File } from '#forms/kit/section.ts'
import type { Keeps } from '#forms/reconcile/merge-answers.ts'
import { findCaseFile } from '../case/case-file.ts'
import { conflictKey, isOpenConflict, reconcileApplication } from './reconcile-application.ts'

/** One `required` for each conflict that is still open; `at` is its key. */
const unsettled = (conflicts: Parameters<typeof isOpenConflict>[0][]): readonly Problem[] =>
  conflicts.filter(isOpenConflict).map((c) => ({ code: 'required', at: conflictKey(c) }))

/** Which choices, and against which version of the record they were made: another one since asks anew. */
export interface Settled {
  readonly keeps: Keeps
  readonly ordinal: number
}

/** Refuses with `not-editable`, `already-so` (the record did not change), `stale`, or `required` for each open conflict. */
export const bringUpToRecord = (
  db: Db,
  permit: Permit<'application.edit'>,
  { keeps, ordinal }: Settled,
  now: Date,
): Promise<Result<null>> =>
  transactOrRefuse<null>(db, async (tx) => {
    const locked = await lockApplication(tx, permit)
    if (!isEditable(locked.status)) return refuse({ code: 'not-editable' })
    const header = await findApplication(tx, permit)
    const form = applicationForm(header)
    const mine = relevant(form, await findFile(tx, permit))
    const found = await reconcileApplication(tx, permit, header, mine, keeps)
    if (!found.record || !found.moved) return refuse({ code: 'already-so' })
    if (found.record.ordinal !== ordinal) return refuse({ code: 'stale' })
    const [problem, ...more] = unsettled([...found.conflicts])
    if (problem) return refuse(problem, ...more)
    await writeMerged(tx, permit, locked, form, { mine, merged: found.asked }, now)
    await setBasis(tx, permit, found.record.ordinal, now)
    const detail = { reconciled: found.record.ordinal, before: found.basis?.ordinal ?? 0 }
    await appendEvent(tx, locked.id, 'note', permit.actor, now, detail)
    return ok(null)
  })

async function writeMerged(
  tx: Db,
  permit: Permit<'application.edit'>,
  locked: LockedApplication,
  form: Form,
  { mine, merged }: { readonly mine: File; readonly merged: File },
  now: Date,
): Promise<void> {
  const there = await findFile(tx, permit)
  const out = await findFile(tx, permit, true)
  for (const section of sectionsOf(form)) {
    const items = merged[section.id] ?? []
    for (const item of items) {
      const stored = there[section.id]?.find((i) => i.id === item.id)
      if (stored && isDeepStrictEqual({ ...stored.answers }, { ...item.answers })) continue
      const seenVersion = (stored ?? out[section.id]?.find((i) => i.id === item.id))?.version
      const place = { sectionId: section.id, itemId: item.id, seenVersion }
      const saved = await saveItem(
        tx,
        locked.id,
        { ...place, ...splitRestricted(section, item.answers) },
        permit.actor,
        now,
      )
      if (!saved.ok) throw new Error(`${section.id}/${item.id} was saved by somebody else while it was held`)
    }
    // Only what was merged: answers to sections that are not asked at present are left where they are.
    for (const { id } of mine[section.id] ?? [])
      if (!items.some((i) => i.id === id)) await setItemRemoved(tx, locked.id, section.id, id, now)
  }
}

/**
 * The analyst who holds the case settles some or all of it, with a reason. Refuses with `not-your-case`,
 * `not-in-this-status`, `reason-needed`, `required` (nothing chosen), `stale`, or `not-a-choice` (what is no conflict any more).
 */
export const settleAtDesk = (
  db: Db,
  permit: Permit<'application.review'>,
  { keeps, ordinal }: Settled,
  because: string,
  now: Date,
): Promise<Result<null>> =>
  transactOrRefuse<null>(db, async (tx) => {
    const locked = await lockApplication(tx, permit)
    if (locked.assignedTo !== permit.actor.userId) return refuse({ code: 'not-your-case' })
    if (!allows(locked.status, 'recommend'))
      return refuse({ code: 'not-in-this-status', with: { status: locked.status } })
    if (because.trim().length < REASON_MIN)
      return refuse({ code: 'reason-needed', at: 'because', with: { min: REASON_MIN } })
    if (because.length > 500) return refuse({ code: 'too-long', at: 'because', with: { max: 500 } })
    const found = await findCaseFile(tx, permit)
    if (keeps.size === 0 || !found.record) return refuse({ code: 'required', at: 'because' })
    if (found.record.ordinal !== ordinal) return refuse({ code: 'stale' })
    const settled = found.conflicts.flatMap((c) => {
      const keep = keeps.get(conflictKey(c))
      return keep ? [{ sectionId: c.sectionId, itemId: c.itemId, question: c.question, keep }] : []
    })
    if (settled.length !== keeps.size) return refuse({ code: 'not-a-choice' })
    await saveFieldChoices(tx, permit, found.record.ordinal, settled, because.trim(), now)
    const note = because.trim()
    await appendEvent(tx, locked.id, 'note', permit.actor, now, { note, settled: settled.length })
    return ok(null)
  })
