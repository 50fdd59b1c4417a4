/**
 * Accounts, with what nobody outside the sign-in steps may read: password hashes.
 * Reads that carry secrets are here and not in db/queries, because pages cannot import this room.
 */
import { randomUUID } from 'node:crypto'
import type { Role } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

export interface Account {
  readonly id: string
  readonly loginId: string
  readonly displayName: string
  readonly status: 'active' | 'suspended' | 'closed'
  /** Undefined when no password opens the account (switched off, or signed in elsewhere). */
  readonly passwordHash: string | undefined
  readonly mfaPolicy: 'any' | 'phishing-resistant'
}

interface AccountRow {
  readonly id: string
  readonly login_id: string
  readonly display_name: string
  readonly status: Account['status']
  readonly password_hash: string | null
  readonly password_disabled_at: Date | null
  readonly mfa_policy: Account['mfaPolicy']
}
const columns = [
  'id',
  'login_id',
  'display_name',
  'status',
  'password_hash',
  'password_disabled_at',
  'mfa_policy',
] as const
const accountOf = (r: AccountRow): Account => ({
  id: r.id,
  loginId: r.login_id,
  displayName: r.display_name,
  status: r.status,
  passwordHash: r.password_disabled_at ? undefined : (r.password_hash ?? undefined),
  mfaPolicy: r.mfa_policy,
})

export async function findAccountByLoginId(db: Db, loginId: string): Promise<Account | undefined> {
  const row = await open(db).selectFrom('app_user').select(columns).where('login_id', '=', loginId).executeTakeFirst()
  return row && accountOf(row)
}

/** `locked` holds the account until the transaction ends. */
export async function findAccount(db: Db, id: string, locked?: 'locked'): Promise<Account | undefined> {
  const row = await open(db)
    .selectFrom('app_user')
    .select(columns)
    .where('id', '=', id)
    .$if(locked !== undefined, (q) => q.forUpdate())
    .executeTakeFirst()
  return row && accountOf(row)
}

/** Active accounts that may be reached at an address, oldest first: people of one practice often share a mailbox. */
export async function listAccountsByEmail(db: Db, email: string): Promise<readonly Account[]> {
  const rows = await open(db)
    .selectFrom('app_user')
    .select(columns)
    .where('status', '=', 'active')
    .where('id', 'in', (q) =>
      q.selectFrom('contact').select('user_id').where('kind', '=', 'email').where('value', '=', email),
    )
    .orderBy('created_at')
    .execute()
  return rows.map(accountOf)
}

export interface NewAccount {
  /** Known before when a passkey carries it. */
  readonly id?: string | undefined
  readonly loginId: string
  readonly displayName: string
  readonly passwordHash: string
}

/** Creates an account; undefined when the user id is taken. */
export async function insertAccount(tx: Db, a: NewAccount, at: Date): Promise<string | undefined> {
  const row = await open(tx)
    .insertInto('app_user')
    .values({
      id: a.id ?? randomUUID(),
      login_id: a.loginId,
      status: 'active',
      display_name: a.displayName,
      password_hash: a.passwordHash,
      password_changed_at: at,
      created_at: at,
    })
    .onConflict((c) => c.column('login_id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** A password chosen anew: changes the date and opens an account whose password was switched off. */
export async function savePassword(tx: Db, userId: string, passwordHash: string, at: Date): Promise<void> {
  await open(tx)
    .updateTable('app_user')
    .set({ password_hash: passwordHash, password_changed_at: at, password_disabled_at: null })
    .where('id', '=', userId)
    .execute()
}

/** The same password under today's parameters; nothing else changes. Skipped when the password changed meanwhile. */
export async function rehashPassword(db: Db, userId: string, before: string, passwordHash: string): Promise<void> {
  await open(db)
    .updateTable('app_user')
    .set({ password_hash: passwordHash })
    .where('id', '=', userId)
    .where('password_hash', '=', before)
    .execute()
}

export async function insertMembership(
  tx: Db,
  m: { readonly userId: string; readonly role: Role; readonly partyId: string },
  at: Date,
): Promise<void> {
  await open(tx)
    .insertInto('membership')
    .values({
      id: randomUUID(),
      user_id: m.userId,
      role: m.role,
      party_id: m.partyId,
      status: 'active',
      valid_from: at,
    })
    .execute()
}
