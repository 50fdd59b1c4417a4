/** Passkeys: the public key of each, its count, and the site it was made for. Nothing here is secret, all of it matters. */
import { randomUUID } from 'node:crypto'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

export interface NewPasskey {
  readonly credentialId: string
  readonly publicKey: Uint8Array
  readonly count: number
  readonly transports: readonly string[]
  readonly deviceType: 'single-device' | 'multi-device'
  readonly backedUp: boolean
  readonly rpId: string
}

export interface StoredPasskey extends NewPasskey {
  readonly id: string
  readonly userId: string
  readonly isSuspect: boolean
}

/** Adds a passkey; false when the same credential is known already, whoever's it is. */
export async function insertPasskey(
  tx: Db,
  p: NewPasskey & { readonly userId: string; readonly label: string },
  at: Date,
): Promise<boolean> {
  const row = await open(tx)
    .insertInto('passkey')
    .values({
      id: randomUUID(),
      user_id: p.userId,
      credential_id: p.credentialId,
      public_key: Buffer.from(p.publicKey),
      sign_count: p.count,
      transports: JSON.stringify(p.transports),
      device_type: p.deviceType,
      backed_up: p.backedUp,
      rp_id: p.rpId,
      label: p.label,
      created_at: at,
    })
    .onConflict((c) => c.column('credential_id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

const passkeys = (db: Db) => open(db).selectFrom('passkey').selectAll()
type Row = Awaited<ReturnType<ReturnType<typeof passkeys>['executeTakeFirstOrThrow']>>
const storedOf = (r: Row): StoredPasskey => ({
  id: r.id,
  userId: r.user_id,
  credentialId: r.credential_id,
  publicKey: r.public_key,
  count: Number(r.sign_count),
  transports: r.transports,
  deviceType: r.device_type,
  backedUp: r.backed_up,
  rpId: r.rp_id,
  isSuspect: r.suspect_at !== null,
})

export async function findPasskey(db: Db, credentialId: string): Promise<StoredPasskey | undefined> {
  const row = await passkeys(db).where('credential_id', '=', credentialId).executeTakeFirst()
  return row && storedOf(row)
}

/** All of a user, those included that no longer sign in: a device must not get a second one. */
export async function listPasskeys(db: Db, userId: string): Promise<readonly StoredPasskey[]> {
  return (await passkeys(db).where('user_id', '=', userId).orderBy('created_at').execute()).map(storedOf)
}

/** Notes a use; false when another use with this count or a later one was faster. */
export async function notePasskeyUse(
  tx: Db,
  p: { readonly id: string; readonly before: number; readonly count: number; readonly backedUp: boolean },
  at: Date,
): Promise<boolean> {
  const done = await open(tx)
    .updateTable('passkey')
    .set({ sign_count: p.count, backed_up: p.backedUp, last_used_at: at })
    .where('id', '=', p.id)
    .where('sign_count', '=', p.before)
    .where('suspect_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** A passkey whose count went backwards signs in no more. False when that was known. */
export async function flagPasskey(tx: Db, id: string, at: Date): Promise<boolean> {
  const done = await open(tx)
    .updateTable('passkey')
    .set({ suspect_at: at })
    .where('id', '=', id)
    .where('suspect_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Removes a passkey of a user. False when there is none. */
export async function deletePasskey(tx: Db, userId: string, id: string): Promise<boolean> {
  const done = await open(tx)
    .deleteFrom('passkey')
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return done.numDeletedRows === 1n
}

/** Gives a passkey or an app of a user another name. False when there is none. */
export async function renameFactor(
  tx: Db,
  userId: string,
  method: 'passkey' | 'app',
  id: string,
  label: string,
): Promise<boolean> {
  const done =
    method === 'passkey'
      ? await open(tx)
          .updateTable('passkey')
          .set({ label })
          .where('id', '=', id)
          .where('user_id', '=', userId)
          .executeTakeFirst()
      : await open(tx)
          .updateTable('totp')
          .set({ label })
          .where('id', '=', id)
          .where('user_id', '=', userId)
          .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** How many passkeys were made for another name of the site: they are of no use under this one. */
export async function countPasskeysElsewhere(db: Db, rpId: string): Promise<number> {
  const { n } = await open(db)
    .selectFrom('passkey')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('rp_id', '<>', rpId)
    .executeTakeFirstOrThrow()
  return Number(n)
}
