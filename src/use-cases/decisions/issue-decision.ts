/**
 * Issues a prepared decision. In one transaction, so that all of it happened or none: the periods of the record and the
 * line of the feed that every node follows, the bar, the letter with its PDF, the event. The letter is delivered by the
 * job "deliver-letters", once.
 */
import type { Db } from '#db/db.ts'
import { findRecordDecision, type RecordDecision } from '#db/queries/decisions/enrollment-decisions.ts'
import { insertLetter } from '#db/records/application/letters.ts'
import { insertBar, liftBar } from '#db/records/decisions/bars.ts'
import { moveDecision, saveIssued } from '#db/records/decisions/enrollment-decisions.ts'
import { replacePeriods } from '#db/records/enrollment/enrollment-periods.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import type { Permit } from '#domain/access/policy.ts'
import { recordFacts } from '#domain/decisions/kinds.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { renderPdf } from '#outside/pdf/render-pdf.ts'
import type { Words } from '#words/index.ts'
import { type DecisionPaper, planPaper } from './decision-paper.ts'

/** The permit's subject is the decision. Refuses with `not-found`, `same-person`, `over-already`, or as `planPaper` does. */
export const issueDecision = (
  db: Db,
  permit: Permit<'enrollment.decide'>,
  words: Words,
  now: Date,
): Promise<Result<{ readonly enrollmentId: string }>> =>
  transactOrRefuse(db, async (tx) => {
    const moved = await moveDecision(tx, permit, permit.subjectId, 'issue', now)
    if (!moved.ok) return moved
    const d = await findRecordDecision(tx, permit, permit.subjectId)
    if (!d) return refuse({ code: 'not-found' })
    if (recordFacts(d.kind).twoPerson && d.preparedBy === permit.actor.userId) return refuse({ code: 'same-person' })
    const planned = await planPaper(tx, permit, d, words, now)
    if (!planned.ok) return planned
    const done = await carryOut(tx, permit, d, planned.value, now)
    return done.ok ? ok({ enrollmentId: d.enrollmentId }) : done
  })

/** Writes what a decision does to the record, and its letter. Only inside the transaction that moved the decision. */
export async function carryOut(
  tx: Db,
  permit: Permit<'enrollment.decide' | 'appeal.hear'>,
  d: RecordDecision,
  { header, plan, before, paper, wordingVersion, letterOn }: DecisionPaper,
  now: Date,
  /** The letter that tells of it, where another one does. */
  told?: string,
): Promise<Result<null>> {
  const why = { because: plan.because, applicationId: undefined, today: letterOn }
  const replaced = await replacePeriods(tx, permit, header.id, () => ok(plan.periods), why, now)
  if (!replaced.ok) return replaced
  if (d.undoesId) await liftBar(tx, permit, d.undoesId, now)
  if (plan.bar) await insertBar(tx, permit, d.id, header.enrolleeId, plan.bar)
  const letterId =
    told ??
    (await insertLetter(
      tx,
      permit,
      {
        applicationId: undefined,
        enrollmentId: header.id,
        enrolleeId: header.enrolleeId,
        contractorId: header.contractorId,
        kind: d.kind,
        paper,
        pdf: await renderPdf(paper, now),
        wordingKind: d.kind,
        wordingVersion,
        dedupeKey: `enrollment-decision:${d.id}`,
        isDelivered: false,
      },
      now,
    ))
  await saveIssued(tx, permit, d.id, { plan, before, letterId }, now)
  return ok(null)
}
