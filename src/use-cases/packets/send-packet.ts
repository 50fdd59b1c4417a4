/**
 * Sends a packet when the last signature over all its applications is there: each gets its own tracking number, all in
 * the one transaction of whoever calls, exactly once, because the packet is held.
 */
import type { Db } from '#db/db.ts'
import { applicationSubject } from '#db/queries/application/applications.ts'
import { findPacket, listKeptSignatures } from '#db/queries/application/packets.ts'
import { lockPacket, noteSent } from '#db/records/application/packet-signatures.ts'
import { allows } from '#domain/application/lifecycle.ts'
import { ok, type Result } from '#domain/result.ts'
import type { Site } from '#outside/services.ts'
import type { Words } from '#words/index.ts'
import { signWithin } from '../application/sign-application.ts'
import { type HeldSignature, heldSignature } from './held-signature.ts'

export interface PacketOffice {
  readonly site: Site
  readonly words: Words
}

/**
 * True when it was sent now; false while a signature is missing, or something keeps one of the applications from being
 * sent. Whoever calls takes everything back when it refuses.
 */
export async function sendIfWhole(tx: Db, packetId: string, office: PacketOffice, now: Date): Promise<Result<boolean>> {
  await lockPacket(tx, packetId)
  const packet = await findPacket(tx, packetId)
  const kept = await listKeptSignatures(tx, packetId)
  const whole: HeldSignature[] = []
  for (const applicationId of packet?.applicationIds ?? []) {
    const subject = await applicationSubject(tx, applicationId)
    // One that was withdrawn, or sent before it was put here, is waited for no more.
    if (!subject || !allows(subject.status, 'submit')) continue
    const signature = kept.find((k) => k.applicationId === applicationId)
    const held = signature && (await heldSignature(tx, signature, office.words, now, true))
    if (!held || held.frozen.open.length > 0) return ok(false)
    whole.push(held)
  }
  for (const { kept: k, permit } of whole) {
    const signature = {
      typedName: k.signerName,
      agreed: true,
      seenSha256: k.sha256,
      idempotencyKey: k.idempotencyKey,
      signedAt: k.signedAt,
    }
    const sent = await signWithin(tx, permit, signature, office, now)
    if (!sent.ok) return sent
    await noteSent(tx, permit, now)
  }
  return ok(whole.length > 0)
}
