/** Whether addresses and ways to verify may be changed now: not for a while after "this was not me". */
import type { Db } from '#db/db.ts'
import { factorsLockedUntil } from '#db/records/access/account-safety.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { Problem } from '#domain/result.ts'
import { sayInstant } from '../tell-owner.ts'

type Permitted = Permit<'account.manage' | 'account.secure' | 'account.add-method'>

/** The problem `factors-locked`, or undefined. */
export async function factorsLock(db: Db, permit: Permitted, now: Date): Promise<Problem | undefined> {
  const until = await factorsLockedUntil(db, permit.subjectId, now)
  return until && { code: 'factors-locked', with: { until: sayInstant(until) } }
}
