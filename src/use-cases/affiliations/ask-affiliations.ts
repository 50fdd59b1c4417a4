/**
 * Asks a provider to disclose affiliations, from a case or from an enrollment: a request with its clock, a letter, a mail
 * (42 CFR 424.519). It is about the provider and everybody who is on file as owner or manager.
 */
import type { Db } from '#db/db.ts'
import { namedOnRecord } from '#db/queries/affiliations/on-record.ts'
import { applicationSubject } from '#db/queries/application/applications.ts'
import { findContractor } from '#db/queries/contractors.ts'
import { listNotifiedAddresses } from '#db/queries/enrollment/enrollee-people.ts'
import { findEnrollmentVersion } from '#db/queries/enrollment/enrollment-versions.ts'
import { findEnrollmentForDesk } from '#db/queries/enrollment/enrollments.ts'
import { insertAffiliationRequest, saveAffiliationLetter } from '#db/records/affiliations/requests.ts'
import { insertLetter } from '#db/records/application/letters.ts'
import { queueMessage } from '#db/records/messages.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import { authorize, type Permit } from '#domain/access/policy.ts'
import { answerUntil } from '#domain/affiliation/request.ts'
import { isOpen } from '#domain/application/lifecycle.ts'
import { type Day, dayIn } from '#domain/dates.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { REASON_MIN } from '#domain/review/screening/screening.ts'
import type { File } from '#forms/kit/section.ts'
import { readingOf } from '#forms/readings.ts'
import { affiliationLetter } from '#letters/affiliation-letter.ts'
import type { LetterHead } from '#letters/letter-head.ts'
import { renderPdf } from '#outside/pdf/render-pdf.ts'
import { time } from '#words/en/portal/time.ts'
import { findCaseFile } from '../case/case-file.ts'
import type { LetterOffice } from '../decisions/send-letter.ts'
import { wordingInForce } from '../decisions/wordings.ts'

type Asking = Permit<'affiliation.ask'>

/** What a request is about, and who stands beside the provider on file. */
export interface AskedAbout {
  readonly applicationId: string | undefined
  readonly enrollmentId: string | undefined
  readonly enrolleeId: string
  readonly enrolleeName: string
  readonly npi: string
  readonly contractorId: string
  /** The tracking number or the enrollment. */
  readonly about: string
  readonly named: readonly string[]
}

/**
 * The permit's subject is the application or the enrollment. Refuses with `not-found`, and of an application with
 * `not-in-this-status` when it is over or was never sent, and `not-your-case` when somebody else holds it.
 */
export async function findAskedAbout(
  db: Db,
  permit: Asking,
  of: 'application' | 'enrollment',
): Promise<Result<AskedAbout>> {
  return of === 'application' ? ofApplication(db, permit) : ofEnrollment(db, permit)
}

async function ofApplication(db: Db, permit: Asking): Promise<Result<AskedAbout>> {
  const subject = await applicationSubject(db, permit.subjectId)
  const reviewing = subject ? authorize(permit.actor, 'application.review', subject) : refuse({ code: 'not-found' })
  if (!reviewing.ok) return reviewing
  const found = await findCaseFile(db, reviewing.value)
  const { header } = found
  if (!isOpen(header.status) || !header.trackingNumber)
    return refuse({ code: 'not-in-this-status', with: { status: header.status } })
  if (header.assignedTo !== permit.actor.userId) return refuse({ code: 'not-your-case' })
  return ok({
    applicationId: header.id,
    enrollmentId: header.enrollmentId ?? undefined,
    enrolleeId: header.enrolleeId,
    enrolleeName: header.enrolleeName,
    npi: header.enrolleeNpi,
    contractorId: header.contractorId,
    about: header.trackingNumber,
    named: namesIn(header.form, found.whole),
  })
}

async function ofEnrollment(db: Db, permit: Asking): Promise<Result<AskedAbout>> {
  const { enrolleeId, contractorId } = permit.subject
  const preparing = authorize(permit.actor, 'enrollment.prepare-decision', { ...permit.subject })
  if (!preparing.ok || !enrolleeId || !contractorId) return refuse({ code: 'not-found' })
  const viewing = authorize(permit.actor, 'enrollment.view', { ...permit.subject })
  if (!viewing.ok) return viewing
  const header = await findEnrollmentForDesk(db, preparing.value, permit.subjectId)
  const version = await findEnrollmentVersion(db, viewing.value)
  return ok({
    applicationId: undefined,
    enrollmentId: header.id,
    enrolleeId,
    enrolleeName: header.enrolleeName,
    npi: header.enrolleeNpi,
    contractorId,
    about: header.id,
    named: version ? namesIn(header.form, version.file) : await namedOnRecord(db, permit, header.id),
  })
}

/** Everybody whom the answers name beside the provider, each name once. */
const namesIn = (form: string, file: File): readonly string[] => [
  ...new Set(
    readingOf(form)
      .namedParties(file)
      .flatMap(({ names: [n] }) =>
        n ? [n.organization ?? [n.first, n.middle, n.last, n.suffix].filter(Boolean).join(' ')] : [],
      ),
  ),
]

/** Returns the request's id and its last day. Refuses as `findAskedAbout` does, with `reason-needed` or `affiliations-open`. */
export const askAffiliations = (
  db: Db,
  permit: Asking,
  input: { readonly of: 'application' | 'enrollment'; readonly basis: string },
  office: LetterOffice,
  now: Date,
): Promise<Result<{ readonly id: string; readonly dueOn: Day }>> =>
  transactOrRefuse(db, async (tx) => {
    const basis = input.basis.trim().slice(0, 4000)
    if (basis.length < REASON_MIN) return refuse({ code: 'reason-needed', at: 'basis', with: { min: REASON_MIN } })
    const asked = await findAskedAbout(tx, permit, input.of)
    if (!asked.ok) return asked
    const contractor = await findContractor(tx, asked.value.contractorId)
    if (!contractor) return refuse({ code: 'not-found' })
    const askedOn = dayIn(contractor.zone, now)
    const dueOn = answerUntil(asked.value, askedOn)
    const made = await insertAffiliationRequest(tx, permit, { ...asked.value, basis, askedOn, dueOn }, now)
    if (!made.ok) return made
    const head: LetterHead = {
      contractor,
      enrolleeName: asked.value.enrolleeName,
      npi: asked.value.npi,
      trackingNumber: asked.value.about,
      on: askedOn,
    }
    await send(tx, permit, made.value, asked.value, { head, dueOn }, office, now)
    return ok({ id: made.value, dueOn })
  })

async function send(
  tx: Db,
  permit: Asking,
  id: string,
  asked: AskedAbout,
  { head, dueOn }: { readonly head: LetterHead; readonly dueOn: Day },
  { site, words }: LetterOffice,
  now: Date,
): Promise<void> {
  const { wording, version } = await wordingInForce(tx, permit, 'affiliations', words)
  const paper = affiliationLetter(head, { ...asked, dueOn }, wording, words)
  const letterId = await insertLetter(
    tx,
    permit,
    {
      applicationId: asked.applicationId,
      ...(asked.enrollmentId && { enrollmentId: asked.enrollmentId }),
      enrolleeId: asked.enrolleeId,
      contractorId: asked.contractorId,
      kind: 'affiliations',
      paper,
      pdf: await renderPdf(paper, now),
      dedupeKey: `affiliations:${id}`,
      wordingKind: 'affiliations',
      wordingVersion: version,
      isDelivered: true,
    },
    now,
  )
  await saveAffiliationLetter(tx, permit, id, letterId)
  const link = `${site.origin}/affiliations/${id}`
  const mail = words.mails.affiliationsAsked(site.product, time.day(dueOn), link)
  for (const recipient of await listNotifiedAddresses(tx, permit, asked.enrolleeId))
    await queueMessage(
      tx,
      {
        channel: 'email',
        recipient,
        template: 'affiliations-asked',
        contractorId: asked.contractorId,
        ...mail,
        dedupeKey: `affiliations:${id}:${recipient}`,
      },
      now,
    )
}
