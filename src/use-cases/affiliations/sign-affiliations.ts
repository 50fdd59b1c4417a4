/**
 * Signs the answer to a request: the exact words, their SHA-256, the attestation, the signer and the time are kept
 * together, and the desk sees it from then on. One transaction.
 */
import { createHash } from 'node:crypto'
import type { Db } from '#db/db.ts'
import { listAffiliations, type StoredAffiliation } from '#db/queries/affiliations/disclosed.ts'
import { type AffiliationRequest, findAffiliationRequest } from '#db/queries/affiliations/requests.ts'
import { listNotifiedAddresses } from '#db/queries/enrollment/enrollee-people.ts'
import { listAddressesOf } from '#db/queries/reminders/due-reminders.ts'
import { holdForAnswer, moveAffiliationRequest } from '#db/records/affiliations/requests.ts'
import { queueMessage } from '#db/records/messages.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { RequestAnswer } from '#domain/affiliation/request.ts'
import { canonicalJson } from '#domain/canonical-json.ts'
import { dayIn } from '#domain/dates.ts'
import { ok, type Problem, type Result, refuse } from '#domain/result.ts'
import { affiliationSection } from '#forms/affiliations/affiliation-section.ts'
import { linesOf } from '#forms/kit/say.ts'
import type { Words } from '#words/index.ts'
import type { LetterOffice } from '../decisions/send-letter.ts'
import { isFinished } from './answer-affiliations.ts'

type Signing = Permit<'affiliation.sign'>

export interface FrozenAffiliations {
  readonly request: AffiliationRequest
  readonly items: readonly StoredAffiliation[]
  readonly answer: RequestAnswer
  readonly text: string
  /** Hexadecimal. */
  readonly sha256: string
  /** What keeps it from being signed. */
  readonly open: readonly Problem[]
}

/** What would be signed now. Without any affiliation the answer is that there is none. */
export async function freezeAffiliations(db: Db, permit: Signing, w: Words, now: Date): Promise<FrozenAffiliations> {
  const request = await findAffiliationRequest(db, permit)
  const items = await listAffiliations(db, permit)
  const today = dayIn(request.contractorZone, now)
  const t = w.affiliations
  const answer: RequestAnswer = items.length === 0 ? 'none' : 'disclosed'
  const unfinished = items.filter((i) => !isFinished(i.answers, today))
  const text = canonicalJson({
    record: 1,
    request: request.id,
    npi: request.enrolleeNpi,
    provider: request.enrolleeName,
    askedOn: request.askedOn,
    answer,
    says: answer === 'none' ? t.nothing : t.disclosed(items.length),
    affiliations: items.map((i) => ({
      id: i.id,
      answers: i.answers,
      lines: linesOf(affiliationSection, t.section, i.answers, w.values, true).map(({ ask, said }) => ({ ask, said })),
    })),
    attestation: { version: t.attestation.version, statement: t.attestation.statement, agree: t.attestation.agree },
  })
  return {
    request,
    items,
    answer,
    text,
    sha256: createHash('sha256').update(text).digest('hex'),
    open:
      unfinished.length > 0
        ? [
            {
              code: 'affiliations-unfinished',
              with: { names: unfinished.map((i) => String(i.answers.partyName || t.noName)).join(', ') },
            },
          ]
        : [],
  }
}

export interface AffiliationSignature {
  readonly typedName: string
  /** As the account has it. */
  readonly signerName: string
  readonly agreed: boolean
  /** Of the answer that the signer saw. */
  readonly seenSha256: string
}

const plain = (name: string): string => name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLocaleLowerCase('en-US')

/** Refuses with `affiliations-unfinished`, `document-changed`, `signature-name`, `attestation-needed` or `over-already`. */
export const signAffiliations = (
  db: Db,
  permit: Signing,
  s: AffiliationSignature,
  { site, words }: LetterOffice,
  now: Date,
): Promise<Result<null>> =>
  transactOrRefuse(db, async (tx) => {
    // Held first, so that nobody changes an affiliation between the reading and the signature.
    const held = await holdForAnswer(tx, permit)
    if (!held.ok) return held
    const frozen = await freezeAffiliations(tx, permit, words, now)
    const problems: readonly Problem[] = [
      ...frozen.open,
      ...(s.seenSha256 === frozen.sha256 ? [] : [{ code: 'document-changed' } as const]),
      ...(plain(s.typedName) === plain(s.signerName)
        ? []
        : [{ code: 'signature-name', at: 'name', with: { name: s.signerName } } as const]),
      ...(s.agreed ? [] : [{ code: 'attestation-needed', at: 'agree' } as const]),
    ]
    const [first, ...more] = problems
    if (first) return refuse(first, ...more)
    const { request, answer, sha256 } = frozen
    const signed = { answer, signerName: s.signerName, statement: frozen.text, sha256 }
    const detail = { answer, sha256, affiliations: frozen.items.length }
    const moved = await moveAffiliationRequest(tx, permit, 'answer', { signed, detail }, now)
    if (!moved.ok) return moved
    const mail = words.mails.affiliationsAnswered(site.product, `${site.origin}/affiliations/${request.id}`)
    for (const recipient of await listNotifiedAddresses(tx, permit, request.enrolleeId))
      await queueMessage(
        tx,
        {
          channel: 'email',
          recipient,
          template: 'affiliations-answered',
          contractorId: request.contractorId,
          ...mail,
          dedupeKey: `affiliations-answered|${request.id}|${recipient}`,
        },
        now,
      )
    const [asker] = await listAddressesOf(tx, permit, request.askedBy)
    if (asker)
      await queueMessage(
        tx,
        {
          channel: 'email',
          recipient: asker,
          template: 'affiliations-came',
          contractorId: request.contractorId,
          ...words.mails.affiliationsCame(`${site.origin}/desk/affiliations/${request.id}`),
          dedupeKey: `affiliations-came|${request.id}`,
        },
        now,
      )
    return ok(null)
  })
