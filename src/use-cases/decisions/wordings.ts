/** The words that a letter is written with: as edited, or the product's own; and editing them, a version at a time. */
import type { Db } from '#db/db.ts'
import { findWording } from '#db/queries/decisions/wordings.ts'
import { insertWording } from '#db/records/decisions/wordings.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import type { Permit } from '#domain/access/policy.ts'
import { checkWording, diffWording, type WordedLetter, type Wording } from '#domain/decisions/wording.ts'
import { type Result, refuse } from '#domain/result.ts'
import { REASON_MIN } from '#domain/review/screening/screening.ts'
import type { Words } from '#words/index.ts'

export interface WordingInForce {
  readonly wording: Wording
  /** Undefined: the product's own words. */
  readonly version: number | undefined
}

export async function wordingInForce(
  db: Db,
  permit: Parameters<typeof findWording>[1],
  kind: WordedLetter,
  words: Words,
): Promise<WordingInForce> {
  const edited = await findWording(db, permit, kind)
  return edited
    ? { wording: edited.wording, version: edited.version }
    : { wording: words.letters.wordings[kind], version: undefined }
}

export interface WordingChange {
  readonly kind: WordedLetter
  /** The version that the editor saw; 0 for the product's own words. */
  readonly seen: number
  readonly wording: Wording
  readonly reason: string
}

/** Refuses with what `checkWording` says, `reason-needed`, `nothing-changed` or `stale`. Letters already issued keep theirs. */
export function changeWording(
  db: Db,
  permit: Permit<'wording.edit'>,
  c: WordingChange,
  words: Words,
  now: Date,
): Promise<Result<number>> {
  return transactOrRefuse(db, async (tx) => {
    const checked = checkWording(c.wording)
    if (!checked.ok) return checked
    const reason = c.reason.trim()
    if (reason.length < REASON_MIN) return refuse({ code: 'reason-needed', at: 'reason', with: { min: REASON_MIN } })
    const { wording } = await wordingInForce(tx, permit, c.kind, words)
    if (diffWording(wording, c.wording).every((d) => d.is === 'same')) return refuse({ code: 'nothing-changed' })
    return insertWording(tx, permit, { ...c, reason }, now)
  })
}
