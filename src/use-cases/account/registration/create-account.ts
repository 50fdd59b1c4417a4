/** Creates a complete account at once: for demo data and for staff. People register themselves by `register-account`. */
import type { Db } from '#db/db.ts'
import { insertAccount, insertMembership } from '#db/records/access/accounts.ts'
import { insertApp, replaceRecoveryCodes, saveContact } from '#db/records/access/factors.ts'
import { transact } from '#db/records/transact.ts'
import type { Membership, Permit } from '#domain/access/policy.ts'
import { foldEmail, parseUserId } from '#domain/access/user-id.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import type { Identity } from '../identity.ts'
import { recoveryMac } from '../methods/recovery-codes.ts'

export interface NewAccountInput {
  readonly loginId: string
  readonly displayName: string
  readonly password: string
  readonly email: string
  /** May codes be mailed to `email`? On unless said otherwise. */
  readonly emailCodes?: boolean
  /** Ten digits; receives codes when given. */
  readonly phone?: string
  /** Base32 seed of an authenticator app. */
  readonly totpSeed?: string
  readonly recoveryCodes?: readonly string[]
  readonly memberships: readonly Membership[]
}

/** Refuses with `user-id-shape`, `user-id-taken` or `busy`. */
export async function createAccount(
  db: Db,
  _permit: Permit<'system.run'>,
  { passwords, secrets }: Pick<Identity, 'passwords' | 'secrets'>,
  input: NewAccountInput,
  now: Date,
): Promise<Result<{ readonly userId: string }>> {
  const loginId = parseUserId(input.loginId)
  if (!loginId.ok) return loginId
  const hashed = await passwords.hash(input.password)
  if (!hashed.ok) return hashed
  return transact(db, async (tx) => {
    const userId = await insertAccount(
      tx,
      { loginId: loginId.value, displayName: input.displayName, passwordHash: hashed.value },
      now,
    )
    if (!userId) return refuse({ code: 'user-id-taken', at: 'loginId' })
    const email = foldEmail(input.email)
    await saveContact(
      tx,
      { userId, kind: 'email', value: email, useForMfa: input.emailCodes ?? true, notify: true },
      now,
    )
    if (input.phone)
      await saveContact(tx, { userId, kind: 'phone', value: input.phone, useForMfa: true, notify: false }, now)
    if (input.totpSeed) await insertApp(tx, { userId, label: '1', seed: input.totpSeed, step: 0 }, now)
    if (input.recoveryCodes) {
      const macs = input.recoveryCodes.map((code) => recoveryMac(secrets, userId, code))
      await replaceRecoveryCodes(tx, userId, macs, now)
    }
    for (const m of input.memberships) await insertMembership(tx, { userId, ...m }, now)
    return ok({ userId })
  })
}
