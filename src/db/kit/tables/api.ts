/** Rows of sql/migrations/000013_events_and_webhooks.sql. */
import type { Generated } from 'kysely'
import type { Scope } from '#domain/access/api/scopes.ts'
import type { FeedKind, FeedType } from '#domain/events/feed.ts'
import type { Json } from './core.ts'

export interface ApiTables {
  api_client: {
    id: string
    party_id: string
    name: string
    scopes: Json<readonly Scope[]>
    public_keys: Json<readonly Readonly<Record<string, unknown>>[]> | null
    /** Where they are published, in place of `public_keys`. */
    keys_url: string | null
    created_by: string
    created_at: Date
    last_used_at: Date | null
    revoked_at: Date | null
    revoked_by: string | null
  }
  api_key: {
    id: string
    client_id: string
    prefix: string
    key_hash: string
    created_by: string
    created_at: Date
    expires_at: Date
    last_used_at: Date | null
    revoked_at: Date | null
  }
  api_token: {
    token_hash: string
    client_id: string
    scopes: Json<readonly Scope[]>
    created_at: Date
    expires_at: Date
  }
  api_assertion: { client_id: string; jti: string; expires_at: Date }
  api_request: {
    client_id: string
    key: string
    fingerprint: string
    status: number
    sealed_body: Buffer
    at: Date
  }
  feed_event: {
    seq: number
    id: string
    kind: FeedKind
    type: FeedType
    enrollee_id: string
    subject_id: string
    at: Date
  }
  feed_head: { name: string }
  webhook: {
    id: string
    party_id: string
    client_id: string | null
    url: string
    types: Json<readonly FeedType[]>
    sealed_secret: Buffer
    sealed_previous: Buffer | null
    previous_until: Date | null
    status: 'active' | 'stopped' | 'removed'
    position: number
    attempts: Generated<number>
    next_try_at: Date
    last_error: string | null
    created_by: string
    created_at: Date
  }
  webhook_try: {
    id: string
    webhook_id: string
    event_id: string
    seq: number
    at: Date
    ordinal: number
    status: number | null
    error: string | null
    millis: number
    again: Generated<boolean>
  }
}
