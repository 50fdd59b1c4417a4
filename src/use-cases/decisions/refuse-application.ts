/** Ends an application without an approval: deny, reject or return, with reasons from the tables and a letter. */
import type { Db } from '#db/db.ts'
import { findApplication } from '#db/queries/application/applications.ts'
import { findOpenRequest } from '#db/queries/application/development-requests.ts'
import { listSubmissions } from '#db/queries/application/submissions.ts'
import { decisionLetterKey } from '#db/queries/decisions/decisions.ts'
import { moveApplication } from '#db/records/application/application-events.ts'
import { lockApplication } from '#db/records/application/applications.ts'
import { closeRequest } from '#db/records/application/development-requests.ts'
import { insertDecision } from '#db/records/decisions/decisions.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { dayIn } from '#domain/dates.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { citations, decisionOf } from '#domain/review/decision.ts'
import { REASON_MIN } from '#domain/review/screening/screening.ts'
import { type Refusal, refusalLetter } from '#letters/refusal-letter.ts'
import { time } from '#words/en/portal/time.ts'
import { type LetterOffice, letterHead, sendLetter } from './send-letter.ts'
import { wordingInForce } from './wordings.ts'

export interface RefusalChoice {
  readonly kind: Refusal['kind']
  readonly reasons: readonly string[]
  /** What was found, said to the enrollee. */
  readonly found: string
}

const letterKinds = { deny: 'denial', reject: 'rejection', return: 'return' } as const

/** Refuses with `reason-needed`, `not-a-choice`, `clock-still-runs` or `not-in-this-status`. */
export async function refuseApplication(
  db: Db,
  permit: Permit<'application.decide'>,
  choice: RefusalChoice,
  { site, words }: LetterOffice,
  now: Date,
): Promise<Result<null>> {
  const decided = decisionOf(choice.kind, choice.reasons)
  if (!decided.ok) return decided
  const decision = decided.value as Refusal
  const note = choice.found.trim()
  if (note.length < REASON_MIN) return refuse({ code: 'reason-needed', at: 'found', with: { min: REASON_MIN } })
  return transact(db, async (tx) => {
    const locked = await lockApplication(tx, permit)
    const header = await findApplication(tx, permit)
    const request = await findOpenRequest(tx, permit)
    if (request && dayIn(header.contractorZone, now) <= request.dueOn)
      return refuse({ code: 'clock-still-runs', with: { day: time.day(request.dueOn) } })
    const detail = { reasons: decision.reasons }
    const moved = await moveApplication(tx, locked, { event: decision.kind, dueOn: null, detail }, permit.actor, now)
    if (!moved.ok) return moved
    await closeRequest(tx, permit, now)
    const submission = (await listSubmissions(tx, permit)).at(-1)?.ordinal ?? 0
    const because = citations(decision).map((c) => c.cite)
    const { kind, reasons } = decision
    await insertDecision(tx, permit, { submission, kind, reasons, because, note }, now)
    const { wording, version } = await wordingInForce(tx, permit, kind, words)
    const paper = refusalLetter(await letterHead(tx, header, now), decision, note, words, wording)
    const mail = words.mails.letterWaiting(site.product, `${site.origin}/inbox`)
    const key = await decisionLetterKey(tx, permit, submission)
    const letter = { kind: letterKinds[kind], paper, key, mail, wordingKind: kind, wordingVersion: version }
    await sendLetter(tx, permit, header, letter, now)
    return ok(null)
  })
}
