/**
 * What is begun and not finished. A flow is known by a token in the visitor's cookie (or in a mailed link), of which
 * only the hash is stored; its content is sealed. It ends by being deleted, and only one of many can delete it.
 */

import type { FlowContent } from '#domain/access/flow-content.ts'
import type { FlowKind } from '#domain/access/limits.ts'
import { flowValid } from '#domain/access/limits.ts'
import { after } from '#domain/access/session.ts'
import type { Db } from '../../db.ts'
import { open, vaultOf } from '../../kit/open.ts'
import { tokenHash } from '../../kit/token.ts'

export interface Flow<K extends FlowKind = FlowKind> {
  /** The hash of its token; codes are bound to it. */
  readonly id: string
  readonly kind: K
  readonly userId: string | undefined
  readonly content: FlowContent[K]
  readonly expiresAt: Date
}

const place = (id: string): string => `flow|sealed|${id}`
const sealed = (db: Db, id: string, content: object): Buffer => vaultOf(db).seal(place(id), JSON.stringify(content))

/** Begins a flow under a token that the caller made, and returns its id. */
export async function insertFlow<K extends FlowKind>(
  tx: Db,
  f: {
    readonly token: string
    readonly kind: K
    readonly userId?: string | undefined
    readonly content: FlowContent[K]
  },
  at: Date,
): Promise<string> {
  const id = tokenHash(f.token)
  await open(tx)
    .insertInto('flow')
    .values({
      token_hash: id,
      kind: f.kind,
      user_id: f.userId ?? null,
      sealed: sealed(tx, id, f.content),
      created_at: at,
      expires_at: after(at, flowValid[f.kind]),
    })
    .execute()
  return id
}

/** The open flow of a token, when it is one of these kinds. */
export async function findFlow<K extends FlowKind>(
  db: Db,
  token: string | undefined,
  kinds: readonly K[],
  now: Date,
): Promise<Flow<K> | undefined> {
  if (!token) return undefined
  const row = await open(db)
    .selectFrom('flow')
    .selectAll()
    .where('token_hash', '=', tokenHash(token))
    .where('kind', 'in', kinds)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    id: row.token_hash,
    kind: row.kind as K,
    userId: row.user_id ?? undefined,
    content: JSON.parse(vaultOf(db).unseal(place(row.token_hash), row.sealed).toString()) as FlowContent[K],
    expiresAt: row.expires_at,
  }
}

/** Replaces what a flow holds; its time starts anew. False when it ended meanwhile. */
export async function saveFlow<K extends FlowKind>(
  tx: Db,
  flow: Flow<K>,
  content: FlowContent[K],
  at: Date,
): Promise<boolean> {
  const done = await open(tx)
    .updateTable('flow')
    .set({ sealed: sealed(tx, flow.id, content), expires_at: after(at, flowValid[flow.kind]) })
    .where('token_hash', '=', flow.id)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Ends a flow; true for exactly one caller. */
export async function endFlow(tx: Db, id: string): Promise<boolean> {
  return (await open(tx).deleteFrom('flow').where('token_hash', '=', id).executeTakeFirst()).numDeletedRows === 1n
}

/** Binds a flow that began without knowing whose it is to a user. */
export async function bindFlow(tx: Db, id: string, userId: string): Promise<void> {
  await open(tx).updateTable('flow').set({ user_id: userId }).where('token_hash', '=', id).execute()
}

/** Ends all that a user has begun: links and codes already sent die with it. */
export async function endFlowsOf(tx: Db, userId: string, kinds: readonly FlowKind[]): Promise<void> {
  await open(tx).deleteFrom('flow').where('user_id', '=', userId).where('kind', 'in', kinds).execute()
}

export async function sweepFlows(db: Db, now: Date): Promise<void> {
  await open(db).deleteFrom('flow').where('expires_at', '<', now).execute()
}
