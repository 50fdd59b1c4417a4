/** Puts an approval on record: the enrollment and its number, its periods, version, locations, owners and reassignments. */
import type { Db } from '#db/db.ts'
import { findPtan } from '#db/queries/enrollment/enrollments.ts'
import { linkEnrollment } from '#db/records/decisions/decisions.ts'
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
import { linkGroup } from '#db/records/reassignments/proposals.ts'
import type { Permit } from '#domain/access/policy.ts'
import { effectOf } from '#domain/application/reasons.ts'
import { addDays, type Day, dayIn } from '#domain/dates.ts'
import {
  type EnrollmentPeriod,
  type EnrollmentStatus,
  insertPeriod as withPeriod,
} from '#domain/enrollment/enrollment.ts'
import { endAfter } from '#domain/enrollment/period-end.ts'
import { isStateCode } from '#domain/party/states.ts'
import { ok } from '#domain/result.ts'
import { relevant } from '#forms/kit/form.ts'
import { splitFile } from '#forms/kit/record-file.ts'
import { readingOf } from '#forms/readings.ts'
import type { CaseFile } from '../case/case-file.ts'
import { keepOwnership } from '../ownership/keep-ownership.ts'
import { type ApprovalPlan, recordedFrom } from './approval-plan.ts'

type Deciding = Permit<'application.decide'>

/** Returns what the enrollment is called; for the transaction of the approval. */
export async function writeRecord(
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
