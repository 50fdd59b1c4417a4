/**
 * A request that acted is answered once: the row is written in the transaction of the act, so neither exists without
 * the other. The same request at the same instant waits for the first one and gets its answer.
 */
import type { Db } from '../../db.ts'
import { open, vaultOf } from '../../kit/open.ts'

export interface KeptAnswer {
  readonly fingerprint: string
  readonly status: number
  readonly body: string
}
const placeOf = (clientId: string, key: string): string => `api_request|sealed_body|${clientId}/${key}`

/** Claims the key for this transaction. What was answered before, or undefined: then `keepAnswer` must follow. */
export async function claimAnswer(
  tx: Db,
  r: { readonly clientId: string; readonly key: string; readonly fingerprint: string },
  at: Date,
): Promise<KeptAnswer | undefined> {
  const k = open(tx)
  const made = await k
    .insertInto('api_request')
    .values({
      client_id: r.clientId,
      key: r.key,
      fingerprint: r.fingerprint,
      status: 0,
      sealed_body: Buffer.alloc(0),
      at,
    })
    .onConflict((c) => c.columns(['client_id', 'key']).doNothing())
    .executeTakeFirst()
  if ((made.numInsertedOrUpdatedRows ?? 0n) > 0n) return undefined
  const row = await k
    .selectFrom('api_request')
    .select(['fingerprint', 'status', 'sealed_body'])
    .where('client_id', '=', r.clientId)
    .where('key', '=', r.key)
    .executeTakeFirstOrThrow()
  const body = vaultOf(tx).unseal(placeOf(r.clientId, r.key), row.sealed_body).toString()
  return { fingerprint: row.fingerprint, status: row.status, body }
}

export async function keepAnswer(
  tx: Db,
  r: { readonly clientId: string; readonly key: string },
  answer: { readonly status: number; readonly body: string },
): Promise<void> {
  await open(tx)
    .updateTable('api_request')
    .set({ status: answer.status, sealed_body: vaultOf(tx).seal(placeOf(r.clientId, r.key), answer.body) })
    .where('client_id', '=', r.clientId)
    .where('key', '=', r.key)
    .execute()
}
