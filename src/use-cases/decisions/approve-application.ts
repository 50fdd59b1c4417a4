/**
 * Approves an application. In one transaction, so that all of it happened or none: the decision, the standing
 * record (enrollment, period, version, locations, reassignments), the PTAN, the letter and the mail.
 */
import type { Db } from '#db/db.ts'
import { listBars } from '#db/queries/decisions/bars.ts'
import { decisionLetterKey } from '#db/queries/decisions/decisions.ts'
import { moveApplication } from '#db/records/application/application-events.ts'
import { lockApplication } from '#db/records/application/applications.ts'
import { insertDecision } from '#db/records/decisions/decisions.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { allows } from '#domain/application/lifecycle.ts'
import { effectOf } from '#domain/application/reasons.ts'
import { dayIn } from '#domain/dates.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { decisionNeedsSecondPerson } from '#domain/review/queues/two-person.ts'
import { approvalLetter, approvalWordingKind } from '#letters/approval-letter.ts'
import { type CaseFile, findCaseFile, submissionUnderReview } from '../case/case-file.ts'
import { carriesNumber } from '../ownership-transfer/carry-number.ts'
import { confirmedFacts, settleApplicationReassignments } from '../reassignments/settle-application.ts'
import { type ApprovalChoice, type ApprovalPlan, approvalFacts, planApproval } from './approval-plan.ts'
import { openWork } from './open-work.ts'
import { recommenderOf } from './recommend-application.ts'
import { type LetterOffice, letterHead, sendLetter } from './send-letter.ts'
import { tieIn, withCcn } from './tie-in.ts'
import { wordingInForce } from './wordings.ts'
import { writeRecord } from './write-record.ts'

type Deciding = Permit<'application.decide'>

/**
 * Refuses with `not-in-this-status` (also when it was decided before), `same-person`, `bar-runs`, `screening-open`, `level-open`,
 * `effective-date-impossible`, `reason-needed`, for want of a certification number `required` or `not-a-ccn`, or after a sale
 * `number-carries-over` or `number-does-not-pass`.
 */
export const approveApplication = (
  db: Db,
  permit: Deciding,
  choice: ApprovalChoice,
  office: LetterOffice,
  now: Date,
): Promise<Result<{ readonly enrollmentId: string }>> =>
  transact(db, async (tx) => {
    const locked = await lockApplication(tx, permit)
    // Only what an analyst recommended can be sent back, and only that can be approved.
    if (!allows(locked.status, 'send-back'))
      return refuse({ code: 'not-in-this-status', with: { status: office.words.statuses[locked.status].name } })
    if (decisionNeedsSecondPerson && (await recommenderOf(tx, permit)) === permit.actor.userId)
      return refuse({ code: 'same-person' })
    const found = await findCaseFile(tx, permit)
    const barred = await barOver(tx, permit, found, now)
    if (barred) return refuse({ code: 'bar-runs', with: { day: office.words.portal.time.day(barred.until) } })
    const kept = await openWork(tx, permit, found, office.words)
    if (kept) return refuse(kept)
    const planned = planApproval(found, choice)
    if (!planned.ok) return planned
    const plan = await withConfirmed(tx, permit, found, planned.value)
    const certified = tieIn(found, choice)
    if (!certified.ok) return certified
    const ccn = certified.value
    const wrongNumber = await carriesNumber(tx, permit, ccn)
    if (wrongNumber) return refuse(wrongNumber)
    const submission = submissionUnderReview(found)
    const detail = { effectiveOn: plan.effectiveOn, mayBillFrom: plan.mayBillFrom }
    const moved = await moveApplication(tx, locked, { event: 'approve', dueOn: null, detail }, permit.actor, now)
    if (!moved.ok) return moved
    await insertDecision(
      tx,
      permit,
      { submission, kind: 'approve', reasons: [], ...detail, because: plan.because, note: plan.dateReason },
      now,
    )
    const numbers = await writeRecord(tx, permit, { ...found, whole: withCcn(found.whole, ccn) }, plan, now)
    await settleApplicationReassignments(tx, permit, numbers.enrollmentId, now)
    const facts = approvalFacts(found, plan, { ...numbers, ccn }, office.words)
    const wordingKind = approvalWordingKind(facts)
    const { wording, version } = await wordingInForce(tx, permit, wordingKind, office.words)
    const paper = approvalLetter(await letterHead(tx, found.header, now), facts, office.words, wording)
    const mail = office.words.mails.letterWaiting(office.site.product, `${office.site.origin}/inbox`)
    const key = await decisionLetterKey(tx, permit, submission)
    await sendLetter(
      tx,
      permit,
      found.header,
      { kind: 'approval', paper, key, mail, wordingKind, wordingVersion: version },
      now,
    )
    return ok({ enrollmentId: numbers.enrollmentId })
  })

/** Of the groups that were asked to confirm a reassignment, only those that did go on record and into the letter. */
const withConfirmed = async (tx: Db, permit: Deciding, found: CaseFile, plan: ApprovalPlan): Promise<ApprovalPlan> => ({
  ...plan,
  enrolled: await confirmedFacts(tx, permit, found.header.enrollmentId, plan.enrolled),
})

/** The bar that keeps a new enrollment from being approved (42 CFR 424.535(c)); what only changes a record is not barred. */
async function barOver(tx: Db, permit: Deciding, { header }: CaseFile, now: Date) {
  if (effectOf(header) !== 'opens') return undefined
  return (await listBars(tx, permit, header.enrolleeId, dayIn(header.contractorZone, now)))[0]
}
