/** Issues a letter with the act that it tells of: sealed words, sealed PDF and its hash, and a mail that says nothing of it. */
import type { Db } from '#db/db.ts'
import type { ApplicationHeader } from '#db/queries/application/applications.ts'
import { findContractor } from '#db/queries/contractors.ts'
import { listNotifiedAddresses } from '#db/queries/enrollment/enrollee-people.ts'
import { insertLetter } from '#db/records/application/letters.ts'
import { queueMessage } from '#db/records/messages.ts'
import type { Permit } from '#domain/access/policy.ts'
import { dayIn } from '#domain/dates.ts'
import type { WordedLetter } from '#domain/decisions/worded-letters.ts'
import type { Mail } from '#domain/mails/mail-text.ts'
import type { PaperDocument } from '#domain/paper/document.ts'
import type { LetterHead } from '#letters/letter-head.ts'
import { renderPdf } from '#outside/pdf/render-pdf.ts'
import type { Site } from '#outside/services.ts'
import type { Words } from '#words/index.ts'

/** What letters need from outside the case. */
export interface LetterOffice {
  readonly site: Pick<Site, 'product' | 'origin'>
  readonly words: Words
}

type Sending = Permit<'application.review' | 'application.decide'>

/** The head of a letter about an application, dated in the contractor's zone. */
export async function letterHead(db: Db, header: ApplicationHeader, now: Date): Promise<LetterHead> {
  const contractor = await findContractor(db, header.contractorId)
  if (!contractor) throw new Error(`no contractor ${header.contractorId}`)
  return {
    contractor,
    enrolleeName: header.enrolleeName,
    npi: header.enrolleeNpi,
    trackingNumber: header.trackingNumber ?? header.id,
    on: dayIn(contractor.zone, now),
  }
}

export interface OutgoingLetter {
  readonly kind: 'approval' | 'denial' | 'rejection' | 'return' | 'development'
  readonly paper: PaperDocument
  /** Tells this letter from every other; the same key is never issued twice. */
  readonly key: string
  /** Whose words it was written with, and their version; undefined for the product's own. */
  readonly wordingKind: WordedLetter
  readonly wordingVersion: number | undefined
  readonly mail: Mail
}

export async function sendLetter(
  tx: Db,
  permit: Sending,
  header: ApplicationHeader,
  letter: OutgoingLetter,
  now: Date,
): Promise<void> {
  const issued = await insertLetter(
    tx,
    permit,
    {
      applicationId: header.id,
      enrolleeId: header.enrolleeId,
      contractorId: header.contractorId,
      kind: letter.kind,
      paper: letter.paper,
      pdf: await renderPdf(letter.paper, now),
      dedupeKey: letter.key,
      wordingKind: letter.wordingKind,
      wordingVersion: letter.wordingVersion,
      isDelivered: true,
    },
    now,
  )
  if (!issued) return
  for (const recipient of await listNotifiedAddresses(tx, permit, header.enrolleeId))
    await queueMessage(
      tx,
      {
        channel: 'email',
        recipient,
        template: letter.kind,
        contractorId: header.contractorId,
        ...letter.mail,
        dedupeKey: `${letter.key}:${recipient}`,
      },
      now,
    )
}
