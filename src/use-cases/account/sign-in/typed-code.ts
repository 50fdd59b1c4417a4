/**
 * A code that was sent and comes back typed. The try is counted before the code is compared; `take` uses the code up
 * inside the transaction that acts on it: it works once, in one tab.
 */
import type { Db } from '#db/db.ts'
import { takeCode, tryCode } from '#db/records/access/one-time-codes.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import type { Secrets } from '#outside/secrets.ts'
import { macOfCode } from '../identity.ts'

export interface Proof {
  /** False when somebody else used it a moment ago. */
  take(tx: Db): Promise<boolean>
}

/** Refuses with `code-wrong` and the tries that are left (at most `left`), `code-expired` or `code-used-up`. */
export async function checkTypedCode(
  db: Db,
  secrets: Secrets,
  flowId: string,
  typed: string,
  now: Date,
  left = Number.POSITIVE_INFINITY,
): Promise<Result<Proof>> {
  const mac = macOfCode(secrets, flowId, typed)
  const tried = await tryCode(db, flowId, mac, now)
  switch (tried.is) {
    case 'right':
      return ok({ take: (tx) => takeCode(tx, flowId, mac) })
    case 'wrong':
      return refuse({ code: 'code-wrong', at: 'code', with: { left: Math.min(tried.left, left) } })
    case 'expired':
      return refuse({ code: 'code-expired', at: 'code' })
    case 'used-up':
      return refuse({ code: 'code-used-up', at: 'code' })
  }
}
