/**
 * Signs, in one act, every application of a packet that is the visitor's to sign. Each signature waits until the last
 * one over all applications is there; that one sends the packet, in the same transaction.
 */
import type { Db } from '#db/db.ts'
import { applicationSubject } from '#db/queries/application/applications.ts'
import { appendEvent } from '#db/records/application/application-events.ts'
import { lockApplication } from '#db/records/application/applications.ts'
import { keepSignature, lockPacket } from '#db/records/application/packet-signatures.ts'
import { closeSignatureRequest } from '#db/records/signatures/signature-requests.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import { type Actor, authorize, type Permit } from '#domain/access/policy.ts'
import { allows } from '#domain/application/lifecycle.ts'
import { ok, type Problem, type Result, refuse } from '#domain/result.ts'
import { freezeApplication } from '../application/freeze-application.ts'
import { problemsOf, type Signature } from '../application/sign-application.ts'
import { packetStanding, waitsForVisitor } from './packet-standing.ts'
import { type PacketOffice, sendIfWhole } from './send-packet.ts'

export interface PacketSigned {
  readonly signed: readonly string[]
  /** False while other signatures are missing. */
  readonly sent: boolean
}

/**
 * `at` of a problem is "<application>.name", "<application>.agree" or the application itself. Refuses with `not-found`,
 * `packet-signed` (nothing left to sign), `packet-not-ready`, and with what signing one application refuses with.
 */
export const submitPacket = (
  db: Db,
  actor: Actor,
  packetId: string,
  signatures: ReadonlyMap<string, Signature>,
  office: PacketOffice,
  now: Date,
): Promise<Result<PacketSigned>> =>
  transactOrRefuse<PacketSigned>(db, async (tx) => {
    await lockPacket(tx, packetId)
    const standing = await packetStanding(tx, actor, packetId, office.words, now)
    if (!standing) return refuse({ code: 'not-found' })
    const mine = standing.filter(waitsForVisitor)
    if (mine.length === 0) return refuse({ code: 'packet-signed' })
    const [unfinished, ...more] = mine
      .filter((s) => !s.seen?.complete)
      .map((s): Problem => ({ code: 'packet-not-ready', at: s.applicationId }))
    if (unfinished) return refuse(unfinished, ...more)
    for (const { applicationId } of mine) {
      const subject = await applicationSubject(tx, applicationId)
      const signature = signatures.get(applicationId)
      const permit = subject ? authorize(actor, 'application.sign', subject) : refuse({ code: 'not-found' })
      if (!permit.ok || !signature) return refuse({ code: 'attestation-needed', at: `${applicationId}.agree` })
      const [problem, ...others] = await keepOne(tx, permit.value, packetId, signature, office, now)
      if (problem) return refuse(problem, ...others)
    }
    const sent = await sendIfWhole(tx, packetId, office, now)
    return sent.ok ? ok({ signed: mine.map((s) => s.applicationId), sent: sent.value }) : sent
  })

async function keepOne(
  tx: Db,
  permit: Permit<'application.sign'>,
  packetId: string,
  signature: Signature,
  { words }: PacketOffice,
  now: Date,
): Promise<readonly Problem[]> {
  const locked = await lockApplication(tx, permit)
  const { id } = locked
  if (!allows(locked.status, 'submit'))
    return [{ code: 'not-in-this-status', at: id, with: { status: words.statuses[locked.status].name } }]
  const frozen = await freezeApplication(tx, permit, words, now)
  const problems = problemsOf(frozen, signature)
  if (problems.length > 0) return problems.map((p) => ({ ...p, at: p.at ? `${id}.${p.at}` : id }))
  const { typedName: signerName, idempotencyKey } = signature
  const kept = { packetId, signerName, sha256: frozen.sha256, version: locked.version, idempotencyKey }
  await keepSignature(tx, permit, kept, now)
  await closeSignatureRequest(tx, permit, now)
  await appendEvent(tx, id, 'signature', permit.actor, now, { signature: 'kept', of: signerName })
  return []
}
