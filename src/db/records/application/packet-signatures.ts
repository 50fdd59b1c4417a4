/** Writes of signatures that wait for the rest of their packet. Only use-cases call these, with the packet held. */
import { randomUUID } from 'node:crypto'
import type { Permit } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

/** Holds the packet until the transaction ends, so that two last signatures at once send it once. */
export async function lockPacket(tx: Db, packetId: string): Promise<void> {
  await open(tx).selectFrom('packet').select('id').where('id', '=', packetId).forUpdate().execute()
}

export interface NewKeptSignature {
  readonly packetId: string
  readonly signerName: string
  /** Hexadecimal, of the words that were signed. */
  readonly sha256: string
  /** Of the application: any edit raises it. */
  readonly version: number
  readonly idempotencyKey: string
}

/** Keeps the signature of the permit's application; one that was kept before counts no more. The same key again does nothing. */
export async function keepSignature(
  tx: Db,
  permit: Permit<'application.sign'>,
  s: NewKeptSignature,
  at: Date,
): Promise<void> {
  const k = open(tx)
  const there = await k
    .selectFrom('packet_signature')
    .select('id')
    .where('application_id', '=', permit.subjectId)
    .where('idempotency_key', '=', s.idempotencyKey)
    .executeTakeFirst()
  if (there) return
  await voidKept(tx, permit, at)
  await k
    .insertInto('packet_signature')
    .values({
      id: randomUUID(),
      packet_id: s.packetId,
      application_id: permit.subjectId,
      signer_id: permit.actor.userId,
      signer_name: s.signerName,
      sha256: s.sha256,
      application_version: s.version,
      signed_at: at,
      idempotency_key: s.idempotencyKey,
    })
    .execute()
}

/** A signature that is kept counts no more. */
export async function voidKept(
  tx: Db,
  permit: Permit<'application.sign' | 'application.edit'>,
  at: Date,
): Promise<void> {
  await open(tx)
    .updateTable('packet_signature')
    .set({ voided_at: at })
    .where('application_id', '=', permit.subjectId)
    .where('voided_at', 'is', null)
    .where('sent_at', 'is', null)
    .execute()
}

/** The signature went out with its application. */
export async function noteSent(tx: Db, permit: Permit<'application.sign'>, at: Date): Promise<void> {
  await open(tx)
    .updateTable('packet_signature')
    .set({ sent_at: at })
    .where('application_id', '=', permit.subjectId)
    .where('voided_at', 'is', null)
    .where('sent_at', 'is', null)
    .execute()
}

/** The application is in no packet any more. Why is in its history. */
export async function removeFromPacket(tx: Db, permit: Permit<'application.edit'>): Promise<void> {
  await open(tx).deleteFrom('packet_application').where('application_id', '=', permit.subjectId).execute()
}
