/** Writes of whom an application waits for. Only use-cases call these, with the application's row held. */
import { randomUUID } from 'node:crypto'
import type { Permit } from '#domain/access/policy.ts'
import type { SignatureRole } from '#domain/application/signers.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

export interface NewSignatureRequest {
  readonly role: SignatureRole
  readonly userId: string
  /** Of the text that is to be signed. */
  readonly sha256: string
}

/** Names the signer, and takes back what was asked before: one person is asked at a time. */
export async function insertSignatureRequest(
  tx: Db,
  permit: Permit<'application.edit'>,
  r: NewSignatureRequest,
  at: Date,
): Promise<void> {
  await endSignatureRequests(tx, permit, at)
  await open(tx).updateTable('application').set({ signer_id: r.userId }).where('id', '=', permit.subjectId).execute()
  await open(tx)
    .insertInto('signature_request')
    .values({
      id: randomUUID(),
      application_id: permit.subjectId,
      role: r.role,
      user_id: r.userId,
      asked_by: permit.actor.userId,
      asked_at: at,
      sha256: r.sha256,
    })
    .execute()
}

/** Voids every request that is not signed; what was declined then waits for nobody's attention any more. */
async function endSignatureRequests(tx: Db, permit: Permit<'application.edit'>, at: Date): Promise<void> {
  await open(tx)
    .updateTable('signature_request')
    .set({ voided_at: at })
    .where('application_id', '=', permit.subjectId)
    .where('signed_at', 'is', null)
    .where('voided_at', 'is', null)
    .execute()
}

/** The signer signed: the request that was open is answered by it. */
export async function closeSignatureRequest(tx: Db, permit: Permit<'application.sign'>, at: Date): Promise<void> {
  await open(tx)
    .updateTable('signature_request')
    .set({ signed_at: at })
    .where('application_id', '=', permit.subjectId)
    .where('user_id', '=', permit.actor.userId)
    .where('declined_at', 'is', null)
    .where('signed_at', 'is', null)
    .where('voided_at', 'is', null)
    .execute()
}

export async function declineSignatureRequest(
  tx: Db,
  permit: Permit<'application.sign'>,
  id: string,
  reason: string,
  at: Date,
): Promise<void> {
  await open(tx)
    .updateTable('signature_request')
    .set({ declined_at: at, decline_reason: reason })
    .where('id', '=', id)
    .where('user_id', '=', permit.actor.userId)
    .execute()
}

export async function noteReminded(tx: Db, _: Permit<'system.run'>, id: string, at: Date): Promise<void> {
  await open(tx).updateTable('signature_request').set({ reminded_at: at }).where('id', '=', id).execute()
}
