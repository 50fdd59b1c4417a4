/** Webhooks of a party and the log of their deliveries. Secrets are never read back. Reads only. */
import type { Permit, Subject } from '#domain/access/policy.ts'
import type { FeedType } from '#domain/events/feed.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { isRowId } from '../application/applications.ts'

export interface WebhookLine {
  readonly id: string
  readonly url: string
  readonly types: readonly FeedType[]
  readonly status: 'active' | 'stopped'
  readonly position: number
  readonly attempts: number
  readonly nextTryAt: Date
  readonly lastError: string | undefined
  readonly createdAt: Date
}
export interface WebhookSubject extends Subject {
  readonly partyId: string
  readonly url: string
}

/** Needs no permit, because permits are minted from it: whose webhook it is. Undefined when it was removed. */
export async function webhookSubject(db: Db, id: string | undefined): Promise<WebhookSubject | undefined> {
  if (!isRowId(id)) return undefined
  const row = await open(db)
    .selectFrom('webhook')
    .select(['party_id', 'url'])
    .where('id', '=', id)
    .where('status', '<>', 'removed')
    .executeTakeFirst()
  return row && { id, partyIds: [row.party_id], partyId: row.party_id, url: row.url }
}

/** Those of a party, oldest first. */
export async function listWebhooks(
  db: Db,
  _: Permit<'webhook.manage'>,
  partyId: string,
): Promise<readonly WebhookLine[]> {
  const rows = await open(db)
    .selectFrom('webhook')
    .selectAll()
    .where('party_id', '=', partyId)
    .where('status', '<>', 'removed')
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.flatMap((r) =>
    r.status === 'removed'
      ? []
      : [
          {
            id: r.id,
            url: r.url,
            types: r.types,
            status: r.status,
            position: r.position,
            attempts: r.attempts,
            nextTryAt: r.next_try_at,
            lastError: r.last_error ?? undefined,
            createdAt: r.created_at,
          },
        ],
  )
}

export interface DeliveryLine {
  readonly id: string
  readonly eventId: string
  readonly sequence: number
  readonly type: FeedType
  readonly at: Date
  readonly ordinal: number
  readonly status: number | undefined
  readonly error: string | undefined
  readonly millis: number
  /** It had been delivered before. */
  readonly again: boolean
}

/** The newest tries of the permit's webhook, at most `limit`. */
export async function listDeliveries(
  db: Db,
  permit: Permit<'webhook.manage'>,
  limit: number,
): Promise<readonly DeliveryLine[]> {
  const rows = await open(db)
    .selectFrom('webhook_try as t')
    .innerJoin('feed_event as v', 'v.seq', 't.seq')
    .selectAll('t')
    .select('v.type')
    .where('t.webhook_id', '=', permit.subjectId)
    .orderBy('t.at', 'desc')
    .orderBy('t.seq', 'desc')
    .orderBy('t.ordinal', 'desc')
    .limit(limit)
    .execute()
  return rows.map((r) => ({
    id: r.id,
    eventId: r.event_id,
    sequence: r.seq,
    type: r.type,
    at: r.at,
    ordinal: r.ordinal,
    status: r.status ?? undefined,
    error: r.error ?? undefined,
    millis: r.millis,
    again: r.again,
  }))
}
