/** The words that a letter is written with, and editing them: one person writes a version, another one puts it in force. */
import type { Db } from '#db/db.ts'
import { findWording } from '#db/queries/decisions/wordings.ts'
import { answerWaitingWording, insertWording, lockWaitingWording } from '#db/records/decisions/wordings.ts'
import { appendStaffEvent, type NewStaffEvent } from '#db/records/staff/staff-events.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { WordedLetter } from '#domain/decisions/worded-letters.ts'
import { checkWording, diffWording, type Wording } from '#domain/decisions/wording.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
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
  return (await findWording(db, permit, kind)) ?? { wording: words.letters.wordings[kind], version: undefined }
}

type Caller = NewStaffEvent['caller']

export interface WordingChange {
  readonly kind: WordedLetter
  /** The newest version that the editor saw; 0 for the product's own words. */
  readonly seen: number
  readonly wording: Wording
  readonly reason: string
}

/**
 * Writes a version that waits for a second person, and gives its number. Refuses with what `checkWording` says,
 * `reason-needed`, `same-words`, `version-waits` or `stale`.
 */
export function changeWording(
  db: Db,
  permit: Permit<'wording.edit'>,
  c: WordingChange,
  { words, caller }: { readonly words: Words; readonly caller: Caller },
  now: Date,
): Promise<Result<number>> {
  return transactOrRefuse(db, async (tx) => {
    const checked = checkWording(c.kind, c.wording)
    if (!checked.ok) return checked
    const reason = c.reason.trim()
    if (reason.length < REASON_MIN) return refuse({ code: 'reason-needed', at: 'reason', with: { min: REASON_MIN } })
    const { wording } = await wordingInForce(tx, permit, c.kind, words)
    if (diffWording(wording, c.wording).every((d) => d.is === 'same')) return refuse({ code: 'same-words' })
    const saved = await insertWording(tx, permit, { ...c, reason }, now)
    if (!saved.ok) return saved
    await note(tx, permit, 'wording.propose', c.kind, { version: saved.value, reason }, caller, now)
    return saved
  })
}

export interface WordingAnswer {
  readonly kind: WordedLetter
  readonly version: number
  readonly answer: 'put-in-force' | 'refuse' | 'withdraw'
  readonly why: string
}
const stateOf = { 'put-in-force': 'in-force', refuse: 'refused', withdraw: 'withdrawn' } as const

/**
 * Puts a version in force from now on, or not; letters already issued keep theirs. Refuses with `proposal-over`, with
 * `two-people` whoever wrote it unless they withdraw it, and with `reason-needed` a refusal without one.
 */
export function answerWording(
  db: Db,
  permit: Permit<'wording.edit'>,
  a: WordingAnswer,
  caller: Caller,
  now: Date,
): Promise<Result<null>> {
  return transactOrRefuse(db, async (tx) => {
    const waiting = await lockWaitingWording(tx, permit, a.kind, a.version)
    if (!waiting) return refuse({ code: 'proposal-over' })
    if ((waiting.changed_by === permit.actor.userId) !== (a.answer === 'withdraw'))
      return refuse({ code: 'two-people' })
    const why = a.why.trim()
    if (a.answer === 'refuse' && why.length < REASON_MIN)
      return refuse({ code: 'reason-needed', at: 'why', with: { min: REASON_MIN } })
    const { kind, version } = a
    await answerWaitingWording(tx, permit, { kind, version, state: stateOf[a.answer], answer: why || undefined }, now)
    await note(tx, permit, `wording.${a.answer}`, kind, { version, ...(why && { why }) }, caller, now)
    return ok(null)
  })
}

const note = (
  tx: Db,
  { actor }: Permit<'wording.edit'>,
  action: string,
  kind: WordedLetter,
  detail: Readonly<Record<string, unknown>>,
  caller: Caller,
  now: Date,
) => appendStaffEvent(tx, { actorId: actor.userId, action, subjectId: `letter:${kind}`, caller, detail }, now)
