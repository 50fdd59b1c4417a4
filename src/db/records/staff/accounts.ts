/** What the help desk and administrators change of an account, within the caller's transaction. */
import { sql } from 'kysely'
import type { Role } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { open, vaultOf } from '../../kit/open.ts'
import { type EnrolleeRestricted, enrolleePlace } from '../enrollment/enrollees.ts'

/** False when it has this status already, or is closed. */
export async function setAccountStatus(tx: Db, userId: string, status: 'active' | 'suspended'): Promise<boolean> {
  const done = await open(tx)
    .updateTable('app_user')
    .set({ status })
    .where('id', '=', userId)
    .where('status', '=', status === 'active' ? 'suspended' : 'active')
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** The person's browsers are strangers again, so that tries counted for one of them alone are over too. */
export async function forgetDevices(tx: Db, userId: string): Promise<void> {
  await open(tx).updateTable('session').set({ device_id: null }).where('user_id', '=', userId).execute()
  await open(tx).deleteFrom('device').where('user_id', '=', userId).execute()
}

/** Takes every way to verify away: apps, passkeys, codes to phones and mailboxes, recovery codes. Contacts stay. */
export async function removeEveryFactor(tx: Db, userId: string): Promise<void> {
  await open(tx).deleteFrom('totp').where('user_id', '=', userId).execute()
  await open(tx).deleteFrom('passkey').where('user_id', '=', userId).execute()
  await open(tx).deleteFrom('recovery_code').where('user_id', '=', userId).execute()
  await open(tx).updateTable('contact').set({ use_for_mfa: false }).where('user_id', '=', userId).execute()
}

/** Ends a role; gives whose it was, or undefined when it was over already. */
export async function endMembership(
  tx: Db,
  membershipId: string,
  at: Date,
): Promise<{ userId: string; role: Role } | undefined> {
  const row = await open(tx)
    .updateTable('membership')
    .set({ status: 'ended', valid_to: at })
    .where('id', '=', membershipId)
    .where('status', '=', 'active')
    .returning(['user_id', 'role'])
    .executeTakeFirst()
  return row && { userId: row.user_id, role: row.role }
}

/** How many active people hold a role; holds their rows, so that two cannot be ended at once. */
export async function countHolders(tx: Db, role: Role): Promise<number> {
  const rows = await open(tx)
    .selectFrom('membership as m')
    .innerJoin('app_user as u', 'u.id', 'm.user_id')
    .select('m.id')
    .where('m.role', '=', role)
    .where('m.status', '=', 'active')
    .where('u.status', '=', 'active')
    .forUpdate('m')
    .execute()
  return rows.length
}

/** Whose active account holds a role; each once, and held until the transaction ends. */
export async function activeHolders(tx: Db, role: Role): Promise<readonly string[]> {
  const rows = await open(tx)
    .selectFrom('membership as m')
    .innerJoin('app_user as u', 'u.id', 'm.user_id')
    .select('u.id')
    .where('m.role', '=', role)
    .where('m.status', '=', 'active')
    .where('u.status', '=', 'active')
    .orderBy('u.id')
    .forUpdate('m')
    .execute()
  return [...new Set(rows.map((r) => r.id))]
}

/** An account that its owner opens by a mailed link. Undefined when the user id is taken. */
export async function insertInvitedAccount(
  tx: Db,
  a: { readonly id: string; readonly loginId: string; readonly displayName: string },
  at: Date,
): Promise<boolean> {
  const done = await open(tx)
    .insertInto('app_user')
    .values({ id: a.id, login_id: a.loginId, status: 'active', display_name: a.displayName, created_at: at })
    .onConflict((c) => c.column('login_id').doNothing())
    .executeTakeFirst()
  return Number(done.numInsertedOrUpdatedRows ?? 0n) === 1
}

export interface IdentityRows {
  readonly loginId: string
  readonly name: string
  readonly contacts: readonly { readonly kind: 'email' | 'phone'; readonly value: string }[]
  readonly enrollees: readonly {
    readonly id: string
    readonly npi: string
    readonly taxId: string | undefined
    readonly practice: Readonly<Record<string, unknown>>
  }[]
}

/** What is known of a person, to compare with what a caller says. Never shown. */
export async function identityRows(db: Db, userId: string): Promise<IdentityRows> {
  const user = await open(db)
    .selectFrom('app_user')
    .select(['login_id', 'display_name'])
    .where('id', '=', userId)
    .executeTakeFirstOrThrow()
  const contacts = await open(db)
    .selectFrom('contact')
    .select(['kind', 'value'])
    .where('user_id', '=', userId)
    .execute()
  const enrollees = await open(db)
    .selectFrom('membership as m')
    .innerJoin('enrollee as p', (j) => j.on(sql<boolean>`p.id::text = m.party_id`))
    .select(['p.id', 'p.npi', 'p.restricted', 'p.practice'])
    .where('m.user_id', '=', userId)
    .where('m.status', '=', 'active')
    .execute()
  return {
    loginId: user.login_id,
    name: user.display_name,
    contacts,
    enrollees: enrollees.map(({ id, npi, practice, restricted }) => {
      const sealed = restricted && vaultOf(db).unseal(enrolleePlace(id), restricted).toString()
      return {
        id,
        npi,
        practice,
        taxId: sealed ? (JSON.parse(sealed) as Partial<EnrolleeRestricted>).taxId : undefined,
      }
    }),
  }
}
