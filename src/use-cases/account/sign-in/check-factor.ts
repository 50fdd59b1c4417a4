/**
 * Is the second factor right? The try is counted for the account first, so that neither another flow nor another
 * method gives new tries. `take` uses the proof up inside the caller's transaction: it works once, in one tab.
 */
import type { Db } from '#db/db.ts'
import { appendAuthEvent } from '#db/records/access/auth-events.ts'
import { clearCounter, reserve } from '#db/records/access/counters.ts'
import { isRecoveryCode, listAppSeeds, takeRecoveryCode, takeStep } from '#db/records/access/factors.ts'
import type { Method } from '#domain/access/assurance.ts'
import { limits, minutesUntil } from '#domain/access/limits.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import type { Secrets } from '#outside/secrets.ts'
import { checkTotp } from '#outside/totp.ts'
import type { Caller } from '../identity.ts'
import { recoveryMacs } from '../methods/recovery-codes.ts'
import { checkTypedCode, type Proof } from './typed-code.ts'

interface Asked {
  readonly userId: string
  readonly flowId: string
  readonly method: Method
  readonly typed: string
}

/** Refuses with `account-locked`, `code-wrong`, `code-expired` or `code-used-up`. */
export async function checkFactor(
  db: Db,
  secrets: Secrets,
  asked: Asked,
  caller: Caller,
  now: Date,
): Promise<Result<Proof>> {
  const reservation = await reserve(db, limits.secondFactor, asked.userId, now)
  if (!reservation.allowed)
    return refuse({ code: 'account-locked', with: { minutes: minutesUntil(reservation.lockedUntil ?? now, now) } })
  const found = await compare(db, secrets, asked, reservation.left, now)
  if (found.ok)
    return ok({
      async take(tx: Db) {
        if (!(await found.value.take(tx))) return false
        await clearCounter(tx, limits.secondFactor, asked.userId)
        return true
      },
    })
  await appendAuthEvent(
    db,
    { type: 'code-wrong', outcome: 'refused', userId: asked.userId, caller, detail: { method: asked.method } },
    now,
  )
  return found
}

async function compare(
  db: Db,
  secrets: Secrets,
  { userId, flowId, method, typed }: Asked,
  left: number,
  now: Date,
): Promise<Result<Proof>> {
  const wrong = refuse({ code: 'code-wrong', at: 'code', with: { left } })
  if (method === 'recovery-code') {
    for (const mac of recoveryMacs(secrets, userId, typed))
      if (await isRecoveryCode(db, userId, mac)) return ok({ take: (tx) => takeRecoveryCode(tx, userId, mac, now) })
    return wrong
  }
  const code = typed.replace(/[\s-]/g, '')
  if (method === 'app') {
    for (const app of await listAppSeeds(db, userId)) {
      const step = checkTotp(app.seed, code, now, app.lastStep)
      if (step !== undefined) return ok({ take: (tx) => takeStep(tx, app.id, step) })
    }
    return wrong
  }
  return checkTypedCode(db, secrets, flowId, code, now, left)
}
