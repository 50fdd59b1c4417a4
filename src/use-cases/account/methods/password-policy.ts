/**
 * What an installation may ask of passwords beyond length and strength: that former ones are not used again, and a word
 * about an old one. Both are off unless administrators set them (NIST SP 800-63B-4 3.1.1.2: no periodic change).
 */
import type { Db } from '#db/db.ts'
import { keepFormerPassword, listPasswordHashes } from '#db/records/access/account-safety.ts'
import { savePassword } from '#db/records/access/accounts.ts'
import { findSetting } from '#db/records/settings.ts'
import type { Problem } from '#domain/result.ts'
import { type SettingName, settingKey, settingValue } from '#domain/settings/settings.ts'
import type { Identity, OwnPermit } from '../identity.ts'

const settingOf = async (db: Db, name: SettingName): Promise<number> =>
  settingValue(name, await findSetting(db, settingKey(name)))

/** The months that a password is old, when administrators want its owner to be told; else undefined. */
export async function passwordAge(
  db: Db,
  _permit: OwnPermit,
  chosenAt: Date | undefined,
  now: Date,
): Promise<number | undefined> {
  const days = await settingOf(db, 'password.remind-after')
  const old = chosenAt ? (now.getTime() - chosenAt.getTime()) / 86_400_000 : 0
  return days > 0 && old >= days ? Math.max(1, Math.floor(old / 30)) : undefined
}

/** The problem `password-used` when it is one of the former ones that count. Also `busy`. */
export async function usedBefore(
  db: Db,
  { passwords }: Pick<Identity, 'passwords'>,
  userId: string,
  password: string,
): Promise<Problem | undefined> {
  const count = await settingOf(db, 'password.history')
  for (const hash of count > 0 ? await listPasswordHashes(db, userId, count) : []) {
    const same = await passwords.verify(hash, password)
    if (!same.ok) return same.problem
    if (same.value) return { code: 'password-used', at: 'password', with: { count } }
  }
  return undefined
}

/** Saves a password chosen anew, and keeps the former one as long as it counts. */
export async function replacePassword(tx: Db, userId: string, hash: string, now: Date): Promise<void> {
  await keepFormerPassword(tx, userId, await settingOf(tx, 'password.history'), now)
  await savePassword(tx, userId, hash, now)
}
