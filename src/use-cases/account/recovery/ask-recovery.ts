/**
 * "I forgot my password" and "I forgot my user ID". Writes one row whatever was typed; the letter is written by
 * `answer-recovery-requests`, so the answer and its time are the same for everybody.
 */
import type { Db } from '#db/db.ts'
import { appendAuthEvent } from '#db/records/access/auth-events.ts'
import { reserve } from '#db/records/access/counters.ts'
import { insertFlow } from '#db/records/access/flows.ts'
import { saveCode } from '#db/records/access/one-time-codes.ts'
import { insertRecoveryRequest } from '#db/records/access/recovery-requests.ts'
import { transact } from '#db/records/transact.ts'
import { limits, minutesUntil } from '#domain/access/limits.ts'
import { foldEmail } from '#domain/access/user-id.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import {
  type Caller,
  type EntryPermit,
  keyOfLogin,
  keyOfNetwork,
  macOfCode,
  newCode,
  newToken,
  type Writer,
} from '../identity.ts'

export interface RecoveryInput {
  readonly kind: 'password-link' | 'password-code' | 'user-id'
  /** A user id or an e-mail address. */
  readonly name: string
}

/** Gives a flow for the page that waits for the phone code. Refuses with `required` or `too-many-tries`. */
export async function askRecovery(
  db: Db,
  _permit: EntryPermit,
  { secrets }: Pick<Writer, 'secrets'>,
  input: RecoveryInput,
  caller: Caller,
  now: Date,
): Promise<Result<{ readonly flowToken: string | undefined }>> {
  const name = foldEmail(input.name).slice(0, 254)
  if (!name) return refuse({ code: 'required', at: 'name' })
  const tries = [
    [limits.askFromNetwork, keyOfNetwork(secrets, caller.ip)],
    [limits.askAboutName, keyOfLogin(secrets, name)],
  ] as const
  for (const [limit, key] of tries) {
    const asking = await reserve(db, limit, key, now)
    if (!asking.allowed)
      return refuse({ code: 'too-many-tries', with: { minutes: minutesUntil(asking.lockedUntil ?? now, now) } })
  }
  const flowToken = input.kind === 'password-code' ? newToken() : undefined
  await transact(db, async (tx) => {
    const flowId = flowToken && (await insertFlow(tx, { token: flowToken, kind: 'reset-code', content: {} }, now))
    // A code that nobody was told, until the worker puts a real one in its place: wrong codes count alike for unknown names.
    if (flowId) await saveCode(tx, flowId, macOfCode(secrets, newToken(), newCode()), now)
    await insertRecoveryRequest(tx, { kind: input.kind, name, ...(flowId && { flowId }), ip: caller.ip }, now)
    await appendAuthEvent(
      tx,
      { type: 'recovery-asked', loginIdMac: keyOfLogin(secrets, name), caller, detail: { kind: input.kind } },
      now,
    )
  })
  return ok({ flowToken })
}
