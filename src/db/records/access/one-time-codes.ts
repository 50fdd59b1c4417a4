/**
 * Codes that were sent. A code belongs to one flow; the tries belong to the flow too, so that asking for a new code
 * does not give new tries. Each try is taken before the code is compared.
 */
import { timingSafeEqual } from 'node:crypto'
import { code } from '#domain/access/limits.ts'
import { after } from '#domain/access/session.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

/** Puts a code in place of the flow's former one; the tries that were used stay used. */
export async function saveCode(tx: Db, flowId: string, mac: string, at: Date): Promise<void> {
  const expires = after(at, code.valid)
  await open(tx)
    .insertInto('otp')
    .values({ flow_hash: flowId, code_mac: mac, attempts_left: code.tries, expires_at: expires })
    .onConflict((c) => c.column('flow_hash').doUpdateSet({ code_mac: mac, expires_at: expires }))
    .execute()
}

export type CodeTry =
  | { readonly is: 'right' }
  | { readonly is: 'wrong'; readonly left: number }
  | { readonly is: 'expired' }
  | { readonly is: 'used-up' }

/** Takes one try, committed on its own, and compares. */
export async function tryCode(db: Db, flowId: string, mac: string, now: Date): Promise<CodeTry> {
  const row = await open(db)
    .updateTable('otp')
    .set((e) => ({ attempts_left: e('attempts_left', '-', 1) }))
    .where('flow_hash', '=', flowId)
    .where('attempts_left', '>', 0)
    .where('expires_at', '>', now)
    .returning(['code_mac', 'attempts_left'])
    .executeTakeFirst()
  if (row) {
    const same = row.code_mac.length === mac.length && timingSafeEqual(Buffer.from(row.code_mac), Buffer.from(mac))
    return same ? { is: 'right' } : { is: 'wrong', left: row.attempts_left }
  }
  const left = await open(db)
    .selectFrom('otp')
    .select('attempts_left')
    .where('flow_hash', '=', flowId)
    .executeTakeFirst()
  return left?.attempts_left === 0 ? { is: 'used-up' } : { is: 'expired' }
}

/** Uses a right code up; true for exactly one caller. */
export async function takeCode(tx: Db, flowId: string, mac: string): Promise<boolean> {
  const done = await open(tx)
    .deleteFrom('otp')
    .where('flow_hash', '=', flowId)
    .where('code_mac', '=', mac)
    .executeTakeFirst()
  return done.numDeletedRows === 1n
}
