/** Answers a request while it is open: an affiliation is saved as far as it was written, taken out, or put back. */
import type { Db } from '#db/db.ts'
import { listAffiliations } from '#db/queries/affiliations/disclosed.ts'
import { saveAffiliation, setAffiliationRemoved } from '#db/records/affiliations/disclosed.ts'
import { holdForAnswer } from '#db/records/affiliations/requests.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { affiliationSection } from '#forms/affiliations/affiliation-section.ts'
import { problemsOf, splitRestricted } from '#forms/kit/answers.ts'
import type { Answers } from '#forms/kit/section.ts'

type Answering = Permit<'affiliation.answer'>

export interface TypedAffiliation {
  readonly itemId: string
  /** As `parseAnswers` read them; it may be unfinished. */
  readonly answers: Answers
  readonly seenVersion: number | undefined
}

/** Is there nothing left to say of it? */
export const isFinished = (answers: Answers, today: Day): boolean =>
  problemsOf(affiliationSection, answers, today).length === 0

/** Refuses with `over-already`, `too-many-items` or `stale`. Saving the same again is fine. */
export const keepAffiliation = (db: Db, permit: Answering, t: TypedAffiliation, now: Date): Promise<Result<null>> =>
  transactOrRefuse(db, async (tx) => {
    const held = await holdForAnswer(tx, permit)
    if (!held.ok) return held
    const there = await listAffiliations(tx, permit)
    const before = there.find((i) => i.id === t.itemId)
    // A second click sends the same answers again: no conflict and no change.
    if (before && JSON.stringify(sorted(before.answers)) === JSON.stringify(sorted(t.answers))) return ok(null)
    const max = affiliationSection.repeats?.max ?? 0
    if (!before && there.length >= max) return refuse({ code: 'too-many-items', with: { max } })
    const { open, restricted } = splitRestricted(affiliationSection, t.answers)
    const taxId = restricted.partyEin ?? restricted.partySsn
    return saveAffiliation(
      tx,
      permit,
      {
        id: t.itemId,
        open,
        restricted,
        taxId: typeof taxId === 'string' ? taxId : undefined,
        seenVersion: t.seenVersion,
      },
      now,
    )
  })

const sorted = (a: Answers) => Object.fromEntries(Object.entries(a).sort(([x], [y]) => (x < y ? -1 : 1)))

/** Refuses with `over-already` or `not-found`. */
export const removeAffiliation = (
  db: Db,
  permit: Answering,
  id: string,
  removedAt: Date | null,
): Promise<Result<null>> =>
  transactOrRefuse(db, async (tx) => {
    const held = await holdForAnswer(tx, permit)
    if (!held.ok) return held
    return (await setAffiliationRemoved(tx, permit, id, removedAt)) ? ok(null) : refuse({ code: 'not-found' })
  })
