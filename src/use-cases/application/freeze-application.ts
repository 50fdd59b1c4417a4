/** Puts together what would be signed now: the record, its canonical text and the SHA-256 of it. */
import { createHash } from 'node:crypto'
import type { Db } from '#db/db.ts'
import { findWithFile } from '#db/queries/application/application-file.ts'
import type { ApplicationHeader } from '#db/queries/application/applications.ts'
import { findOpenRequest } from '#db/queries/application/development-requests.ts'
import { listDocuments } from '#db/queries/application/documents.ts'
import { allows } from '#domain/application/lifecycle.ts'
import { effectOf, reasonOf } from '#domain/application/reasons.ts'
import { type Day, day, dayIn } from '#domain/dates.ts'
import { firstFilingDay, lastSaleDay } from '#domain/ownership/transfer.ts'
import type { Problem } from '#domain/result.ts'
import { applicationForm } from '#forms/application-form.ts'
import { type Form, isComplete, relevant, sectionsOf } from '#forms/kit/form.ts'
import { diffSection, linesOf, sayDay } from '#forms/kit/say.ts'
import type { File } from '#forms/kit/section.ts'
import { readingOf } from '#forms/readings.ts'
import { type RecordedSection, type SubmittedRecord, signedText } from '#letters/submitted-record.ts'
import { attestationFor } from '#words/en/attestation.ts'
import type { Words } from '#words/index.ts'
import {
  type ComparePermit,
  compareApplication,
  isSettled,
  isStopped,
  type Preflight,
} from '../case/compare-application.ts'
import { isDocumentSlot } from '../documents/add-document.ts'
import { editionOver } from '../editions/standing.ts'
import { feeStanding } from '../fee/fee-standing.ts'
import { conflictsOpen, reconcileApplication } from '../reconcile/reconcile-application.ts'
import { officialSigning } from '../signatures/official-signing.ts'

export interface Frozen {
  readonly header: ApplicationHeader
  readonly record: SubmittedRecord
  readonly text: string
  /** Hexadecimal. */
  readonly sha256: string
  /** What keeps it from being signed; empty when nothing does. */
  readonly open: readonly Problem[]
}

/** For the person who signs; with another permit, for the one who is named or would be: `signerId`. */
export async function freezeApplication(
  db: Db,
  permit: ComparePermit,
  w: Words,
  now: Date,
  signerId?: string,
): Promise<Frozen> {
  const { header, file } = await findWithFile(db, permit)
  const today = dayIn(header.contractorZone, now)
  const form = applicationForm(header)
  const reading = readingOf(header.form)
  const asked = relevant(form, file)
  const preflight = await compareApplication(db, permit, reading, asked, today)
  const request = await findOpenRequest(db, permit)
  const words = w.forms[form.id]
  if (!words) throw new Error(`no words for ${form.id}`)
  const { version, title, statement, penalties, agree } = attestationFor(form.id, header.reason)
  const signer = signerId ?? (permit.action === 'application.sign' ? permit.actor.userId : header.signerId)
  const official =
    reading.enrolls === 'organization'
      ? await officialSigning(db, permit, header, reading.signerName(asked), signer)
      : undefined
  const record: SubmittedRecord = {
    record: 1,
    form: form.id,
    formTitle: words.title,
    edition: form.edition,
    reason: header.reason,
    reasonTitle: w.reasons.on(header.form, header.reason),
    state: header.state,
    contractor: header.contractorName,
    npi: header.enrolleeNpi,
    practitioner: reading.legalName(asked),
    ...(official && { signer: official.name }),
    lang: w.layout.lang,
    answers: answersOf(asked),
    sections: sectionsIn(form, asked, w),
    documents: (await listDocuments(db, permit)).map((d) => ({
      slot: d.slot,
      what: isDocumentSlot(d.slot) ? w.documentSlots[d.slot].what : d.slot,
      fileName: d.fileName,
      mediaType: d.mediaType,
      bytes: d.bytes,
      sha256: d.sha256,
    })),
    preflight: differencesIn(preflight, w),
    replies: (request?.items ?? []).map(({ wording, cite, answer = '' }) => ({ wording, cite, answer })),
    attestation: { version, title, statement, penalties, agree },
  }
  const text = signedText(record)
  const unanswered = request?.items.some((i) => !i.answer) ?? false
  const facts = reasonOf(header)
  const sale = asked.transfer?.[0]?.answers ?? {}
  const beside = await reconcileApplication(db, permit, header, asked)
  const same =
    !facts.same && beside.record && beside.conflicts.length === 0 && !differs(form, beside.record.file, beside.asked, w)
  // Nobody is kept in Medicare by a list or a registry that says something else.
  const compared = facts.record !== 'ends'
  const fee = allows(header.status, 'submit') ? await feeStanding(db, permit, now, { header, file }) : undefined
  const stranger = official?.stranger
  const open: readonly (Problem | false)[] = [
    ...(await editionOver(db, header, now)),
    !isComplete(form, file, today) && { code: 'incomplete' },
    compared && isStopped(preflight) && { code: 'preflight-stopped' },
    compared && !isStopped(preflight) && !isSettled(preflight) && { code: 'preflight-open' },
    unanswered && { code: 'answers-open' },
    fee !== undefined && !fee.settled && { code: 'fee-open' },
    stranger !== undefined && { code: 'official-not-you', with: { name: stranger } },
    ...conflictsOpen(beside),
    same === true && { code: 'nothing-changed' },
    // A buyer without an enrollment who refuses the agreement is a new provider, which is another application.
    effectOf(header) === 'opens' &&
      facts.own === 'transfer' &&
      sale.agreement !== undefined &&
      sale.agreement !== 'accepted' && { code: 'assignment-refused' },
    typeof sale.on === 'string' && sale.on > lastSaleDay(today) && tooFar(day(sale.on), w),
  ]
  return {
    header,
    record,
    text,
    sha256: createHash('sha256').update(text).digest('hex'),
    open: open.filter((p) => p !== false),
  }
}

const tooFar = (on: Day, w: Words): Problem => ({
  code: 'sale-too-far',
  with: { day: sayDay(on, w.values), from: sayDay(firstFilingDay(on), w.values) },
})

/** Is anything of the change different from the record it began with? */
export const differs = (form: Form, basis: File, file: File, w: Words): boolean =>
  sectionsOf(form).some((s) => {
    const words = w.forms[form.id]?.sections[s.id]
    return words !== undefined && diffSection(s, words, relevant(form, basis), file, w.values).length > 0
  })

const answersOf = (file: File) =>
  Object.fromEntries(
    Object.entries(file).map(([id, items]) => [id, items.map((i) => ({ id: i.id, answers: i.answers }))]),
  )

function sectionsIn(form: Form, file: File, w: Words): readonly RecordedSection[] {
  return sectionsOf(form).flatMap((s) => {
    const items = file[s.id]
    const words = w.forms[form.id]?.sections[s.id]
    if (!items || !words) return []
    return [
      {
        id: s.id,
        title: words.title,
        items: items.map((item, i) => {
          const masked = linesOf(s, words, item.answers, w.values)
          return {
            id: item.id,
            title: words.item ? w.portal.section.itemTitle(words.item.one, i + 1) : words.title,
            lines: linesOf(s, words, item.answers, w.values, true).map((line, n) => ({
              box: line.paper,
              ask: line.ask,
              said: line.said,
              ...(line.restricted && line.given && { masked: masked[n]!.said }),
            })),
          }
        }),
      },
    ]
  })
}

const differencesIn = (preflight: Preflight, w: Words) =>
  preflight.rows.map(({ finding: f, explanation }) => {
    const theirs = w.comparison.theirs(f)
    return {
      id: f.id,
      what: w.comparison.checks[f.check],
      ours: w.comparison.ours(f),
      ...(theirs !== undefined && { theirs }),
      verdict: w.comparison.verdictOf(f),
      ...(explanation !== undefined && { explanation }),
    }
  })
