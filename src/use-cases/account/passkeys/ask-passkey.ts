/** What a browser is asked about passkeys: a challenge for this visitor alone, good for one answer within five minutes. */
import type { Db } from '#db/db.ts'
import { reserve } from '#db/records/access/counters.ts'
import { findFlow, insertFlow } from '#db/records/access/flows.ts'
import { methodsOf } from '#db/records/access/methods.ts'
import { listPasskeys } from '#db/records/access/passkeys.ts'
import { mayAdd, methods, usableToEnter } from '#domain/access/assurance.ts'
import { limits, minutesUntil, most } from '#domain/access/limits.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { askToMake, askToProve } from '#outside/passkeys.ts'
import { type AddPermit, type Caller, type EntryPermit, keyOfNetwork, newToken, type Writer } from '../identity.ts'
import { factorsLock } from '../methods/factors-lock.ts'
import { verifyKinds } from '../sign-in/verify-sign-in.ts'

/**
 * To prove a passkey: one of the person whose sign-in waits in `flowToken` or who is signed in as `userId`; without
 * both, any that the browser has. Refuses with `method-not-allowed` or `too-many-tries`.
 */
export async function askForPasskey(
  db: Db,
  _permit: EntryPermit,
  { site, secrets }: Pick<Writer, 'site' | 'secrets'>,
  of: { readonly boundTo: string; readonly flowToken?: string | undefined; readonly userId?: string | undefined },
  caller: Caller,
  now: Date,
): Promise<Result<object>> {
  if (!site.passkeys) return refuse({ code: 'method-not-allowed' })
  const asking = await reserve(db, limits.passkeyFromNetwork, keyOfNetwork(secrets, caller.ip), now)
  if (!asking.allowed)
    return refuse({ code: 'too-many-tries', with: { minutes: minutesUntil(asking.lockedUntil ?? now, now) } })
  const userId = of.userId ?? (await findFlow(db, of.flowToken, verifyKinds, now))?.userId
  // Where passkeys are switched off they still let those in who hold nothing else.
  const ways = userId ? usableToEnter(await methodsOf(db, userId), site.methods) : (site.methods ?? methods)
  if (!ways.includes('passkey')) return refuse({ code: 'method-not-allowed' })
  const known = userId ? (await listPasskeys(db, userId)).filter((p) => !p.isSuspect) : undefined
  const challenge = newToken()
  const content = { purpose: 'sign-in', boundTo: of.boundTo } as const
  await insertFlow(db, { token: challenge, kind: 'passkey', content }, now)
  return ok(await askToProve(site.passkeys, challenge, known))
}

/** To make a passkey. Refuses with `factors-locked`, `method-not-allowed` or `too-many-items`. */
export async function askForNewPasskey(
  db: Db,
  permit: AddPermit,
  { site }: Pick<Writer, 'site'>,
  of: { readonly boundTo: string; readonly loginId: string; readonly displayName: string },
  now: Date,
): Promise<Result<object>> {
  const userId = permit.subjectId
  const locked = await factorsLock(db, permit, now)
  if (locked) return refuse(locked)
  if (!site.passkeys || !mayAdd(await methodsOf(db, userId), 'passkey', site.methods))
    return refuse({ code: 'method-not-allowed' })
  const known = await listPasskeys(db, userId)
  if (known.length >= most.passkeys) return refuse({ code: 'too-many-items', with: { max: most.passkeys } })
  const challenge = newToken()
  const content = { purpose: 'add', boundTo: of.boundTo } as const
  await insertFlow(db, { token: challenge, kind: 'passkey', userId, content }, now)
  return ok(await askToMake({ ...site.passkeys, product: site.product }, { userId, ...of }, challenge, known))
}
