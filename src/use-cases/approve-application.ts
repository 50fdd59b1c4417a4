/**
 * Approves an application. In one transaction, so that all of it happened or none: the decision, the standing
 * record (enrollment, period, version, locations, reassignments), the PTAN, the letter and the mail.
 */
import type { Db } from '#db/db.ts'
import { findPtan } from '#db/queries/enrollments.ts'
import { lockApplication, moveApplication } from '#db/records/applications.ts'
import { insertDecision, linkEnrollment } from '#db/records/decisions.ts'
import { replaceLocations, replaceReassignments } from '#db/records/enrollment-spans.ts'
import { closeVersionAndInsert, insertEnrollment, insertPeriod, saveSpecialty } from '#db/records/enrollments.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { allows } from '#domain/application/lifecycle.ts'
import { dayIn } from '#domain/dates.ts'
import { isStateCode } from '#domain/party/states.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { decisionNeedsSecondPerson } from '#domain/review/two-person.ts'
import { splitFile } from '#forms/kit/record-file.ts'
import { readingOf } from '#forms/readings.ts'
import { approvalLetter } from '#letters/approval-letter.ts'
import { type ApprovalChoice, type ApprovalPlan, approvalFacts, planApproval, recordedFrom } from './approval-plan.ts'
import { type CaseFile, findCaseFile, submissionUnderReview } from './case-file.ts'
import { findOpenChecks, recommenderOf } from './recommend-application.ts'
import { type LetterOffice, letterHead, sendLetter } from './send-letter.ts'

type Deciding = Permit<'application.decide'>

/**
 * Refuses with `not-in-this-status` (also when it was decided before), `same-person`, `screening-open`,
 * `effective-date-impossible` or `reason-needed`.
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
    if ((await findOpenChecks(tx, permit, found)).length > 0) return refuse({ code: 'screening-open' })
    const planned = planApproval(found, choice)
    if (!planned.ok) return planned
    const plan = planned.value
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
    const numbers = await writeRecord(tx, permit, found, plan, now)
    const paper = approvalLetter(
      await letterHead(tx, found.header, now),
      approvalFacts(found, plan, numbers, office.words),
      office.words,
    )
    const mail = office.words.mails.letterWaiting(office.site.product, `${office.site.origin}/inbox`)
    const key = `decision:${locked.id}:${submission}`
    await sendLetter(tx, permit, found.header, { kind: 'approval', paper, key, mail }, now)
    return ok({ enrollmentId: numbers.enrollmentId })
  })

async function writeRecord(
  tx: Db,
  permit: Deciding,
  found: CaseFile,
  plan: ApprovalPlan,
  now: Date,
): Promise<{ readonly enrollmentId: string; readonly ptan: string }> {
  const { header } = found
  const numbers = header.enrollmentId
    ? { enrollmentId: header.enrollmentId, ptan: await findPtan(tx, permit, header.enrollmentId) }
    : await openEnrollment(tx, permit, found, plan, now)
  const { enrollmentId } = numbers
  const from = recordedFrom(plan, header.enrollmentId !== undefined)
  if (!header.enrollmentId)
    await insertPeriod(
      tx,
      permit,
      enrollmentId,
      { status: 'approved', from, because: plan.because, applicationId: header.id },
      now,
    )
  else await saveSpecialty(tx, permit, enrollmentId, providerType(found, plan), now)
  const version = {
    effectiveFrom: from,
    ...splitFile(readingOf(header.form).form, found.whole),
    applicationId: header.id,
  }
  await closeVersionAndInsert(tx, permit, enrollmentId, version, now)
  await replaceLocations(tx, permit, enrollmentId, plan.enrolled.locations, from, now)
  await replaceReassignments(tx, permit, enrollmentId, plan.enrolled.reassignments, from, now)
  return numbers
}

async function openEnrollment(tx: Db, permit: Deciding, found: CaseFile, plan: ApprovalPlan, now: Date) {
  const { header } = found
  if (!isStateCode(header.state)) throw new Error(`no state ${header.state}`)
  const { id, ptan } = await insertEnrollment(
    tx,
    permit,
    {
      type: readingOf(header.form).enrolls === 'individual' ? 'I' : 'O',
      enrolleeId: header.enrolleeId,
      form: header.form,
      specialty: providerType(found, plan),
      state: header.state,
      contractorId: header.contractorId,
      openedOn: dayIn(header.contractorZone, now),
    },
    now,
  )
  await linkEnrollment(tx, permit, id)
  return { enrollmentId: id, ptan }
}

/** "14-08", as the public files write it. */
const providerType = ({ header }: CaseFile, { enrolled }: ApprovalPlan): string =>
  `${readingOf(header.form).family}-${enrolled.specialty}`
