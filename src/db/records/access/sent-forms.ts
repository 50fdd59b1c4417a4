/**
 * What was answered to a form that acts once: written in the transaction of the act, so neither exists without the other.
 * The same form at the same instant waits for the first one. Only a digest of what was typed is kept, and the answer sealed.
 */
import type { Permit } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { open, vaultOf } from '../../kit/open.ts'
import { sentFormPlace } from '../../queries/access/sent-forms.ts'

/** Claims the form for this transaction. The answer of before, or undefined: then `keepFormAnswer` or `releaseForm` must follow. */
export async function claimForm(tx: Db, key: string, at: Date): Promise<string | undefined> {
  const made = await open(tx)
    .insertInto('sent_form')
    .values({ key, at, sealed_answer: Buffer.alloc(0) })
    .onConflict((c) => c.column('key').doNothing())
    .executeTakeFirst()
  if ((made.numInsertedOrUpdatedRows ?? 0n) > 0n) return undefined
  const row = await open(tx)
    .selectFrom('sent_form')
    .select('sealed_answer')
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  return vaultOf(tx).unseal(sentFormPlace(key), row.sealed_answer).toString()
}

export async function keepFormAnswer(tx: Db, key: string, answer: string): Promise<void> {
  await open(tx)
    .updateTable('sent_form')
    .set({ sealed_answer: vaultOf(tx).seal(sentFormPlace(key), answer) })
    .where('key', '=', key)
    .execute()
}

/** Nothing came of it: the same form may be sent again. */
export async function releaseForm(tx: Db, key: string): Promise<void> {
  await open(tx).deleteFrom('sent_form').where('key', '=', key).execute()
}

const KEPT_MS = 60 * 60_000
/** Answers may hold a secret that is shown once: they go after an hour. */
export async function sweepSentForms(db: Db, _: Permit<'system.run'>, now: Date): Promise<void> {
  await open(db)
    .deleteFrom('sent_form')
    .where('at', '<', new Date(now.getTime() - KEPT_MS))
    .execute()
}
