/**
 * Editing what a mail says: one person writes a text that counts from a day, another one puts it in force. The text of a
 * mail about accounts is everybody's, which takes two administrators.
 */
import type { Db } from '#db/db.ts'
import { listMailTexts } from '#db/queries/mails/mail-texts.ts'
import {
  answerWaitingMailText,
  insertMailText,
  lockWaitingMailText,
  type NewMailText,
} from '#db/records/mails/mail-texts.ts'
import { forgetTexts } from '#db/records/mails/texts-in-force.ts'
import { appendStaffEvent, type NewStaffEvent } from '#db/records/staff/staff-events.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import type { Permit } from '#domain/access/policy.ts'
import { dayIn, later, siteZone } from '#domain/dates.ts'
import { isContractorMail, type MailKind } from '#domain/mails/mail-kinds.ts'
import { checkMailText, tidyMailText } from '#domain/mails/mail-text.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { REASON_MIN } from '#domain/review/screening/screening.ts'
import { versionOn } from '#domain/versions.ts'
import type { Words } from '#words/index.ts'

type Editing = Permit<'mail-text.edit'>
type Caller = NewStaffEvent['caller']

/** A contractor has texts of its own for mails about its cases only. */
export const mayHaveOwn = (permit: Editing, kind: MailKind): boolean =>
  permit.subject.contractorId === undefined || isContractorMail(kind)

/**
 * Gives the number of the version that waits. Refuses with what `checkMailText` says, `not-a-choice` a mail that the
 * permit does not reach, `date-in-past`, `reason-needed`, `same-words`, `version-waits` or `stale`.
 */
export function changeMailText(
  db: Db,
  permit: Editing,
  c: NewMailText,
  { words, caller }: { readonly words: Words; readonly caller: Caller },
  now: Date,
): Promise<Result<number>> {
  return transactOrRefuse(db, async (tx) => {
    if (!mayHaveOwn(permit, c.kind)) return refuse({ code: 'not-a-choice', at: 'kind' })
    const text = tidyMailText(c.text)
    const checked = checkMailText(c.kind, words.mailTexts[c.kind], text)
    if (!checked.ok) return checked
    if (c.from < dayIn(siteZone, now)) return refuse({ code: 'date-in-past', at: 'from' })
    const reason = c.reason.trim()
    if (reason.length < REASON_MIN) return refuse({ code: 'reason-needed', at: 'reason', with: { min: REASON_MIN } })
    const { contractorId } = permit.subject
    const before = versionOn(await listMailTexts(tx, permit, { kind: c.kind, contractorId }), c.from)?.text
    const { subject, body } = before ?? words.mailTexts[c.kind]
    if (subject === text.subject && body.trimEnd() === text.body) return refuse({ code: 'same-words' })
    const saved = await insertMailText(tx, permit, { ...c, text, reason }, now)
    if (!saved.ok) return saved
    await note(tx, permit, 'mail-text.propose', c.kind, { version: saved.value, from: c.from, reason }, caller, now)
    return saved
  })
}

export interface MailTextAnswer {
  readonly kind: MailKind
  readonly version: number
  readonly answer: 'put-in-force' | 'refuse' | 'withdraw'
  readonly why: string
}
const stateOf = { 'put-in-force': 'in-force', refuse: 'refused', withdraw: 'withdrawn' } as const

/**
 * Puts a text in force from its day on, or from today when that day is over; or not. Mails that were sent keep theirs.
 * Refuses with `proposal-over`, with `two-people` whoever wrote it unless they withdraw it, and with `reason-needed` a
 * refusal without one.
 */
export async function answerMailText(
  db: Db,
  permit: Editing,
  a: MailTextAnswer,
  caller: Caller,
  now: Date,
): Promise<Result<null>> {
  const done = await transactOrRefuse<null>(db, async (tx) => {
    const waiting = await lockWaitingMailText(tx, permit, a.kind, a.version)
    if (!waiting) return refuse({ code: 'proposal-over' })
    if ((waiting.proposed_by === permit.actor.userId) !== (a.answer === 'withdraw'))
      return refuse({ code: 'two-people' })
    const why = a.why.trim()
    if (a.answer === 'refuse' && why.length < REASON_MIN)
      return refuse({ code: 'reason-needed', at: 'why', with: { min: REASON_MIN } })
    const from = a.answer === 'put-in-force' ? later(waiting.from_on, dayIn(siteZone, now)) : waiting.from_on
    const given = { id: waiting.id, state: stateOf[a.answer], from, answer: why || undefined }
    await answerWaitingMailText(tx, permit, given, now)
    const detail = { version: a.version, from, ...(why && { why }) }
    await note(tx, permit, `mail-text.${a.answer}`, a.kind, detail, caller, now)
    return ok(null)
  })
  forgetTexts(db)
  return done
}

const note = (
  tx: Db,
  { actor, subject }: Editing,
  action: string,
  kind: MailKind,
  detail: Readonly<Record<string, unknown>>,
  caller: Caller,
  now: Date,
) => {
  const subjectId = `mail:${kind}${subject.contractorId ? `@${subject.contractorId}` : ''}`
  return appendStaffEvent(tx, { actorId: actor.userId, action, subjectId, caller, detail }, now)
}
