/**
 * "I forgot": one row, whatever name was typed. The worker finds out whose it is and writes the letter, so that
 * neither the answer nor its time tells a stranger who has an account.
 */
import { randomUUID } from 'node:crypto'
import type { Db } from '../../db.ts'
import { open, vaultOf } from '../../kit/open.ts'
import type { Tables } from '../../kit/tables.ts'

type Kind = Tables['recovery_request']['kind']
const place = (id: string): string => `recovery_request|sealed|${id}`

export interface RecoveryRequest {
  readonly id: string
  readonly kind: Kind
  /** What was typed: a user id or an e-mail address. */
  readonly name: string
  /** The waiting page's flow, when a code was asked for. */
  readonly flowId: string | undefined
}

export async function insertRecoveryRequest(
  tx: Db,
  r: { readonly kind: Kind; readonly name: string; readonly flowId?: string; readonly ip: string },
  at: Date,
): Promise<void> {
  const id = randomUUID()
  await open(tx)
    .insertInto('recovery_request')
    .values({
      id,
      kind: r.kind,
      sealed: vaultOf(tx).seal(place(id), r.name),
      flow_hash: r.flowId ?? null,
      ip: r.ip,
      requested_at: at,
    })
    .execute()
}

/** Holds the oldest request that waits, until the transaction ends; other workers pass it by. */
export async function takeRecoveryRequest(tx: Db, at: Date): Promise<RecoveryRequest | undefined> {
  const row = await open(tx)
    .selectFrom('recovery_request')
    .selectAll()
    .where('handled_at', 'is', null)
    .orderBy('requested_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!row) return undefined
  await open(tx).updateTable('recovery_request').set({ handled_at: at }).where('id', '=', row.id).execute()
  return {
    id: row.id,
    kind: row.kind,
    name: vaultOf(tx).unseal(place(row.id), row.sealed).toString(),
    flowId: row.flow_hash ?? undefined,
  }
}
