/**
 * Approves an application. In one transaction, so that all of it happened or none: the decision, the standing
 * record (enrollment, period, version, locations, reassignments), the PTAN, the letter and the mail.
 */
import type { Db } from '#db/db.ts'
import { listBars } from '#db/queries/decisions/bars.ts'
import { decisionLetterKey } from '#db/queries/decisions/decisions.ts'
import { findPtan } from '#db/queries/enrollment/enrollments.ts'
import { moveApplication } from '#db/records/application/application-events.ts'
import { lockApplication } from '#db/records/application/applications.ts'
import { insertDecision, linkEnrollment } from '#db/records/decisions/decisions.ts'
import { replaceOfficials } from '#db/records/delegation/officials.ts'
import { saveOrganization } from '#db/records/enrollment/enrollees.ts'
import { replacePeriods } from '#db/records/enrollment/enrollment-periods.ts'
import { replaceLocations, replaceReassignments } from '#db/records/enrollment/enrollment-spans.ts'
import {
  closeVersionAndInsert,
  insertEnrollment,
  insertPeriod,
  saveSpecialty,
} from '#db/records/enrollment/enrollments.ts'
import { linkGroup } from '#db/records/reassignments/handshakes.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { allows } from '#domain/application/lifecycle.ts'
import { effectOf } from '#domain/application/reasons.ts'
import { addDays, type Day, dayIn } from '#domain/dates.ts'
import {
  type EnrollmentPeriod,
  type EnrollmentStatus,
  insertPeriod as withPeriod,
} from '#domain/enrollment/enrollment.ts'
import { endAfter } from '#domain/enrollment/period-end.ts'
import { isStateCode } from '#domain/party/states.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { decisionNeedsSecondPerson } from '#domain/review/queues/two-person.ts'
import { relevant } from '#forms/kit/form.ts'
import { splitFile } from '#forms/kit/record-file.ts'
import { readingOf } from '#forms/readings.ts'
import { approvalLetter, approvalWordingKind } from '#letters/approval-letter.ts'
import { type CaseFile, findCaseFile, submissionUnderReview } from '../case/case-file.ts'
import { keepOwnership } from '../ownership/keep-ownership.ts'
import { carriesNumber } from '../ownership-transfer/carry-number.ts'
import { confirmedFacts, settleApplicationReassignments } from '../reassignments/settle-application.ts'
import { type ApprovalChoice, type ApprovalPlan, approvalFacts, planApproval, recordedFrom } from './approval-plan.ts'
import { openWork } from './open-work.ts'
import { recommenderOf } from './recommend-application.ts'
import { type LetterOffice, letterHead, sendLetter } from './send-letter.ts'
import { tieIn, withCcn } from './tie-in.ts'
import { wordingInForce } from './wordings.ts'

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

async function writeRecord(
  tx: Db,
  permit: Deciding,
  found: CaseFile,
  plan: ApprovalPlan,
  now: Date,
): Promise<{ readonly enrollmentId: string; readonly ptan: string }> {
  const { header } = found
  const record = effectOf(header)
  const numbers = header.enrollmentId
    ? { enrollmentId: header.enrollmentId, ptan: await findPtan(tx, permit, header.enrollmentId) }
    : await openEnrollment(tx, permit, found, plan, now)
  const { enrollmentId } = numbers
  const from = record === 'ends' ? addDays(plan.effectiveOn, 1) : recordedFrom(plan, header.enrollmentId !== undefined)
  await writePeriods(tx, permit, found, { enrollmentId, from, because: plan.because }, now)
  const { organization, displayName } = plan.enrolled
  if (record !== 'ends' && organization) {
    await saveOrganization(tx, permit, { enrolleeId: header.enrolleeId, displayName, ein: organization.ein })
    await replaceOfficials(tx, permit, enrollmentId, organization.officials, from)
  }
  if (record !== 'ends') {
    if (header.enrollmentId) await saveSpecialty(tx, permit, enrollmentId, providerType(found, plan), now)
    const { form } = readingOf(header.form)
    const version = {
      effectiveFrom: from,
      // Questions of the reason, which a buyer without a record was asked too, are no part of the record.
      ...splitFile(form, relevant(form, found.whole)),
      applicationId: header.id,
    }
    await closeVersionAndInsert(tx, permit, enrollmentId, version, now)
  }
  await keepOwnership(tx, permit, found, { enrollmentId, from, ends: record === 'ends' }, now)
  const { locations, reassignments } = record === 'ends' ? { locations: [], reassignments: [] } : plan.enrolled
  await replaceLocations(tx, permit, enrollmentId, locations, from, now)
  await replaceReassignments(tx, permit, enrollmentId, reassignments, from, now, record === 'ends')
  return numbers
}

/** An enrollment begins, begins again, or ends; a change leaves its periods alone. */
async function writePeriods(
  tx: Db,
  permit: Deciding,
  { header }: CaseFile,
  {
    enrollmentId,
    from,
    because,
  }: { readonly enrollmentId: string; readonly from: Day; readonly because: readonly string[] },
  now: Date,
): Promise<void> {
  const record = effectOf(header)
  const status = openedAs(header.form)
  const why = { because, applicationId: header.id, today: dayIn(header.contractorZone, now) }
  if (record === 'opens')
    await insertPeriod(tx, permit, enrollmentId, { status, from, because, applicationId: header.id }, now)
  // An opt-out that ends leaves nothing behind; any other enrollment says that it was withdrawn.
  const next = (before: readonly EnrollmentPeriod[]) =>
    record === 'reactivates'
      ? withPeriod(before, { status, from })
      : status === 'opted-out'
        ? ok(endAfter(before, addDays(from, -1)))
        : withPeriod(before, { status: 'withdrawn', from })
  if (record === 'reactivates' || record === 'ends') await replacePeriods(tx, permit, enrollmentId, next, why, now)
}

const openedAs = (form: string): EnrollmentStatus => (form === 'OPT-OUT' ? 'opted-out' : 'approved')

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
      status: openedAs(header.form),
      specialty: providerType(found, plan),
      state: header.state,
      contractorId: header.contractorId,
      openedOn: dayIn(header.contractorZone, now),
    },
    now,
  )
  await linkEnrollment(tx, permit, id)
  // Practitioners may have named the group by its NPI before it was enrolled.
  await linkGroup(tx, permit, header.enrolleeId, id)
  return { enrollmentId: id, ptan }
}

/** "14-08", as the public files write it. */
const providerType = ({ header }: CaseFile, { enrolled }: ApprovalPlan): string =>
  `${readingOf(header.form).family}-${enrolled.specialty}`
