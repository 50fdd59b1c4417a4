/** Hearing an appeal: taken by somebody who had no part in the decision, late ones judged first, then decided once. */
import type { Db } from '#db/db.ts'
import { type Appeal, type AppealSubject, findAppeal, listMakers } from '#db/queries/decisions/appeals.ts'
import { findRecordDecision } from '#db/queries/decisions/enrollment-decisions.ts'
import { moveApplication } from '#db/records/application/application-events.ts'
import { lockApplication } from '#db/records/application/applications.ts'
import { insertLetter } from '#db/records/application/letters.ts'
import { markOverturned, moveAppeal, saveAppealLetter, saveGoodCause } from '#db/records/decisions/appeals.ts'
import { insertPrepared, moveDecision } from '#db/records/decisions/enrollment-decisions.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import { authorize, type Permit } from '#domain/access/policy.ts'
import { admitOutcome, mayHear } from '#domain/appeals/appeal.ts'
import { type AppealOutcome, isAppealOutcome } from '#domain/appeals/remedies.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { appealLetter } from '#letters/appeal-letter.ts'
import { renderPdf } from '#outside/pdf/render-pdf.ts'
import type { Words } from '#words/index.ts'
import { enrollmentLetterHead, planPaper } from '../decisions/decision-paper.ts'
import { carryOut } from '../decisions/issue-decision.ts'
import { wordingInForce } from '../decisions/wordings.ts'

type Hearing = Permit<'appeal.hear'>
const FOUND_MIN = 20

/** Refuses with `decided-it-yourself` or `over-already`. */
export const takeAppeal = (db: Db, permit: Hearing, now: Date): Promise<Result<null>> =>
  transactOrRefuse(db, async (tx) => {
    const appeal = await findAppeal(tx, permit)
    if (!mayHear(permit.actor.userId, await listMakers(tx, permit, appeal)))
      return refuse({ code: 'decided-it-yourself' })
    return moveAppeal(tx, permit, 'assign', { assigned_to: permit.actor.userId }, now)
  })

/** Refuses with `not-your-case` or `already-so`. */
export const judgeGoodCause = (db: Db, permit: Hearing, is: boolean, now: Date): Promise<Result<null>> =>
  transactOrRefuse(db, async (tx) => {
    const appeal = await findAppeal(tx, permit)
    if (appeal.assignedTo !== permit.actor.userId) return refuse({ code: 'not-your-case' })
    if (appeal.lateReason === undefined || appeal.goodCause !== undefined) return refuse({ code: 'already-so' })
    await saveGoodCause(tx, permit, is, now)
    return ok(null)
  })

/**
 * In one transaction: the outcome, its letter and what it does to the record. Refuses with `not-a-choice`,
 * `reason-needed`, `not-your-case`, `decided-it-yourself`, `good-cause-open`, `over-already`, or when the record has
 * moved on.
 */
export const decideAppeal = (
  db: Db,
  permit: Hearing & { readonly subject: AppealSubject },
  said: { readonly outcome: string; readonly reason: string },
  words: Words,
  now: Date,
): Promise<Result<null>> =>
  transactOrRefuse(db, async (tx) => {
    const { outcome } = said
    if (!isAppealOutcome(outcome)) return refuse({ code: 'not-a-choice', at: 'outcome' })
    const reason = said.reason.trim()
    if (reason.length < FOUND_MIN) return refuse({ code: 'reason-needed', at: 'reason', with: { min: FOUND_MIN } })
    const { userId } = permit.actor
    const set = { outcome, outcome_reason: reason, decided_by: userId, decided_at: now }
    const moved = await moveAppeal(tx, permit, 'decide', set, now)
    if (!moved.ok) return moved
    const appeal = await findAppeal(tx, permit)
    if (appeal.assignedTo !== userId) return refuse({ code: 'not-your-case' })
    if (!mayHear(userId, await listMakers(tx, permit, appeal))) return refuse({ code: 'decided-it-yourself' })
    const admitted = admitOutcome({ late: appeal.lateReason !== undefined, goodCause: appeal.goodCause }, outcome)
    if (!admitted.ok) return admitted
    const letterId = await answer(tx, permit, appeal, { outcome, reason }, words, now)
    return outcome === 'reversed' ? reverse(tx, permit, appeal, letterId, words, now) : ok(null)
  })

async function answer(
  tx: Db,
  permit: Hearing,
  a: Appeal,
  { outcome, reason }: { readonly outcome: AppealOutcome; readonly reason: string },
  words: Words,
  now: Date,
): Promise<string> {
  const { wording, version } = await wordingInForce(tx, permit, `appeal-${outcome}`, words)
  const head = await enrollmentLetterHead(tx, { ...a, id: a.about }, now)
  const paper = appealLetter(head, { ...a, outcome, reason }, wording, words)
  const letterId = await insertLetter(
    tx,
    permit,
    {
      applicationId: a.applicationId,
      ...(a.enrollmentId && { enrollmentId: a.enrollmentId }),
      enrolleeId: a.enrolleeId,
      contractorId: a.contractorId,
      kind: `appeal-${outcome}`,
      paper,
      pdf: await renderPdf(paper, now),
      wordingKind: `appeal-${outcome}`,
      wordingVersion: version,
      dedupeKey: `appeal:${a.id}`,
      isDelivered: false,
    },
    now,
  )
  if (!letterId) throw new Error(`appeal ${a.id} was answered before`)
  await saveAppealLetter(tx, permit, letterId)
  return letterId
}

/**
 * Of an enrollment, a further decision takes the first one back; a denied application is in review again. The date of an
 * approval is set right by a correction of its own, which the desk prepares from the page of the appeal.
 */
async function reverse(
  tx: Db,
  permit: Hearing & { readonly subject: AppealSubject },
  a: Appeal,
  letterId: string,
  words: Words,
  now: Date,
): Promise<Result<null>> {
  if (a.enrollmentDecisionId && a.enrollmentId) {
    const { enrollmentId, enrollmentDecisionId: undoesId } = a
    const taken = {
      kind: 'rescind',
      reasons: ['appeal'],
      found: words.appeals.rescinded,
      undoesId,
      enrollmentId,
    } as const
    const prepared = await insertPrepared(tx, permit, taken, now)
    if (!prepared.ok) return prepared
    const issued = await moveDecision(tx, permit, prepared.value, 'issue', now, { appeal: a.id })
    if (!issued.ok) return issued
    const d = await findRecordDecision(tx, permit, prepared.value)
    if (!d) return refuse({ code: 'not-found' })
    const planned = await planPaper(tx, permit, d, words, now)
    return planned.ok ? carryOut(tx, permit, d, planned.value, now, letterId) : planned
  }
  if (a.kind === 'deny' && a.applicationId && a.applicationDecisionId) {
    const { enrolleeId, contractorId } = permit.subject
    const reviewing = authorize(permit.actor, 'application.review', { id: a.applicationId, enrolleeId, contractorId })
    if (!reviewing.ok) return reviewing
    const locked = await lockApplication(tx, reviewing.value)
    const to = { event: 'reopen-on-appeal', dueOn: null, assignedTo: null, detail: { appeal: a.id } } as const
    const moved = await moveApplication(tx, locked, to, permit.actor, now)
    if (!moved.ok) return moved
    await markOverturned(tx, permit, a.applicationDecisionId, now)
  }
  return ok(null)
}
