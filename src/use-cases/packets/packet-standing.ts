/** Where each application of a packet stands for one visitor: complete or not, who has signed, who is missing. Reads only. */
import type { Db } from '#db/db.ts'
import { findFile } from '#db/queries/application/application-file.ts'
import { type ApplicationHeader, applicationSubject, findApplication } from '#db/queries/application/applications.ts'
import { findPacket, type KeptSignature, listKeptSignatures } from '#db/queries/application/packets.ts'
import { type Actor, authorize, can, type Permit } from '#domain/access/policy.ts'
import { allows } from '#domain/application/lifecycle.ts'
import { dayIn } from '#domain/dates.ts'
import { applicationForm } from '#forms/application-form.ts'
import { isComplete } from '#forms/kit/form.ts'
import type { Words } from '#words/index.ts'
import { type SignersOfApplication, signersOfApplication } from '../signatures/signers.ts'
import { heldSignature } from './held-signature.ts'

/** `void`: it was signed, and changed after that. `closed`: it is no draft any more. */
export type PacketSignature = 'missing' | 'void' | 'kept' | 'closed'

/** What the visitor may see of an application of theirs. */
export interface SeenApplication {
  readonly header: ApplicationHeader
  readonly complete: boolean
  readonly signers: SignersOfApplication
  readonly kept: KeptSignature | undefined
}

export interface PacketStanding {
  readonly applicationId: string
  /** Not sent yet. */
  readonly draft: boolean
  readonly signature: PacketSignature
  /** May the visitor sign it? */
  readonly mine: boolean
  /** Is somebody else named who can be reminded? */
  readonly remindable: boolean
  /** Undefined for an application that the visitor may not see. */
  readonly seen: SeenApplication | undefined
}

/** In the order of the packet; undefined when the visitor may see none of the applications. */
export async function packetStanding(
  db: Db,
  actor: Actor,
  packetId: string,
  words: Words,
  now: Date,
): Promise<readonly PacketStanding[] | undefined> {
  const packet = await findPacket(db, packetId)
  if (!packet) return undefined
  const kept = await listKeptSignatures(db, packetId)
  const found: PacketStanding[] = []
  for (const applicationId of packet.applicationIds) {
    const subject = await applicationSubject(db, applicationId)
    if (!subject) continue
    const viewing = authorize(actor, 'application.view', subject)
    const draft = allows(subject.status, 'submit')
    const own = kept.find((k) => k.applicationId === applicationId)
    const signature = !draft ? 'closed' : await signatureOf(db, own, words, now)
    const [named] = subject.signerIds ?? []
    found.push({
      applicationId,
      draft,
      signature,
      mine: can(actor, 'application.sign', subject),
      remindable: draft && signature !== 'kept' && named !== undefined && named !== actor.userId,
      seen: viewing.ok ? await seenAs(db, viewing.value, own, words, now) : undefined,
    })
  }
  return found.some((s) => s.seen) ? found : undefined
}

async function signatureOf(
  db: Db,
  kept: KeptSignature | undefined,
  words: Words,
  now: Date,
): Promise<Exclude<PacketSignature, 'closed'>> {
  if (!kept) return 'missing'
  return (await heldSignature(db, kept, words, now)) ? 'kept' : 'void'
}

async function seenAs(
  db: Db,
  permit: Permit<'application.view'>,
  kept: KeptSignature | undefined,
  words: Words,
  now: Date,
): Promise<SeenApplication> {
  const header = await findApplication(db, permit)
  const complete =
    !allows(header.status, 'submit') ||
    isComplete(applicationForm(header), await findFile(db, permit), dayIn(header.contractorZone, now))
  return { header, complete, kept, signers: await signersOfApplication(db, permit, words, now) }
}

/** What the visitor still has to sign. */
export const waitsForVisitor = (s: PacketStanding): boolean => s.draft && s.mine && s.signature !== 'kept'
