/**
 * A request that acts, at most once for its key: act and answer are one transaction. The same request again gets the
 * same answer; another request with the key is refused.
 */
import { createHash } from 'node:crypto'
import type { Db } from '#db/db.ts'
import { claimAnswer, keepAnswer } from '#db/records/api/kept-answers.ts'
import { transact } from '#db/records/transact.ts'

export interface OnceAnswer {
  readonly status: number
  readonly body: string
}
export interface OnceAsk {
  readonly clientId: string
  /** As the client chose it, 1 to 255 characters. */
  readonly key: string
  /** Everything that makes it the same request: method, path and body. */
  readonly request: readonly string[]
}

/** `again` when it was answered before; 'other-request' when the key was used for something else. */
export async function actOnce(
  db: Db,
  ask: OnceAsk,
  work: (tx: Db) => Promise<OnceAnswer>,
  now: Date,
): Promise<(OnceAnswer & { readonly again: boolean }) | 'other-request'> {
  const fingerprint = createHash('sha256').update(JSON.stringify(ask.request)).digest('base64url')
  return transact(db, async (tx) => {
    const kept = await claimAnswer(tx, { clientId: ask.clientId, key: ask.key, fingerprint }, now)
    if (kept)
      return kept.fingerprint === fingerprint ? { status: kept.status, body: kept.body, again: true } : 'other-request'
    const answer = await work(tx)
    await keepAnswer(tx, ask, answer)
    return { ...answer, again: false }
  })
}
