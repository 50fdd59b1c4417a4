/**
 * Whether a signature that waits in a packet still counts: its signer may still sign, and the application has not been
 * touched since. Asked with the signer's own rights, read anew; whoever looks learns only yes or no.
 */
import type { Db } from '#db/db.ts'
import { applicationSubject } from '#db/queries/application/applications.ts'
import type { KeptSignature } from '#db/queries/application/packets.ts'
import { actorOf } from '#db/queries/time/actors.ts'
import { lockApplication } from '#db/records/application/applications.ts'
import { authorize, type Permit } from '#domain/access/policy.ts'
import type { Words } from '#words/index.ts'
import { type Frozen, freezeApplication } from '../application/freeze-application.ts'

export interface HeldSignature {
  readonly kept: KeptSignature
  readonly permit: Permit<'application.sign'>
  /** What the signer signed, as it still is. */
  readonly frozen: Frozen
}

/** Undefined when it counts no more. With `hold` the application is held until the transaction ends. */
export async function heldSignature(
  db: Db,
  kept: KeptSignature,
  words: Words,
  now: Date,
  hold = false,
): Promise<HeldSignature | undefined> {
  const signer = await actorOf(db, kept.signerId, now)
  const subject = await applicationSubject(db, kept.applicationId)
  if (!signer || !subject) return undefined
  const permit = authorize(signer, 'application.sign', subject)
  if (!permit.ok) return undefined
  if (hold) await lockApplication(db, permit.value)
  const frozen = await freezeApplication(db, permit.value, words, now)
  const untouched = frozen.sha256 === kept.sha256 && frozen.header.version === kept.version
  return untouched ? { kept, permit: permit.value, frozen } : undefined
}
