/**
 * Signs and submits, which is one act: the frozen words, their hash, the attestation, the signer and the time are
 * bound together, the application moves, and the mail is queued, all in one transaction or not at all.
 */
import { randomBytes } from 'node:crypto'
import type { Db } from '#db/db.ts'
import { packetOf } from '#db/queries/application/packets.ts'
import { listNotifiedAddresses } from '#db/queries/enrollment/enrollee-people.ts'
import { moveApplication } from '#db/records/application/application-events.ts'
import { type LockedApplication, lockApplication } from '#db/records/application/applications.ts'
import { closeRequest } from '#db/records/application/development-requests.ts'
import { saveFiledParties } from '#db/records/application/filed-parties.ts'
import { findSubmissionByKey, insertSubmission } from '#db/records/application/submissions.ts'
import { keepFee } from '#db/records/fees/fees.ts'
import { queueMessage } from '#db/records/messages.ts'
import { closeSignatureRequest } from '#db/records/signatures/signature-requests.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import type { Permit } from '#domain/access/policy.ts'
import { allows } from '#domain/application/lifecycle.ts'
import { dayIn } from '#domain/dates.ts'
import { trackingNumber } from '#domain/identifiers/tracking-number.ts'
import { ok, type Problem, type Result, refuse } from '#domain/result.ts'
import type { File } from '#forms/kit/section.ts'
import { signerOf } from '#letters/submitted-record.ts'
import type { Site } from '#outside/services.ts'
import type { Words } from '#words/index.ts'
import { submitMovement } from '../early-revalidation/kept-until.ts'
import { feeStanding } from '../fee/fee-standing.ts'
import { filedParties } from '../screening/filed-parties.ts'
import { tellDesk } from '../tasks/tell-desk.ts'
import { type Frozen, freezeApplication } from './freeze-application.ts'

export interface Signature {
  readonly typedName: string
  readonly agreed: boolean
  /** Of the document that the signer saw. */
  readonly seenSha256: string
  /** From the signing page: a second click or a reload is the same act. */
  readonly idempotencyKey: string
  /** Of a signature that waited for the rest of its packet. */
  readonly signedAt?: Date
}

/** Letters and spacing may differ in nothing but case and width. */
const sameName = (a: string, b: string): boolean => plainName(a) === plainName(b)
const plainName = (name: string): string =>
  name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLocaleLowerCase('en-US')

/**
 * Returns the number of the submission within the application. Refuses with `signature-name`, `attestation-needed`,
 * `document-changed`, `official-not-you`, `incomplete`, `fee-open`, `preflight-open`, `preflight-stopped`, `answers-open`, `nothing-changed`,
 * `packet-together` (it is in a packet, and signed there) or `not-in-this-status`.
 */
export const signApplication = (
  db: Db,
  permit: Permit<'application.sign'>,
  signature: Signature,
  office: Office,
  now: Date,
): Promise<Result<{ readonly ordinal: number }>> =>
  transactOrRefuse(db, async (tx) => {
    const locked = await lockApplication(tx, permit)
    // What is prepared together is sent together: its signature waits for the others (src/use-cases/packets).
    if (allows(locked.status, 'submit') && (await packetOf(tx, permit)) !== undefined)
      return refuse({ code: 'packet-together' })
    return signWithin(tx, permit, signature, office, now)
  })

interface Office {
  readonly site: Site
  readonly words: Words
}

/** The same within a transaction that does more; whoever calls it takes everything back when it refuses. */
export async function signWithin(
  tx: Db,
  permit: Permit<'application.sign'>,
  signature: Signature,
  { site, words }: Office,
  now: Date,
): Promise<Result<{ readonly ordinal: number }>> {
  const locked = await lockApplication(tx, permit)
  const done = await findSubmissionByKey(tx, permit, signature.idempotencyKey)
  if (done !== undefined) return ok({ ordinal: done })
  const first = allows(locked.status, 'submit')
  if (!first && !allows(locked.status, 'answer-development'))
    return refuse({ code: 'not-in-this-status', with: { status: words.statuses[locked.status].name } })
  const frozen = await freezeApplication(tx, permit, words, now)
  const [problem, ...more] = problemsOf(frozen, signature)
  if (problem) return refuse(problem, ...more)
  const receivedOn = dayIn(frozen.header.contractorZone, now)
  const ordinal = await insertSubmission(
    tx,
    permit,
    {
      edition: frozen.record.edition,
      text: frozen.text,
      sha256: frozen.sha256,
      attestationVersion: frozen.record.attestation.version,
      signerName: signerOf(frozen.record),
      receivedOn,
      idempotencyKey: signature.idempotencyKey,
      ...(signature.signedAt && { signedAt: signature.signedAt }),
    },
    now,
  )
  const named = { applicationId: permit.subjectId, ordinal }
  await saveFiledParties(tx, permit, named, filedParties(frozen.header.form, frozen.record.answers as File))
  const { signedAt } = signature
  const detail = { submission: ordinal, sha256: frozen.sha256, ...(signedAt && { signedAt: signedAt.toISOString() }) }
  const fresh = { trackingNumber: trackingNumber(randomBytes(10)), receivedOn }
  const moved = await moveApplication(
    tx,
    locked,
    first
      ? { ...(await submitMovement(tx, permit, locked, receivedOn)), ...fresh, detail }
      : { event: 'answer-development', detail, dueOn: null },
    permit.actor,
    now,
  )
  if (!moved.ok) return moved
  if (!first) {
    await closeRequest(tx, permit, now)
    if (locked.assignedTo) {
      const told = {
        userId: locked.assignedTo,
        kind: 'resubmitted',
        says: words.desk.tasks.resubmitted(ordinal),
      } as const
      await tellDesk(tx, permit, told, { site, words }, now)
    }
  }
  await closeSignatureRequest(tx, permit, now)
  if (first) {
    const { reason, state, why: because, cents, dueOn } = await feeStanding(tx, permit, now)
    await keepFee(tx, permit, { reason, state, because, cents, dueOn }, now)
  }
  await tell(tx, permit, locked, ordinal, first, { site, words }, now)
  return ok({ ordinal })
}

/** Why this signature of what is frozen does not count; empty when it does. */
export function problemsOf(frozen: Frozen, s: Signature): readonly Problem[] {
  // What keeps it from being signed comes first: nobody should type a name in vain.
  if (frozen.open.length > 0) return frozen.open
  if (s.seenSha256 !== frozen.sha256) return [{ code: 'document-changed' }]
  const signer = signerOf(frozen.record)
  return [
    ...(sameName(s.typedName, signer) ? [] : [{ code: 'signature-name', at: 'name', with: { name: signer } } as const]),
    ...(s.agreed ? [] : [{ code: 'attestation-needed', at: 'agree' } as const]),
  ]
}

/** A mail that says only that something happened: whose and what is behind the sign-in. */
async function tell(
  tx: Db,
  permit: Permit<'application.sign'>,
  locked: LockedApplication,
  ordinal: number,
  first: boolean,
  { site, words }: { readonly site: Site; readonly words: Words },
  now: Date,
): Promise<void> {
  const write = first ? words.mails.submitted : words.mails.answered
  const mail = write(site.product, `${site.origin}/applications/${locked.id}`)
  for (const recipient of await listNotifiedAddresses(tx, permit, locked.enrolleeId))
    await queueMessage(
      tx,
      {
        channel: 'email',
        recipient,
        template: first ? 'submitted' : 'answered',
        contractorId: locked.contractorId,
        ...mail,
        dedupeKey: `submission:${locked.id}:${ordinal}:${recipient}`,
      },
      now,
    )
}
