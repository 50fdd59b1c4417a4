/**
 * Brings answers into a draft: from a file that a person kept, or from the edition that the draft was begun on. What
 * fits the form of today is saved like any answer; what does not is told, and asked anew.
 */
import type { Db } from '#db/db.ts'
import { findFile } from '#db/queries/application/application-file.ts'
import { type ApplicationHeader, findApplication } from '#db/queries/application/applications.ts'
import { appendEvent } from '#db/records/application/application-events.ts'
import { setItemRemoved } from '#db/records/application/application-items.ts'
import { lockApplication } from '#db/records/application/applications.ts'
import { setEdition } from '#db/records/application/open-applications.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import type { Permit } from '#domain/access/policy.ts'
import { allows } from '#domain/application/lifecycle.ts'
import { dayIn } from '#domain/dates.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { applicationForm, formOfToday } from '#forms/application-form.ts'
import {
  type AskedAnew,
  type DraftFile,
  draftFile,
  type Fitted,
  fitToForm,
  readDraftFile,
} from '#forms/drafts/draft-file.ts'
import { sectionOf } from '#forms/kit/form.ts'
import type { Answers, File } from '#forms/kit/section.ts'
import { saveSection } from '../application/save-section.ts'

type EditPermit = Permit<'application.edit'>

/** The largest file that is read. */
export const DRAFT_BYTES = 2_000_000

/** The draft as it is now, to keep. */
export function keptDraft(header: ApplicationHeader, file: File): DraftFile {
  const { form, edition, reason, state, enrolleeNpi: npi } = header
  return draftFile({ form, edition, reason, state, npi }, applicationForm(header), file)
}

/** Refuses with `not-a-draft-file`, `other-application` (another form, reason, state or provider) or `not-in-this-status`. */
export async function bringInFile(db: Db, permit: EditPermit, text: string, now: Date): Promise<Result<Fitted>> {
  const read = readDraftFile(text)
  if (!read) return refuse({ code: 'not-a-draft-file', at: 'file' })
  return transactOrRefuse(db, async (tx) => {
    const locked = await lockApplication(tx, permit)
    const header = await findApplication(tx, permit)
    if (!allows(locked.status, 'submit')) return refuse({ code: 'not-editable' })
    const same = read.form === header.form && read.reason === header.reason && read.state === header.state
    if (!same || read.npi !== header.enrolleeNpi) return refuse({ code: 'other-application', at: 'file' })
    const form = applicationForm(header)
    const fitted = fitToForm(form, read.answers, dayIn(header.contractorZone, now))
    const stored = await findFile(tx, permit)
    for (const [sectionId, items] of Object.entries(fitted.file)) {
      // A list becomes the one of the file; what it does not have can be put back.
      for (const { id } of stored[sectionId] ?? [])
        if (!items.some((i) => i.id === id)) await setItemRemoved(tx, locked.id, sectionId, id, now)
      for (const item of items) {
        const there = stored[sectionId]?.find((i) => i.id === item.id)
        // What the file does not hold, like numbers that never leave, stays as it is.
        const asks = Object.keys(sectionOf(form, sectionId)?.questions ?? {})
        const kept = Object.fromEntries(asks.flatMap((n) => pick(n, item.answers, there?.answers)))
        const saved = { sectionId, itemId: item.id, answers: kept, seenVersion: there?.version }
        const done = await saveSection(tx, permit, saved, now)
        if (!done.ok) return done
      }
    }
    await appendEvent(tx, permit.subjectId, 'note', permit.actor, now, { draft: 'brought-in', edition: read.edition })
    const filled = await findFile(tx, permit)
    const there = ({ sectionId, question }: AskedAnew) =>
      fitted.file[sectionId]?.every(
        ({ id }) => filled[sectionId]?.find((i) => i.id === id)?.answers[question] !== undefined,
      ) ?? false
    return ok({ ...fitted, anew: fitted.anew.filter((a) => !there(a)) })
  })
}

const pick = (name: string, given: Answers, there: Answers | undefined): readonly (readonly [string, unknown])[] => {
  const value = given[name] ?? there?.[name]
  return value === undefined ? [] : [[name, value]]
}

/** What today's edition of the form asks anew; undefined when the draft is of today's. */
export function editionGap(header: ApplicationHeader, file: File, now: Date): Fitted | undefined {
  const form = formOfToday(header)
  if (header.edition === form.edition) return undefined
  return fitToForm(form, typedWhole(header, file), dayIn(header.contractorZone, now))
}

/** With restricted answers: they stay in the draft. */
const typedWhole = (header: ApplicationHeader, file: File): DraftFile['answers'] => {
  const form = applicationForm(header)
  return Object.fromEntries(
    Object.entries(file).map(([id, items]) => {
      const section = sectionOf(form, id)
      const typed = (answers: Answers) =>
        Object.fromEntries(
          Object.entries(answers).flatMap(([n, v]) => {
            const q = section?.questions[n]
            return v === undefined ? [] : [[n, q ? q.kind.typed(v as never) : String(v)]]
          }),
        )
      return [id, items.map((i) => ({ id: i.id, typed: typed(i.answers) }))]
    }),
  )
}

/** Goes on with today's edition: its questions are asked, and answers to questions that are gone are left behind. */
export const moveToEdition = (db: Db, permit: EditPermit, now: Date): Promise<Result<null>> =>
  transactOrRefuse<null>(db, async (tx) => {
    const locked = await lockApplication(tx, permit)
    const header = await findApplication(tx, permit)
    if (!allows(locked.status, 'submit')) return refuse({ code: 'not-editable' })
    const { edition } = formOfToday(header)
    if (edition === header.edition) return refuse({ code: 'already-so' })
    await setEdition(tx, permit, edition, now)
    await appendEvent(tx, permit.subjectId, 'note', permit.actor, now, { edition, before: header.edition })
    return ok(null)
  })
