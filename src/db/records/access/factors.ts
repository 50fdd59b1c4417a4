/** Second factors: contacts that receive codes, authenticator apps, recovery codes. Seeds are sealed by row. */
import { randomUUID } from 'node:crypto'
import type { Permit } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { open, vaultOf } from '../../kit/open.ts'

const seedPlace = (id: string): string => `totp|sealed_seed|${id}`

export interface NewContact {
  readonly userId: string
  readonly kind: 'email' | 'phone'
  readonly value: string
  readonly useForMfa: boolean
  readonly notify: boolean
}
/** Adds a verified contact, or lets one that is already there receive codes too. */
export async function saveContact(tx: Db, c: NewContact, at: Date): Promise<void> {
  await open(tx)
    .insertInto('contact')
    .values({
      id: randomUUID(),
      user_id: c.userId,
      kind: c.kind,
      value: c.value,
      verified_at: at,
      use_for_mfa: c.useForMfa,
      notify: c.notify,
    })
    .onConflict((o) =>
      o.columns(['user_id', 'kind', 'value']).doUpdateSet({ verified_at: at, use_for_mfa: c.useForMfa }),
    )
    .execute()
}

/** Stops sending codes to a contact of a user. False when there is none. */
export async function stopCodesTo(tx: Db, userId: string, contactId: string): Promise<boolean> {
  const done = await open(tx)
    .updateTable('contact')
    .set({ use_for_mfa: false })
    .where('id', '=', contactId)
    .where('user_id', '=', userId)
    .where('use_for_mfa', '=', true)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Removes a phone of a user: it gets no codes any more, not for a new password either. False when there is none. */
export async function deletePhone(tx: Db, userId: string, contactId: string): Promise<boolean> {
  const done = await open(tx)
    .deleteFrom('contact')
    .where('id', '=', contactId)
    .where('user_id', '=', userId)
    .where('kind', '=', 'phone')
    .executeTakeFirst()
  return done.numDeletedRows === 1n
}

export interface NewApp {
  readonly userId: string
  readonly label: string
  readonly seed: string
  /** The step of the code that confirmed it, so that the same code cannot sign in. */
  readonly step: number
}
export async function insertApp(tx: Db, a: NewApp, at: Date): Promise<void> {
  const id = randomUUID()
  await open(tx)
    .insertInto('totp')
    .values({
      id,
      user_id: a.userId,
      label: a.label,
      sealed_seed: vaultOf(tx).seal(seedPlace(id), a.seed),
      confirmed_at: at,
      last_step: a.step,
    })
    .execute()
}

/** Removes an authenticator app of a user. False when there is none. */
export async function deleteApp(tx: Db, userId: string, appId: string): Promise<boolean> {
  const done = await open(tx)
    .deleteFrom('totp')
    .where('id', '=', appId)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return done.numDeletedRows === 1n
}

export async function listAppSeeds(
  db: Db,
  userId: string,
): Promise<readonly { id: string; seed: string; lastStep: number }[]> {
  const rows = await open(db).selectFrom('totp').selectAll().where('user_id', '=', userId).execute()
  const vault = vaultOf(db)
  return rows.map((r) => ({
    id: r.id,
    seed: vault.unseal(seedPlace(r.id), r.sealed_seed).toString(),
    lastStep: r.last_step,
  }))
}

/** Takes a time step for good; false when this or a later one was used, in any tab or flow. */
export async function takeStep(tx: Db, appId: string, step: number): Promise<boolean> {
  const done = await open(tx)
    .updateTable('totp')
    .set({ last_step: step })
    .where('id', '=', appId)
    .where('last_step', '<', step)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Replaces all recovery codes of a user. */
export async function replaceRecoveryCodes(tx: Db, userId: string, macs: readonly string[], at: Date): Promise<void> {
  await open(tx).deleteFrom('recovery_code').where('user_id', '=', userId).execute()
  await open(tx)
    .insertInto('recovery_code')
    .values(macs.map((mac) => ({ id: randomUUID(), user_id: userId, code_mac: mac, created_at: at })))
    .execute()
}

/** Is this an unused recovery code of the user? */
export async function isRecoveryCode(db: Db, userId: string, mac: string): Promise<boolean> {
  const row = await open(db)
    .selectFrom('recovery_code')
    .select('id')
    .where('user_id', '=', userId)
    .where('code_mac', '=', mac)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Uses a recovery code up; false when it is not one, or was used. */
export async function takeRecoveryCode(tx: Db, userId: string, mac: string, at: Date): Promise<boolean> {
  const done = await open(tx)
    .updateTable('recovery_code')
    .set({ used_at: at })
    .where('user_id', '=', userId)
    .where('code_mac', '=', mac)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** The seeds of every active account, by user id: only a demonstration shows codes of others. */
export async function listEverySeed(
  db: Db,
  _: Permit<'demo.control'>,
): Promise<readonly { loginId: string; name: string; seed: string }[]> {
  const rows = await open(db)
    .selectFrom('totp as a')
    .innerJoin('app_user as u', 'u.id', 'a.user_id')
    .select(['a.id', 'a.sealed_seed', 'u.login_id', 'u.display_name'])
    .where('u.status', '=', 'active')
    .orderBy('u.login_id')
    .execute()
  const vault = vaultOf(db)
  return rows.map((r) => ({
    loginId: r.login_id,
    name: r.display_name,
    seed: vault.unseal(seedPlace(r.id), r.sealed_seed).toString(),
  }))
}
