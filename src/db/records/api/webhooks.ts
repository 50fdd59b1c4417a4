/** Saves webhooks, holds one at a time for delivery, and notes every try. Secrets are sealed in their place. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { FeedEvent, FeedType } from '#domain/events/feed.ts'
import type { Db } from '../../db.ts'
import { open, vaultOf } from '../../kit/open.ts'

type Own = Permit<'webhook.manage'>
const placeOf = (id: string): string => `webhook|sealed_secret|${id}`

export async function insertWebhook(
  tx: Db,
  permit: Own,
  h: {
    readonly partyId: string
    readonly clientId: string | undefined
    readonly url: string
    readonly types: readonly FeedType[]
    readonly secret: string
    /** The number of the feed after which it begins. */
    readonly position: number
  },
  at: Date,
): Promise<string> {
  const id = randomUUID()
  await open(tx)
    .insertInto('webhook')
    .values({
      id,
      party_id: h.partyId,
      client_id: h.clientId ?? null,
      url: h.url,
      types: JSON.stringify(h.types),
      sealed_secret: vaultOf(tx).seal(placeOf(id), h.secret),
      status: 'active',
      position: h.position,
      next_try_at: at,
      created_by: permit.actor.userId,
      created_at: at,
    })
    .execute()
  return id
}

/** The new secret signs at once; the old one beside it until `until`. */
export async function changeSecret(tx: Db, permit: Own, secret: string, until: Date): Promise<void> {
  const k = open(tx)
  await k
    .updateTable('webhook')
    .set((e) => ({
      sealed_previous: e.ref('sealed_secret'),
      previous_until: until,
      sealed_secret: vaultOf(tx).seal(placeOf(permit.subjectId), secret),
    }))
    .where('id', '=', permit.subjectId)
    .execute()
}

export async function removeWebhook(tx: Db, permit: Own): Promise<void> {
  await open(tx).updateTable('webhook').set({ status: 'removed' }).where('id', '=', permit.subjectId).execute()
}

/**
 * Goes back to a number of the feed, never ahead, and delivers from there now; also wakes one that was stopped.
 * False when it was removed.
 */
export async function moveWebhook(tx: Db, permit: Own, position: number | undefined, now: Date): Promise<boolean> {
  const done = await open(tx)
    .updateTable('webhook')
    .set({
      status: 'active',
      attempts: 0,
      next_try_at: now,
      ...(position !== undefined && { position: sql<number>`least(position, ${position})` }),
    })
    .where('id', '=', permit.subjectId)
    .where('status', '<>', 'removed')
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export interface HeldWebhook {
  readonly id: string
  readonly partyId: string
  readonly url: string
  readonly types: readonly FeedType[]
  readonly position: number
  readonly attempts: number
  /** The newest first. */
  readonly secrets: readonly string[]
}

/** Holds the webhook that has waited longest, for `seconds`; if the worker dies, another takes it after that. */
export async function holdWebhook(
  db: Db,
  _: Permit<'system.run'>,
  now: Date,
  seconds: number,
  except: readonly string[],
): Promise<HeldWebhook | undefined> {
  const k = open(db)
  let due = k.selectFrom('webhook').select('id').where('status', '=', 'active').where('next_try_at', '<=', now)
  if (except.length > 0) due = due.where('id', 'not in', except)
  const row = await k
    .updateTable('webhook')
    .set({ next_try_at: new Date(now.getTime() + seconds * 1000) })
    .where('id', '=', due.orderBy('next_try_at').limit(1).forUpdate().skipLocked())
    .returningAll()
    .executeTakeFirst()
  if (!row) return undefined
  const openSecret = (b: Buffer) => vaultOf(db).unseal(placeOf(row.id), b).toString()
  const previous =
    row.sealed_previous && row.previous_until && row.previous_until > now ? row.sealed_previous : undefined
  return {
    id: row.id,
    partyId: row.party_id,
    url: row.url,
    types: row.types,
    position: row.position,
    attempts: row.attempts,
    secrets: [openSecret(row.sealed_secret), ...(previous ? [openSecret(previous)] : [])],
  }
}

export interface WebhookTry {
  readonly ordinal: number
  readonly status: number | undefined
  readonly error: string | undefined
  readonly millis: number
}

/** Notes a try; `next` is where the webhook stands after it. A hold that somebody moved meanwhile is left alone. */
export async function noteTry(
  tx: Db,
  _: Permit<'system.run'>,
  held: Pick<HeldWebhook, 'id' | 'position'>,
  event: FeedEvent,
  t: WebhookTry,
  next: { readonly position: number; readonly attempts: number; readonly nextTryAt: Date; readonly stopped?: boolean },
  at: Date,
): Promise<boolean> {
  const k = open(tx)
  const { n } = await k
    .selectFrom('webhook_try')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('webhook_id', '=', held.id)
    .where('event_id', '=', event.id)
    .where('error', 'is', null)
    .executeTakeFirstOrThrow()
  await k
    .insertInto('webhook_try')
    .values({
      id: randomUUID(),
      webhook_id: held.id,
      event_id: event.id,
      seq: event.seq,
      at,
      ordinal: t.ordinal,
      status: t.status ?? null,
      error: t.error?.slice(0, 300) ?? null,
      millis: t.millis,
      again: Number(n) > 0,
    })
    .execute()
  const done = await k
    .updateTable('webhook')
    .set({
      position: next.position,
      attempts: next.attempts,
      next_try_at: next.nextTryAt,
      last_error: t.error?.slice(0, 300) ?? null,
      ...(next.stopped && { status: 'stopped' as const }),
    })
    .where('id', '=', held.id)
    .where('status', '=', 'active')
    .where('position', '=', held.position)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Nothing waits: looked at again when the feed has grown. */
export async function rest(db: Db, _: Permit<'system.run'>, id: string, until: Date, position: number): Promise<void> {
  await open(db)
    .updateTable('webhook')
    .set({ next_try_at: until })
    .where('id', '=', id)
    .where('position', '=', position)
    .where('status', '=', 'active')
    .execute()
}
