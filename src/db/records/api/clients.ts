/** Saves programs, their keys, tokens and used assertions. Of a key or token only its SHA-256 is kept. */
import { randomUUID } from 'node:crypto'
import { prefixOf } from '#domain/access/api/keys.ts'
import type { Scope } from '#domain/access/api/scopes.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { tokenHash } from '../../kit/token.ts'

type ClientPermit = Permit<'client.manage'>
export type PublicKeys = readonly Readonly<Record<string, unknown>>[]

export async function insertClient(
  tx: Db,
  permit: ClientPermit,
  c: { readonly partyId: string; readonly name: string; readonly scopes: readonly Scope[] },
  at: Date,
): Promise<string> {
  const id = randomUUID()
  await open(tx)
    .insertInto('api_client')
    .values({
      id,
      party_id: c.partyId,
      name: c.name,
      scopes: JSON.stringify(c.scopes),
      created_by: permit.actor.userId,
      created_at: at,
    })
    .execute()
  return id
}

/** Locks a program against others that change it, and says whether it is in use. */
export async function lockClient(tx: Db, permit: ClientPermit): Promise<boolean> {
  const row = await open(tx)
    .selectFrom('api_client')
    .select('revoked_at')
    .where('id', '=', permit.subjectId)
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined && row.revoked_at === null
}

export async function insertKey(
  tx: Db,
  permit: ClientPermit,
  k: { readonly clientId: string; readonly key: string; readonly expiresAt: Date },
  at: Date,
): Promise<void> {
  await open(tx)
    .insertInto('api_key')
    .values({
      id: randomUUID(),
      client_id: k.clientId,
      prefix: prefixOf(k.key),
      key_hash: tokenHash(k.key),
      created_by: permit.actor.userId,
      created_at: at,
      expires_at: k.expiresAt,
    })
    .execute()
}

/** Keys of the permit's program that still work end by then at the latest. */
export async function shortenKeys(tx: Db, permit: ClientPermit, until: Date): Promise<void> {
  await open(tx)
    .updateTable('api_key')
    .set({ expires_at: until })
    .where('client_id', '=', permit.subjectId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', until)
    .execute()
}

export async function countKeys(tx: Db, permit: ClientPermit, now: Date): Promise<number> {
  const { n } = await open(tx)
    .selectFrom('api_key')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('client_id', '=', permit.subjectId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** False when the program has no such key that works. */
export async function revokeKey(tx: Db, permit: ClientPermit, keyId: string, at: Date): Promise<boolean> {
  const done = await open(tx)
    .updateTable('api_key')
    .set({ revoked_at: at })
    .where('id', '=', keyId)
    .where('client_id', '=', permit.subjectId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Keys, or the address where they are published; the one takes the place of the other. */
export async function savePublicKeys(
  tx: Db,
  permit: ClientPermit,
  keys: PublicKeys | { readonly url: string } | undefined,
): Promise<void> {
  const url = keys && 'url' in keys ? keys.url : null
  await open(tx)
    .updateTable('api_client')
    .set({ keys_url: url, public_keys: keys && url === null ? JSON.stringify(keys) : null })
    .where('id', '=', permit.subjectId)
    .execute()
}

/** The program, its keys and its tokens work no more. */
export async function revokeClient(tx: Db, permit: ClientPermit, at: Date): Promise<void> {
  const k = open(tx)
  await k
    .updateTable('api_client')
    .set({ revoked_at: at, revoked_by: permit.actor.userId })
    .where('id', '=', permit.subjectId)
    .execute()
  await k
    .updateTable('api_key')
    .set({ revoked_at: at })
    .where('client_id', '=', permit.subjectId)
    .where('revoked_at', 'is', null)
    .execute()
  await k.deleteFrom('api_token').where('client_id', '=', permit.subjectId).execute()
}

/** False when this assertion was used before. */
export async function useAssertion(tx: Db, clientId: string, jti: string, expiresAt: Date): Promise<boolean> {
  const done = await open(tx)
    .insertInto('api_assertion')
    .values({ client_id: clientId, jti, expires_at: expiresAt })
    .onConflict((c) => c.columns(['client_id', 'jti']).doNothing())
    .executeTakeFirst()
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function insertToken(
  tx: Db,
  t: { readonly token: string; readonly clientId: string; readonly scopes: readonly Scope[]; readonly expiresAt: Date },
  at: Date,
): Promise<void> {
  await open(tx)
    .insertInto('api_token')
    .values({
      token_hash: tokenHash(t.token),
      client_id: t.clientId,
      scopes: JSON.stringify(t.scopes),
      created_at: at,
      expires_at: t.expiresAt,
    })
    .execute()
}
