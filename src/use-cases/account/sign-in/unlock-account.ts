/** Opens a password lock before its time, by the mailed link. Password and second factor are still needed. */
import type { Db } from '#db/db.ts'
import { findAccount } from '#db/records/access/accounts.ts'
import { appendAuthEvent } from '#db/records/access/auth-events.ts'
import { clearCounter } from '#db/records/access/counters.ts'
import { endFlow, findFlow } from '#db/records/access/flows.ts'
import { transact } from '#db/records/transact.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import type { Secrets } from '#outside/secrets.ts'
import { type Caller, type EntryPermit, passwordBudget, type Writer } from '../identity.ts'

/** Is the link still good? Looking does nothing, because mail scanners look. */
export const canUnlock = async (db: Db, _permit: EntryPermit, token: string | undefined, now: Date): Promise<boolean> =>
  (await findFlow(db, token, ['unlock'], now)) !== undefined

/** Refuses with `form-expired`. */
export async function unlockAccount(
  db: Db,
  _permit: EntryPermit,
  { secrets }: Pick<Writer, 'secrets'>,
  token: string | undefined,
  caller: Caller,
  now: Date,
): Promise<Result<undefined>> {
  const flow = await findFlow(db, token, ['unlock'], now)
  const account = flow?.userId ? await findAccount(db, flow.userId) : undefined
  if (!flow || !account) return refuse({ code: 'form-expired' })
  return transact<Result<undefined>>(db, async (tx) => {
    if (!(await endFlow(tx, flow.id))) return refuse({ code: 'form-expired' })
    await clearPasswordLock(tx, secrets, account.loginId, caller)
    await appendAuthEvent(tx, { type: 'account-unlocked', userId: account.id, caller }, now)
    return ok(undefined)
  })
}

/** Forgets wrong passwords for a user id, and those from the caller's own device. */
export async function clearPasswordLock(tx: Db, secrets: Secrets, loginId: string, caller: Caller): Promise<void> {
  for (const device of [undefined, caller.device]) {
    const { limit, key } = passwordBudget(secrets, loginId, device)
    await clearCounter(tx, limit, key)
  }
}
