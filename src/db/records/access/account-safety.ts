/** What protects an account after its owner said "this was not me", and passwords that it had before. For use-cases only. */
import { randomUUID } from 'node:crypto'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

/** Nobody changes addresses or ways to verify until then. */
export async function lockFactors(tx: Db, userId: string, until: Date): Promise<void> {
  await open(tx).updateTable('app_user').set({ factors_locked_until: until }).where('id', '=', userId).execute()
}

/** Lets addresses and ways to verify be changed again. */
export async function unlockFactors(tx: Db, userId: string): Promise<void> {
  await open(tx).updateTable('app_user').set({ factors_locked_until: null }).where('id', '=', userId).execute()
}

/** The end of the lock, or undefined when there is none any more. */
export async function factorsLockedUntil(db: Db, userId: string, now: Date): Promise<Date | undefined> {
  const row = await open(db)
    .selectFrom('app_user')
    .select('factors_locked_until')
    .where('id', '=', userId)
    .where('factors_locked_until', '>', now)
    .executeTakeFirst()
  return row?.factors_locked_until ?? undefined
}

/** The password opens nothing until another one is chosen. */
export async function disablePassword(tx: Db, userId: string, at: Date): Promise<void> {
  await open(tx).updateTable('app_user').set({ password_disabled_at: at }).where('id', '=', userId).execute()
}

/** Keeps the hash of the password that is about to be replaced, and no more than `count` of them. */
export async function keepFormerPassword(tx: Db, userId: string, count: number, at: Date): Promise<void> {
  const now = await open(tx).selectFrom('app_user').select('password_hash').where('id', '=', userId).executeTakeFirst()
  if (count > 0 && now?.password_hash)
    await open(tx)
      .insertInto('former_password')
      .values({ id: randomUUID(), user_id: userId, password_hash: now.password_hash, replaced_at: at })
      .execute()
  await open(tx)
    .deleteFrom('former_password')
    .where('user_id', '=', userId)
    .where('id', 'not in', (q) =>
      q
        .selectFrom('former_password')
        .select('id')
        .where('user_id', '=', userId)
        .orderBy('replaced_at', 'desc')
        .limit(count),
    )
    .execute()
}

/** Hashes of this password and of those before it, the latest first, `count` in all. */
export async function listPasswordHashes(db: Db, userId: string, count: number): Promise<readonly string[]> {
  const now = await open(db).selectFrom('app_user').select('password_hash').where('id', '=', userId).executeTakeFirst()
  const before = await open(db)
    .selectFrom('former_password')
    .select('password_hash')
    .where('user_id', '=', userId)
    .orderBy('replaced_at', 'desc')
    .limit(count)
    .execute()
  return [now?.password_hash, ...before.map((r) => r.password_hash)].filter((h) => h != null).slice(0, count)
}

export interface OwnContact {
  readonly id: string
  readonly value: string
  readonly useForMfa: boolean
  /** When a code proved it. */
  readonly since: Date
}
/** A person's verified e-mail addresses, oldest first. */
export async function emailsOf(db: Db, userId: string): Promise<readonly OwnContact[]> {
  const rows = await open(db)
    .selectFrom('contact')
    .select(['id', 'value', 'use_for_mfa', 'verified_at'])
    .where('user_id', '=', userId)
    .where('kind', '=', 'email')
    .orderBy('verified_at')
    .orderBy('value')
    .execute()
  return rows.map((r) => ({ id: r.id, value: r.value, useForMfa: r.use_for_mfa, since: r.verified_at }))
}

/** Takes an address away; false when it is not there. */
export async function deleteEmail(tx: Db, userId: string, value: string): Promise<boolean> {
  const done = await open(tx)
    .deleteFrom('contact')
    .where('user_id', '=', userId)
    .where('kind', '=', 'email')
    .where('value', '=', value)
    .executeTakeFirst()
  return done.numDeletedRows === 1n
}

/** Who may change the account of a party, and what it is called: words that its password must not stand on. */
export async function namesAround(db: Db, userId: string): Promise<readonly string[]> {
  const rows = await open(db)
    .selectFrom('membership as m')
    .leftJoin('enrollee as e', (j) => j.on((x) => x(x.cast<string>('e.id', 'text'), '=', x.ref('m.party_id'))))
    .leftJoin('organization as o', 'o.id', 'm.party_id')
    .select(['e.display_name', 'e.npi', 'o.name'])
    .where('m.user_id', '=', userId)
    .where('m.status', '=', 'active')
    .limit(20)
    .execute()
  return rows.flatMap((r) => [r.display_name, r.npi, r.name]).filter((n) => n !== null)
}
